/// One entry of a tar archive.
public struct TarEntry: Sendable, Hashable {
  /// What an entry is.
  public enum Kind: Sendable, Hashable {
    case file
    case folder
    case symbolicLink
    case hardLink
    /// A device, a FIFO, or a type that is not read here.
    case other(UInt8)
  }

  /// The bytes of the name as the archive has them, from whichever field holds them.
  public var rawName: [UInt8]
  /// What it is.
  public var kind: Kind
  /// The number of bytes of data.
  public var size: UInt64
  /// Where a link points to.
  public var linkTarget: [UInt8]
  /// The offset of the header in the unpacked stream.
  public var headerOffset: UInt64
  /// The offset of the data in the unpacked stream; in a plain tar, an offset of the file.
  public var dataOffset: UInt64

  /// The name as text, without "./" before it or "/" after it; nothing where it is no UTF-8.
  public var name: String? {
    var bytes = rawName[...]
    while bytes.starts(with: [0x2e, 0x2f]) { bytes = bytes.dropFirst(2) }
    if bytes.last == 0x2f { bytes = bytes.dropLast() }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// Takes what a tar archive holds, entry by entry, as it is read.
public protocol TarVisitor {
  /// An entry begins.
  ///
  /// - Returns: whether its data is wanted; where it is not, a plain tar skips it.
  mutating func begin(_ entry: TarEntry) throws -> Bool
  /// The next bytes of the entry that began; at most 256 KiB.
  mutating func data(_ bytes: UnsafeRawBufferPointer) throws
  /// The entry's data is complete. It is not called where the archive ends too early.
  mutating func end(_ entry: TarEntry) throws
}

/// How much of a tar archive is read, and what counts as a bomb.
public struct TarLimits: Sendable {
  /// The most entries that are read; more end the reading.
  public var entries: Int
  /// The most bytes of names in all.
  public var nameBytes: Int
  /// The most bytes of one extended header.
  public var headerBytes: UInt64
  /// The most unpacked bytes.
  public var totalSize: UInt64
  /// How many times its packed size an archive may unpack to.
  ///
  /// More is a bomb, once it has given more than `ratioFloor` bytes.
  public var ratio: UInt64
  /// The number of unpacked bytes below which no ratio makes a bomb.
  public var ratioFloor: UInt64

  /// Makes limits.
  public init(
    entries: Int = 1_000_000, nameBytes: Int = 256 << 20, headerBytes: UInt64 = 1 << 20,
    totalSize: UInt64 = 16 << 40, ratio: UInt64 = 250, ratioFloor: UInt64 = 32 << 20
  ) {
    self.entries = entries
    self.nameBytes = nameBytes
    self.headerBytes = headerBytes
    self.totalSize = totalSize
    self.ratio = ratio
    self.ratioFloor = ratioFloor
  }

  /// For archives of files.
  public static let archive = TarLimits()
}

/// What was found in a tar archive besides its entries.
public struct TarInspection: Sendable {
  /// How it is packed.
  public var kind: ArchiveKind
  /// The number of entries.
  public var entries: Int
  /// The number of unpacked bytes.
  public var unpackedBytes: UInt64
  /// All that is suspicious; empty where the archive has strictly one meaning.
  public var oddities: [ContainerOddity]
}
