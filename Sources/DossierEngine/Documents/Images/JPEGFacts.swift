import ArchiveIO
import DossierModel
import NativeReaders

/// Walks the segments of a JPEG up to the picture itself (ITU-T T.81 annex B).
enum JPEGFacts {
  private static let maximumSegments = 512

  static func read(_ source: any ByteSource) throws -> ImageFacts {
    var facts = ImageFacts()
    var place: UInt64 = 2
    for _ in 0..<maximumSegments {
      let header = BigEndianBytes(try source.bytes(at: place, count: 4))
      guard header.byte(at: 0) == 0xFF, let marker = header.byte(at: 1) else {
        facts.problem = ReadProblem(place >= source.size ? .truncated : .corrupt)
        return facts
      }
      // Fill bytes, and markers that stand alone.
      if marker == 0xFF || marker == 0x01 || (0xD0...0xD8).contains(marker) {
        place += marker == 0xFF ? 1 : 2
        continue
      }
      guard let length = header.uint16(at: 2), length >= 2 else {
        facts.problem = ReadProblem(.truncated)
        return facts
      }
      if isFrame(marker) {
        let frame = BigEndianBytes(try source.bytes(at: place + 5, count: 4))
        facts.height = frame.uint16(at: 0)
        facts.width = frame.uint16(at: 2)
      } else if marker == 0xE1, facts.exif == nil {
        let segment = try source.bytes(at: place + 4, count: length - 2)
        facts.exif = EXIFInspector.read(segment)
      } else if marker == 0xDA || marker == 0xD9 {
        try checkEnd(source, of: &facts)
        return facts
      }
      place += UInt64(2 + length)
    }
    return facts
  }

  private static func isFrame(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }

  /// A picture that does not end was cut; cameras put other things behind the end, so the mark is
  /// looked for in a wide tail.
  private static func checkEnd(_ source: any ByteSource, of facts: inout ImageFacts) throws {
    let length = min(source.size, 65_536)
    let tail = try source.bytes(at: source.size - length, count: Int(length))
    let hasEnd = zip(tail, tail.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
    if !hasEnd { facts.problem = ReadProblem(.truncated) }
  }
}
