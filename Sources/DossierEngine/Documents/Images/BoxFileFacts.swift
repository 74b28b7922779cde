import ArchiveIO
import DossierModel

/// Walks the boxes of an MP4, MOV or HEIC file (ISO/IEC 14496-12).
enum BoxFileFacts {
  private static let maximumBoxes = 4096
  /// Boxes that hold boxes, on the way to those that are read.
  private static let containers: Set<String> = ["moov", "trak", "iprp", "ipco", "mdia"]

  static func read(_ source: any ByteSource) throws -> ImageFacts {
    var facts = ImageFacts()
    var waiting: [(start: UInt64, end: UInt64, depth: Int)] = [(0, source.size, 0)]
    var count = 0
    while let range = waiting.popLast() {
      var place = range.start
      while place + 8 <= range.end, count < maximumBoxes {
        count += 1
        let header = BigEndianBytes(try source.bytes(at: place, count: 16))
        guard let short = header.uint32(at: 0), header.count >= 8 else { break }
        let name = String(decoding: header.storage[4..<8], as: UTF8.self)
        var length = UInt64(short)
        var start = place + 8
        if short == 1 {
          length = header.uint64(at: 8) ?? 0
          start = place + 16
        } else if short == 0 {
          length = range.end - place
        }
        guard length >= start - place, length <= range.end - place else {
          if range.depth == 0 { facts.problem = ReadProblem(.truncated, part: name) }
          break
        }
        let end = place + length
        if containers.contains(name), range.depth < 8 {
          waiting.append((start, end, range.depth + 1))
        } else if name == "meta", range.depth < 8 {
          // A box with version and flags ahead of its boxes.
          waiting.append((min(start + 4, end), end, range.depth + 1))
        } else {
          try take(name, source: source, at: start, into: &facts)
        }
        place = end
      }
    }
    return facts
  }

  private static func take(
    _ name: String, source: any ByteSource, at place: UInt64, into facts: inout ImageFacts
  ) throws {
    switch name {
    case "mvhd": addMovieHeader(BigEndianBytes(try source.bytes(at: place, count: 40)), to: &facts)
    case "tkhd": addTrackHeader(BigEndianBytes(try source.bytes(at: place, count: 96)), to: &facts)
    case "ispe":
      let data = BigEndianBytes(try source.bytes(at: place, count: 12))
      guard let width = data.uint32(at: 4), let height = data.uint32(at: 8) else { return }
      if width > facts.width ?? 0 {
        facts.width = width
        facts.height = height
      }
    default: break
    }
  }

  /// Seconds since 1904, which ought to be UTC and in many cameras is not.
  private static func addMovieHeader(_ data: BigEndianBytes, to facts: inout ImageFacts) {
    let isLong = data.byte(at: 0) == 1
    let created = isLong ? data.uint64(at: 4) : data.uint32(at: 4).map { UInt64($0) }
    let scale = data.uint32(at: isLong ? 20 : 12)
    let length = isLong ? data.uint64(at: 24) : data.uint32(at: 16).map { UInt64($0) }
    if let created, created > 0, created < 1 << 40 {
      let seconds = Int(created) - 2_082_844_800
      if let text = ForeignDate.text(seconds: seconds, isUTC: true) {
        facts.created = MetadataDate(
          raw: text, normalized: text, seconds: seconds, zone: .doubtful)
      }
    }
    if let scale, scale > 0, let length { facts.seconds = Int(clamping: length / UInt64(scale)) }
  }

  private static func addTrackHeader(_ data: BigEndianBytes, to facts: inout ImageFacts) {
    let place = data.byte(at: 0) == 1 ? 88 : 76
    guard let width = data.uint32(at: place), let height = data.uint32(at: place + 4),
      width >> 16 > facts.width ?? 0
    else { return }
    facts.width = width >> 16
    facts.height = height >> 16
  }
}
