extension ZIPInspector {
  /// Looks for an end within stored data whose length a reader from the front does not know.
  ///
  /// Where a local header leaves the sizes to a descriptor, such a reader takes the first
  /// signature of a descriptor that is followed by the checksum of what came before it.
  mutating func checkStoredStreams() throws(ArchiveError) {
    for number in entries.rows.indices {
      let row = entries.rows[number]
      let isStream = row.method == 0 && row.flags & ZIPFormat.Flag.descriptor != 0
      guard isStream, row.size > 0, row.size == row.compressedSize,
        row.size <= source.size - min(row.dataOffset, source.size)
      else { continue }
      if let offset = try earlyEnd(row) {
        note(.ambiguous, "data-holds-descriptor", number, offset)
      }
    }
  }

  private func earlyEnd(_ row: ZIPEntries.Row) throws(ArchiveError) -> UInt64? {
    let step = 256 << 10
    var checksum: UInt32 = 0
    var summed: UInt64 = 0
    var position: UInt64 = 0
    while position < row.size {
      // Eight bytes more, so that a signature with its checksum is seen whole.
      let count = Int(min(UInt64(step + 8), row.size - position))
      let chunk = try source.bytes(at: row.dataOffset + position, count: count)
      for index in ByteSearch.positions(of: 0x50, in: chunk[0..<min(step, chunk.count)]) {
        guard index + 8 <= chunk.count, ZIPInspector.isDescriptor(chunk, index) else { continue }
        let from = Int(summed - position)
        checksum = unsafe chunk.withUnsafeBytes {
          unsafe CRC32.update(checksum, with: UnsafeRawBufferPointer(rebasing: $0[from..<index]))
        }
        summed = position + UInt64(index)
        if ZIPInspector.word(chunk, index + 4) == checksum { return row.dataOffset + summed }
      }
      let end = min(step, chunk.count)
      let from = Int(summed - position)
      checksum = unsafe chunk.withUnsafeBytes {
        unsafe CRC32.update(checksum, with: UnsafeRawBufferPointer(rebasing: $0[from..<end]))
      }
      position += UInt64(end)
      summed = position
    }
    return nil
  }

  private static func isDescriptor(_ bytes: [UInt8], _ index: Int) -> Bool {
    word(bytes, index) == ZIPFormat.descriptorSignature
  }

  private static func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
      | UInt32(bytes[index + 3]) << 24
  }
}
