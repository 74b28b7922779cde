/// What a ZIP says of its entries, read from its own bytes: both directories and every descriptor.
public struct ZIPDirectory: Sendable {
  /// The entries in the order of the central directory.
  public let entries: ZIPEntries
  /// All that is suspicious in the structures; empty where they have strictly one meaning.
  ///
  /// Whether the data is what the structures say, only `ZIPEntryReader` can tell.
  public let oddities: [ContainerOddity]

  /// Reads the end record, the central directory, every local header and every data descriptor.
  ///
  /// - Parameters:
  ///   - source: the bytes; a source of up to 256 KiB costs one read.
  ///   - limits: what is too much.
  /// - Returns: the entries and all that is suspicious. A ZIP that contradicts itself is *not* an
  ///   error as long as a directory can be had.
  /// - Throws: `ArchiveError.notAnArchive`, `.truncated` (a ZIP begins here, but has no end record),
  ///   `.damaged` (no directory where the end record says), `.limit`, `.io`.
  ///
  /// Source: APPNOTE 6.3.10, sections 4.3 to 4.5.
  public static func read(
    from source: any ByteSource, limits: ZIPLimits = .archive
  ) throws(ArchiveError) -> ZIPDirectory {
    var inspector = try ZIPInspector(source, limits: limits)
    try inspector.run()
    return ZIPDirectory(entries: inspector.entries, oddities: inspector.oddities.list)
  }

  /// The entries whose name is, byte for byte, this text in UTF-8; more than one is possible.
  public func entries(named name: String) -> [ZIPEntry] {
    var name = name
    return name.withUTF8 { wanted in
      entries.rows.indices.compactMap { index in
        guard Int(entries.rows[index].nameCount) == wanted.count else { return nil }
        return unsafe entries.name(index).elementsEqual(wanted) ? entries[index] : nil
      }
    }
  }
}

/// The oddities found so far, bounded in number.
struct OddityList {
  private(set) var list: [ContainerOddity] = []
  private var limit: Int
  private var seen: Set<String> = []

  init(limit: Int) { self.limit = limit }

  /// Notes an oddity; past the limit only the first of each reason is kept, and of what is merely
  /// risky and of no one entry the first always.
  mutating func note(
    _ kind: ContainerOddity.Kind, _ reason: String, entry: String? = nil, offset: UInt64? = nil
  ) {
    let isNew = seen.insert(reason).inserted
    guard isNew || list.count < limit && (entry != nil || kind != .risky) else { return }
    list.append(ContainerOddity(kind, reason, entry: entry, offset: offset))
  }
}
