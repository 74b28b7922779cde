import Glibc

/// Where the central directory lies and how many entries it says it has.
struct ZIPEnd {
  /// The offset of the end record.
  var offset: UInt64 = 0
  /// The offset of the first structure after the directory: a ZIP64 record or the end record.
  var directoryEnd: UInt64 = 0
  /// Offset, size and count as the end records have them.
  var directoryOffset: UInt64 = 0
  var directorySize: UInt64 = 0
  var count: UInt64 = 0
  /// Whether the ZIP64 end record gave the count.
  var isZIP64 = false
  /// Whether the end record leaves the numbers of the disks to a ZIP64 record.
  var disksAreUnstated = false
  /// How far the offsets in the archive are from the offsets in the source.
  var shift: UInt64 = 0
}

extension ZIPInspector {
  /// Finds the end record, the ZIP64 records before it, and judges both.
  mutating func findEnd() throws(ArchiveError) {
    let tail = min(source.size, UInt64(ZIPFormat.endSize + 0xffff))
    let tailStart = source.size - tail
    let candidates = try endCandidates(from: tailStart, count: Int(tail))
    if !candidates.contains(where: { $0.end == source.size }), try isCutOff(candidates) {
      throw failure(.truncated, "archive-cut")
    }
    guard let chosen = try chooseEnd(candidates) else {
      throw try noEndRecord()
    }
    try readEnd(at: chosen)
    try readZIP64End()
    if end.disksAreUnstated && !end.isZIP64 {
      oddities.note(.unsupported, "several-disks", offset: end.offset + 4)
    }
  }

  private struct EndCandidate {
    var offset: UInt64
    /// Where the record with its comment ends.
    var end: UInt64
    /// Where the directory before it would begin.
    var directoryStart: UInt64?
    /// Where it says the directory begins.
    var statedStart: UInt64
  }

  /// Whether the entries from the front on show that the source ends before they do, or before their
  /// directory is complete.
  ///
  /// A file that broke off in copying may still hold an end record: that of a document stored in it.
  private mutating func isCutOff(_ candidates: [EndCandidate]) throws(ArchiveError) -> Bool {
    // What is left of it ends in an archive that is whole, but begins further back.
    guard let inner = candidates.last, let directory = inner.directoryStart,
      inner.statedStart < directory, let index = try window.index(of: directory, count: 4),
      window.u32(index) == ZIPFormat.centralSignature
    else { return false }
    var offset: UInt64 = 0
    var count = 0
    while count < limits.entries {
      let left = source.size - offset
      guard left >= 4 else { return count > 0 }
      guard let start = try window.index(of: offset, count: 4) else { return false }
      switch window.u32(start) {
      case ZIPFormat.centralSignature:
        return count > 0 && !candidates.contains { $0.directoryStart == offset }
      case ZIPFormat.localSignature: break
      default: return false
      }
      guard left >= UInt64(ZIPFormat.localSize) else { return true }
      guard let header = try window.index(of: offset, count: ZIPFormat.localSize) else {
        return false
      }
      let size = window.u32(header + 18)
      // Where the size is told elsewhere, nothing is known of what follows.
      guard window.u16(header + 6) & ZIPFormat.Flag.descriptor == 0, size != ZIPFormat.sentinel32
      else { return false }
      let names = UInt64(window.u16(header + 26)) + UInt64(window.u16(header + 28))
      let length = UInt64(ZIPFormat.localSize) + names + UInt64(size)
      if length > left { return true }
      offset += length
      count += 1
    }
    return false
  }

  private mutating func endCandidates(
    from start: UInt64, count: Int
  ) throws(ArchiveError) -> [EndCandidate] {
    guard count >= ZIPFormat.endSize, let base = try window.index(of: start, count: count) else {
      return []
    }
    var found: [EndCandidate] = []
    let last = base + count - ZIPFormat.endSize
    for index in ByteSearch.positions(of: 0x50, in: window[base..<last + 1]) {
      guard window.u32(index) == ZIPFormat.endSignature else { continue }
      let offset = start + UInt64(index - base)
      let comment = UInt64(window.u16(index + 20))
      let size = UInt64(window.u32(index + 12))
      found.append(
        EndCandidate(
          offset: offset, end: offset + UInt64(ZIPFormat.endSize) + comment,
          directoryStart: size <= offset ? offset - size : nil,
          statedStart: UInt64(window.u32(index + 16))))
    }
    return found
  }

