/// The entries of a ZIP in the order of its central directory.
///
/// They are kept in one table, so that a hundred thousand of them cost two allocations; an entry is
/// made when it is asked for.
public struct ZIPEntries: RandomAccessCollection, Sendable {
  /// What is kept of an entry besides its name.
  struct Row: Sendable {
    var nameStart: UInt32
    var nameCount: UInt16
    var method: UInt16
    var flags: UInt16
    var madeBy: UInt16
    var versionNeeded: UInt16
    var crc32: UInt32
    var dosTime: UInt32
    var externalAttributes: UInt32
    var compressedSize: UInt64
    var size: UInt64
    var headerOffset: UInt64
    var dataOffset: UInt64

    var isEncrypted: Bool {
      let encryption =
        ZIPFormat.Flag.encrypted | ZIPFormat.Flag.strongEncryption | ZIPFormat.Flag.maskedHeaders
      return flags & encryption != 0 || method == 99
    }

    /// Whether it is stored or deflated, and no more is done to it.
    var isPlain: Bool { (method == 0 || method == 8) && !isEncrypted }
  }

  var rows: [Row] = []
  var names: [UInt8] = []

  /// The first index: 0.
  public var startIndex: Int { 0 }
  /// The number of entries.
  public var endIndex: Int { rows.count }

  /// Makes the entry of an index.
  public subscript(index: Int) -> ZIPEntry {
    let row = rows[index]
    let method: ZIPEntry.Method =
      switch row.method {
      case 0: .stored
      case 8: .deflate
      default: .other(row.method)
      }
    return ZIPEntry(
      rawName: Array(name(index)), method: method, flags: row.flags, crc32: row.crc32,
      compressedSize: row.compressedSize, size: row.size, headerOffset: row.headerOffset,
      dataOffset: row.dataOffset, externalAttributes: row.externalAttributes, madeBy: row.madeBy,
      dosTime: row.dosTime)
  }

  /// The bytes of a name, without making the entry.
  public func rawName(_ index: Int) -> ArraySlice<UInt8> { name(index) }

  func name(_ index: Int) -> ArraySlice<UInt8> {
    let row = rows[index]
    return names[Int(row.nameStart)..<Int(row.nameStart) + Int(row.nameCount)]
  }

  /// The name for people: control characters, format characters and bytes that are no UTF-8 escaped.
  func displayName(_ index: Int) -> String { EntryName.escaped(name(index)) }
}
