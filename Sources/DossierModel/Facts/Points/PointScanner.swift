/// Finds numbers that are points by their form.
struct PointScanner: Sendable {
  let terms: Terms

  func candidates(in line: Line) -> [PointReader.Candidate] {
    var found: [PointReader.Candidate] = []
    var position = 0
    while position < line.count {
      if let candidate = candidate(in: line, at: position) {
        found.append(candidate)
        position = candidate.range.upperBound
      } else {
        position += 1
      }
    }
    return found
  }

  /// The candidates that are claims.
  func claims(in line: Line, by filter: PointFilter, year: Int?) -> [PointReader.Candidate] {
    candidates(in: line).filter { filter.isClaim($0, in: line, year: year) }
  }

  private func candidate(in line: Line, at start: Int) -> PointReader.Candidate? {
    if line.isNumber(start) { return figures(in: line, at: start) }
    if let label = terms.match(.pointLabel, line.ids, at: start) {
      return labelled(in: line, from: label.end, needsColon: false)
    }
    if let label = terms.match(.weakPointLabel, line.ids, at: start), !isCompound(line, start) {
      return labelled(in: line, from: label.end, needsColon: true)
    }
    return words(in: line, at: start)
  }

  /// "ưu điểm:", "thời điểm:": no label of points.
  private func isCompound(_ line: Line, _ start: Int) -> Bool {
    guard line.isWord(start - 1), line.tokens[start].gap != .line else { return false }
    return terms.match(.pointUnit, line.ids, at: start) != nil
      && terms.match(.claimVerb, line.ids, at: start - 1) == nil
      && terms.match(.pointFiller, line.ids, at: start - 1) == nil
  }

  // MARK: Figures with a unit

  private func figures(in line: Line, at start: Int) -> PointReader.Candidate? {
    // "……/100 điểm": behind the sign stands the maximum of what was left blank.
    guard !NumberScanner.isTail(in: line, at: start), !line.isSign(start - 1, "/"),
      let first = NumberScanner.points(in: line, at: start)
    else { return nil }
    let own = unit(in: line, at: first.end)
    let inWords = InWords(terms).end(in: line, at: own ?? first.end)
    let unit = inWords.flatMap { self.unit(in: line, at: $0) } ?? own
    var behind = max(unit ?? first.end, inWords ?? first.end)
    if line.isSign(start - 1, "("), line.isSign(behind, ")") { behind += 1 }
    if let outer = outOf(in: line, at: behind),
      let second = NumberScanner.points(in: line, at: outer)
    {
      let end = self.unit(in: line, at: second.end)
      let endsStatement = endsStatement(line, second.end)
      let isStated = unit != nil || end != nil || isClaimBefore(line, start) && endsStatement
      let isBare = !isStated && endsStatement && line.isSign(start - 1, in: [":", "=", "-", "("])
      guard isStated || isBare, second.points.hundredths > 0 else { return nil }
      return PointReader.Candidate(
        range: start..<(end ?? second.end), points: first.points, maximum: second.points,
        isBare: isBare)
    }
    guard let unit else { return nil }
    return PointReader.Candidate(
      range: start..<unit, points: first.points,
      isParenthesis: line.isSign(start - 1, "(") && line.isSign(unit, ")"))
  }

  /// The unit at a token; nothing where "điểm" is another word ("3 điểm trường").
  private func unit(in line: Line, at position: Int) -> Int? {
    guard let match = terms.match(.pointUnit, line.ids, at: position) else { return nil }
    if line.tokens[position].slug.utf8.count == 1, line.tokens[position].gap == .wide { return nil }
    if terms.match(.notPointAfter, line.ids, at: match.end) != nil,
      line.tokens[match.end].gap <= .space, !line.isSign(match.end, ".")
    {
      return nil
    }
    return match.end
  }

  /// The token of the maximum: behind "/", "trên", "trên tổng số".
  private func outOf(in line: Line, at position: Int) -> Int? {
    if line.isSign(position, "/") { return position + 1 }
    return terms.match(.outOf, line.ids, at: position)?.end
  }

  private func isClaimBefore(_ line: Line, _ start: Int) -> Bool {
    var position = start - 1
    while line.isSign(position, in: [":", "=", "-"]) { position -= 1 }
    guard position >= 0 else { return false }
    for first in max(0, position - 2)...position {
      if let match = terms.match(.claimVerb, line.ids, at: first), match.end == position + 1 {
        return true
      }
    }
    return false
  }

