/// Bytes with little-endian numbers in them; every access is checked against the end.
struct LittleEndianBytes {
  /// The bytes.
  let storage: [UInt8]

  init(_ storage: [UInt8]) { self.storage = storage }

  /// The number of bytes.
  var count: Int { storage.count }

  /// Some bytes, or nothing where they reach past the end.
  func slice(at offset: Int, count: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, count >= 0, offset <= storage.count, count <= storage.count - offset else {
      return nil
    }
    return storage[offset..<offset + count]
  }

  func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < storage.count ? storage[offset] : nil
  }

  func uint16(at offset: Int) -> UInt16? {
    guard offset >= 0, offset < storage.count - 1 else { return nil }
    return UInt16(storage[offset]) | UInt16(storage[offset + 1]) << 8
  }

  func int16(at offset: Int) -> Int16? { uint16(at: offset).map { Int16(bitPattern: $0) } }

  func uint32(at offset: Int) -> UInt32? {
    guard let low = uint16(at: offset), let high = uint16(at: offset + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  func int32(at offset: Int) -> Int32? { uint32(at: offset).map { Int32(bitPattern: $0) } }

  /// A 32-bit number as an offset or a count.
  func index(at offset: Int) -> Int? { uint32(at: offset).map { Int($0) } }

  func uint64(at offset: Int) -> UInt64? {
    guard let low = uint32(at: offset), let high = uint32(at: offset + 4) else { return nil }
    return UInt64(low) | UInt64(high) << 32
  }

  func float64(at offset: Int) -> Double? {
    uint64(at: offset).map { Double(bitPattern: $0) }
  }
}
