import CLibDeflate
import CZlib

/// Reads the data of entries and checks it: one reader a task, its buffers are used again.
///
/// A small entry is inflated in one piece; a large one streams through fixed buffers. What is
/// produced is counted as it comes, never taken from what the directory declares.
public struct ZIPEntryReader: ~Copyable {
  /// Chunks given to a caller are at most so large.
  public static let chunkSize = 256 << 10
  /// An entry of at most so many bytes, packed and unpacked, is inflated in one piece.
  static let wholeLimit = 4 << 20

  private var input: RawBuffer
  private var output: RawBuffer
  private var inflater: Inflater

  /// Makes a reader; memory is taken when the first entry is read.
  public init() {
    input = RawBuffer()
    output = RawBuffer()
    inflater = Inflater()
  }

  /// Streams the data of an entry.
  ///
  /// - Parameters:
  ///   - entry: an entry of the source's directory.
  ///   - source: the bytes of the archive.
  ///   - limit: the most bytes to produce.
  ///   - body: takes each chunk of at most 256 KiB. What an entry of more than 4 MiB gives is only
  ///     known to be right when this call returns.
  /// - Throws: `ArchiveError.corruptEntry` where CRC, sizes or the compressed stream are not what the
  ///   directory says, also where bytes follow the stream's end; `.limit`; `.unsupported` for
  ///   encryption and other methods; `.io`; and what `body` throws.
  public mutating func read(
    _ entry: ZIPEntry, from source: any ByteSource, limit: UInt64 = .max,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try check(entry, source, limit: limit)
    switch entry.method {
    case .stored: try unsafe readStored(entry, source, body)
    case .deflate where isWhole(entry):
      try inflateWhole(entry, source)
      let size = Int(entry.size)
      var start = 0
      while start < size {
        let count = min(ZIPEntryReader.chunkSize, size - start)
        try unsafe body(output.bytes(start, count))
        start += count
      }
    default: try unsafe inflateStream(entry, source, body)
    }
  }

  /// Reads the whole data of an entry.
  ///
  /// - Parameters:
  ///   - entry: an entry of the source's directory.
  ///   - source: the bytes of the archive.
  ///   - limit: the most bytes to produce.
  /// - Returns: the data, checked.
  /// - Throws: as `read(_:from:limit:_:)`.
  public mutating func bytes(
    of entry: ZIPEntry, in source: any ByteSource, limit: Int
  ) throws(ArchiveError) -> [UInt8] {
    try check(entry, source, limit: UInt64(max(0, limit)))
    if case .deflate = entry.method, isWhole(entry) {
      try inflateWhole(entry, source)
      return unsafe Array(output.bytes(0, Int(entry.size)))
    }
    var result: [UInt8] = []
    result.reserveCapacity(Int(min(entry.size, UInt64(ZIPEntryReader.wholeLimit))))
    do {
      try unsafe read(entry, from: source, limit: UInt64(max(0, limit))) { chunk in
        unsafe result.append(contentsOf: chunk)
      }
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw corrupt(entry, source, "\(error)")
    }
    return result
  }

  /// Lends the whole data of an entry without making a copy of it.
  ///
  /// - Parameters:
  ///   - entry: an entry of the source's directory.
  ///   - source: the bytes of the archive.
  ///   - limit: the most bytes to produce.
  ///   - body: takes the data, checked.
  /// - Returns: what `body` gives.
  /// - Throws: as `read(_:from:limit:_:)`.
  public mutating func withBytes<Result>(
    of entry: ZIPEntry, in source: any ByteSource, limit: Int, _ body: (RawSpan) -> Result
  ) throws(ArchiveError) -> Result {
    guard case .deflate = entry.method, isWhole(entry) else {
      let bytes = try bytes(of: entry, in: source, limit: limit)
      return unsafe body(bytes.span.bytes)
    }
    try check(entry, source, limit: UInt64(max(0, limit)))
    try inflateWhole(entry, source)
    return unsafe body(output.bytes(0, Int(entry.size)).bytes)
  }

  /// The data of an entry as it is packed; nothing of it is checked.
  ///
  /// - Parameters:
  ///   - entry: an entry of the source's directory, of at most 4 MiB.
  ///   - source: the bytes of the archive.
  /// - Returns: the packed data.
  /// - Throws: `ArchiveError` as `read(_:from:limit:_:)`, `.limit` for a larger entry.
  public func packedBytes(
    of entry: ZIPEntry, in source: any ByteSource
  ) throws(ArchiveError) -> [UInt8] {
    try check(entry, source, limit: UInt64(ZIPEntryReader.wholeLimit))
    return try source.bytes(at: entry.dataOffset, count: Int(entry.compressedSize))
  }

  private func isWhole(_ entry: ZIPEntry) -> Bool {
    let limit = UInt64(ZIPEntryReader.wholeLimit)
    return entry.size <= limit && entry.compressedSize <= limit
  }

  private func corrupt(
    _ entry: ZIPEntry, _ source: any ByteSource, _ word: String
  ) -> ArchiveError { ZIPEntryReader.corrupt(entry, source, word) }

  static func corrupt(
    _ entry: ZIPEntry, _ source: any ByteSource, _ word: String
  ) -> ArchiveError {
    ArchiveError(
      .corruptEntry, path: source.name, entry: EntryName.escaped(entry.rawName), detail: word)
  }

