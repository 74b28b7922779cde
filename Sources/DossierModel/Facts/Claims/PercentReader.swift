/// Reads percentages of people.
struct PercentReader {
  let terms: Terms
  private let filter: PointFilter

  init(_ terms: Terms) {
    self.terms = terms
    filter = PointFilter(terms: terms)
  }

  func claims(in line: Line) -> [PercentClaim] {
    var found: [PercentClaim] = []
    for position in line.tokens.indices where line.isNumber(position) {
      guard !NumberScanner.isTail(in: line, at: position),
        let number = NumberScanner.points(in: line, at: position),
        let sign = terms.match(.percent, line.ids, at: number.end)
      else { continue }
      let start = filter.sentenceStart(in: line, before: position)
      let end = sentenceEnd(line, from: sign.end)
      guard terms.match(.percentNotBefore, line.ids, at: position - 1) == nil,
        terms.match(.percentNotAfter, line.ids, at: sign.end) == nil,
        !line.contains(terms[.aim], from: start, to: position),
        line.contains(terms[.people], from: start, to: end)
      else { continue }
      found.append(
        PercentClaim(
          hundredths: number.points.hundredths,
          hasCount: hasCount(line, start..<end, without: position..<sign.end),
          quote: line.quote(start..<min(end, sign.end + 14))))
    }
    return found
  }

  private func sentenceEnd(_ line: Line, from start: Int) -> Int {
    var position = start
    while position < line.count {
      if line.isSign(position, ";") { return position }
      if line.isSign(position, "."), line.tokens[position].gap == .none,
        line.token(position + 1).map({ $0.gap != .none }) ?? true
      {
        return position
      }
      position += 1
    }
    return line.count
  }

  /// A fraction of people, or a number of them.
  private func hasCount(_ line: Line, _ range: Range<Int>, without percent: Range<Int>) -> Bool {
    for position in range where !percent.contains(position) && line.isNumber(position) {
      guard !NumberScanner.isTail(in: line, at: position) else { continue }
      if line.isSign(position + 1, "/"), line.isNumber(position + 2),
        !line.isSign(position + 3, "/"), terms.match(.pointUnit, line.ids, at: position + 3) == nil,
        let part = line.number(position, digits: 1...4),
        let whole = line.number(position + 2, digits: 1...4), part <= whole
      {
        return true
      }
      if terms.match(.people, line.ids, at: position + 1) != nil { return true }
    }
    return false
  }
}
