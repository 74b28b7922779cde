public import ArchiveIO

/// Computes checksums of files, with one buffer for all of them: one for each task.
///
/// Safe to use: the buffer is its own, and nothing outside ever sees the pointer.
@safe
public final class FileDigester {
  /// The number of bytes read at a time.
  public static let chunkSize = 256 * 1024

  private let buffer: UnsafeMutableRawBufferPointer

  /// Makes the buffer.
  public init() {
    unsafe buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: FileDigester.chunkSize, alignment: 64)
  }

  deinit { unsafe buffer.deallocate() }

  /// Reads a source to its end.
  ///
  /// - Parameters:
  ///   - source: the bytes.
  ///   - algorithms: which checksums; none is allowed and counts the bytes.
  ///   - output: a new file that gets the bytes as well.
  ///   - progress: called with the number of bytes of each chunk.
  /// - Throws: `ArchiveError.io`, `.write`; `CancellationError` between two chunks.
  public func digest(
    of source: any ByteSource, _ algorithms: Set<DigestAlgorithm>, into output: String? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws -> DigestSet {
    var run = DigestRun(algorithms)
    let copy = try output.map { try FileCopy($0) }
    var offset: UInt64 = 0
    while offset < source.size {
      try Task.checkCancellation()
      let wanted = Int(min(UInt64(FileDigester.chunkSize), source.size - offset))
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
      let count = try unsafe source.read(into: part, at: offset)
      if count == 0 { break }
      let chunk = unsafe UnsafeRawBufferPointer(rebasing: part[..<count])
      unsafe run.update(chunk)
      try unsafe copy?.write(chunk)
      offset += UInt64(count)
      progress(count)
    }
    try copy?.finish()
    return run.finalized()
  }
}

/// A file that gets the bytes that are digested.
final class FileCopy {
  private var file: OutputFile

  init(_ path: String) throws(ArchiveError) { file = try OutputFile(creating: path) }

  func write(_ chunk: UnsafeRawBufferPointer) throws(ArchiveError) { try unsafe file.write(chunk) }

  func finish() throws(ArchiveError) { try file.flush() }
}
