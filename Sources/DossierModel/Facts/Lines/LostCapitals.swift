/// Puts back the capitals of fonts that show small letters as capitals (".VnTimeH"), where nothing
/// tells the fonts of a document.
///
/// Nobody writes the national name in small letters: where it stands so, its font was lost.
struct LostCapitals {
  /// So many paragraphs at the top may be a head with its title and subject.
  private static let headParagraphs = 40
  private static let longestLine = 200

  private let terms: Terms
  private let memory: WordMemory
  private let labels: LabelReader

  init(_ terms: Terms, _ memory: WordMemory) {
    self.terms = terms
    self.memory = memory
    labels = LabelReader(terms)
  }

  /// The blocks, with the head and the headings in capitals where they lost them.
  func restored(_ blocks: [TextBlock]) -> [TextBlock] {
    let top = blocks.lazy.flatMap(\.paragraphs).prefix(Self.headParagraphs)
    guard top.contains(where: { isSmallName($0.text) }) else { return blocks }
    var count = 0
    return blocks.map { block in
      switch block {
      case .paragraph(let paragraph):
        count += 1
        return .paragraph(restored(paragraph, isHead: count <= Self.headParagraphs))
      case .table(var table):
        for index in table.cells.indices {
          table.cells[index].paragraphs = table.cells[index].paragraphs.map {
            count += 1
            return restored($0, isHead: count <= Self.headParagraphs)
          }
        }
        return .table(table)
      }
    }
  }

  private func isSmallName(_ text: String) -> Bool {
    guard text.utf8.count < Self.longestLine * 2, mayHoldName(text) else { return false }
    let folded = FoldedText(text)
    guard let range = LetterRun.first(terms.nationalNames, in: folded) else { return false }
    let bytes = folded.source.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    return Self.isSmall(folded.source[start..<end])
  }

  /// Whether the word of the name that has no marks stands in a text, in small letters: the top of
  /// every document is asked, and hardly any has it.
  private func mayHoldName(_ text: String) -> Bool {
    let bytes = text.utf8.span
    return terms.nationalWords.contains { Self.holds(bytes, $0) }
  }

  private static func holds(_ bytes: borrowing Span<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    var start = 0
    while start + word.count <= bytes.count {
      if bytes[start] == first {
        var length = 1
        while length < word.count, bytes[start + length] == word[length] { length += 1 }
        if length == word.count { return true }
      }
      start += 1
    }
    return false
  }

  private func restored(_ paragraph: Paragraph, isHead: Bool) -> Paragraph {
    guard paragraph.text.utf8.count < Self.longestLine * 2 else { return paragraph }
    var copy = paragraph
    if isHead {
      copy.text = Self.pieces(of: paragraph.text).map { Self.isLine($0) ? $0.uppercased() : $0 }
        .joined()
    } else if Self.isLine(paragraph.text) {
      let upper = paragraph.text.uppercased()
      if isHeading(upper) { copy.text = upper }
    }
    return copy
  }

  /// Whether a line begins with a roman number: a list within sentences has other numbers.
  private func isHeading(_ text: String) -> Bool {
    guard let line = LineReader.lines(of: [.paragraph(Paragraph(text))], memory).first
    else { return false }
    return labels.label(of: line)?.style == .roman
  }

  /// Whether a text has letters, none of them a capital, and reads as no part of a sentence.
  private static func isLine(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first?.unicodeScalars.first,
      let last = words.last?.unicodeScalars.last
    else { return false }
    return LetterTable.entry(first) != nil && ![",", ";", "."].contains(last) && isSmall(text)
  }

  private static func isSmall(_ text: some StringProtocol) -> Bool {
    !text.unicodeScalars.contains { $0.properties.isUppercase }
  }

  /// A text cut at tabs and line breaks, which stay with the piece before them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = [""]
    for character in text {
      pieces[pieces.count - 1].append(character)
      if character == "\t" || character.isNewline { pieces.append("") }
    }
    return pieces
  }
}
