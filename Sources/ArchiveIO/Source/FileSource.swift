import Glibc

/// A regular file, opened for reading; the descriptor closes with the last reference.
public final class FileSource: ByteSource {
  /// The path as it was given.
  public let name: String
  /// The size in bytes when it was opened.
  public let size: UInt64
  private let descriptor: Int32

  /// Opens a regular file.
  ///
  /// - Parameter path: the path; a last part that is a link is followed only if `followsLinks`.
  /// - Parameter followsLinks: whether a link may stand at the path.
  /// - Throws: `ArchiveError.io` where there is no such file, no right to read it, or something else
  ///   than a regular file (a FIFO is never waited for).
  public convenience init(path: String, followsLinks: Bool = true) throws(ArchiveError) {
    try self.init(rawPath: Array(path.utf8), followsLinks: followsLinks)
  }

  /// Opens a regular file whose path may be no UTF-8.
  ///
  /// - Parameters:
  ///   - rawPath: the bytes of the path.
  ///   - followsLinks: whether a link may stand at the path.
  /// - Throws: as `init(path:followsLinks:)`.
  public init(rawPath: [UInt8], followsLinks: Bool = true) throws(ArchiveError) {
    let path = String(decoding: rawPath, as: UTF8.self)
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let opened = unsafe open(rawPath.map { CChar(bitPattern: $0) } + [0], flags)
    guard opened >= 0 else { throw FileSource.systemError(path: path) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      let error = FileSource.systemError(path: path)
      close(opened)
      throw error
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw ArchiveError(.io, path: path, detail: "not a regular file")
    }
    name = path
    size = UInt64(max(0, status.st_size))
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// Fills a buffer from an offset of the file.
  public func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64
  )
    throws(ArchiveError) -> Int
  {
    guard offset < size else { return 0 }
    var filled = 0
    while filled < buffer.count {
      let count = unsafe pread(
        descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled,
        off_t(offset) + off_t(filled))
      if count < 0 {
        if Glibc.errno == EINTR { continue }
        throw FileSource.systemError(path: name)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  static func systemError(path: String) -> ArchiveError {
    let number = Glibc.errno
    let text = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    return ArchiveError(.io, path: path, detail: text, errno: number)
  }
}
