/// Counts words and how characters are encoded.
enum EncodingReader {
  static func read(_ blocks: [TextBlock], into facts: inout DocumentFacts) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): count(paragraph, into: &facts)
      case .table(let table):
        for cell in table.cells {
          for paragraph in cell.paragraphs { count(paragraph, into: &facts) }
        }
      }
    }
  }

  private static func count(_ paragraph: Paragraph, into facts: inout DocumentFacts) {
    guard LineReader.isCurrent(paragraph.region) else { return }
    let text = paragraph.text
    let counts = counts(text.utf8.span)
    facts.encoding.decomposedMarks += counts.encoding.decomposedMarks
    facts.encoding.precomposedMarks += counts.encoding.precomposedMarks
    facts.encoding.noBreakSpaces += counts.encoding.noBreakSpaces
    facts.wordCount += counts.words
  }

  private static func counts(
    _ bytes: borrowing Span<UInt8>
  ) -> (encoding: TextEncodingFacts, words: Int) {
    let table = LetterTable.entries
    var encoding = TextEncodingFacts()
    var words = 0
    var base: UInt8 = 0
    var hasTone = false
    var hasShape = false
    var isInWord = false
    var offset = 0
    while offset < bytes.count {
      let scalar = ScalarDecoder.scalar(in: bytes, at: offset)
      offset += UTF8.width(scalar)
      let isLetter: Bool
      if let letter = LetterTable.entry(scalar, in: table) {
        isLetter = true
        base = letter.base
        hasTone = letter.tone != 0
        hasShape = letter.shape != 0
        if hasTone || (hasShape && letter.shape != 0x39) { encoding.precomposedMarks += 1 }
      } else if let tone = LetterTable.toneMark(scalar) {
        if base != 0, !hasTone, LetterTable.canBear(tone, base: base) {
          encoding.decomposedMarks += 1
          hasTone = true
        }
        isLetter = false
      } else if let shape = LetterTable.shapeMark(scalar) {
        if base != 0, !hasShape, LetterTable.canBear(shape, base: base) {
          encoding.decomposedMarks += 1
          hasShape = true
        }
        isLetter = false
      } else {
        base = 0
        isLetter = false
        if scalar.value == 0xA0 { encoding.noBreakSpaces += 1 }
      }
      if !isLetter, scalar.isBlank {
        isInWord = false
      } else if !isInWord, isLetter || scalar.isWordPart {
        isInWord = true
        words += 1
      }
    }
    return (encoding, words)
  }
}