  func check(
    _ entry: ZIPEntry, _ source: any ByteSource, limit: UInt64
  ) throws(ArchiveError) {
    func refusal(_ code: ArchiveError.Code, _ detail: String) -> ArchiveError {
      ArchiveError(
        code, path: source.name, entry: EntryName.escaped(entry.rawName), detail: detail)
    }
    if entry.isEncrypted { throw refusal(.unsupported, "encrypted") }
    if case .other = entry.method { throw refusal(.unsupported, "method") }
    if entry.size > limit { throw refusal(.limit, "entry-size") }
    let (end, overflows) = entry.dataOffset.addingReportingOverflow(entry.compressedSize)
    if overflows || end > source.size { throw corrupt(entry, source, "data-past-end") }
    let isTooTight =
      entry.size / ZIPFormat.deflateMaximumRatio > entry.compressedSize + 1
    if isTooTight { throw corrupt(entry, source, "size-impossible") }
    if case .stored = entry.method, entry.size != entry.compressedSize {
      throw corrupt(entry, source, "stored-sizes-differ")
    }
  }

  private mutating func readStored(
    _ entry: ZIPEntry, _ source: any ByteSource, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    input.reserve(min(ZIPEntryReader.chunkSize, max(1, Int(clamping: entry.size))))
    var done: UInt64 = 0
    var checksum: UInt32 = 0
    while done < entry.size {
      let wanted = Int(min(UInt64(ZIPEntryReader.chunkSize), entry.size - done))
      try fill(wanted, entry, source, at: done)
      let chunk = unsafe input.bytes(0, wanted)
      checksum = unsafe CRC32.update(checksum, with: chunk)
      try unsafe body(chunk)
      done += UInt64(wanted)
    }
    try checkChecksum(checksum, entry, source)
  }

  /// Reads packed bytes into the input buffer.
  private mutating func fill(
    _ count: Int, _ entry: ZIPEntry, _ source: any ByteSource, at position: UInt64
  ) throws(ArchiveError) {
    let buffer = unsafe input.mutableBytes(0, count)
    let read = try unsafe source.read(into: buffer, at: entry.dataOffset + position)
    if read < count { throw corrupt(entry, source, "data-past-end") }
  }

  private func checkChecksum(
    _ checksum: UInt32, _ entry: ZIPEntry, _ source: any ByteSource
  ) throws(ArchiveError) {
    if let fault = ZIPEntryReader.fault(of: entry, in: source, size: entry.size, crc32: checksum) {
      throw fault
    }
  }

  private mutating func inflateWhole(
    _ entry: ZIPEntry, _ source: any ByteSource
  ) throws(ArchiveError) {
    let packed = Int(entry.compressedSize)
    let size = Int(entry.size)
    input.reserve(max(1, packed))
    output.reserve(max(1, size))
    try fill(packed, entry, source, at: 0)
    let outcome = unsafe inflater.whole(
      input.bytes(0, packed), into: output.mutableBytes(0, size))
    switch outcome {
    case .done(let consumed, let produced):
      if consumed != packed { throw corrupt(entry, source, "packed-followed") }
      if produced != size { throw corrupt(entry, source, "size-differs") }
    case .tooLong: throw corrupt(entry, source, "size-differs")
    case .bad(let detail): throw corrupt(entry, source, detail)
    }
    let checksum = unsafe CRC32.update(0, with: output.bytes(0, size))
    try checkChecksum(checksum, entry, source)
  }

  private mutating func inflateStream(
    _ entry: ZIPEntry, _ source: any ByteSource, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    input.reserve(ZIPEntryReader.chunkSize)
    output.reserve(ZIPEntryReader.chunkSize)
    try inflater.start()
    var position: UInt64 = 0
    var produced: UInt64 = 0
    var checksum: UInt32 = 0
    var isEnded = false
    while !isEnded {
      let wanted = Int(
        min(UInt64(ZIPEntryReader.chunkSize), entry.compressedSize - position))
      if wanted == 0 { throw corrupt(entry, source, "packed-truncated") }
      try fill(wanted, entry, source, at: position)
      position += UInt64(wanted)
      unsafe inflater.give(input.bytes(0, wanted))
      while true {
        let step = try inflateStep(entry, source)
        if step.count > 0 {
          produced += UInt64(step.count)
          if produced > entry.size {
            throw corrupt(entry, source, "size-differs")
          }
          let chunk = unsafe output.bytes(0, step.count)
          checksum = unsafe CRC32.update(checksum, with: chunk)
          try unsafe body(chunk)
        }
        isEnded = step.isEnded
        if isEnded || step.count < ZIPEntryReader.chunkSize { break }
      }
    }
    if position != entry.compressedSize || inflater.unused > 0 {
      throw corrupt(entry, source, "packed-followed")
    }
    if produced != entry.size { throw corrupt(entry, source, "size-differs") }
    try checkChecksum(checksum, entry, source)
  }

  private mutating func inflateStep(
    _ entry: ZIPEntry, _ source: any ByteSource
  ) throws(ArchiveError) -> (count: Int, isEnded: Bool) {
    let buffer = unsafe output.mutableBytes(0, ZIPEntryReader.chunkSize)
    guard let step = unsafe inflater.step(into: buffer) else {
      throw corrupt(entry, source, "packed-damaged")
    }
    return step
  }
}
