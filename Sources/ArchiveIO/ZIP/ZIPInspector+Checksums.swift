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
    struct Enough: Error {}
    var reader = ZIPEntryReader()
    var left = Int(length)
    var checksum: UInt32 = 0
    do {
      try unsafe reader.read(entries[number], from: source, limit: 1 << 30) { chunk in
        let count = min(left, chunk.count)
        checksum = unsafe CRC32.update(
          checksum, with: UnsafeRawBufferPointer(rebasing: chunk[0..<count]))
        left -= count
        if left == 0 { throw Enough() }
      }
    } catch is Enough {
      return checksum
    } catch {
      // Data that cannot be read is the business of whoever reads it.
      return nil
    }
    return left == 0 ? checksum : nil
  }
}
