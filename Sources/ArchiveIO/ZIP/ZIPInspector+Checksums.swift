extension ZIPInspector {
  /// Doubts data whose beginning has the checksum of the whole, where another entry shows the length.
  ///
  /// A reader that believes the other length would find its CRC-32 right. Two entries of one CRC-32
  /// but different sizes are one in four thousand millions by chance; then the data is looked at.
  mutating func checkChecksumTwins() throws(ArchiveError) {
    guard entries.count > 1 else { return }
    var keys = entries.rows.indices.map {
      UInt64(entries.rows[$0].crc32) << 32 | UInt64($0)
    }
    keys.sort()
    var lookedAt = 0
    for (first, second) in zip(keys, keys.dropFirst()) where first >> 32 == second >> 32 {
      let pair = [Int(first & 0xffff_ffff), Int(second & 0xffff_ffff)]
      let sizes = pair.map { entries.rows[$0].size }
      guard sizes[0] != sizes[1], sizes.allSatisfy({ $0 > 0 }), lookedAt < 8 else { continue }
      lookedAt += 1
      let longer = sizes[0] > sizes[1] ? pair[0] : pair[1]
      let length = min(sizes[0], sizes[1])
      if length <= 1 << 20, checksum(of: longer, upTo: length) == entries.rows[longer].crc32 {
        note(.risky, "crc-of-beginning", longer, entries.rows[longer].headerOffset)
      }
    }
  }

  /// The checksum of the first bytes of an entry, or nothing where they cannot be had.
  private func checksum(of number: Int, upTo length: UInt64) -> UInt32? {
    var checksum: UInt32 = 0
    let isThere = unsafe readStart(of: number, count: Int(length)) { part in
      checksum = unsafe CRC32.update(checksum, with: part)
    }
    return isThere ? checksum : nil
  }

  /// Hands the first bytes of an entry over, in parts.
  ///
  /// - Returns: whether there are so many, and they can be had.
  func readStart(
    of number: Int, count: Int, _ take: (UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    struct Enough: Error {}
    var reader = ZIPEntryReader()
    var left = count
    do {
      try unsafe reader.read(entries[number], from: source, limit: 1 << 30) { chunk in
        let part = min(left, chunk.count)
        unsafe take(UnsafeRawBufferPointer(rebasing: chunk[0..<part]))
        left -= part
        if left == 0 { throw Enough() }
      }
    } catch is Enough {
      return true
    } catch {
      // Data that cannot be read is the business of whoever reads it.
      return false
    }
    return left == 0
  }
}
