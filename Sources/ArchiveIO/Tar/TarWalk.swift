/// The walk through the blocks of one archive.
struct TarWalk {
  let limits: TarLimits
  let source: any ByteSource
  let kind: ArchiveKind
  let stream: any ByteStream
  var oddities = OddityList(limit: 1_000)
  var position: UInt64 = 0
  var entryCount = 0
  var names = TarNames()
  private var buffer: [UInt8]
  private var filled = 0
  private var next = 0
  private var isExhausted = false
  /// What the headers before an entry said of it.
  var pending = TarPending()

  static let bufferSize = 256 << 10

  init(_ source: any ByteSource, kind: ArchiveKind, limits: TarLimits) throws(ArchiveError) {
    self.limits = limits
    self.source = source
    self.kind = kind
    buffer = [UInt8](repeating: 0, count: TarWalk.bufferSize)
    switch kind {
    case .tarGzip: stream = try GzipStream(source)
    case .tarXz: stream = try LibArchiveStream(source, filter: .xz)
    case .tarZstd: stream = try LibArchiveStream(source, filter: .zstd)
    case .tar, .zip: stream = PlainStream(source)
    }
  }

  mutating func run<Visitor: TarVisitor>(_ visitor: inout Visitor) throws {
    while true {
      let offset = position
      guard let block = try nextBlock() else {
        oddities.note(.truncated, "no-end-blocks", offset: offset)
        break
      }
      if block.allSatisfy({ $0 == 0 }) {
        if try isEnd(offset) { break }
        continue
      }
      guard try readHeader(block, at: offset, &visitor) else { break }
      if entryCount > limits.entries || names.bytes > limits.nameBytes {
        oddities.note(.bomb, "too-many-entries", offset: offset)
        break
      }
    }
    // Python ends with an error at a header that nothing follows.
    if pending.isAny || pending.isGlobal && entryCount > 0 {
      oddities.note(.damaged, "extended-header-dangles", offset: position)
    }
    for twin in names.twins() {
      oddities.note(
        twin.kind, twin.reason, entry: EntryName.escaped(names.list[twin.number].name),
        offset: names.list[twin.number].offset)
    }
  }

  func inspection() -> TarInspection {
    TarInspection(
      kind: kind, entries: entryCount, unpackedBytes: position,
      oddities: oddities.list + stream.oddities)
  }

  mutating func noteFilterFailure(_ error: ArchiveError) {
    switch error.code {
    case .truncated: oddities.note(.truncated, "packed-truncated", offset: position)
    case .unsupported: oddities.note(.unsupported, "packed-window", offset: position)
    default: oddities.note(.damaged, "packed-damaged", offset: position)
    }
  }

  // MARK: Blocks

  /// The next 512 bytes, or nothing at the end.
  mutating func nextBlock() throws -> ArraySlice<UInt8>? {
    if filled - next < TarFormat.blockSize { try refill() }
    let count = filled - next
    if count == 0 { return nil }
    if count < TarFormat.blockSize {
      let isZero = buffer[next..<filled].allSatisfy { $0 == 0 }
      oddities.note(isZero ? .risky : .truncated, "partial-block", offset: position)
      position += UInt64(count)
      next = filled
      return nil
    }
    defer {
      next += TarFormat.blockSize
      position += UInt64(TarFormat.blockSize)
    }
    return buffer[next..<next + TarFormat.blockSize]
  }

