/// The records of one written entry, byte for byte the same in both places.
struct ZIPEntryRecord {
  var name: [UInt8]
  var time: DOSTime
  var isDeflated: Bool
  var crc32: UInt32
  var size: UInt64
  var compressedSize: UInt64
  var headerOffset: UInt64
  /// Whether the local header has the sizes in a ZIP64 field; the central record then has them too.
  var hasWideSizes: Bool

  /// Unix, APPNOTE 2.0 or, with ZIP64, 4.5.
  private var versionNeeded: UInt16 { hasWideSizes || hasWideOffset ? 45 : 20 }
  private var versionMadeBy: UInt16 { 3 << 8 | 45 }
  private var hasWideOffset: Bool { headerOffset >= UInt64(ZIPFormat.sentinel32) }
  private var flags: UInt16 { name.allSatisfy { $0 < 0x80 } ? 0 : ZIPFormat.Flag.utf8 }
  /// A regular file, read by all and written by its owner.
  private static let attributes: UInt32 = 0o100644 << 16

  /// The local header (APPNOTE 4.3.7).
  var local: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ZIPFormat.localSize + name.count + 20)
    bytes.put(ZIPFormat.localSignature)
    putShared(into: &bytes)
    let extra = wideFields(withOffset: false)
    bytes.put(UInt16(extra.count))
    return bytes + name + extra
  }

  /// The record in the central directory (APPNOTE 4.3.12).
  var central: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ZIPFormat.centralSize + name.count + 28)
    bytes.put(ZIPFormat.centralSignature)
    bytes.put(versionMadeBy)
    putShared(into: &bytes)
    let extra = wideFields(withOffset: true)
    bytes.put(UInt16(extra.count))
    bytes.put(UInt16(0))  // comment
    bytes.put(UInt16(0))  // disk
    bytes.put(UInt16(0))  // internal attributes
    bytes.put(ZIPEntryRecord.attributes)
    bytes.put(hasWideOffset ? ZIPFormat.sentinel32 : UInt32(truncatingIfNeeded: headerOffset))
    return bytes + name + extra
  }

  /// From "version needed" to the length of the name.
  private func putShared(into bytes: inout [UInt8]) {
    bytes.put(versionNeeded)
    bytes.put(flags)
    bytes.put(UInt16(isDeflated ? 8 : 0))
    bytes.put(time.rawValue)
    bytes.put(crc32)
    bytes.put(hasWideSizes ? ZIPFormat.sentinel32 : UInt32(truncatingIfNeeded: compressedSize))
    bytes.put(hasWideSizes ? ZIPFormat.sentinel32 : UInt32(truncatingIfNeeded: size))
    bytes.put(UInt16(name.count))
  }

  private func wideFields(withOffset: Bool) -> [UInt8] {
    var body: [UInt8] = []
    if hasWideSizes {
      body.put(size)
      body.put(compressedSize)
    }
    if withOffset && hasWideOffset { body.put(headerOffset) }
    if body.isEmpty { return [] }
    var field: [UInt8] = []
    field.put(ZIPFormat.Extra.zip64)
    field.put(UInt16(body.count))
    return field + body
  }
}

/// The records after the directory.
struct ZIPEndRecords {
  var count: UInt64
  var directoryOffset: UInt64
  var directorySize: UInt64

  private var isWide: Bool {
    count >= UInt64(ZIPFormat.sentinel16) || directoryOffset >= UInt64(ZIPFormat.sentinel32)
      || directorySize >= UInt64(ZIPFormat.sentinel32)
  }

  /// The end record, before it the ZIP64 ones where they are needed (APPNOTE 4.3.14 to 4.3.16).
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    if isWide {
      bytes.put(ZIPFormat.end64Signature)
      bytes.put(UInt64(ZIPFormat.end64Size - 12))
      bytes.put(UInt16(3 << 8 | 45))
      bytes.put(UInt16(45))
      bytes.put(UInt64(0))  // this disk, the directory's disk
      bytes.put(count)
      bytes.put(count)
      bytes.put(directorySize)
      bytes.put(directoryOffset)
      bytes.put(ZIPFormat.locator64Signature)
      bytes.put(UInt32(0))
      bytes.put(directoryOffset + directorySize)
      bytes.put(UInt32(1))
    }
    bytes.put(ZIPFormat.endSignature)
    bytes.put(UInt32(0))  // this disk, the directory's disk
    let small = UInt16(min(count, UInt64(ZIPFormat.sentinel16)))
    bytes.put(small)
    bytes.put(small)
    bytes.put(UInt32(min(directorySize, UInt64(ZIPFormat.sentinel32))))
    bytes.put(UInt32(min(directoryOffset, UInt64(ZIPFormat.sentinel32))))
    bytes.put(UInt16(0))
    return bytes
  }
}

extension [UInt8] {
  /// Appends a number, little-endian.
  mutating func put<Number: FixedWidthInteger & UnsignedInteger>(_ number: Number) {
    var rest = number
    for _ in 0..<Number.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