  /// The last record that ends where the source does, as the readers that search backwards take it.
  private mutating func chooseEnd(
    _ candidates: [EndCandidate]
  ) throws(ArchiveError) -> UInt64? {
    guard let last = candidates.last else { return nil }
    let exact = candidates.filter { $0.end == source.size }
    guard let chosen = exact.last else {
      if last.end < source.size {
        let isPadding = try isZero(from: last.end)
        if !(isPadding && isBlockFilled(from: last.end)) {
          oddities.note(
            isPadding ? .risky : .ambiguous, isPadding ? "zeros-after-end" : "data-after-end",
            offset: last.end)
        }
      } else {
        oddities.note(.truncated, "comment-truncated", offset: last.offset)
      }
      return last.offset
    }
    if exact.count > 1 {
      oddities.note(.ambiguous, "several-end-records", offset: exact[0].offset)
    }
    if let offset = try signature(after: chosen.offset) {
      oddities.note(.ambiguous, "comment-holds-end-record", offset: offset)
    }
    return chosen.offset
  }

  /// Where the signature of an end record stands in the comment: Python goes by the last one, even
  /// where it is too near to the end to be a record.
  private mutating func signature(after chosen: UInt64) throws(ArchiveError) -> UInt64? {
    let start = chosen + UInt64(ZIPFormat.endSize)
    let count = Int(source.size - start)
    guard count >= 4, let base = try window.index(of: start, count: count) else { return nil }
    return ByteSearch.positions(of: 0x50, in: window[base..<base + count - 3])
      .first { window.u32($0) == ZIPFormat.endSignature }.map { start + UInt64($0 - base) }
  }

  /// Whether what follows the end fills the last of the blocks that bsdtar writes to a pipe.
  private func isBlockFilled(from offset: UInt64) -> Bool {
    let block: UInt64 = 10_240
    return source.size.isMultiple(of: block) && source.size - offset < block
  }

  private mutating func isZero(from offset: UInt64) throws(ArchiveError) -> Bool {
    let count = Int(source.size - offset)
    guard let index = try window.index(of: offset, count: count) else { return false }
    return window[index..<index + count].allSatisfy { $0 == 0 }
  }

  private mutating func noEndRecord() throws(ArchiveError) -> ArchiveError {
    if source.size == 0 { return failure(.notAnArchive, "empty") }
    if let index = try window.index(of: 0, count: 4) {
      let signature = window.u32(index)
      let begins: [UInt32] = [
        ZIPFormat.localSignature, ZIPFormat.centralSignature, ZIPFormat.descriptorSignature,
      ]
      if begins.contains(signature) {
        return failure(.truncated, "archive-cut")
      }
    }
    return failure(.notAnArchive, "no-archive")
  }

  private mutating func readEnd(at offset: UInt64) throws(ArchiveError) {
    guard let index = try window.index(of: offset, count: ZIPFormat.endSize) else {
      throw failure(.truncated, "archive-cut")
    }
    end.offset = offset
    end.directoryEnd = offset
    let countHere = window.u16(index + 8)
    end.count = UInt64(window.u16(index + 10))
    end.directorySize = UInt64(window.u32(index + 12))
    end.directoryOffset = UInt64(window.u32(index + 16))
    let disks = [window.u16(index + 4), window.u16(index + 6)]
    if disks.contains(where: { $0 != 0 && $0 != ZIPFormat.sentinel16 }) {
      oddities.note(.unsupported, "several-disks", offset: offset + 4)
    }
    end.disksAreUnstated = disks.contains(ZIPFormat.sentinel16)
    if UInt64(countHere) != end.count {
      oddities.note(.ambiguous, "entry-counts-differ", offset: offset + 8)
    }
  }

