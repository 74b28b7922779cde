import ArchiveIO
import DossierModel
import NativeReaders

/// Reads the first directory of a TIFF (TIFF 6.0 section 2): the same tags as EXIF.
enum TIFFFacts {
  private static let maximumEntries = 1024

  static func read(_ source: any ByteSource, isLittleEndian: Bool) throws -> ImageFacts {
    var facts = ImageFacts()
    let reader = Reader(source: source, isLittleEndian: isLittleEndian)
    let start = try reader.number(at: 4, count: 4)
    let count = try reader.number(at: start, count: 2)
    guard start >= 8, count > 0, count <= maximumEntries else {
      facts.problem = ReadProblem(start >= source.size ? .truncated : .corrupt)
      return facts
    }
    var exif = EXIFFacts()
    for index in 0..<count {
      let entry = start + 2 + index * 12
      switch try reader.number(at: entry, count: 2) {
      case 0x0100: facts.width = try reader.value(entry)
      case 0x0101: facts.height = try reader.value(entry)
      case 0x010E: exif.summary = try reader.text(entry)
      case 0x010F: exif.make = try reader.text(entry)
      case 0x0110: exif.model = try reader.text(entry)
      case 0x0112: exif.orientation = try reader.value(entry)
      case 0x0131: exif.software = try reader.text(entry)
      case 0x0132: exif.modified = try reader.text(entry)
      case 0x013B: exif.artist = try reader.text(entry)
      case 0x8825: exif.hasPosition = true
      default: break
      }
    }
    facts.exif = exif
    return facts
  }

  private struct Reader {
    let source: any ByteSource
    let isLittleEndian: Bool

    /// A number; zero where the file ends before it.
    func number(at offset: Int, count: Int) throws -> Int {
      let bytes = try source.bytes(at: UInt64(max(0, offset)), count: count)
      guard bytes.count == count else { return 0 }
      let ordered = isLittleEndian ? bytes.reversed() : bytes
      return ordered.reduce(0) { $0 << 8 | Int($1) }
    }

    func value(_ entry: Int) throws -> Int {
      try number(at: entry + 8, count: try number(at: entry + 2, count: 2) == 3 ? 2 : 4)
    }

    func text(_ entry: Int) throws -> String? {
      let count = try number(at: entry + 4, count: 4)
      let place = count <= 4 ? entry + 8 : try number(at: entry + 8, count: 4)
      let bytes = try source.bytes(at: UInt64(place), count: min(count, 4096))
      let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self).trimmedOfWhitespace
      return text.isEmpty ? nil : text
    }
  }
}
