/// Reads "tiêu chí 1a", "nhóm I", "TC 2.b" in running text.
struct CriterionMention {
  let terms: Terms
  let matcher: CriterionMatcher

  init(_ terms: Terms, _ matcher: CriterionMatcher) {
    self.terms = terms
    self.matcher = matcher
  }

  /// The criterion whose code stands at a token before a colon or its points, with no word for it:
  /// "(1a: 10 điểm)", "1a - 10 điểm", "1a đạt 10 điểm".
  func code(in line: Line, at start: Int) -> (target: CriterionMatcher.Target, end: Int)? {
    guard line.isNumber(start),
      start == 0 || line.isSign(start - 1, in: [":", ",", ";", ".", "(", "-"])
    else { return nil }
    var position = start
    guard let parts = LabelReader(terms).parts(line, at: &position), parts.count > 1,
      line.isSign(position, in: [":", "="]) || isBeforePoints(line, position, parts)
    else { return nil }
    let texts = parts.map(CriterionMatcher.text)
    return matcher.entries.firstIndex { $0.parts == texts }.map { (.known($0), position) }
  }

  /// Whether points stand behind a code with a letter, a dash or a verb between them or nothing.
  private func isBeforePoints(_ line: Line, _ end: Int, _ parts: [Label.Part]) -> Bool {
    guard case .letter? = parts.last, let next = line.token(end), next.gap != .none else {
      return false
    }
    var position = end
    if line.isSign(position, "-") {
      position += 1
    } else if let verb = terms.match(.claimVerb, line.ids, at: position) {
      position = verb.end
    }
    guard line.isNumber(position) else { return false }
    if line.isSign(position + 1, in: [",", ".", "/"]), line.isNumber(position + 2) {
      position += 2
    }
    return terms.match(.pointUnit, line.ids, at: position + 1) != nil
  }

  /// The criterion named at a token.
  ///
  /// - Parameter group: the group that a bare letter belongs to.
  func target(
    in line: Line, at start: Int, group: Int?
  ) -> (
    target: CriterionMatcher.Target, end: Int
  )? {
    guard let words = matcher.mentionWords.match(line.ids, at: start) else { return nil }
    guard !line.isNumber(start - 1) else { return nil }
    var position = words.end
    if let number = terms.match(.criterionNumber, line.ids, at: position) {
      position = number.end
      if let token = line.token(position), let place = terms.numerals.ordinal(token.folded) {
        return (matcher.resolve([.arabic(place)]), position + 1)
      }
    }
    if let lettered = lettered(in: line, at: position) { return lettered }
    guard let parts = LabelReader(terms).parts(line, at: &position), !parts.isEmpty else {
      return nil
    }
    if line.isSign(position, "%") || line.isSign(position, "/") { return nil }
    if case .letter = parts[0] {
      let isSetApart =
        position >= line.count || line.tokens[position].kind == .sign
        || line.tokens[position].gap > .none
      // "Nhóm B": some regimes number by letters.
      if isSetApart, let index = matcher.exact(parts) { return (.known(index), position) }
      guard let group, isSetApart else { return nil }
      return (matcher.resolve(parts, below: group), position)
    }
    return (matcher.resolve(parts), position)
  }

  /// "A1" of a regime whose groups are letters, also where it has no such criterion.
  private func lettered(
    in line: Line, at start: Int
  ) -> (target: CriterionMatcher.Target, end: Int)? {
    guard let letter = line.token(start), letter.kind == .word, letter.isUpper,
      letter.folded.utf8.count == 1, let number = line.number(start + 1, digits: 1...2),
      line.tokens[start + 1].gap == .none
    else { return nil }
    if let next = line.token(start + 2), next.gap == .none, next.kind != .sign { return nil }
    let parts: [Label.Part] = [.letter(letter.folded), .arabic(number)]
    if let index = matcher.exact(parts) { return (.known(index), start + 2) }
    guard matcher.isOfLetters(letter.folded) else { return nil }
    return (.unknown("\(letter.folded.uppercased())\(number)"), start + 2)
  }
}
