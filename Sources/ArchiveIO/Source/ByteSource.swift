/// Bytes that can be read at any offset: a file, a part of a file, or memory.
///
/// A source does not change while it is read; several tasks may read one source at a time.
public protocol ByteSource: Sendable {
  /// The path or name, for messages.
  var name: String { get }
  /// The number of bytes.
  var size: UInt64 { get }

  /// Fills a buffer from an offset.
  ///
  /// - Parameters:
  ///   - buffer: where the bytes go.
  ///   - offset: in bytes from the start of the source.
  /// - Returns: the number of bytes read; fewer than the buffer holds only at the end of the source.
  /// - Throws: `ArchiveError.io`. Reading past the end is *not* an error and gives 0.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64
  ) throws(ArchiveError)
    -> Int
}

extension ByteSource {
  /// Reads a range of bytes into an array.
  ///
  /// - Parameters:
  ///   - offset: in bytes from the start of the source.
  ///   - count: the number of bytes; the caller bounds it.
  /// - Returns: the bytes; fewer than asked for only at the end of the source.
  /// - Throws: `ArchiveError.io`.
  public func bytes(at offset: UInt64, count: Int) throws(ArchiveError) -> [UInt8] {
    guard offset < size, count > 0 else { return [] }
    let length = Int(min(UInt64(count), size - offset))
    var failure: ArchiveError?
    let result = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      do throws(ArchiveError) {
        filled = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return result
  }
}
