/// Writes a ZIP that every reader reads the same way.
///
/// No data descriptor, no comment, no extra field but ZIP64's where a number needs it, no gap; local
/// and central records agree byte for byte; the UTF-8 flag stands exactly where a name is not ASCII;
/// maker, mode and time are fixed. The same parts in the same order give the same bytes.
public struct StrictZIPWriter: ~Copyable {
  private var file: OutputFile
  private var directory: [UInt8] = []
  private var count: UInt64 = 0
  private var names = WrittenNames()
  private var input = RawBuffer()
  private var output = RawBuffer()
  private var deflater = Deflater()

  /// Begins a ZIP in a new file.
  public init(_ file: consuming OutputFile) {
    self.file = file
  }

  /// The number of bytes written so far.
  public var size: UInt64 { file.size }

  /// Appends an entry.
  ///
  /// - Parameter entry: prepared, in any task.
  /// - Throws: `ArchiveError.write` where the disk refuses, or the name is empty, unsafe, too long, or
  ///   equal to an earlier one but for normalization; `.io` where the source changed since it was
  ///   prepared.
  public mutating func append(_ entry: PreparedZIPEntry) throws(ArchiveError) {
    try names.admit(entry.name, to: file.path)
    var record = ZIPEntryRecord(
      name: Array(entry.name.utf8), time: entry.time, isDeflated: false,
      crc32: entry.crc32, size: entry.size, compressedSize: entry.size, headerOffset: file.size,
      hasWideSizes: entry.size >= UInt64(ZIPFormat.sentinel32))
    switch entry.payload {
    case .bytes(let bytes, let isDeflated):
      record.isDeflated = isDeflated
      record.compressedSize = UInt64(bytes.count)
      try file.write(record.local)
      try file.write(bytes)
    case .copy(let content):
      try file.write(record.local)
      try copy(content, entry)
    case .deflate(let content):
      try deflate(content, entry, &record)
    }
    directory += record.central
    count += 1
  }

  /// Writes the directory and hands all to the system.
  ///
  /// - Returns: the size of the file in bytes; `OutputFile.sync(path:)` brings it to the disk.
  /// - Throws: `ArchiveError.write`.
  public consuming func finish() throws(ArchiveError) -> UInt64 {
    let end = ZIPEndRecords(
      count: count, directoryOffset: file.size, directorySize: UInt64(directory.count))
    try file.write(directory)
    try file.write(end.bytes)
    try file.flush()
    return file.size
  }

  private mutating func copy(
    _ content: any ByteSource, _ entry: PreparedZIPEntry
  ) throws(ArchiveError) {
    input.reserve(ZIPPreparer.chunkSize)
    var checksum: UInt32 = 0
    var done: UInt64 = 0
    while done < entry.size {
      let count = try readChunk(content, entry.size, at: done)
      let chunk = unsafe input.bytes(0, count)
      checksum = unsafe CRC32.update(checksum, with: chunk)
      try unsafe file.write(chunk)
      done += UInt64(count)
    }
    if checksum != entry.crc32 { throw ArchiveError.changed(content.name) }
  }

  private mutating func readChunk(
    _ content: any ByteSource, _ size: UInt64, at offset: UInt64
  ) throws(ArchiveError) -> Int {
    let count = Int(min(UInt64(ZIPPreparer.chunkSize), size - offset))
    let buffer = unsafe input.mutableBytes(0, count)
    let read = try unsafe content.read(into: buffer, at: offset)
    if read < count { throw ArchiveError.changed(content.name) }
    return count
  }

  /// Deflates as it writes, and puts the packed size into the header afterwards.
  private mutating func deflate(
    _ content: any ByteSource, _ entry: PreparedZIPEntry, _ record: inout ZIPEntryRecord
  ) throws(ArchiveError) {
    input.reserve(ZIPPreparer.chunkSize)
    output.reserve(ZIPPreparer.chunkSize)
    record.isDeflated = true
    try file.write(record.local)
    let start = file.size
    try deflater.start()
    var checksum: UInt32 = 0
    var done: UInt64 = 0
    while done < entry.size {
      let count = try readChunk(content, entry.size, at: done)
      let chunk = unsafe input.bytes(0, count)
      checksum = unsafe CRC32.update(checksum, with: chunk)
      done += UInt64(count)
      unsafe deflater.give(chunk)
      var hasMore = true
      while hasMore {
        let step = unsafe deflater.step(
          into: output.mutableBytes(0, ZIPPreparer.chunkSize), isLast: done == entry.size)
        try unsafe file.write(output.bytes(0, step.count))
        hasMore = step.hasMore
      }
      // It will not gain any more: what remains cannot make up for it.
      if file.size - start >= entry.size { break }
    }
    record.compressedSize = file.size - start
    // What packs like a bomb would be taken for one.
    let isBomb = ZIPLimits.archive.isBomb(size: entry.size, packed: record.compressedSize)
    if isBomb || record.compressedSize >= entry.size {
      try file.truncate(to: record.headerOffset)
      record.isDeflated = false
      record.compressedSize = entry.size
      try file.write(record.local)
      return try copy(content, entry)
    }
    if checksum != entry.crc32 { throw ArchiveError.changed(content.name) }
    try file.patch(record.local, at: record.headerOffset)
  }
}
