/// How much memory the blocks of an xz file ask for, found without unpacking any of it.
///
/// liblzma takes as much as the largest dictionary, up to what its caller allows once and for all; a
/// file of a few megabytes could ask for a gigabyte. So the blocks are walked first, by their headers
/// and those of their LZMA2 chunks ("The .xz File Format" 1.2.1 §§2-4, 5.3.1).
struct XZDictionary {
  /// The largest dictionary that is let pass: that of `xz -9`.
  static let limit: UInt64 = 64 << 20

  private let source: any ByteSource
  private var position: UInt64 = 0
  private var largest: UInt64 = 0

  private init(_ source: any ByteSource) { self.source = source }

  /// The largest dictionary of all blocks, in bytes.
  ///
  /// What is no xz from some place on is not an error here: unpacking ends there as well.
  ///
  /// - Throws: `ArchiveError.io`.
  static func largest(in source: any ByteSource) throws(ArchiveError) -> UInt64 {
    var walk = XZDictionary(source)
    while try walk.readStream() {}
    return walk.largest
  }

  /// Walks one stream with the padding behind it; several may follow one another.
  private mutating func readStream() throws(ArchiveError) -> Bool {
    guard let head = try take(12), head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) else {
      return false
    }
    let checkSize = [0, 4, 8, 16, 32, 64][(Int(head[7] & 0x0F) + 2) / 3]
    while let first = try take(1)?.first {
      if first == 0 { return try skipIndex() }
      guard try readBlock(headerSize: (Int(first) + 1) * 4, checkSize: checkSize) else {
        return false
      }
    }
    return false
  }

  private mutating func readBlock(
    headerSize: Int, checkSize: Int
  ) throws(ArchiveError) -> Bool {
    let start = position - 1
    guard let header = try take(headerSize - 1), let flags = header.first else { return false }
    var rest = header.dropFirst()
    for flag in [0x40, 0x80] as [UInt8] where flags & flag != 0 { _ = Self.number(&rest) }
    for _ in 0...(flags & 3) {
      guard let filter = Self.number(&rest), let count = Self.number(&rest),
        count <= UInt64(rest.count)
      else { return false }
      if filter == 0x21, let bits = rest.first { largest = max(largest, Self.size(bits)) }
      rest = rest.dropFirst(Int(count))
    }
    guard try skipChunks() else { return false }
    position += (4 - (position - start) % 4) % 4 + UInt64(checkSize)
    return position <= source.size
  }

  /// Goes past the chunks of a block by the sizes in their headers.
  private mutating func skipChunks() throws(ArchiveError) -> Bool {
    while let control = try take(1)?.first {
      switch control {
      case 0: return true
      case 1, 2:
        guard let size = try take(2) else { return false }
        position += UInt64(size[0]) << 8 + UInt64(size[1]) + 1
      case 0x80...:
        guard let size = try take(4) else { return false }
        position += UInt64(size[2]) << 8 + UInt64(size[3]) + 1 + (control >= 0xC0 ? 1 : 0)
      default: return false
      }
    }
    return false
  }

  /// Goes past the index, the footer and the padding of a stream.
  private mutating func skipIndex() throws(ArchiveError) -> Bool {
    let start = position - 1
    guard var left = try takeNumber() else { return false }
    while left > 0 {
      guard try takeNumber() != nil, try takeNumber() != nil else { return false }
      left -= 1
    }
    position += (4 - (position - start) % 4) % 4 + 4 + 12
    while let padding = try take(4) {
      if padding != [0, 0, 0, 0] {
        position -= 4
        return true
      }
    }
    return false
  }

  // MARK: Bytes

  private var window: [UInt8] = []
  private var windowStart: UInt64 = 0

  /// The next bytes, or nothing where there are not as many.
  private mutating func take(_ count: Int) throws(ArchiveError) -> [UInt8]? {
    guard position <= source.size, source.size - position >= UInt64(count) else { return nil }
    let isHere =
      position >= windowStart && position + UInt64(count) <= windowStart + UInt64(window.count)
    if !isHere {
      window = try source.bytes(at: position, count: 4096)
      windowStart = position
      guard window.count >= count else { return nil }
    }
    let first = Int(position - windowStart)
    position += UInt64(count)
    return Array(window[first..<first + count])
  }

  private mutating func takeNumber() throws(ArchiveError) -> UInt64? {
    var bytes: [UInt8] = []
    repeat {
      guard bytes.count < 9, let byte = try take(1)?.first else { return nil }
      bytes.append(byte)
    } while bytes.last.map { $0 & 0x80 != 0 } ?? false
    var rest = bytes[...]
    return Self.number(&rest)
  }

  /// A number in groups of seven bits, the lowest first.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      guard let byte = bytes.popFirst() else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }

  /// The size that LZMA2's byte stands for.
  private static func size(_ bits: UInt8) -> UInt64 {
    if bits >= 40 { return UInt64(UInt32.max) }
    return (2 | UInt64(bits & 1)) << (UInt64(bits) / 2 + 11)
  }
}
