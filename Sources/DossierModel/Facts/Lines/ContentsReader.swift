/// Leaves a table of contents out: its lines repeat headings with page numbers, which are no points.
struct ContentsReader {
  /// So many lines of a table of contents are looked at.
  private static let mostLines = 400
  /// So many paragraphs that bear no page number may stand between two that do: long entries.
  private static let longestGap = 2
  /// So many entries must come again as headings.
  private static let leastRepeated = 2

  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// The blocks without tables of contents.
  func without(_ blocks: [TextBlock]) -> [TextBlock] {
    var kept: [TextBlock] = []
    var position = 0
    var known: [[UInt8]: Int]?
    while position < blocks.count {
      if isTitle(blocks[position]), let end = end(of: blocks, from: position + 1, &known) {
        position = end
      } else {
        kept.append(blocks[position])
        position += 1
      }
    }
    return kept
  }

  private func isTitle(_ block: TextBlock) -> Bool {
    guard case .paragraph(let paragraph) = block, paragraph.text.utf8.count < 40 else {
      return false
    }
    let line = line(paragraph)
    guard let title = line.begins(with: terms[.contents]) else { return false }
    return line.tokens[title.end...].allSatisfy { $0.kind == .sign }
  }

  /// Behind the last entry, where there are some and the text repeats them.
  ///
  /// - Parameter known: where each paragraph stands last, found once for all tables.
  private func end(
    of blocks: [TextBlock], from start: Int, _ known: inout [[UInt8]: Int]?
  ) -> Int? {
    var entries: [[UInt8]] = []
    var end = start
    var page = 0
    var open: [UInt8] = []
    for position in start..<min(blocks.count, start + Self.mostLines) {
      guard case .paragraph(let paragraph) = blocks[position] else { break }
      let line = line(paragraph)
      guard !line.text.isBlank else { continue }
      if let entry = entry(line, after: page, isLed: position - end > 0) {
        page = entry.page
        entries.append(entry.letters)
        if !open.isEmpty { entries.append(open + entry.letters) }
        open = []
        end = position + 1
      } else if position - end >= Self.longestGap {
        break
      } else {
        open += LetterRun.letters(line.text).bytes
      }
    }
    guard entries.count >= Self.leastRepeated else { return nil }
    let places = known ?? lastPlaces(in: blocks)
    known = places
    let repeated = entries.count { places[$0].map { $0 >= end } ?? false }
    return repeated >= Self.leastRepeated ? end : nil
  }

  private func lastPlaces(in blocks: [TextBlock]) -> [[UInt8]: Int] {
    var places: [[UInt8]: Int] = [:]
    for (index, block) in blocks.enumerated() {
      for text in letters(block) { places[text] = index }
    }
    return places
  }

  /// What an entry names, and its page: no lower than the one before.
  ///
  /// - Parameter isLed: whether dots or a wide gap must lead to the page.
  private func entry(
    _ line: Line, after last: Int, isLed: Bool
  ) -> (letters: [UInt8], page: Int)? {
    let end = line.count - 1
    guard end > 0, let page = line.number(end, digits: 1...3), page >= last,
      line.tokens[..<end].contains(where: { $0.kind == .word })
    else { return nil }
    let hasLead = line.tokens[end].gap >= .wide || line.isSign(end - 1, in: ["…", ".", "_"])
    guard hasLead || !isLed else { return nil }
    return (LetterRun.letters(String(line.text.slice(0..<end))), page)
  }

  /// The letters of a block's paragraphs, each with its number and without.
  private func letters(_ block: TextBlock) -> [[UInt8]] {
    block.paragraphs.flatMap { paragraph -> [[UInt8]] in
      guard paragraph.text.utf8.count < 400 else { return [] }
      let line = line(paragraph)
      let text = LetterRun.letters(line.text).bytes
      guard let label = LabelReader(terms).label(of: line) else { return [text] }
      return [
        text, LetterRun.letters(String(line.text.slice(label.range.upperBound..<line.count))),
      ]
    }
  }

  private func line(_ paragraph: Paragraph) -> Line {
    Line(paragraph.shown, place: .init(block: 0), vocabulary: terms.vocabulary)
  }
}
