/// "I could not look", or "I could not write": an error of the container layer.
///
/// What is wrong *inside* an archive that could be looked at is no error but a value
/// (`ContainerOddity`).
public struct ArchiveError: Error, Sendable, CustomStringConvertible {
  /// What kind of error it is.
  public enum Code: String, Sendable {
    /// The file system refused: no such file, no rights, not a regular file, read error.
    case io
    /// The bytes are no container of the expected kind.
    case notAnArchive
    /// The container ends before its own structures do.
    case truncated
    /// The structures contradict themselves so that nothing can be read.
    case damaged
    /// The data of an entry contradicts what the directory says (CRC, size, inflating).
    case corruptEntry
    /// A limit of bytes, entries or ratio was passed.
    case limit
    /// A method or feature that is not read here (encryption, a rare compression).
    case unsupported
    /// The disk is full, or another write error.
    case write
  }

  /// What kind of error it is.
  public var code: Code
  /// The file.
  public var path: String
  /// The entry inside it, control characters escaped.
  public var entry: String?
  /// What is wrong in one stable word, as `ContainerOddity.reason` has them ("data-past-end"), or what
  /// the system or the library underneath said, where there is no word for it.
  public var detail: String
  /// The system's error number, where it was the system.
  public var errno: Int32?

  /// Makes an error.
  public init(
    _ code: Code, path: String, entry: String? = nil, detail: String, errno: Int32? = nil
  ) {
    self.code = code
    self.path = path
    self.entry = entry
    self.detail = detail
    self.errno = errno
  }

  /// The error in one line, in English, for a log: people get the catalogue's words.
  public var description: String {
    let inside = entry.map { " (\($0))" } ?? ""
    return "\(path)\(inside): \(code.rawValue): \(detail)"
  }
}
