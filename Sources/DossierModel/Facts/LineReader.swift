/// Makes the lines of a document from its blocks.
enum LineReader {
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
    for piece in paragraph.shown.split(omittingEmptySubsequences: false, whereSeparator: isBreak) {
      let folded = FoldedText(String(piece))
      guard !folded.tokens.isEmpty else {
        isAfterBlank = true
        continue
      }
      let line = Line(
        folded, place: place, isAfterBlank: isAfterBlank, headingLevel: paragraph.headingLevel,
        vocabulary: vocabulary)
      lines += GluedLabels.split(line, vocabulary)
      isAfterBlank = false
    }
  }

  private static func isBreak(_ character: Character) -> Bool { character.isNewline }
}
