extension ZIPInspector {
  /// Reads every record of the central directory, to the end record.
  mutating func readCentralDirectory() throws(ArchiveError) {
    var position = try locateDirectory()
    directoryStart = position
    entries.rows.reserveCapacity(Int(min(end.count, 4096)))
    while position < end.directoryEnd {
      guard let next = try readCentralRecord(at: position) else { break }
      position = next
    }
    let found = UInt64(entries.count)
    if found != end.count {
      let wraps = !end.isZIP64 && found & 0xffff == end.count
      oddities.note(.ambiguous, wraps ? "entry-count-wraps" : "entry-count", offset: end.offset)
    }
    if position < end.directoryEnd, found >= end.count {
      oddities.note(.ambiguous, "data-after-directory", offset: position)
    }
  }

  /// Where the directory begins: readers trust its offset, or its size and the end record.
  private mutating func locateDirectory() throws(ArchiveError) -> UInt64 {
    let size = end.directorySize
    let stated = end.directoryOffset
    let isUnstated = stated == UInt64(ZIPFormat.sentinel32) && !end.isZIP64
    guard size <= end.directoryEnd else {
      guard try isCentralRecord(at: stated) else {
        throw failure(.damaged, "directory-missing")
      }
      oddities.note(.ambiguous, "directory-size", offset: end.offset)
      return stated
    }
    let adjacent = end.directoryEnd - size
    if stated == adjacent {
      if end.count == 0 { return stated }
      if try isCentralRecord(at: stated) { return stated }
      throw failure(.damaged, "directory-missing")
    }
    var isFound = end.count == 0 && size == 0
    if !isFound { isFound = try isCentralRecord(at: adjacent) }
    if isFound {
      if isUnstated {
        oddities.note(.ambiguous, "zip64-record-missing", offset: end.offset)
      } else {
        oddities.note(.ambiguous, "directory-offset", offset: end.offset)
        if stated < adjacent { end.shift = adjacent - stated }
      }
      return adjacent
    }
    guard try isCentralRecord(at: stated) else {
      throw failure(.damaged, "directory-missing")
    }
    oddities.note(.ambiguous, "directory-size", offset: end.offset)
    return stated
  }

  private mutating func isCentralRecord(at offset: UInt64) throws(ArchiveError) -> Bool {
    guard offset < end.directoryEnd, let index = try window.index(of: offset, count: 4) else {
      return false
    }
    return window.u32(index) == ZIPFormat.centralSignature
  }

  /// Reads one record and gives where the next one begins, or nothing where there is no record.
  private mutating func readCentralRecord(at offset: UInt64) throws(ArchiveError) -> UInt64? {
    let room = end.directoryEnd - offset
    guard room >= UInt64(ZIPFormat.centralSize),
      let head = try window.index(of: offset, count: ZIPFormat.centralSize),
      window.u32(head) == ZIPFormat.centralSignature
    else {
      oddities.note(.damaged, "directory-record", offset: offset)
      return nil
    }
    let nameCount = Int(window.u16(head + 28))
    let extraCount = Int(window.u16(head + 30))
    let commentCount = Int(window.u16(head + 32))
    let total = ZIPFormat.centralSize + nameCount + extraCount + commentCount
    guard UInt64(total) <= room, let index = try window.index(of: offset, count: total) else {
      oddities.note(.damaged, "directory-record", offset: offset)
      return nil
    }
    guard entries.count < limits.entries, entries.names.count + nameCount <= limits.nameBytes
    else { throw failure(.limit, "too-many-entries") }
    append(recordAt: index, offset: offset, nameCount: nameCount, extraCount: extraCount)
    if claimsFarTooMuch() {
      // Many records of few bytes are a bomb for whoever reads on.
      oddities.note(.ambiguous, "entries-overlap", offset: offset)
      return nil
    }
    return offset + UInt64(total)
  }

