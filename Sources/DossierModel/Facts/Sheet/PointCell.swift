/// What a cell for points holds.
enum PointCell: Equatable {
  case blank
  case points(Points, maximum: Points?)
  /// Something that is no number of points.
  case unreadable(String)
}

/// Reads points from a cell: "10", "9,5", "10 điểm", "10/10", "mười".
struct PointCellReader {
  let terms: Terms

  func read(_ line: Line) -> PointCell {
    guard !line.text.isBlank else { return .blank }
    var position = line.firstWord
    while let verb = terms.match(.claimVerb, line.ids, at: position) { position = verb.end }
    while line.isSign(position, in: [":", "(", "="]) { position += 1 }
    guard let first = number(in: line, at: position) else {
      return .unreadable(line.text.quote)
    }
    position = skipUnit(line, first.end)
    var maximum: Points?
    if line.isSign(position, "/"), let second = number(in: line, at: position + 1) {
      maximum = second.points
      position = skipUnit(line, second.end)
    }
    if line.isSign(position, "(") {
      while position < line.count, !line.isSign(position, ")") { position += 1 }
    }
    let hasRest = line.tokens[min(position, line.count)...].contains { $0.kind != .sign }
    guard !hasRest else { return .unreadable(line.text.quote) }
    let isNegative =
      line.firstWord > 0 && line.isSign(line.firstWord - 1, "-")
      && line.tokens[line.firstWord].gap == .none && line.isNumber(line.firstWord)
    return .points(
      isNegative ? Points(hundredths: -first.points.hundredths) : first.points, maximum: maximum)
  }

  private func skipUnit(_ line: Line, _ position: Int) -> Int {
    terms.match(.pointUnit, line.ids, at: position)?.end ?? position
  }

  private func number(in line: Line, at position: Int) -> (points: Points, end: Int)? {
    if line.isNumber(position) {
      return NumberScanner.points(in: line, at: position) ?? long(in: line, at: position)
    }
    var end = position
    while end < line.count, line.isWord(end), terms.numerals.isPart(line.tokens[end].folded) {
      end += 1
    }
    guard end > position,
      let value = terms.numerals.value(line.tokens[position..<end].map(\.folded))
    else { return nil }
    return (Points(hundredths: value), end)
  }

  /// A workbook's binary fraction ("9.4999999999").
  private func long(in line: Line, at position: Int) -> (points: Points, end: Int)? {
    guard let whole = line.number(position, digits: 1...4), line.isSign(position + 1, "."),
      let decimals = line.token(position + 2), decimals.kind == .number,
      let thousandths = Int(decimals.folded.prefix(3))
    else { return nil }
    return (Points(hundredths: whole * 100 + (thousandths + 5) / 10), position + 3)
  }
}
