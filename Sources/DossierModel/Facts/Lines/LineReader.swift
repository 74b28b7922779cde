/// Makes the lines of a document from its blocks.
enum LineReader {
  /// The most tokens a line keeps.
  private static let mostTokens = 400

  /// The lines in reading order: paragraphs cut at line breaks, cells one after the other.
  ///
  /// - Parameter memory: knows the words again, and numbers them.
  static func lines(of blocks: [TextBlock], _ memory: WordMemory) -> [Line] {
    var lines: [Line] = []
    var isAfterBlank = true
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph):
        append(
          paragraph, place: .init(block: index), to: &lines, isAfterBlank: &isAfterBlank,
          memory)
      case .table(let table):
        guard isCurrent(table.region) else { continue }
        for cell in table.cells {
          isAfterBlank = true
          for paragraph in cell.paragraphs {
            append(
              paragraph, place: .init(block: index, row: cell.row, column: cell.column),
              to: &lines, isAfterBlank: &isAfterBlank, memory)
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
    _ memory: WordMemory
  ) {
    guard isCurrent(paragraph.region) else { return }
    for piece in pieces(of: paragraph.shown) {
      let folded = memory.fold(piece)
      guard !folded.ids.isEmpty else {
        isAfterBlank = true
        continue
      }
      for (text, ids) in parts(of: folded, memory) {
        let line = Line(
          text, ids: ids, place: place, isAfterBlank: isAfterBlank,
          headingLevel: paragraph.headingLevel)
        lines += GluedLabels.split(line, memory.vocabulary)
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
    let bytes = text.utf8.span
    return bytes.indices.contains { index in
      let byte = bytes[index]
      return (0x0A...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2
    }
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A very long line in parts, cut behind sentences: reading looks back in a line, and must not
  /// look back over a whole book.
  private static func parts(
    of folded: (text: FoldedText, ids: [Int32]), _ memory: WordMemory
  ) -> [(text: FoldedText, ids: [Int32])] {
    let text = folded.text
    guard text.tokens.count > mostTokens else { return [folded] }
    var parts: [(text: FoldedText, ids: [Int32])] = []
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
      parts.append(memory.fold(String(text.slice(start..<end))))
      start = end
    }
    return parts
  }
}
