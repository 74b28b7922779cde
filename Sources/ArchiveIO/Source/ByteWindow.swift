/// A window onto a source that slides to where one looks; its memory is bounded.
///
/// A small source is held whole, so that its structures cost one read.
struct ByteWindow {
  /// A source of at most so many bytes is held whole.
  static let wholeLimit = 256 << 10

  let source: any ByteSource
  private var storage: [UInt8]
  private var start: UInt64 = 0
  private var filled = 0
  private let stride: Int

  /// Looks at a source.
  ///
  /// - Parameter stride: the number of bytes to read at a time where the source is not held whole.
  init(_ source: any ByteSource, stride: Int) throws(ArchiveError) {
    self.source = source
    self.stride = stride
    if let memory = source as? MemorySource {
      storage = memory.storage
      filled = storage.count
      return
    }
    let isSmall = source.size <= UInt64(ByteWindow.wholeLimit)
    storage = [UInt8](repeating: 0, count: isSmall ? Int(source.size) : stride)
    if isSmall { try fill(at: 0) }
  }

  /// Makes sure that a range is in the window.
  ///
  /// - Returns: the index of its first byte, or nothing where the source ends before the range does.
  mutating func index(of offset: UInt64, count: Int) throws(ArchiveError) -> Int? {
    if offset >= start, offset - start <= UInt64(filled) {
      let index = Int(offset - start)
      if filled - index >= count { return index }
    }
    guard offset <= source.size, UInt64(count) <= source.size - offset else { return nil }
    if storage.count < count {
      storage.append(contentsOf: repeatElement(0, count: count - storage.count))
    }
    try fill(at: offset)
    return filled >= count ? 0 : nil
  }

  /// Takes the bytes of the window from an index given by `index(of:count:)`.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { storage[range] }

  /// One byte.
  func byte(_ index: Int) -> UInt8 { storage[index] }

  /// A number of two bytes, little-endian as all in ZIP.
  func u16(_ index: Int) -> UInt16 {
    UInt16(storage[index]) | UInt16(storage[index + 1]) << 8
  }

  /// A number of four bytes.
  func u32(_ index: Int) -> UInt32 {
    UInt32(u16(index)) | UInt32(u16(index + 2)) << 16
  }

  /// A number of eight bytes.
  func u64(_ index: Int) -> UInt64 {
    UInt64(u32(index)) | UInt64(u32(index + 4)) << 32
  }

  private mutating func fill(at offset: UInt64) throws(ArchiveError) {
    let source = source
    var failure: ArchiveError?
    var count = 0
    unsafe storage.withUnsafeMutableBytes { buffer in
      do throws(ArchiveError) {
        count = try unsafe source.read(into: buffer, at: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    start = offset
    filled = count
  }
}
