import Glibc

/// What tells whether a file is still the same one with the same bytes.
public struct FileStatus: Sendable, Hashable {
  /// The size in bytes.
  public var size: UInt64
  /// The last change of its bytes, whole seconds since 1970 UTC.
  public var modifiedSeconds: Int
  /// The last change of its bytes, the nanoseconds above the whole second.
  public var modifiedNanoseconds: Int
  /// Which file it is.
  public var identity: FileIdentity

  init(_ status: stat) {
    size = UInt64(max(0, status.st_size))
    modifiedSeconds = status.st_mtim.tv_sec
    modifiedNanoseconds = status.st_mtim.tv_nsec
    identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}

/// A regular file, opened for reading; the descriptor closes with the last reference.
public final class FileSource: ByteSource {
  /// The path as it was given.
  public let name: String
  /// The size in bytes when it was opened.
  public let size: UInt64
  /// The file's status when it was opened.
  public let status: FileStatus
  private let descriptor: Int32

  /// Opens a regular file.
  ///
  /// - Parameter path: the path; a last part that is a link is followed only if `followsLinks`.
  /// - Parameter followsLinks: whether a link may stand at the path.
  /// - Throws: `ArchiveError.io` where there is no such file, no right to read it, or something else
  ///   than a regular file (a FIFO is never waited for).
  public init(path: String, followsLinks: Bool = true) throws(ArchiveError) {
    let opened = unsafe open(path, FileSource.flags(followsLinks: followsLinks))
    let checked = try FileSource.checked(opened, path: path)
    name = path
    size = UInt64(max(0, checked.st_size))
    status = FileStatus(checked)
    descriptor = opened
  }

  /// Opens a regular file whose path need not be UTF-8.
  ///
  /// - Parameter rawPath: the bytes of the path, without a NUL.
  /// - Parameter followsLinks: whether a link may stand at the path.
  /// - Throws: as `init(path:followsLinks:)`.
  public init(rawPath: [UInt8], followsLinks: Bool) throws(ArchiveError) {
    let shown = String(decoding: rawPath, as: UTF8.self)
    let flags = FileSource.flags(followsLinks: followsLinks)
    let opened = unsafe open(RawPath.terminated(rawPath), flags)
    let checked = try FileSource.checked(opened, path: shown)
    name = shown
    size = UInt64(max(0, checked.st_size))
    status = FileStatus(checked)
    descriptor = opened
  }

  private static func flags(followsLinks: Bool) -> Int32 {
    O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
  }

  /// Checks that what was opened is a regular file, and closes it where it is not.
  private static func checked(_ opened: Int32, path: String) throws(ArchiveError) -> stat {
    guard opened >= 0 else { throw FileSource.systemError(path: path) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      let error = FileSource.systemError(path: path)
      close(opened)
      throw error
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw ArchiveError(.io, path: path, detail: "not-a-file")
    }
    return status
  }

  /// The file's status as it is now; a file that changed while it was read has another.
  public func currentStatus() throws(ArchiveError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileSource.systemError(path: name) }
    return FileStatus(status)
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
    return ArchiveError(.io, path: path, detail: SystemReason.word(number), errno: number)
  }
}

extension FileStatus {
  /// Looks at the regular file that stands at a path, without opening it; a link is none.
  ///
  /// - Throws: `ArchiveError.io` where there is no such file, or something else than one.
  public init(ofFileAt path: String) throws(ArchiveError) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw FileSource.systemError(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ArchiveError(.io, path: path, detail: "not-a-file")
    }
    self.init(status)
  }

  /// Whether a folder stands at a path; a link to one counts.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether two paths lead to one file that is there.
  public static func isSame(_ path: String, _ other: String) -> Bool {
    var first = stat()
    var second = stat()
    guard unsafe stat(path, &first) == 0, unsafe stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Whether a device, a FIFO or a socket stands at a path, or a link to one: what is written there
  /// goes into it, and no file may take its place.
  public static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFDIR && status.st_mode & S_IFMT != S_IFREG
  }
}