  private mutating func readZIP64End() throws(ArchiveError) {
    let locatorSize = UInt64(ZIPFormat.locator64Size)
    guard end.offset >= locatorSize else { return }
    let locatorOffset = end.offset - locatorSize
    guard
      let locator = try window.index(of: locatorOffset, count: ZIPFormat.locator64Size),
      window.u32(locator) == ZIPFormat.locator64Signature
    else { return }
    if window.u32(locator + 4) != 0 || window.u32(locator + 16) != 1 {
      oddities.note(.unsupported, "several-disks", offset: locatorOffset)
    }
    let stated = window.u64(locator + 8)
    guard let offset = try findZIP64Record(stated: stated, before: locatorOffset) else {
      oddities.note(.ambiguous, "zip64-record-missing", offset: locatorOffset)
      return
    }
    try readZIP64Record(at: offset, before: locatorOffset)
  }

  /// The record at the stated place, else directly before its locator.
  private mutating func findZIP64Record(
    stated: UInt64, before locator: UInt64
  ) throws(ArchiveError) -> UInt64? {
    if stated < locator, try isZIP64Record(at: stated) { return stated }
    guard locator >= UInt64(ZIPFormat.end64Size) else { return nil }
    let adjacent = locator - UInt64(ZIPFormat.end64Size)
    guard try isZIP64Record(at: adjacent) else { return nil }
    oddities.note(.ambiguous, "zip64-locator-offset", offset: locator + 8)
    return adjacent
  }

  private mutating func isZIP64Record(at offset: UInt64) throws(ArchiveError) -> Bool {
    guard let index = try window.index(of: offset, count: ZIPFormat.end64Size) else { return false }
    return window.u32(index) == ZIPFormat.end64Signature
  }

  private mutating func readZIP64Record(
    at offset: UInt64, before locator: UInt64
  ) throws(ArchiveError) {
    guard let index = try window.index(of: offset, count: ZIPFormat.end64Size) else { return }
    // Readers differ on what they do with an extensible part, or skip it by its stated size.
    if window.u64(index + 4) != UInt64(ZIPFormat.end64Size - 12) {
      oddities.note(.ambiguous, "zip64-record-size", offset: offset + 4)
    }
    if offset + UInt64(ZIPFormat.end64Size) != locator {
      oddities.note(.ambiguous, "zip64-record-not-adjacent", offset: offset)
    }
    if window.u32(index + 16) != 0 || window.u32(index + 20) != 0 {
      oddities.note(.unsupported, "several-disks", offset: offset + 16)
    }
    checkZIP64Versions(
      madeBy: window.u16(index + 12) & 0xff, needed: window.u16(index + 14) & 0xff, offset)
    let count = window.u64(index + 32)
    let size = window.u64(index + 40)
    let directory = window.u64(index + 48)
    if window.u64(index + 24) != count {
      oddities.note(.ambiguous, "entry-counts-differ", offset: offset + 24)
    }
    let agrees =
      (end.count == count || end.count == UInt64(ZIPFormat.sentinel16))
      && (end.directorySize == size || end.directorySize == UInt64(ZIPFormat.sentinel32))
      && (end.directoryOffset == directory || end.directoryOffset == UInt64(ZIPFormat.sentinel32))
    if !agrees { oddities.note(.ambiguous, "zip64-end-differs", offset: offset) }
    end.count = count
    end.directorySize = size
    end.directoryOffset = directory
    end.isZIP64 = true
    end.directoryEnd = offset
  }
  private mutating func checkZIP64Versions(madeBy: UInt16, needed: UInt16, _ offset: UInt64) {
    if needed > ZIPFormat.highestVersion {
      oddities.note(.unsupported, "version-needed", offset: offset + 14)
    }
    if madeBy > ZIPFormat.highestVersion {
      oddities.note(.risky, "version-made-by", offset: offset + 12)
    }
  }
}
