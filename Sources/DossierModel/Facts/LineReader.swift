/// Makes the lines of a document from its blocks.
enum LineReader {
  /// The most tokens a line keeps.
  private static let mostTokens = 400

  /// The lines in reading order: paragraphs cut at line breaks, cells one after the other.
  static func lines(of blocks: [TextBlock], _ vocabulary: Vocabulary) -> [Line] {
    var lines: [Line] = []
    var isAfterBlank = true
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph):
        append(
          paragraph, place: .init(block: index), to: &lines, isAfterBlank: &isAfterBlank,
          vocabulary)
      case .table(let table):
        guard isCurrent(table.region) else { continue }
        for cell in table.cells {
          isAfterBlank = true
          for paragraph in cell.paragraphs {
            append(
              paragraph, place: .init(block: index, row: cell.row, column: cell.column),
              to: &lines, isAfterBlank: &isAfterBlank, vocabulary)
          }
        }
        isAfterBlank = true
      }
    }
    return lines
  }

  /// Whether text of a region belongs to what the document states.
  static func isCurrent(_ region: TextRegion) -> Bool {
    switch region {
    case .body, .textBox, .footnote: true
    case .header, .footer, .comment, .deleted: false
    }
  }

  private static func append(
    _ paragraph: Paragraph, place: Line.Place, to lines: inout [Line], isAfterBlank: inout Bool,
    _ vocabulary: Vocabulary
  ) {
    guard isCurrent(paragraph.region) else { return }
    for piece in pieces(of: paragraph.shown) {
      let folded = FoldedText(piece)
      guard !folded.tokens.isEmpty else {
        isAfterBlank = true
        continue
      }
      for text in parts(of: folded) {
        let line = Line(
          text, place: place, isAfterBlank: isAfterBlank, headingLevel: paragraph.headingLevel,
          vocabulary: vocabulary)
        lines += GluedLabels.split(line, vocabulary)
        isAfterBlank = false
      }
    }
  }

  /// A text cut at its line breaks.
  private static func pieces(of text: String) -> [String] {
    guard mayBreak(text) else { return [text] }
    return text.unicodeScalars
      .split(omittingEmptySubsequences: false, whereSeparator: isBreak).map { String($0) }
  }

  /// Whether any byte of a text can belong to a line break.
  private static func mayBreak(_ text: String) -> Bool {
    text.utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A very long line in parts, cut behind sentences: reading looks back in a line, and must not
  /// look back over a whole book.
  private static func parts(of text: FoldedText) -> [FoldedText] {
    guard text.tokens.count > mostTokens else { return [text] }
    var parts: [FoldedText] = []
    var start = 0
    while start < text.tokens.count {
      var end = min(start + mostTokens, text.tokens.count)
      if end < text.tokens.count {
        let sentence = (start + mostTokens / 2..<end).last { index in
          let token = text.tokens[index]
          return token.kind == .sign && (token.folded == "." || token.folded == ";")
        }
        end = sentence.map { $0 + 1 } ?? end
      }
      parts.append(FoldedText(String(text.slice(start..<end))))
      start = end
    }
    return parts
  }
}