  private func endsStatement(_ line: Line, _ end: Int) -> Bool {
    guard let next = line.token(end) else { return true }
    return next.gap >= .wide || (next.kind == .sign && next.folded != "%" && next.folded != "/")
  }

  // MARK: Numbers behind a label

  private func labelled(
    in line: Line, from end: Int, needsColon: Bool
  ) -> PointReader.Candidate? {
    var position = end
    var hasColon = false
    var steps = 0
    skipParenthesis(line, &position)
    while steps < 6, position < line.count {
      steps += 1
      if line.isSign(position, in: [":", "="]) {
        hasColon = true
        position += 1
      } else if line.isSign(position, "-"), line.tokens[position].gap != .none {
        position += 1
      } else if !hasColon || steps < 4,
        let filler = terms.match(.pointFiller, line.ids, at: position)
      {
        position = filler.end
        if line.isNumber(position), isYear(line, position) { position += 1 }
      } else if !hasColon, let named = named(line, position) {
        position = named
      } else {
        break
      }
    }
    guard !needsColon || hasColon, position > end || line.tokens[position - 1].gap <= .space else {
      return nil
    }
    if line.isNumber(position), let found = figures(in: line, at: position) {
      var labelled = found
      labelled.isLabelled = true
      labelled.isBare = false
      return labelled
    }
    return bareNumber(in: line, at: position)
  }

  /// "Tổng điểm tiêu chí 2:": behind the number of what is summed up.
  private func named(_ line: Line, _ start: Int) -> Int? {
    guard let word = terms.match(.groupMention, line.ids, at: start) else { return nil }
    var position = word.end
    guard LabelReader(terms).parts(line, at: &position) != nil else { return nil }
    return position
  }

  /// "(1+2+3)" behind a label.
  private func skipParenthesis(_ line: Line, _ position: inout Int) {
    guard line.isSign(position, "(") else { return }
    var close = position + 1
    while close < line.count, close - position < 12, !line.isSign(close, ")") { close += 1 }
    if line.isSign(close, ")") { position = close + 1 }
  }

  private func isYear(_ line: Line, _ position: Int) -> Bool {
    guard let number = line.number(position, digits: 4...4) else { return false }
    return (1990...2100).contains(number)
  }

  private func bareNumber(in line: Line, at position: Int) -> PointReader.Candidate? {
    guard line.isNumber(position), !NumberScanner.isTail(in: line, at: position),
      let number = NumberScanner.points(in: line, at: position), !isYear(line, position),
      endsStatement(line, number.end),
      !line.isSign(number.end, ")") || line.isSign(position - 1, "(")
    else {
      return fraction(in: line, at: position)
    }
    return PointReader.Candidate(
      range: position..<number.end, points: number.points, isLabelled: true)
  }

  private func fraction(in line: Line, at position: Int) -> PointReader.Candidate? {
    guard line.isNumber(position), let first = NumberScanner.points(in: line, at: position),
      line.isSign(first.end, "/"),
      let second = NumberScanner.points(in: line, at: first.end + 1),
      endsStatement(line, second.end), second.points.hundredths > 0
    else { return nil }
    return PointReader.Candidate(
      range: position..<second.end, points: first.points, maximum: second.points, isLabelled: true)
  }

  // MARK: Numbers in words

  private func words(in line: Line, at start: Int) -> PointReader.Candidate? {
    guard line.isWord(start), terms.isNumeral(line.ids[start]) else { return nil }
    var end = start
    while end < line.count, end - start < 10, line.isWord(end), terms.isNumeral(line.ids[end]) {
      end += 1
    }
    guard let number = terms.numerals.number(in: line, endingAt: end), number.start == start else {
      return nil
    }
    if let outer = outOf(in: line, at: unit(in: line, at: end) ?? end),
      let second = NumberScanner.points(in: line, at: outer), second.points.hundredths > 0,
      let unit = self.unit(in: line, at: second.end)
        ?? self.unit(in: line, at: end).map({ _ in second.end })
    {
      return PointReader.Candidate(
        range: start..<unit, points: number.points, maximum: second.points)
    }
    guard let unit = unit(in: line, at: end) else { return nil }
    let isYearWord = end - start == 1 && terms.match(.year, line.ids, at: start) != nil
    guard !isYearWord || isClaimBefore(line, start) else { return nil }
    return PointReader.Candidate(
      range: start..<unit, points: number.points,
      isParenthesis: line.isSign(start - 1, "(") && line.isSign(unit, ")"))
  }
}
