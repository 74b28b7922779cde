import Glibc

/// A new file that is written from front to back; its descriptor closes with its owner.
///
/// What is not wanted in the end, the caller removes: this type knows no other file.
public struct OutputFile: ~Copyable {
  /// The path as it was given.
  public let path: String
  /// The number of bytes written so far.
  public private(set) var size: UInt64 = 0
  private let descriptor: Int32
  private var buffer = RawBuffer()
  private var pending = 0

  private static let bufferSize = 256 << 10

  /// Creates a file that must not exist yet.
  ///
  /// - Parameters:
  ///   - path: where; the folder exists.
  ///   - permissions: the mode of the file, before the process's mask.
  /// - Throws: `ArchiveError.write`, also where something stands there already.
  public init(creating path: String, permissions: UInt32 = 0o644) throws(ArchiveError) {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let opened = unsafe open(path, flags, mode_t(permissions))
    guard opened >= 0 else { throw OutputFile.systemError(path: path) }
    self.path = path
    descriptor = opened
    buffer.reserve(OutputFile.bufferSize)
  }

  deinit { close(descriptor) }

  /// Appends bytes.
  ///
  /// - Throws: `ArchiveError.write`: the disk is full, a limit, another error of the system.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    let count = bytes.count
    if pending + count > OutputFile.bufferSize { try flush() }
    if count >= OutputFile.bufferSize {
      try unsafe writeAll(bytes, at: size)
    } else if count > 0 {
      unsafe buffer.mutableBytes(pending, count).copyMemory(from: bytes)
      pending += count
    }
    size += UInt64(count)
  }

  /// Appends bytes.
  ///
  /// - Throws: `ArchiveError.write`.
  public mutating func write(_ bytes: [UInt8]) throws(ArchiveError) {
    var failure: ArchiveError?
    unsafe bytes.withUnsafeBytes { buffer in
      do throws(ArchiveError) { try unsafe write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Writes over bytes that were written before.
  ///
  /// - Throws: `ArchiveError.write`.
  public mutating func patch(_ bytes: [UInt8], at offset: UInt64) throws(ArchiveError) {
    try flush()
    var failure: ArchiveError?
    unsafe bytes.withUnsafeBytes { buffer in
      do throws(ArchiveError) { try unsafe writeAll(buffer, at: offset) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Takes back all bytes from an offset on.
  ///
  /// - Throws: `ArchiveError.write`.
  public mutating func truncate(to offset: UInt64) throws(ArchiveError) {
    try flush()
    guard ftruncate(descriptor, off_t(offset)) == 0 else {
      throw OutputFile.systemError(path: path)
    }
    size = offset
  }

  /// Brings all bytes to the disk.
  ///
  /// - Throws: `ArchiveError.write`.
  public mutating func sync() throws(ArchiveError) {
    try flush()
    try OutputFile.sync(descriptor, path)
  }

  /// Brings the bytes of a file that was written before to the disk.
  ///
  /// - Parameter path: the file; a link is not followed.
  /// - Throws: `ArchiveError.write`.
  public static func sync(path: String) throws(ArchiveError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw OutputFile.systemError(path: path) }
    defer { close(descriptor) }
    try sync(descriptor, path)
  }

  private static func sync(_ descriptor: Int32, _ path: String) throws(ArchiveError) {
    while fsync(descriptor) != 0 {
      if Glibc.errno == EINTR { continue }
      // Some file systems and pipes cannot sync; the bytes are written all the same.
      if Glibc.errno == EINVAL || Glibc.errno == EROFS { return }
      throw OutputFile.systemError(path: path)
    }
  }

  /// Hands all buffered bytes to the system.
  ///
  /// - Throws: `ArchiveError.write`.
  public mutating func flush() throws(ArchiveError) {
    guard pending > 0 else { return }
    let count = pending
    pending = 0
    try unsafe writeAll(buffer.bytes(0, count), at: size - UInt64(count))
  }

  private func writeAll(
    _ bytes: UnsafeRawBufferPointer, at offset: UInt64
  ) throws(ArchiveError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe pwrite(
        descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done,
        off_t(offset) + off_t(done))
      if count < 0 {
        if Glibc.errno == EINTR { continue }
        throw OutputFile.systemError(path: path)
      }
      done += count
    }
  }

  static func systemError(path: String) -> ArchiveError {
    let error = FileSource.systemError(path: path)
    return ArchiveError(.write, path: path, detail: error.detail, errno: error.errno)
  }
}