  /// Java opens no archive of which a comment is not in the encoding that the entry states.
  private mutating func checkComment(recordAt index: Int, _ number: Int, _ offset: UInt64) {
    let count = Int(window.u16(index + 32))
    guard count > 0, window.u16(index + 8) & ZIPFormat.Flag.utf8 != 0 else { return }
    let start =
      index + ZIPFormat.centralSize + Int(window.u16(index + 28)) + Int(window.u16(index + 30))
    if String(validating: window[start..<start + count], as: UTF8.self) == nil {
      note(.risky, "comment-not-utf8", number, offset)
    }
  }

  /// Whether the entries cannot lie side by side, by a wide margin.
  private mutating func claimsFarTooMuch() -> Bool {
    guard let row = entries.rows.last else { return false }
    let header = UInt64(ZIPFormat.localSize) + UInt64(row.nameCount)
    let (sum, overflows) = claimed.addingReportingOverflow(header)
    // One size that is a lie is no bomb: what lies past the end is told entry by entry.
    let room = min(row.compressedSize, directoryStart)
    let (total, overflowsToo) = sum.addingReportingOverflow(room)
    claimed = overflows || overflowsToo ? UInt64.max : total
    return claimed / 4 > directoryStart + (64 << 10)
  }

  private mutating func append(
    recordAt index: Int, offset: UInt64, nameCount: Int, extraCount: Int
  ) {
    let nameStart = index + ZIPFormat.centralSize
    var row = ZIPEntries.Row(
      nameStart: UInt32(entries.names.count), nameCount: UInt16(nameCount),
      method: window.u16(index + 10), flags: window.u16(index + 8), madeBy: window.u16(index + 4),
      versionNeeded: window.u16(index + 6), crc32: window.u32(index + 16),
      dosTime: UInt32(window.u16(index + 12)) | UInt32(window.u16(index + 14)) << 16,
      externalAttributes: window.u32(index + 38), compressedSize: UInt64(window.u32(index + 20)),
      size: UInt64(window.u32(index + 24)), headerOffset: UInt64(window.u32(index + 42)),
      dataOffset: 0)
    entries.names.append(contentsOf: window[nameStart..<nameStart + nameCount])
    let disk = window.u16(index + 34)
    var zip64 = ZIP64Fields(
      size: window.u32(index + 24), compressedSize: window.u32(index + 20),
      offset: window.u32(index + 42), disk: disk)
    let extra = ExtraFields.read(
      window[nameStart + nameCount..<nameStart + nameCount + extraCount],
      name: window[nameStart..<nameStart + nameCount], zip64: &zip64)
    row.size = zip64.size
    row.compressedSize = zip64.compressedSize
    row.headerOffset = zip64.offset
    entries.rows.append(row)
    let number = entries.count - 1
    for oddity in extra.oddities { note(oddity.kind, oddity.reason, number, offset) }
    if zip64.disk != 0 { note(.unsupported, "several-disks", number, offset + 34) }
    if window.u16(index + 36) & ~1 != 0 { note(.risky, "internal-attributes", number, offset + 36) }
    checkComment(recordAt: index, number, offset)
    checkVersions(row, number, offset)
    checkFeatures(number, offset)
  }

  /// Flags, method and kind of file, by the central directory.
  private mutating func checkFeatures(_ number: Int, _ offset: UInt64) {
    let row = entries.rows[number]
    if row.isEncrypted {
      note(.encrypted, "encrypted", number, offset)
    } else if row.method != 0 && row.method != 8 {
      note(.unsupported, "method", number, offset + 10)
    }
    if row.flags & ZIPFormat.Flag.patched != 0 { note(.unsupported, "patch", number, offset + 8) }
    if row.flags & ZIPFormat.Flag.reserved != 0 {
      note(.unsupported, "reserved-flags", number, offset + 8)
    }
    checkAttributes(row, number, offset + 38)
  }

  /// Notes an oddity of an entry.
  mutating func note(
    _ kind: ContainerOddity.Kind, _ reason: String, _ number: Int, _ offset: UInt64?
  ) {
    oddities.note(kind, reason, entry: entries.displayName(number), offset: offset)
  }
}
