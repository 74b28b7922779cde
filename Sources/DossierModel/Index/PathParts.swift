extension String {
  /// The parts of a path as systems read them, without empty ones.
  ///
  /// Compared as letters, a "/" with a combining mark behind it is another letter than "/"; to a
  /// system it parts folders all the same.
  public var pathParts: [String] {
    utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// Whether a path begins at the root of the system.
  public var isAbsolutePath: Bool { utf8.first == UInt8(ascii: "/") }
}
