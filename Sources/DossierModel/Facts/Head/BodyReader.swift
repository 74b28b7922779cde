/// Tells the superior body from the issuing one.
struct BodyReader {
  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  func bodies(_ pieces: [BodyPiece]) -> (superior: String?, issuing: String?) {
    var names: [String] = []
    var last: (index: Int, place: Line.Place)?
    for piece in pieces {
      for part in split(piece.line) {
        let starts = part.begins(with: terms[.bodyStart]) != nil
        let isUpper = part.isMostlyUpper
        let place = piece.line.place
        let isSameColumn = last?.place.column == place.column
        // Between two rows of a column stands the cell beside the first.
        let step = place.isInTable && isSameColumn ? 2 : 1
        let follows = last.map { piece.index - $0.index <= step } ?? false
        // A word alone ("TT" above a column) names no body, but may be the end of a name.
        let isEnd = follows && isSameColumn && last?.place.row == place.row
        guard part.count <= 24, isEnd || part.tokens.count(where: { $0.kind != .sign }) > 1,
          starts || isUpper
        else { continue }
        if part.begins(with: terms[.about]) != nil { continue }
        if !starts, part.begins(with: terms[.position]) != nil { continue }
        if !starts, follows, isSameColumn, !names.isEmpty, !piece.isBelowHead {
          names[names.count - 1] += " " + part.text.quote
        } else if starts || (isUpper && !piece.isBelowHead) {
          names.append(name(part))
        } else {
          continue
        }
        last = (piece.index, place)
      }
    }
    return (names.count > 1 ? names[names.count - 2] : nil, names.last)
  }

  /// The words without rules and dashes around them.
  private func name(_ line: Line) -> String {
    var range = 0..<line.count
    while let first = range.first, line.tokens[first].kind == .sign {
      range = first + 1..<line.count
    }
    while let end = range.last, line.tokens[end].kind == .sign, line.tokens[end].folded != ")",
      line.tokens[end].folded != "\""
    {
      range = range.lowerBound..<end
    }
    return line.quote(range)
  }

  /// "UBND HUYỆN NAM SÁCH TRƯỜNG TIỂU HỌC AN SƠN" on one line is two bodies.
  private func split(_ line: Line) -> [Line] {
    guard line.begins(with: terms[.superiorStart]) != nil else { return [line] }
    var position = line.firstWord + 1
    while position < line.count {
      if terms.match(.unitStart, line.ids, at: position) != nil,
        line.tokens[position].isCapitalized,
        line.tokens[position - 1].kind != .sign
      {
        return [
          line.part(0..<position, vocabulary: terms.vocabulary),
          line.part(position..<line.count, vocabulary: terms.vocabulary),
        ]
      }
      position += 1
    }
    return [line]
  }
}
