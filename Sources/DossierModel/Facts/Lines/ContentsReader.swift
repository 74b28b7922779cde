/// Leaves a table of contents out: its lines repeat headings with page numbers, which are no points.
struct ContentsReader {
  /// So many lines of a table of contents are looked at.
  private static let mostLines = 400
  /// So many paragraphs that bear no page number may stand between two that do: long entries.
  private static let longestGap = 2
  /// So many entries may stand one below the other before their page numbers.
  private static let longestColumn = 12
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
    if let behind = endOfTable(blocks, from: start, &known) { return behind }
    var entries: [[UInt8]] = []
    var end = start
    var page = 0
    var open: [UInt8] = []
    // A page break leaves an empty paragraph: only what is written counts as a gap.
    var gap = 0
    var isBroken = false
    var named = 0
    for position in start..<min(blocks.count, start + Self.mostLines) {
      guard case .paragraph(let paragraph) = blocks[position] else { break }
      let line = line(paragraph)
      guard !line.text.isBlank else {
        isBroken = true
        continue
      }
      let letters = LetterRun.letters(line.text).bytes
      let entry = entry(line, after: page, isLed: gap + named > 0)
      if isBroken, let entry, !isLed(line),
        !isRepeated(entry.letters, behind: position, in: blocks, &known)
      {
        break
      }
      if let entry {
        page = entry.page
        entries.append(entry.letters)
        if !open.isEmpty { entries.append(open + entry.letters) }
      } else if let number = line.number(0, digits: 1...3), line.count == 1, number >= page,
        gap + named > 0
      {
        // A page's text sets the numbers of wide columns apart from what they belong to.
        page = number
      } else if named < Self.longestColumn,
        isRepeated(letters, behind: position, in: blocks, &known)
      {
        named += 1
        entries.append(letters)
        continue
      } else if gap >= Self.longestGap {
        break
      } else {
        gap += 1
        open += letters
        continue
      }
      open = []
      end = position + 1
      gap = 0
      isBroken = false
      named = max(0, named - 1)
    }
    guard entries.count >= Self.leastRepeated else { return nil }
    let repeated = entries.count { isRepeated($0, behind: end - 1, in: blocks, &known) }
    return repeated >= Self.leastRepeated ? end : nil
  }

  /// Behind a table of entries with their pages in its last column, where the text repeats them.
  private func endOfTable(
    _ blocks: [TextBlock], from start: Int, _ known: inout [[UInt8]: Int]?
  ) -> Int? {
    guard
      let place = blocks.indices.dropFirst(start).first(where: {
        blocks[$0].paragraphs.contains { !$0.text.isEmpty }
      }),
      case .table(let table) = blocks[place]
    else { return nil }
    var pages = 0
    var repeated = 0
    for row in Dictionary(grouping: table.cells, by: \.row).values {
      let cells = row.filter { !$0.text.isEmpty }.sorted { $0.column < $1.column }
      guard cells.count > 1, let last = cells.last, let page = last.paragraphs.first,
        last.paragraphs.count == 1
      else { continue }
      let number = line(page)
      guard number.count == 1, number.number(0, digits: 1...3) != nil else { continue }
      pages += 1
      // The number of an entry may stand in a cell of its own.
      let names = cells.dropLast().flatMap(\.paragraphs).map { LetterRun.letters($0.shown) }
      let whole = names.reduce([], +)
      let isRepeated = ([whole] + names).contains {
        !$0.isEmpty && self.isRepeated($0, behind: place, in: blocks, &known)
      }
      if isRepeated { repeated += 1 }
    }
    guard repeated >= Self.leastRepeated, pages * 2 > table.rowCount else { return nil }
    return place + 1
  }

  /// Whether a heading behind a place repeats an entry.
  private func isRepeated(
    _ letters: [UInt8], behind place: Int, in blocks: [TextBlock], _ known: inout [[UInt8]: Int]?
  ) -> Bool {
    let places = known ?? lastPlaces(in: blocks)
    known = places
    return places[letters].map { $0 > place } ?? false
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
    guard self.isLed(line) || !isLed else { return nil }
    return (LetterRun.letters(String(line.text.slice(0..<end))), page)
  }

  /// Whether dots or a wide gap lead to the number a line ends with.
  private func isLed(_ line: Line) -> Bool {
    let end = line.count - 1
    return line.tokens[end].gap >= .wide || line.isSign(end - 1, in: ["…", ".", "_"])
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
