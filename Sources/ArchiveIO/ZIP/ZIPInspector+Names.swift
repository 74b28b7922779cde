extension ZIPInspector {
  /// Judges every name, and names against each other.
  mutating func checkNames() {
    for number in entries.indices {
      let name = entries.name(number)
      let offset = entries.rows[number].headerOffset
      let isFolder = name.last == UInt8(ascii: "/")
      for problem in EntryName.problems(of: name, isFolder: isFolder) {
        note(problem.kind, problem.reason, number, offset)
      }
      if ZIPInspector.endsInVersion(name) { note(.ambiguous, "name-version", number, offset) }
      // Without the flag, readers decode by CP437, the system's code page, or as UTF-8. Info-ZIP
      // writes so on Linux; bytes that are no UTF-8 have been noted as ambiguous already.
      if entries.rows[number].flags & ZIPFormat.Flag.utf8 == 0, !EntryName.isASCII(name) {
        note(.risky, "name-encoding-unstated", number, offset)
      }
    }
    let twins = NameTwins.find(count: entries.count) { entries.name($0) }
    for twin in twins {
      note(twin.kind, twin.reason, twin.number, entries.rows[twin.number].headerOffset)
    }
  }

  /// Whether a name ends in a semicolon and digits: unzip takes that for the version of a file on
  /// VMS and leaves it out, whatever system the archive comes from.
  private static func endsInVersion(_ name: ArraySlice<UInt8>) -> Bool {
    name.last.map { $0 == UInt8(ascii: ";") || (0x30...0x39).contains($0) } ?? false
      && name.last { !(0x30...0x39).contains($0) } == UInt8(ascii: ";")
  }

  /// Judges declared sizes: what cannot be, and what would unpack to far too much.
  mutating func checkSizes() {
    var total: UInt64 = 0
    for number in entries.rows.indices {
      let row = entries.rows[number]
      let isStored = row.method == 0 && row.flags & ZIPFormat.Flag.encrypted == 0
      if isStored && row.size != row.compressedSize {
        note(.ambiguous, "stored-sizes-differ", number, row.headerOffset)
      }
      total = total.addingReportingOverflow(row.size).overflow ? UInt64.max : total + row.size
      if limits.isBomb(size: row.size, packed: row.compressedSize) {
        note(.bomb, "ratio", number, row.headerOffset)
      }
      if row.crc32 == 0 && row.size > 0 && row.flags & ZIPFormat.Flag.encrypted == 0 {
        note(.risky, "crc-zero", number, row.headerOffset)
      }
    }
    if total > limits.totalSize { oddities.note(.bomb, "total-size") }
    if limits.isBomb(size: total, packed: source.size) {
      oddities.note(.bomb, "total-ratio")
    }
  }

  /// Notes a file that also reads as a tape archive, of any age, or as the image of a disc.
  mutating func checkPolyglot() throws(ArchiveError) {
    guard let index = try window.index(of: 0, count: 512) else { return }
    let block = window[index..<index + 512]
    if block[index + 257..<index + 262].elementsEqual("ustar".utf8) || TarFormat.hasChecksum(block)
    {
      oddities.note(.ambiguous, "also-tar", offset: 0)
    }
    let mark = Array("CD001".utf8)
    guard source.size >= Self.discMark + UInt64(mark.count) else { return }
    if try source.bytes(at: Self.discMark, count: mark.count) == mark {
      oddities.note(.ambiguous, "also-disc", offset: Self.discMark)
    }
  }

  /// Where the first descriptor of a disc's volume has its mark (ISO 9660, 8.1): nothing stands there by
  /// chance.
  private static let discMark: UInt64 = 32_769
}
