/// Tells points the unit claims from maxima, deductions, thresholds, aims and other people's marks.
struct PointFilter: Sendable {
  private static let comparisons = ["<", ">", "≤", "≥", "+", "~", "±", "×", "*"]

  /// What is said aside, in parentheses, takes at most so many words and signs.
  private static let longestAside = 80

  let terms: Terms

  func isClaim(_ candidate: PointReader.Candidate, in line: Line, year: Int?) -> Bool {
    let start = candidate.range.lowerBound
    let end = candidate.range.upperBound
    let sentence = sentenceStart(in: line, before: start)
    if isDeniedBefore(line, start, from: sentence) || isDeniedBehind(line, end) { return false }
    if isRange(line, start, end) || isPartOfDeduction(line, start) { return false }
    if isNegative(line, start) || isHeadcount(candidate, in: line) { return false }
    if isUnder(.notPointSentence, line, start, from: sentence) { return false }
    if isOfficial(line, start, from: sentence) { return false }
    if isSaidByOne(line, start, from: sentence) { return false }
    if candidate.isLoose, isProposed(line, before: start) { return false }
    return !isOtherYear(line, start, from: sentence, year: year)
  }

  /// Whether a word earlier in the sentence makes what stands at a place no claim.
  ///
  /// What stands in parentheses closed before the number is said aside.
  func isUnder(_ key: TermKey, _ line: Line, _ start: Int, from sentence: Int) -> Bool {
    var position = start
    while position > sentence {
      position -= 1
      if line.isSign(position, ")"), let open = opening(of: position, in: line, from: sentence) {
        position = open
      } else if let match = terms.match(key, line.ids, at: position), match.end <= start {
        return true
      }
    }
    return false
  }

  /// Whether someone proposes the points: "Tổ Văn phòng đề nghị 9 điểm".
  func isProposed(_ line: Line, before start: Int) -> Bool {
    let sentence = sentenceStart(in: line, before: start)
    return isUnder(.pointProposal, line, start, from: sentence)
      && !isUnder(.wholeScorer, line, start, from: sentence)
  }

  /// Whether one person says it at the meeting: "Bà Nguyễn Thị Lan: tôi chấm tiêu chí 3c 3 điểm".
  ///
  /// What the meeting agrees on is said of the meeting.
  func isSaidByOne(_ line: Line, _ start: Int, from sentence: Int) -> Bool {
    var position = LabelReader(terms).label(of: line)?.range.upperBound ?? line.firstWord
    let first = position
    while let address = terms.match(.honorific, line.ids, at: position) { position = address.end }
    guard position > first else { return false }
    while line.isWord(position), line.tokens[position].isCapitalized { position += 1 }
    if let speech = terms.match(.speech, line.ids, at: position) { position = speech.end }
    return line.isSign(position, ":") && position < start
      && !isUnder(.wholeScorer, line, start, from: sentence)
  }

  /// "(10 điểm bị trừ gồm: 5 điểm …, 5 điểm …)", "(trừ tiêu chí b: 2 điểm; tiêu chí c: 2 điểm)": what an
  /// open parenthesis counts out.
  private func isPartOfDeduction(_ line: Line, _ start: Int) -> Bool {
    var depth = 0
    for position in stride(from: start - 1, through: max(0, start - Self.longestAside), by: -1) {
      if line.isSign(position, ")") { depth += 1 }
      if line.isSign(position, "(") {
        if depth == 0 {
          return terms.match(.deductionLead, line.ids, at: position + 1) != nil
            || line.contains(terms[.deductedBehind], from: position, to: start)
        }
        depth -= 1
      }
    }
    return false
  }

  /// "Tổng số: 31; có mặt: 31": a number without points anywhere by it, and people.
  private func isHeadcount(_ candidate: PointReader.Candidate, in line: Line) -> Bool {
    guard candidate.isLabelled, candidate.maximum == nil, !line.contains(terms[.pointUnit]) else {
      return false
    }
    return line.contains(terms[.present]) || line.contains(terms[.absent])
      || terms.match(.people, line.ids, at: candidate.range.upperBound) != nil
  }

  /// "tiêu chí b: -2 điểm".
  private func isNegative(_ line: Line, _ start: Int) -> Bool {
    start > 1 && line.isSign(start - 1, "-") && line.tokens[start].gap == .none
      && line.tokens[start - 1].gap != .none && line.isSign(start - 2, in: [":", "(", ","])
  }

  private func opening(of close: Int, in line: Line, from floor: Int) -> Int? {
    var depth = 0
    for position in stride(from: close, through: floor, by: -1) {
      if line.isSign(position, ")") { depth += 1 }
      if line.isSign(position, "(") { depth -= 1 }
      if depth == 0 { return position }
    }
    return nil
  }

  /// The first token of the sentence before a token.
  func sentenceStart(in line: Line, before end: Int) -> Int {
    var position = end
    while position > 0 {
      let index = position - 1
      if line.isSign(index, ";") || line.isSign(index, "!") || line.isSign(index, "?") {
        return position
      }
      if line.isSign(index, "."), index > 2, line.tokens[index].gap == .none,
        let next = line.token(index + 1), next.gap != .none,
        next.isCapitalized || next.gap >= .wide || line.isSign(index + 1, "(")
      {
        return position
      }
      position -= 1
    }
    return 0
  }

