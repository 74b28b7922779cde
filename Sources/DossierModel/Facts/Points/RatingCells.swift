/// Reads the rating of the unit where a cell of its own holds it: "Xếp loại | | Tốt".
struct RatingCells {
  /// So many words and signs at most has a cell that is a label and nothing else.
  private static let longestLabel = 12

  let terms: Terms
  let ratings: RatingReader

  /// The ratings that stand in the row of their label.
  func ratings(in lines: [Line], year: Int?) -> [Stated<String>] {
    lines.indices.compactMap { index in
      let line = lines[index]
      guard line.place.isInTable, line.count <= Self.longestLabel, let start = label(in: line),
        ratings.isOwn(line, labelAt: start, year: year)
      else { return nil }
      let row = lines.dropFirst(index + 1).prefix { $0.place.rowPlace == line.place.rowPlace }
      guard let cell = row.first(where: { !$0.text.isBlank }), let value = value(of: cell) else {
        return nil
      }
      return Stated(ratings.ids[value.entry], quote: line.text.quote + " " + cell.text.quote)
    }
  }

  /// Where the label begins of a cell that says nothing else.
  private func label(in line: Line) -> Int? {
    guard let label = line.first(terms[.ratingLabel]) else { return nil }
    var position = label.range.upperBound
    while position < line.count {
      if line.tokens[position].kind == .sign {
        position += 1
      } else if let filler = terms.match(.ratingFiller, line.ids, at: position) {
        position = filler.end
      } else {
        return nil
      }
    }
    return label.range.lowerBound
  }

  /// The rating that a cell is.
  private func value(of cell: Line) -> PhraseSet.Match? {
    var start = cell.firstWord
    while let joint = terms.match(.ratingJoint, cell.ids, at: start),
      ratings.words.match(cell.ids, at: start) == nil
    {
      start = joint.end
    }
    guard let value = ratings.words.match(cell.ids, at: start),
      cell.tokens[value.end...].allSatisfy({ $0.kind == .sign })
    else { return nil }
    return value
  }
}
