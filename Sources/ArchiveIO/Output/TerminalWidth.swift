import Glibc

/// How wide a terminal is.
public enum TerminalWidth {
  /// The columns of the terminal behind a descriptor; nothing where it is none, or does not say.
  public static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
