import ArchiveIO
import Foundation

/// Builds a ZIP byte by byte; every number can be made to lie.
struct ZIPForge {
  /// One entry; the local header says what the directory says unless told otherwise.
  struct Entry {
    var name: [UInt8]
    var packed: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var crc: UInt32
    var packedSize: UInt32
    var size: UInt32
    var attributes: UInt32 = 0o100644 << 16
    var madeBy: UInt16 = 3 << 8 | 20
    var versionNeeded: UInt16 = 20
    var internalAttributes: UInt16 = 0
    var disk: UInt16 = 0
    var centralExtra: [UInt8] = []
    var comment: [UInt8] = []
    var localExtra: [UInt8] = []
    /// What the local header says instead.
    var localName: [UInt8]?
    var localMethod: UInt16?
    var localVersionNeeded: UInt16?
    var localTime: UInt32?
    var localFlags: UInt16?
    var localCRC: UInt32?
    var localPackedSize: UInt32?
    var localSize: UInt32?
    /// Bytes after the data.
    var descriptor: [UInt8] = []
    /// Bytes before the local header that belong to nobody.
    var gap: [UInt8] = []
    /// The offset the directory gives instead of the true one.
    var centralOffset: UInt32?
    var isInDirectory = true

    init(_ name: String, _ data: [UInt8]) {
      self.name = Array(name.utf8)
      packed = data
      crc = CRC32.of(data)
      packedSize = UInt32(data.count)
      size = UInt32(data.count)
    }

    /// An entry of a text that the fixed block of deflate holds as it is.
    static func deflated(_ name: String, _ data: [UInt8]) -> Entry {
      var entry = Entry(name, data)
      entry.method = 8
      // One final stored block (RFC 1951, 3.2.4).
      entry.packed = [1] + word(UInt16(data.count)) + word(~UInt16(data.count)) + data
      entry.packedSize = UInt32(entry.packed.count)
      return entry
    }

    /// Says what a streaming writer says: zeros in front, a descriptor behind.
    mutating func stream(signature: Bool = true, wide: Bool = false) {
      flags |= 8
      localCRC = 0
      localSize = 0
      localPackedSize = 0
      descriptor = (signature ? ZIPForge.word(UInt32(0x0807_4b50)) : []) + ZIPForge.word(crc)
      if wide {
        descriptor += ZIPForge.word(UInt64(packedSize)) + ZIPForge.word(UInt64(size))
      } else {
        descriptor += ZIPForge.word(packedSize) + ZIPForge.word(size)
      }
    }
  }

  var prefix: [UInt8] = []
  var entries: [Entry]
  var beforeDirectory: [UInt8] = []
  var afterDirectory: [UInt8] = []
  var comment: [UInt8] = []
  var trailer: [UInt8] = []
  /// Whether offsets count from the first entry, as when bytes were put in front later.
  var offsetsIgnorePrefix = false
  var count: UInt16?
  var countHere: UInt16?
  var directorySize: UInt32?
  var directoryOffset: UInt32?
  var disk: UInt16 = 0
  var commentLength: UInt16?
  /// The ZIP64 end record and its locator, given the directory's count, size and offset.
  var zip64: ((_ count: UInt64, _ size: UInt64, _ offset: UInt64) -> [UInt8])?

  init(_ entries: [Entry]) { self.entries = entries }

  /// Two plain entries.
  static var plain: ZIPForge {
    ZIPForge([Entry("a.txt", Array("alpha".utf8)), Entry("d/b.txt", Array("beta".utf8))])
  }

  /// All bytes of the archive.
  var bytes: [UInt8] {
    var result = prefix
    let base = offsetsIgnorePrefix ? prefix.count : 0
    var directory: [UInt8] = []
    for entry in entries {
      result += entry.gap
      let offset = entry.centralOffset ?? UInt32(result.count - base)
      result += ZIPForge.local(entry) + entry.packed + entry.descriptor
      if entry.isInDirectory { directory += ZIPForge.central(entry, offset: offset) }
    }
    result += beforeDirectory
    let start = result.count - base
    result += directory + afterDirectory
    let total = entries.filter(\.isInDirectory).count
    if let zip64 { result += zip64(UInt64(total), UInt64(directory.count), UInt64(start)) }
    result += ZIPForge.word(UInt32(0x0605_4b50)) + ZIPForge.word(disk) + ZIPForge.word(disk)
    let stated = count ?? UInt16(truncatingIfNeeded: total)
    result += ZIPForge.word(countHere ?? stated) + ZIPForge.word(stated)
    result += ZIPForge.word(directorySize ?? UInt32(directory.count))
    result += ZIPForge.word(directoryOffset ?? UInt32(start))
    result += ZIPForge.word(commentLength ?? UInt16(comment.count)) + comment + trailer
    return result
  }

  /// A ZIP64 end record with its locator.
  static func end64(
    _ count: UInt64, _ size: UInt64, _ offset: UInt64, at position: UInt64, length: UInt64 = 44,
    madeBy: UInt16 = 45, versionNeeded: UInt16 = 45
  ) -> [UInt8] {
    word(UInt32(0x0606_4b50)) + word(length) + word(madeBy) + word(versionNeeded)
      + word(UInt64(0)) + word(count) + word(count) + word(size) + word(offset)
      + word(UInt32(0x0706_4b50)) + word(UInt32(0)) + word(position) + word(UInt32(1))
  }

  /// An extra field.
  static func extra(_ identifier: UInt16, _ body: [UInt8]) -> [UInt8] {
    word(identifier) + word(UInt16(body.count)) + body
  }

  /// A number, little-endian.
  static func word<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
  }

  private static func local(_ entry: Entry) -> [UInt8] {
    let name = entry.localName ?? entry.name
    let head =
      word(UInt32(0x0403_4b50)) + word(entry.localVersionNeeded ?? entry.versionNeeded)
      + word(entry.localFlags ?? entry.flags) + word(entry.localMethod ?? entry.method)
    return head + word(entry.localTime ?? 0x0021_0000)
      + word(entry.localCRC ?? entry.crc) + word(entry.localPackedSize ?? entry.packedSize)
      + word(entry.localSize ?? entry.size) + word(UInt16(name.count))
      + word(UInt16(entry.localExtra.count)) + name + entry.localExtra
  }

  private static func central(_ entry: Entry, offset: UInt32) -> [UInt8] {
    let head =
      word(UInt32(0x0201_4b50)) + word(entry.madeBy) + word(entry.versionNeeded)
      + word(entry.flags)
      + word(entry.method) + word(UInt32(0x0021_0000)) + word(entry.crc)
      + word(entry.packedSize) + word(entry.size)
    let lengths =
      word(UInt16(entry.name.count)) + word(UInt16(entry.centralExtra.count))
      + word(UInt16(entry.comment.count)) + word(entry.disk) + word(entry.internalAttributes)
    return head + lengths + word(entry.attributes) + word(offset) + entry.name
      + entry.centralExtra + entry.comment
  }
}
