/// How much of a ZIP is looked at, and what counts as a bomb.
public struct ZIPLimits: Sendable {
  /// The most entries that are read; more end the reading with `ArchiveError.limit`.
  public var entries: Int
  /// The most bytes of names in all.
  public var nameBytes: Int
  /// The most bytes that all entries together may declare, uncompressed.
  public var totalSize: UInt64
  /// How many times its packed size an entry may unpack to.
  ///
  /// More is a bomb, where the entry declares more than `ratioFloor` bytes.
  public var ratio: UInt64
  /// The number of unpacked bytes below which no ratio makes a bomb.
  public var ratioFloor: UInt64
  /// The most oddities that are kept, besides the first one of each reason.
  public var oddities: Int
  /// Whether the two times of an entry are compared; some office programs write two.
  public var comparesTimes: Bool

  /// Makes limits.
  public init(
    entries: Int = 1_000_000, nameBytes: Int = 256 << 20, totalSize: UInt64 = 16 << 40,
    ratio: UInt64 = 250, ratioFloor: UInt64 = 16 << 20, oddities: Int = 1_000,
    comparesTimes: Bool = true
  ) {
    self.entries = entries
    self.nameBytes = nameBytes
    self.totalSize = totalSize
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.oddities = oddities
    self.comparesTimes = comparesTimes
  }

  /// Whether so many bytes from so few are a bomb.
  func isBomb(size: UInt64, packed: UInt64) -> Bool {
    size > ratioFloor && size / ratio >= max(packed, 1)
  }

  /// For archives of files.
  public static let archive = ZIPLimits()
  /// For office documents, which hold few and small parts.
  public static let document = ZIPLimits(
    entries: 100_000, nameBytes: 16 << 20, totalSize: 64 << 30, comparesTimes: false)
}
