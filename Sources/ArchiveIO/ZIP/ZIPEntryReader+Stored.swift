extension ZIPEntryReader {
  /// The data of a stored entry where it lies, for a caller that reads and checks it by itself.
  ///
  /// - Returns: nothing for an entry that is compressed.
  /// - Throws: as `read(_:from:limit:_:)` before it reads.
  public func storedData(
    of entry: ZIPEntry, in source: any ByteSource
  ) throws(ArchiveError) -> SubrangeSource? {
    guard case .stored = entry.method else { return nil }
    try check(entry, source, limit: .max)
    return SubrangeSource(
      of: source, name: source.name, offset: entry.dataOffset, size: entry.size)
  }

  /// What is wrong with data that was read, by its length and its CRC-32.
  ///
  /// - Returns: nothing where both are what the directory says.
  public static func fault(
    of entry: ZIPEntry, in source: any ByteSource, size: UInt64, crc32: UInt32
  ) -> ArchiveError? {
    if size < entry.size { return corrupt(entry, source, "data-past-end") }
    return crc32 == entry.crc32 ? nil : corrupt(entry, source, "crc-differs")
  }
}
