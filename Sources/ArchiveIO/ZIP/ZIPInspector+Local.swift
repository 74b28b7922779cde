extension ZIPInspector {
  /// Reads every local header in the order of the file, and what lies between the entries.
  mutating func readLocalHeaders() throws(ArchiveError) {
    let order = applyShiftAndOrder()
    var position: UInt64 = 0
    for (step, number) in order.enumerated() {
      let offset = entries.rows[number].headerOffset
      if offset >= directoryStart {
        note(.damaged, "header-offset", number, offset)
        continue
      }
      if offset < position {
        let isShared = step > 0 && entries.rows[order[step - 1]].headerOffset == offset
        note(.ambiguous, isShared ? "local-header-shared" : "entries-overlap", number, offset)
      } else if offset > position {
        try noteGap(from: position, to: offset, isFirst: position == 0)
      }
      var next = directoryStart
      if step + 1 < order.count { next = min(next, entries.rows[order[step + 1]].headerOffset) }
      position = max(position, try readLocalHeader(number, next: next))
    }
    if position < directoryStart {
      try noteGap(from: position, to: directoryStart, isFirst: position == 0)
    }
  }

  private mutating func applyShiftAndOrder() -> [Int] {
    var isSorted = true
    var last: UInt64 = 0
    for number in entries.rows.indices {
      let (offset, overflows) = entries.rows[number].headerOffset.addingReportingOverflow(end.shift)
      entries.rows[number].headerOffset = overflows ? UInt64.max : offset
      isSorted = isSorted && offset >= last
      last = offset
    }
    let order = Array(entries.rows.indices)
    if isSorted { return order }
    return order.sorted {
      (entries.rows[$0].headerOffset, $0) < (entries.rows[$1].headerOffset, $1)
    }
  }

  /// Notes bytes that belong to no entry, by what they look like.
  private mutating func noteGap(
    from start: UInt64, to end: UInt64, isFirst: Bool
  ) throws(ArchiveError) {
    var reason = isFirst ? "data-before-first" : "gap"
    if end - start >= 4, let index = try window.index(of: start, count: 4) {
      switch window.u32(index) {
      case ZIPFormat.localSignature: reason = "hidden-local-entry"
      case ZIPFormat.descriptorSignature where !isFirst: reason = "descriptor-without-flag"
      default: break
      }
    }
    oddities.note(.ambiguous, reason, offset: start)
  }

  /// Compares a local header with its central record.
  ///
  /// - Returns: where the entry ends, with its descriptor.
  private mutating func readLocalHeader(
    _ number: Int, next: UInt64
  ) throws(ArchiveError) -> UInt64 {
    let offset = entries.rows[number].headerOffset
    guard
      let head = try window.index(of: offset, count: ZIPFormat.localSize),
      window.u32(head) == ZIPFormat.localSignature
    else {
      note(.damaged, "local-header-missing", number, offset)
      entries.rows[number].dataOffset = offset
      return offset
    }
    let nameCount = Int(window.u16(head + 26))
    let extraCount = Int(window.u16(head + 28))
    let total = ZIPFormat.localSize + nameCount + extraCount
    guard let index = try window.index(of: offset, count: total) else {
      note(.truncated, "local-header-truncated", number, offset)
      entries.rows[number].dataOffset = offset
      return source.size
    }
    entries.rows[number].dataOffset = offset + UInt64(total)
    let nameStart = index + ZIPFormat.localSize
    let name = window[nameStart..<nameStart + nameCount]
    if !name.elementsEqual(entries.name(number)) {
      note(.ambiguous, "local-name-differs", number, offset + UInt64(ZIPFormat.localSize))
    }
    var zip64 = ZIP64Fields(
      size: window.u32(index + 22), compressedSize: window.u32(index + 18), offset: 0, disk: 0)
    let extra = ExtraFields.read(
      window[nameStart + nameCount..<nameStart + nameCount + extraCount], name: name, zip64: &zip64)
    for oddity in extra.oddities { note(oddity.kind, oddity.reason, number, offset) }
    let local = LocalHeader(
      versionNeeded: window.u16(index + 4) & 0xff,
      time: UInt32(window.u16(index + 10)) | UInt32(window.u16(index + 12)) << 16,
      flags: window.u16(index + 6), method: window.u16(index + 8), crc32: window.u32(index + 14),
      zip64: zip64)
    compare(local, number, offset)
    if local.hasDescriptor { entries.rows[number].flags |= ZIPFormat.Flag.descriptor }
    try checkFolderData(number)
    return try readEntryEnd(local, number, next: next)
  }

  private mutating func compare(_ local: LocalHeader, _ number: Int, _ offset: UInt64) {
    let row = entries.rows[number]
    if local.method != row.method { note(.ambiguous, "local-method-differs", number, offset + 8) }
    compareForm(local, row, number, offset)
    let differing = local.flags ^ row.flags
    // A directory that no longer says "descriptor" is common: the sizes are known there. How hard
    // deflate tried says nothing; where nothing is deflated, 7-Zip takes it for an error.
    let options = row.method == 8 ? ZIPFormat.Flag.deflateOptions : 0
    let isHarmless =
      differing & ~(options | ZIPFormat.Flag.descriptor | ZIPFormat.Flag.utf8) == 0
      && !(differing & ZIPFormat.Flag.descriptor != 0 && !local.hasDescriptor)
      && !(differing & ZIPFormat.Flag.utf8 != 0 && !EntryName.isASCII(entries.name(number)))
    if !isHarmless { note(.ambiguous, "local-flags-differ", number, offset + 6) }
    let mayBeZero = local.hasDescriptor
    func differs<Number: FixedWidthInteger>(_ here: Number, _ central: Number) -> Bool {
      here != central && !(mayBeZero && here == 0)
    }
    if differs(local.crc32, row.crc32) {
      note(.ambiguous, "local-crc-differs", number, offset + 14)
    }
    if differs(local.zip64.compressedSize, row.compressedSize)
      || differs(local.zip64.size, row.size)
    {
      note(.ambiguous, "local-size-differs", number, offset + 18)
    }
  }

  /// Compares what touches neither names nor bytes, yet no tool writes in two ways.
  private mutating func compareForm(
    _ local: LocalHeader, _ row: ZIPEntries.Row, _ number: Int, _ offset: UInt64
  ) {
    if local.versionNeeded > ZIPFormat.highestVersion {
      note(.unsupported, "version-needed", number, offset + 4)
    }
    // A writer that streams learns of ZIP64 when the local header is written already.
    let usual = { (version: UInt16) in version <= 20 || version == ZIPFormat.zip64Version }
    let central = row.versionNeeded & 0xff
    if local.versionNeeded != central, !usual(local.versionNeeded) || !usual(central) {
      note(.risky, "local-version-differs", number, offset + 4)
    }
    if local.flags & ZIPFormat.Flag.reserved != 0, row.flags & ZIPFormat.Flag.reserved == 0 {
      note(.unsupported, "reserved-flags", number, offset + 6)
    }
    if limits.comparesTimes && local.time != row.dosTime {
      note(.risky, "local-time-differs", number, offset + 10)
    }
  }

  /// Where an entry ends; checks its descriptor against the directory.
  private mutating func readEntryEnd(
    _ local: LocalHeader, _ number: Int, next: UInt64
  ) throws(ArchiveError) -> UInt64 {
    let row = entries.rows[number]
    let (dataEnd, overflows) = row.dataOffset.addingReportingOverflow(row.compressedSize)
    if overflows || dataEnd > source.size {
      note(.truncated, "data-past-end", number, row.dataOffset)
      return source.size
    }
    if dataEnd > directoryStart {
      note(.ambiguous, "entries-overlap", number, row.dataOffset)
      return dataEnd
    }
    guard local.hasDescriptor else { return dataEnd }
    let room = next > dataEnd ? Int(min(next - dataEnd, 24)) : 0
    guard let index = try window.index(of: dataEnd, count: room) else { return dataEnd }
    guard let form = DescriptorForm.find(in: window, at: index, room: room, row: row) else {
      let reason = room == 0 ? "descriptor-missing" : "descriptor-differs"
      note(room == 0 ? .ambiguous : .damaged, reason, number, dataEnd)
      return room == 0 ? dataEnd : min(next, dataEnd + 16)
    }
    if form.isAmbiguous(row, zip64: local.zip64.isPresent) {
      note(.ambiguous, "descriptor-ambiguous", number, dataEnd)
    } else if !form.hasSignature {
      note(.risky, "descriptor-without-signature", number, dataEnd)
    }
    return dataEnd + UInt64(form.size)
  }
}