  /// A denying word right before the number, fillers and signs between them.
  func isDeniedBefore(_ line: Line, _ start: Int, from sentence: Int) -> Bool {
    var position = start
    var steps = 0
    while position > sentence, steps < 5 {
      if matchEnding(terms[.notPointBefore], line, at: position, from: sentence) != nil {
        return true
      }
      if line.isSign(position - 1, in: [":", "(", "\"", "-", "="]) {
        position -= 1
      } else if let filler = matchEnding(terms[.pointFiller], line, at: position, from: sentence) {
        position = filler
        steps += 1
      } else if let named = mentionEnding(line, at: position, from: sentence) {
        position = named
        steps += 1
      } else {
        return false
      }
    }
    return false
  }

  /// The start of "của tiêu chí 1" where it ends before a token.
  private func mentionEnding(_ line: Line, at end: Int, from floor: Int) -> Int? {
    if let of = matchEnding(terms[.bodyOf], line, at: end, from: floor) { return of }
    for length in 1...3 where end - length > floor {
      let label = end - length
      let isLabel = (label..<end).allSatisfy {
        line.isNumber($0) || line.tokens[$0].slug.utf8.count == 1
      }
      guard isLabel else { return nil }
      if let word = matchEnding(terms[.groupMention], line, at: label, from: floor) { return word }
    }
    return nil
  }

  /// Whether a number stands right behind what it is said of, or behind a colon: "Nhóm 1 đạt 28 điểm",
  /// "Tổng điểm của đơn vị là 95", "Nhóm 1 (điều kiện): 28 điểm".
  ///
  /// - Parameters:
  ///   - start: the number.
  ///   - name: the first token behind what it may be said of.
  func isValue(in line: Line, at start: Int, of name: Int) -> Bool {
    var position = start
    while position > name {
      if line.isSign(position - 1, in: [":", "=", "-"]) { return true }
      if line.isSign(position - 1, ")"),
        let open = opening(of: position - 1, in: line, from: name)
      {
        position = open
      } else if let filler = matchEnding(terms[.claimVerb], line, at: position, from: name)
        ?? matchEnding(terms[.pointFiller], line, at: position, from: name)
      {
        position = filler
      } else {
        return false
      }
    }
    return true
  }

  /// The start of a phrase that ends before a token.
  func matchEnding(_ set: PhraseSet, _ line: Line, at end: Int, from floor: Int) -> Int? {
    for start in stride(from: max(floor, end - 5), to: end, by: 1) {
      if let match = set.match(line.ids, at: start), match.end == end { return start }
    }
    return nil
  }

  private func isDeniedBehind(_ line: Line, _ end: Int) -> Bool {
    if terms.match(.deductedBehind, line.ids, at: end) != nil { return true }
    var position = end
    while line.isSign(position, in: ["(", ","]) { position += 1 }
    if let denied = terms.match(.notPointBehind, line.ids, at: position) {
      // "10 điểm (tối đa 10 điểm)": the denial belongs to the number behind it.
      let isOfNext =
        position > end && line.tokens[denied.end...].prefix(3).contains { $0.kind == .number }
      return !isOfNext
    }
    // "10 điểm/tiêu chí" is a rate.
    return line.isSign(end, "/") && line.isWord(end + 1)
  }

  /// "85 - 100 điểm", "≥ 85 điểm", "30 điểm + 30 điểm".
  func isRange(_ line: Line, _ start: Int, _ end: Int) -> Bool {
    if line.isSign(start - 1, in: Self.comparisons) || line.isSign(end, in: Self.comparisons) {
      return true
    }
    if line.isSign(start - 1, "-"), line.isNumber(start - 2) || isUnit(line, start - 2) {
      // "Nhóm 1 - 24 điểm" names the group before the dash.
      return line.tokens[start - 1].gap == .none
        || matchEnding(terms[.groupMention], line, at: start - 2, from: 0) == nil
    }
    if line.isSign(start - 1, "="), line.isSign(start - 2, in: Self.comparisons) { return true }
    return line.isSign(end, "-") && line.isNumber(end + 1)
  }

  private func isUnit(_ line: Line, _ index: Int) -> Bool {
    terms.match(.pointUnit, line.ids, at: index) != nil
  }

  /// Marks given by others, unless the unit's own are named later.
  private func isOfficial(_ line: Line, _ start: Int, from sentence: Int) -> Bool {
    guard let official = last(terms[.officialPoints], in: line, from: sentence, to: start) else {
      return false
    }
    guard let own = last(terms[.pointLabel], in: line, from: sentence, to: start) else {
      return true
    }
    return own < official
  }

  private func last(_ set: PhraseSet, in line: Line, from start: Int, to end: Int) -> Int? {
    var found: Int?
    for position in start..<max(start, end) where set.match(line.ids, at: position) != nil {
      found = position
    }
    return found
  }

  private func isOtherYear(_ line: Line, _ start: Int, from sentence: Int, year: Int?) -> Bool {
    guard let year else { return false }
    let reader = YearReader(terms: terms, yearWords: PhraseSet())
    var found: Int?
    for mention in reader.mentions(in: line)
    where mention.range.lowerBound >= sentence && mention.range.upperBound <= start {
      if mention.last == year || mention.first == year { return false }
      found = mention.first
    }
    return found != nil
  }
}
