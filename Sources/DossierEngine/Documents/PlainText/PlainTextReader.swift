import ArchiveIO
import DossierModel

/// Reads plain text and HTML into blocks; only HTML says something of itself.
enum PlainTextReader {
  private static let maximumSize = 2 << 20

  /// Reads one file as plain text, whatever its encoding.
  static func read(_ source: any ByteSource, wantsText: Bool) -> DocumentReading {
    read(source, format: .text) { text, reading in
      if wantsText { reading.blocks = blocks(text) }
    }
  }

  /// Reads one file as HTML.
  static func readHTML(_ source: any ByteSource, wantsText: Bool) -> DocumentReading {
    read(source, format: .html) { text, reading in
      var scanner = HTMLScanner(text)
      scanner.run()
      if let title = scanner.title { reading.metadata.fields[.title] = .text(title) }
      for (name, field) in metaFields {
        if let value = scanner.metas[name] { reading.metadata.fields[field] = .text(value) }
      }
      for (name, field) in metaDates {
        // "00:00:00" is how the office suite writes that there is none.
        guard let value = scanner.metas[name],
          value.utf8.contains(where: { (0x31...0x39).contains($0) })
        else { continue }
        reading.metadata.set(field, date: PropertyDate.read(value))
      }
      if let properties = WebPageProperties.read(text) { reading.metadata.merge(properties) }
      if wantsText { reading.blocks = scanner.blocks }
    }
  }

  private static let metaFields: [String: MetadataField] = [
    "author": .creator, "generator": .application, "keywords": .keywords,
    "description": .description, "classification": .subject, "changedby": .lastModifiedBy,
  ]

  /// What LibreOffice and its forebears write when they save a document as HTML.
  private static let metaDates: [String: MetadataField] = [
    "created": .created, "changed": .modified,
  ]

  private static func read(
    _ source: any ByteSource, format: FileFormat,
    _ body: (String, inout DocumentReading) -> Void
  ) -> DocumentReading {
    var reading = DocumentReading(format: format)
    do {
      let bytes = try source.bytes(at: 0, count: maximumSize)
      guard !bytes.isEmpty else {
        return DocumentReading(format: .empty, problem: ReadProblem(.emptyFile))
      }
      let page = format == .html ? WebArchive.page(in: bytes) : nil
      if page != nil { reading.metadata.via["page"] = "mime" }
      let text = TextEncoding.decode(page?.bytes ?? bytes)
      reading.metadata.details["encoding"] = [text.name]
      body(text.text, &reading)
      let decoded = LegacyText.decodeBlocks(reading.blocks)
      reading.blocks = decoded.blocks
      if decoded.found { reading.metadata.flags.insert(.legacyEncoding) }
      if source.size > UInt64(maximumSize), page?.isWhole != true {
        reading.textProblem = ReadProblem(.tooLarge)
      }
    } catch {
      reading.problem = ReadProblem(.io, detail: error.detail)
    }
    return reading
  }

  /// The lines, up to one more than the text budget has room for.
  private static func blocks(_ text: String) -> [TextBlock] {
    let bytes = text.utf8.span
    var blocks: [TextBlock] = []
    var cost = 0
    var start = 0
    while start < bytes.count, cost <= DocumentLimits.text {
      var end = start
      var isPlainBlank = true
      while end < bytes.count, !isLineEnd(bytes, at: end) {
        isPlainBlank = isPlainBlank && (bytes[end] == 0x20 || bytes[end] == 0x09)
        end += 1
      }
      if !isPlainBlank {
        let line = String(text[offset(start, in: text)..<offset(end, in: text)])
        if line.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
          cost += DocumentLimits.cost(ofText: end - start)
          blocks.append(.paragraph(Paragraph(line)))
        }
      }
      start = end + (end < bytes.count ? breakLength(bytes[end]) : 0)
    }
    return blocks
  }

  private static func offset(_ offset: Int, in text: String) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: offset)
  }

  /// Whether a line ends at a byte (Unicode, UAX #14); "\r\n" only adds an empty line.
  private static func isLineEnd(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0x0A...0x0D: true
    // U+0085, U+2028 and U+2029: valid UTF-8, so that all bytes of the character are there.
    case 0xC2: bytes[index + 1] == 0x85
    case 0xE2: bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2])
    default: false
    }
  }

  /// How many bytes the line break takes that begins with a byte.
  private static func breakLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2: 2
    case 0xE2: 3
    default: 1
    }
  }
}
