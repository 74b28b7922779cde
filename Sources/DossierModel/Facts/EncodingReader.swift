/// Counts words and how characters are encoded.
enum EncodingReader {
  static func read(_ blocks: [TextBlock], into facts: inout DocumentFacts) {
    for block in blocks {
      for paragraph in block.paragraphs where LineReader.isCurrent(paragraph.region) {
        count(paragraph.text, into: &facts)
      }
    }
  }

  private static func count(_ text: String, into facts: inout DocumentFacts) {
    var base: UInt8 = 0
    var hasTone = false
    var hasShape = false
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isLetter: Bool
      if let letter = LetterTable.entry(scalar) {
        isLetter = true
        base = letter.base
        hasTone = letter.tone != 0
        hasShape = letter.shape != 0
        if hasTone || (hasShape && letter.shape != 0x39) { facts.encoding.precomposedMarks += 1 }
      } else if let tone = LetterTable.toneMark(scalar) {
        if base != 0, !hasTone, LetterTable.canBear(tone, base: base) {
          facts.encoding.decomposedMarks += 1
          hasTone = true
        }
        isLetter = false
      } else if let shape = LetterTable.shapeMark(scalar) {
        if base != 0, !hasShape, LetterTable.canBear(shape, base: base) {
          facts.encoding.decomposedMarks += 1
          hasShape = true
        }
        isLetter = false
      } else {
        base = 0
        isLetter = false
        if scalar.value == 0xA0 { facts.encoding.noBreakSpaces += 1 }
      }
      if !isLetter, scalar.isBlank {
        isInWord = false
      } else if !isInWord, isLetter || scalar.isWordPart {
        isInWord = true
        facts.wordCount += 1
      }
    }
  }
}
