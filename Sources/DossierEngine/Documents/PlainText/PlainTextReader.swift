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
      let text = TextEncoding.decode(bytes)
      reading.metadata.details["encoding"] = [text.name]
      body(text.text, &reading)
      let decoded = LegacyText.decodeBlocks(reading.blocks)
      reading.blocks = decoded.blocks
      if decoded.found { reading.metadata.flags.insert(.legacyEncoding) }
      if source.size > UInt64(maximumSize) { reading.textProblem = ReadProblem(.tooLarge) }
    } catch {
      reading.problem = ReadProblem(.io, detail: error.detail)
    }
    return reading
  }

  /// The lines, up to one more than the text budget has room for.
  private static func blocks(_ text: String) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var cost = 0
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty, cost <= DocumentLimits.text {
      let line = rest.prefix { !isLineEnd($0) }
      rest = rest[line.endIndex...].dropFirst()
      if line.allSatisfy(\.properties.isWhitespace) { continue }
      let kept = String(line)
      cost += DocumentLimits.cost(ofText: kept.utf8.count)
      blocks.append(.paragraph(Paragraph(kept)))
    }
    return blocks
  }

  /// Whether a line ends with a scalar (Unicode, UAX #14); "\r\n" only adds an empty line.
  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
