/// The group whose criteria a table goes through, where no row of it says so.
struct SheetOpening {
  /// So many paragraphs above a table may head it.
  private static let mostAbove = 3
  /// How well the wordings of a table's rows must fit the criteria of their letters, each on average.
  private static let leastFit = 0.35

  let terms: Terms
  let matcher: CriterionMatcher

  /// The group that the paragraphs above a table head, "Nhóm tiêu chí 2 (30 điểm)".
  func group(above position: Int, in blocks: [TextBlock]) -> Int? {
    var lines: [Line] = []
    for block in blocks[..<position].reversed() {
      guard case .paragraph(let paragraph) = block, lines.count < Self.mostAbove else { break }
      let line = Line(
        paragraph.shown, place: .init(block: position), vocabulary: terms.vocabulary)
      if !line.text.isBlank { lines.append(line) }
    }
    let sections = SectionReader(terms, matcher).sections(of: lines.reversed())
    guard let opened = sections.last(where: \.isOpening), case .known(let index) = opened.target
    else { return nil }
    return matcher.entries[index].isLeaf ? nil : index
  }

  /// The group whose criteria the rows from "a" on are by their wordings.
  ///
  /// - Parameter rows: the labels of the rows, from the first on.
  func group(of rows: [SheetRowReader.Parts]) -> Int? {
    guard let first = rows.first, Self.letter(first) == "a" else { return nil }
    let lettered = rows.prefix { Self.letter($0) != nil }
    let fits = matcher.groups.map { group in
      let sum = lettered.reduce(0.0) { sum, row in
        guard case .known(let index) = matcher.resolve(row.parts, below: group) else { return sum }
        return sum + matcher.fit(row.words, to: index)
      }
      return (group: group, fit: sum / Double(lettered.count))
    }
    guard let best = fits.max(by: { $0.fit < $1.fit }), best.fit >= Self.leastFit else {
      return nil
    }
    return best.group
  }

  private static func letter(_ row: SheetRowReader.Parts) -> String? {
    guard row.parts.count == 1, !row.isNamed, case .letter(let letter) = row.parts[0] else {
      return nil
    }
    return letter
  }
}
