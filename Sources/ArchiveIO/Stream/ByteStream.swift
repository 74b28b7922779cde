/// Bytes that come one after another: a file from front to back, or what a filter makes of it.
protocol ByteStream: AnyObject {
  /// Fills a buffer with what comes next.
  ///
  /// - Returns: the number of bytes; fewer than the buffer holds only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int

  /// Goes on without looking.
  ///
  /// - Returns: whether that many bytes were there, as far as that is known without reading them.
  func skip(_ count: UInt64) throws(ArchiveError) -> Bool

  /// The number of packed bytes used so far, where a filter unpacks; else nothing.
  var packedBytes: UInt64? { get }

  /// Oddities of the filter, known when the end has been reached.
  var oddities: [ContainerOddity] { get }
}

/// A source from front to back.
final class PlainStream: ByteStream {
  private let source: any ByteSource
  private var position: UInt64 = 0

  init(_ source: any ByteSource) { self.source = source }

  var packedBytes: UInt64? { nil }
  var oddities: [ContainerOddity] { [] }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    let count = try unsafe source.read(into: buffer, at: position)
    position += UInt64(count)
    return count
  }

  func skip(_ count: UInt64) throws(ArchiveError) -> Bool {
    let isThere = count <= source.size - min(position, source.size)
    position = isThere ? position + count : source.size
    return isThere
  }
}

extension ByteStream {
  /// Reads on where a stream cannot be skipped.
  func skipByReading(
    _ count: UInt64, _ scratch: UnsafeMutableRawBufferPointer
  ) throws(ArchiveError) -> Bool {
    var left = count
    while left > 0 {
      let part = unsafe UnsafeMutableRawBufferPointer(
        rebasing: scratch[0..<Int(min(UInt64(scratch.count), left))])
      let read = try unsafe read(into: part)
      left -= UInt64(read)
      if read < part.count { return false }
    }
    return true
  }
}
