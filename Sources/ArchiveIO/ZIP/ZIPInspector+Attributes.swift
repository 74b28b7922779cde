extension ZIPInspector {
  /// Judges the versions an entry states: what is newer than the specification cannot be known.
  ///
  /// A version before ZIP64's beside a ZIP64 field is let pass: Info-ZIP writes it.
  mutating func checkVersions(_ row: ZIPEntries.Row, _ number: Int, _ offset: UInt64) {
    // The upper byte is the system's, which some writers put into both.
    let needed = row.versionNeeded & 0xff
    if needed > ZIPFormat.highestVersion {
      note(.unsupported, "version-needed", number, offset + 6)
    } else if needed > ZIPFormat.highestPlainVersion, row.isPlain {
      note(.ambiguous, "version-hides-entry", number, offset + 6)
    }
    if row.madeBy & 0xff > ZIPFormat.highestVersion {
      note(.risky, "version-made-by", number, offset + 4)
    }
  }

  /// Judges the kind of file that the attributes make of an entry.
  mutating func checkAttributes(_ row: ZIPEntries.Row, _ number: Int, _ offset: UInt64) {
    let endsInSlash = row.nameCount > 0 && entries.names.last == UInt8(ascii: "/")
    let system = row.madeBy >> 8
    let kind = row.externalAttributes >> 16 & 0o170000
    let isUnix = system == 3 || system == 19
    if !isUnix { checkDOSAttributes(row, endsInSlash: endsInSlash, number, offset) }
    // The Amiga has other bits for a folder, which 7-Zip knows and others do not.
    if system == 1, row.externalAttributes >> 16 & 0o6000 == 0o4000, !endsInSlash {
      note(.ambiguous, "folder-without-slash", number, offset)
    }
    switch kind {
    case 0, 0o100000:
      let mode = row.externalAttributes >> 16
      if isUnix && mode & 0o6000 != 0 && !endsInSlash {
        note(.risky, "set-id-mode", number, offset)
      }
    // 7-Zip makes a link whatever system the maker names.
    case 0o120000: note(.link, "symbolic-link", number, offset)
    case _ where !isUnix: break
    case 0o040000:
      if !endsInSlash { note(.ambiguous, "folder-without-slash", number, offset) }
    default: note(.link, "special-file", number, offset)
    }
    let most = row.method == 8 ? ZIPInspector.longestNothing : 2
    if endsInSlash && (row.size != 0 || row.compressedSize > most) {
      note(.ambiguous, "folder-with-data", number, offset)
    }
  }

  /// Nothing as deflate packs it: an empty block of fixed codes, or of stored data where a writer
  /// is told not to compress (RFC 1951, 3.2.4).
  private static let nothingDeflated: [[UInt8]] = [[0x03, 0x00], [0x01, 0x00, 0x00, 0xff, 0xff]]
  private static let longestNothing: UInt64 = 5

  /// Holds the data of a folder to none, stored or deflated: Java reads it from front to back.
  mutating func checkFolderData(_ number: Int) throws(ArchiveError) {
    let row = entries.rows[number]
    guard entries.name(number).last == UInt8(ascii: "/"), row.size == 0 else { return }
    if row.crc32 != 0 { note(.damaged, "folder-data-broken", number, row.headerOffset) }
    guard row.method == 8, row.compressedSize <= ZIPInspector.longestNothing else { return }
    let data = try source.bytes(at: row.dataOffset, count: Int(row.compressedSize))
    if !ZIPInspector.nothingDeflated.contains(data) {
      note(.damaged, "folder-data-broken", number, row.dataOffset)
    }
  }

  /// Looks for links as Windows stores them: 7-Zip makes a link of such data, other readers a file.
  ///
  /// Files that a cloud keeps bear the same attribute, and are what they are.
  mutating func checkReparsePoints() {
    for number in entries.rows.indices {
      let row = entries.rows[number]
      guard row.externalAttributes & 0x400 != 0, [0, 11].contains(row.madeBy >> 8) else { continue }
      var tag: UInt32 = 0
      var shift: UInt32 = 0
      let isThere = unsafe readStart(of: number, count: 4) { part in
        for index in 0..<part.count {
          tag |= unsafe UInt32(part[index]) << shift
          shift += 8
        }
      }
      // A mount point, a symbolic link, and one of the Linux within Windows (MS-FSCC 2.1.2.1).
      if isThere, [0xa000_0003, 0xa000_000c, 0xa000_001d].contains(tag) {
        note(.link, "reparse-point", number, row.headerOffset)
      }
    }
  }

  /// Makers on DOS and NTFS mark folders by an attribute, and some readers go by it.
  private mutating func checkDOSAttributes(
    _ row: ZIPEntries.Row, endsInSlash: Bool, _ number: Int, _ offset: UInt64
  ) {
    if row.externalAttributes & 0x10 != 0 && !endsInSlash {
      note(.ambiguous, "folder-without-slash", number, offset)
    }
    // unzip leaves the label of a volume out, others make a file of it.
    if row.externalAttributes & 0x08 != 0 { note(.ambiguous, "volume-label", number, offset) }
  }
}