  /// Moves what is left to the front and reads on.
  private mutating func refill() throws {
    if isExhausted { return }
    let left = filled - next
    if left > 0 && next > 0 { buffer.replaceSubrange(0..<left, with: buffer[next..<filled]) }
    next = 0
    filled = left
    let stream = stream
    var failure: ArchiveError?
    var count = 0
    unsafe buffer.withUnsafeMutableBytes { bytes in
      do throws(ArchiveError) {
        count = try unsafe stream.read(
          into: UnsafeMutableRawBufferPointer(rebasing: bytes[left...]))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    filled += count
    isExhausted = count == 0
    try checkBomb()
  }

  private mutating func checkBomb() throws {
    let unpacked = position + UInt64(filled)
    let packed = stream.packedBytes ?? unpacked
    let isTooTight = unpacked > limits.ratioFloor && unpacked / limits.ratio >= max(packed, 1)
    if isTooTight || unpacked > limits.totalSize {
      oddities.note(.bomb, isTooTight ? "total-ratio" : "total-size", offset: position)
      throw ArchiveError(.limit, path: source.name, detail: "total-size")
    }
  }

  // MARK: Data

  /// Gives an entry's data on, or skips it, and its padding.
  ///
  /// - Returns: whether all of it was there.
  mutating func readData<Visitor: TarVisitor>(
    _ entry: TarEntry, wanted: Bool, _ visitor: inout Visitor
  ) throws -> Bool {
    var left = entry.size
    if !wanted, stream.packedBytes == nil, left > UInt64(filled - next) {
      guard try skipAhead(left) else { return try noteCutOff(entry) }
      left = 0
    }
    while left > 0 {
      if next == filled { try refill() }
      let count = Int(min(left, UInt64(filled - next)))
      if count == 0 { return try noteCutOff(entry) }
      if wanted {
        let range = next..<next + count
        try unsafe buffer.withUnsafeBytes { bytes in
          try unsafe visitor.data(UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
      }
      next += count
      position += UInt64(count)
      left -= UInt64(count)
    }
    return try readPadding(entry)
  }

  private mutating func skipAhead(_ count: UInt64) throws -> Bool {
    let buffered = UInt64(filled - next)
    let isThere = try stream.skip(count - buffered)
    position = isThere ? position + count : source.size
    next = 0
    filled = 0
    return isThere
  }

  private mutating func readPadding(_ entry: TarEntry) throws -> Bool {
    let size = UInt64(TarFormat.blockSize)
    let rest = Int((size - entry.size % size) % size)
    if rest == 0 { return true }
    if filled - next < rest { try refill() }
    let count = min(rest, filled - next)
    if !buffer[next..<next + count].allSatisfy({ $0 == 0 }) {
      oddities.note(
        .risky, "padding-not-zero", entry: EntryName.escaped(entry.rawName), offset: position)
    }
    next += count
    position += UInt64(count)
    if count < rest { return try noteCutOff(entry) }
    return true
  }

  private mutating func noteCutOff(_ entry: TarEntry) throws -> Bool {
    oddities.note(
      .truncated, "data-past-end", entry: EntryName.escaped(entry.rawName), offset: entry.dataOffset
    )
    return false
  }

  /// Reads the data of an extended header, which is small.
  mutating func readArea(_ size: UInt64, at offset: UInt64) throws -> [UInt8]? {
    guard size <= limits.headerBytes else {
      oddities.note(.bomb, "extended-header-size", offset: offset)
      return nil
    }
    var area: [UInt8] = []
    area.reserveCapacity(Int(size))
    while area.count < Int(size) {
      guard let block = try nextBlock() else {
        oddities.note(.truncated, "extended-header-truncated", offset: offset)
        return nil
      }
      let wanted = min(Int(size) - area.count, TarFormat.blockSize)
      area += block.prefix(wanted)
      if !block.dropFirst(wanted).allSatisfy({ $0 == 0 }) {
        oddities.note(.risky, "padding-not-zero", offset: offset)
      }
    }
    return area
  }

  // MARK: The end

  /// Two zero blocks end the archive; what follows them must be zeros.
  private mutating func isEnd(_ offset: UInt64) throws -> Bool {
    guard let second = try nextBlock() else {
      oddities.note(.risky, "single-end-block", offset: offset)
      return true
    }
    guard second.allSatisfy({ $0 == 0 }) else {
      oddities.note(.ambiguous, "zero-block-in-the-middle", offset: offset)
      // The second block is a header of its own: look at it again.
      next -= TarFormat.blockSize
      position -= UInt64(TarFormat.blockSize)
      return false
    }
    while true {
      let here = position
      guard let block = try nextBlock() else { return true }
      if !block.allSatisfy({ $0 == 0 }) {
        oddities.note(.ambiguous, "data-after-end", offset: here)
        return true
      }
    }
  }
}
