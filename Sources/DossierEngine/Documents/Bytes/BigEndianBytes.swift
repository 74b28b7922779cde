/// Bytes with big-endian numbers in them; every access is checked against the end.
struct BigEndianBytes {
  /// The bytes.
  let storage: [UInt8]

  init(_ storage: [UInt8]) { self.storage = storage }

  /// The number of bytes.
  var count: Int { storage.count }

  func slice(at offset: Int, count: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, count >= 0, offset <= storage.count, count <= storage.count - offset else {
      return nil
    }
    return storage[offset..<offset + count]
  }

  func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < storage.count ? storage[offset] : nil
  }

  func uint16(at offset: Int) -> Int? {
    slice(at: offset, count: 2).map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  func uint32(at offset: Int) -> Int? {
    slice(at: offset, count: 4).map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  func uint64(at offset: Int) -> UInt64? {
    slice(at: offset, count: 8).map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }

  /// Whether ASCII text stands at an offset.
  func has(_ text: String, at offset: Int) -> Bool {
    slice(at: offset, count: text.utf8.count)?.elementsEqual(text.utf8) ?? false
  }
}