/// What a local header says that the directory says too.
struct LocalHeader {
  var versionNeeded: UInt16
  var time: UInt32
  var flags: UInt16
  var method: UInt16
  var crc32: UInt32
  var zip64: ZIP64Fields

  var hasDescriptor: Bool { flags & ZIPFormat.Flag.descriptor != 0 }
}

/// The four forms of a data descriptor (APPNOTE 4.3.9): with or without signature, 32 or 64 bits.
struct DescriptorForm {
  var hasSignature: Bool
  var isWide: Bool

  var size: Int { (hasSignature ? 4 : 0) + 4 + (isWide ? 16 : 8) }

  /// The form in which the bytes say what the directory says.
  ///
  /// - Parameter room: the number of bytes up to the next structure, at most 24.
  static func find(
    in window: ByteWindow, at index: Int, room: Int, row: ZIPEntries.Row
  ) -> DescriptorForm? {
    for form in [
      DescriptorForm(hasSignature: true, isWide: false),
      DescriptorForm(hasSignature: false, isWide: false),
      DescriptorForm(hasSignature: true, isWide: true),
      DescriptorForm(hasSignature: false, isWide: true),
    ] where room == form.size && form.matches(window, index, row) {
      return form
    }
    return nil
  }

  private func matches(_ window: ByteWindow, _ index: Int, _ row: ZIPEntries.Row) -> Bool {
    var at = index
    if hasSignature {
      guard window.u32(at) == ZIPFormat.descriptorSignature else { return false }
      at += 4
    }
    guard window.u32(at) == row.crc32 else { return false }
    if isWide {
      return window.u64(at + 4) == row.compressedSize && window.u64(at + 12) == row.size
    }
    return UInt64(window.u32(at + 4)) == row.compressedSize
      && UInt64(window.u32(at + 8)) == row.size
  }

  /// Whether a reader that comes from the front could see another form.
  func isAmbiguous(_ row: ZIPEntries.Row, zip64: Bool) -> Bool {
    let isLarge = max(row.size, row.compressedSize) >= UInt64(ZIPFormat.sentinel32)
    // Without ZIP64 nobody expects 64 bits; with it bsdtar expects nothing else (APPNOTE 4.3.9.2).
    if isWide ? !zip64 && !isLarge : zip64 { return true }
    // Without a signature, a CRC that equals it reads as one, and where the data are stored a reader
    // from a pipe has nothing to see their end by.
    return !hasSignature
      && (row.crc32 == ZIPFormat.descriptorSignature || row.method == 0 && row.size > 0)
  }
}
