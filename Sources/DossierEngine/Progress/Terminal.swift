import ArchiveIO

/// What the terminal says of itself.
public enum Terminal {
  /// The columns of the terminal behind a descriptor; nothing where it is none, or does not say.
  public static func columns(of descriptor: Int32) -> Int? {
    TerminalWidth.columns(of: descriptor)
  }
}
