/// Why a path must not be followed, judged by its letters alone and alike on every system.
///
/// RFC 8493 §5.1; the raw values are the variants of `entry.unsafe-path`.
public enum PathFault: String, Sendable, CaseIterable {
  case empty
  case nul
  case unc
  case absolute
  case drive
  case home
  case parent
  case backslash

  /// Looks at the bytes of a path.
  ///
  /// - Parameter path: the bytes, percent-decoded.
  /// - Returns: the gravest fault, or nothing.
  public static func of(_ path: some Collection<UInt8>) -> PathFault? {
    let slash = UInt8(ascii: "/")
    let backslash = UInt8(ascii: "\\")
    guard let first = path.first else { return .empty }
    if path.contains(0) { return .nul }
    let second = path.dropFirst().first
    if first == backslash, second == backslash { return .unc }
    if first == slash, second == slash { return .unc }
    if first == slash || first == backslash { return .absolute }
    if second == UInt8(ascii: ":"), isLetter(first) { return .drive }
    if first == UInt8(ascii: "~") { return .home }
    for part in path.split(whereSeparator: { $0 == slash || $0 == backslash })
    where part.elementsEqual([0x2E, 0x2E]) {
      return .parent
    }
    return path.contains(backslash) ? .backslash : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }
}
