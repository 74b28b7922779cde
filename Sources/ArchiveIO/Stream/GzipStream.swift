/// A gzip file, unpacked; zlib checks the CRC and the length of each member (RFC 1952).
///
/// libarchive's own filter checks neither, and stops in silence at bytes that follow.
final class GzipStream: ByteStream {
  private let source: any ByteSource
  private var position: UInt64 = 0
  private var input = RawBuffer()
  private var scratch = RawBuffer()
  private var inflater = Inflater(isGzip: true)
  private var members = 0
  private var isEnded = false
  private(set) var oddities: [ContainerOddity] = []

  private static let chunkSize = 128 << 10

  init(_ source: any ByteSource) throws(ArchiveError) {
    self.source = source
    input.reserve(GzipStream.chunkSize)
    try inflater.start()
  }

  var packedBytes: UInt64? { position - UInt64(inflater.unused) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    var filled = 0
    while filled < buffer.count && !isEnded {
      if inflater.unused == 0 { try refill() }
      let isDry = inflater.unused == 0
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      guard let step = unsafe inflater.step(into: rest) else {
        throw ArchiveError(
          .damaged, path: source.name, detail: "packed-damaged")
      }
      filled += step.count
      if step.isEnded {
        members += 1
        try beginNextMember()
      } else if isDry && step.count == 0 {
        throw ArchiveError(.truncated, path: source.name, detail: "packed-truncated")
      }
    }
    return filled
  }

  func skip(_ count: UInt64) throws(ArchiveError) -> Bool {
    scratch.reserve(GzipStream.chunkSize)
    return try unsafe skipByReading(count, scratch.mutableBytes(0, GzipStream.chunkSize))
  }

  private func refill() throws(ArchiveError) {
    let count = try unsafe source.read(
      into: input.mutableBytes(0, GzipStream.chunkSize), at: position)
    position += UInt64(count)
    unsafe inflater.give(input.bytes(0, count))
  }

  /// Another member may follow, or zeros; nothing else has one meaning.
  private func beginNextMember() throws(ArchiveError) {
    let end = position - UInt64(inflater.unused)
    if end == source.size {
      isEnded = true
      return
    }
    let next = try source.bytes(at: end, count: 2)
    if next == [0x1f, 0x8b] {
      if members == 1 {
        oddities.append(ContainerOddity(.risky, "several-gzip-members", offset: end))
      }
      position = end
      try inflater.start()
      unsafe inflater.give(input.bytes(0, 0))
      return
    }
    isEnded = true
    let isPadding = try source.isZero(from: end)
    oddities.append(
      ContainerOddity(
        isPadding ? .risky : .ambiguous, isPadding ? "zeros-after-end" : "data-after-end",
        offset: end))
  }
}

extension ByteSource {
  /// Whether all bytes from an offset on are zero.
  func isZero(from offset: UInt64) throws(ArchiveError) -> Bool {
    var position = offset
    while position < size {
      let chunk = try bytes(at: position, count: 64 << 10)
      if chunk.isEmpty { return false }
      if !chunk.allSatisfy({ $0 == 0 }) { return false }
      position += UInt64(chunk.count)
    }
    return true
  }
}
