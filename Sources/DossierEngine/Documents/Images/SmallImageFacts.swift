import ArchiveIO
import DossierModel
import NativeReaders

/// Formats of which only the size is read.
enum SmallImageFacts {
  static func gif(_ head: LittleEndianBytes) -> ImageFacts {
    var facts = ImageFacts()
    facts.width = head.uint16(at: 6).map(Int.init)
    facts.height = head.uint16(at: 8).map(Int.init)
    return facts
  }

  static func bmp(_ head: LittleEndianBytes) -> ImageFacts {
    var facts = ImageFacts()
    // The oldest header has 16-bit sizes; a negative height says "from the top".
    if head.uint32(at: 14) == 12 {
      facts.width = head.uint16(at: 18).map(Int.init)
      facts.height = head.uint16(at: 20).map(Int.init)
    } else {
      facts.width = head.int32(at: 18).map { Int($0) }
      facts.height = head.int32(at: 22).map { abs(Int($0)) }
    }
    return facts
  }
}

/// Walks the chunks of a WebP (RFC 9649 2.3).
enum WebPFacts {
  static func read(_ source: any ByteSource) throws -> ImageFacts {
    var facts = ImageFacts()
    var place: UInt64 = 12
    for _ in 0..<256 {
      let header = try source.bytes(at: place, count: 8)
      guard header.count == 8, let length = LittleEndianBytes(header).index(at: 4) else { break }
      let name = String(decoding: header[0..<4], as: UTF8.self)
      let data = LittleEndianBytes(
        try source.bytes(at: place + 8, count: min(length, name == "EXIF" ? 65_536 : 16)))
      take(name, data, into: &facts)
      place += 8 + UInt64(length) + UInt64(length & 1)
    }
    return facts
  }

  private static func take(
    _ name: String, _ data: LittleEndianBytes, into facts: inout ImageFacts
  ) {
    switch name {
    case "VP8X":
      guard let width = data.uint32(at: 4), let height = data.uint32(at: 6) else { return }
      facts.width = Int(width & 0xFF_FFFF) + 1
      facts.height = Int(height >> 8) + 1
    case "VP8 ":
      guard facts.width == nil else { return }
      facts.width = data.uint16(at: 6).map { Int($0 & 0x3FFF) }
      facts.height = data.uint16(at: 8).map { Int($0 & 0x3FFF) }
    case "VP8L":
      guard facts.width == nil, let bits = data.uint32(at: 1) else { return }
      facts.width = Int(bits & 0x3FFF) + 1
      facts.height = Int(bits >> 14 & 0x3FFF) + 1
    case "EXIF":
      let mark = Array("Exif\0\0".utf8)
      let bytes = data.storage.starts(with: mark) ? data.storage : mark + data.storage
      facts.exif = EXIFInspector.read(bytes)
    default: break
    }
  }
}
