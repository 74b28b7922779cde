/// Bytes in memory.
public struct MemorySource: ByteSource {
  /// The name for messages.
  public let name: String
  let storage: [UInt8]

  /// Wraps bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.storage = bytes
  }

  /// The number of bytes.
  public var size: UInt64 { UInt64(storage.count) }

  /// Fills a buffer from an offset.
  public func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64
  )
    throws(ArchiveError) -> Int
  {
    guard offset < size else { return 0 }
    let start = Int(offset)
    let count = min(buffer.count, storage.count - start)
    unsafe storage.withUnsafeBytes { bytes in
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]))
    }
    return count
  }
}

/// A part of another source, seen as a source of its own: a stored entry of an archive.
public struct SubrangeSource: ByteSource {
  /// The name for messages.
  public let name: String
  /// The number of bytes.
  public let size: UInt64
  private let base: any ByteSource
  private let start: UInt64

  /// Takes a part of a source; what reaches past its end is cut off.
  public init(of base: any ByteSource, name: String, offset: UInt64, size: UInt64) {
    self.name = name
    self.base = base
    self.start = min(offset, base.size)
    self.size = min(size, base.size - min(offset, base.size))
  }

  /// Fills a buffer from an offset.
  public func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64
  )
    throws(ArchiveError) -> Int
  {
    guard offset < size else { return 0 }
    let count = Int(min(UInt64(buffer.count), size - offset))
    let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[0..<count])
    return try unsafe base.read(into: part, at: start + offset)
  }
}
