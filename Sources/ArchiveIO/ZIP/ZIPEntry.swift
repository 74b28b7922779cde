/// One entry of a ZIP as its central directory and its local header agree on it.
public struct ZIPEntry: Sendable, Hashable {
  /// How the data is stored (APPNOTE 4.4.5).
  public enum Method: Sendable, Hashable {
    case stored
    case deflate
    case other(UInt16)
  }

  /// The bytes of the name in the central directory: not normalized, not decoded.
  public var rawName: [UInt8]
  /// How the data is stored.
  public var method: Method
  /// The general purpose flags (APPNOTE 4.4.4) of the directory.
  ///
  /// Bit 3, "a descriptor follows", is also set where only the local header has it.
  public var flags: UInt16
  /// The CRC-32 of the data, uncompressed.
  public var crc32: UInt32
  /// The number of compressed bytes.
  public var compressedSize: UInt64
  /// The number of bytes, uncompressed.
  public var size: UInt64
  /// The offset of the local header from the start of the source.
  public var headerOffset: UInt64
  /// The offset of the first byte of the data from the start of the source.
  public var dataOffset: UInt64
  /// The "external file attributes"; the upper half holds the Unix mode where the maker is Unix.
  public var externalAttributes: UInt32
  /// The "version made by"; the upper byte is the maker's system, 3 for Unix.
  public var madeBy: UInt16
  /// The DOS date and time, date in the upper half.
  public var dosTime: UInt32

  /// The name as text: UTF-8, or nothing where the bytes are none.
  public var name: String? { String(validating: rawName, as: UTF8.self) }
  /// Whether the entry is a folder: its name ends in "/".
  public var isDirectory: Bool { rawName.last == UInt8(ascii: "/") }
  /// Whether the entry is encrypted (flags, bit 0 or 6, or 13).
  public var isEncrypted: Bool { flags & (1 | 1 << 6 | 1 << 13) != 0 }
}
