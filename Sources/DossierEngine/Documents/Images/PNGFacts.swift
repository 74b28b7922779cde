import ArchiveIO
import DossierModel
import NativeReaders

/// Walks the chunks of a PNG (ISO/IEC 15948 clause 5).
enum PNGFacts {
  private static let maximumChunks = 4096
  private static let maximumText = 65_536

  static func read(_ source: any ByteSource) throws -> ImageFacts {
    var facts = ImageFacts()
    var place: UInt64 = 8
    for _ in 0..<maximumChunks {
      let header = BigEndianBytes(try source.bytes(at: place, count: 8))
      guard let length = header.uint32(at: 0), header.count == 8 else {
        facts.problem = ReadProblem(.truncated)
        return facts
      }
      if header.has("IEND", at: 4) { return facts }
      let wanted = header.byte(at: 4) == 0x49 && header.has("IDAT", at: 4) ? 0 : length
      let data = BigEndianBytes(
        try source.bytes(at: place + 8, count: min(wanted, maximumText)))
      take(header, data, into: &facts)
      place += 12 + UInt64(length)
    }
    return facts
  }

  private static func take(
    _ header: BigEndianBytes, _ data: BigEndianBytes, into facts: inout ImageFacts
  ) {
    if header.has("IHDR", at: 4) {
      facts.width = data.uint32(at: 0)
      facts.height = data.uint32(at: 4)
    } else if header.has("eXIf", at: 4) {
      facts.exif = EXIFInspector.read(Array("Exif\0\0".utf8) + data.storage)
    } else if header.has("tIME", at: 4) {
      facts.modified = time(data)
    } else if header.has("tEXt", at: 4) {
      let parts = data.storage.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return }
      add(CodePage.decode(parts[0], page: 28_591), CodePage.decode(parts[1], page: 28_591), &facts)
    } else if header.has("iTXt", at: 4) {
      addInternational(data.storage, to: &facts)
    }
  }

  /// Keyword, two bytes of compression, language, translated keyword, text; a compressed text is
  /// left out.
  private static func addInternational(_ bytes: [UInt8], to facts: inout ImageFacts) {
    guard let end = bytes.firstIndex(of: 0), end + 2 < bytes.count, bytes[end + 1] == 0 else {
      return
    }
    let rest = bytes[(end + 3)...]
    let parts = rest.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return }
    add(
      String(decoding: bytes[..<end], as: UTF8.self), String(decoding: parts[2], as: UTF8.self),
      &facts)
  }

  private static func add(_ key: String?, _ value: String?, _ facts: inout ImageFacts) {
    guard let key, let value, facts.texts.count < 200 else { return }
    facts.texts.append((key, value))
  }

  /// The time of last change, in UTC.
  private static func time(_ data: BigEndianBytes) -> MetadataDate? {
    guard let year = data.uint16(at: 0), let rest = data.slice(at: 2, count: 5).map(Array.init),
      let date = CalendarDate(year: year, month: Int(rest[0]), day: Int(rest[1]))
    else { return nil }
    let clock = (hour: Int(rest[2]), minute: Int(rest[3]), second: Int(rest[4]))
    return ForeignDate.make(raw: nil, date: date, time: clock, offset: 0)
  }
}
