/// Reads the ratings that running text states for the unit.
struct RatingReader: Sendable {
  let terms: Terms
  /// The profile's wordings; a match's entry is the rating's position.
  let words: PhraseSet
  let ids: [String]
  private let filter: PointFilter
  private let scanner: PointScanner

  init(_ profile: Profile, _ terms: inout Terms) {
    let ratings = profile.scoring?.ratings ?? []
    words = terms.compile(groups: ratings.map { [$0.title.vietnamese] + $0.words })
    ids = ratings.map(\.id)
    self.terms = terms
    filter = PointFilter(terms: terms)
    scanner = PointScanner(terms: terms)
  }

  /// The ratings of a line.
  func ratings(in line: Line, year: Int?) -> [Stated<String>] {
    guard !ids.isEmpty else { return [] }
    var found: [Stated<String>] = []
    var position = 0
    while position < line.count {
      if let label = terms.match(.ratingLabel, line.ids, at: position),
        let value = value(in: line, behind: label.end),
        isOwn(line, labelAt: position, year: year)
      {
        found.append(stated(line, position, value))
        position = value.end
      } else {
        position += 1
      }
    }
    if found.isEmpty, line.contains(words) { found = besidePoints(line, year: year) }
    return found
  }

  private func stated(_ line: Line, _ start: Int, _ value: PhraseSet.Match) -> Stated<String> {
    Stated(ids[value.entry], quote: line.quote(start..<value.end))
  }

  /// The rating behind a label, fillers, years and signs between them.
  private func value(in line: Line, behind end: Int) -> PhraseSet.Match? {
    var position = end
    var steps = 0
    while steps < 12, position < line.count {
      if let value = words.match(line.ids, at: position) {
        return isRating(line, value, at: position) ? value : nil
      }
      steps += 1
      if line.isSign(position, in: [":", "\"", "-", "(", "=", "“", ","]) {
        if line.isSign(position, ","), position > end { return nil }
        position += 1
      } else if let colon = colonBehindBody(line, position) {
        position = colon + 1
      } else if let filler = terms.match(.ratingFiller, line.ids, at: position) {
        position = filler.end
        while line.isNumber(position) || (line.isNumber(position - 1) && line.isSign(position, "-"))
        {
          position += 1
        }
      } else {
        return nil
      }
    }
    return nil
  }

  /// "của Trường Tiểu học An Sơn:": the colon behind the name of the body.
  private func colonBehindBody(_ line: Line, _ start: Int) -> Int? {
    guard let of = terms.match(.bodyOf, line.ids, at: start) else { return nil }
    for position in of.end..<min(line.count, of.end + 14) where line.tokens[position].kind == .sign
    {
      return line.isSign(position, ":") ? position : nil
    }
    return nil
  }

  /// Whether a rating's words stand as a value: nothing goes on behind them, no list of choices.
  private func isRating(_ line: Line, _ value: PhraseSet.Match, at start: Int) -> Bool {
    if terms.match(.notRatingAfter, line.ids, at: value.end) != nil,
      line.tokens[value.end].gap <= .space
    {
      return false
    }
    var position = value.end
    while line.isSign(position, in: ["\"", ")"]) { position += 1 }
    // "Tốt (từ 85 điểm), Khá (từ 70 điểm)" lists what there is; "Xếp loại: Tốt (từ 85 điểm)" does not.
    if line.isSign(position, "("), terms.match(.notRatingAfter, line.ids, at: position + 1) != nil,
      !line.isSign(start - 1, ":") || namesAnother(line, than: value, from: position)
    {
      return false
    }
    if line.isSign(position, in: [",", "/", "-"]) || isChoiceWord(line, position) {
      var next = position + 1
      if let joint = terms.match(.ratingJoint, line.ids, at: next) { next = joint.end }
      if let other = words.match(line.ids, at: next), other.entry != value.entry { return false }
    }
    if line.isSign(position, ":"), line.contains(terms[.pointUnit], from: position) { return false }
    return true
  }

  private func namesAnother(_ line: Line, than value: PhraseSet.Match, from start: Int) -> Bool {
    (start..<line.count).contains { position in
      words.match(line.ids, at: position).map { $0.entry != value.entry } ?? false
    }
  }

  private func isChoiceWord(_ line: Line, _ index: Int) -> Bool {
    terms.match(.choice, line.ids, at: index) != nil
  }

  /// Whether the label speaks of the unit in this year, as a fact.
  private func isOwn(_ line: Line, labelAt start: Int, year: Int?) -> Bool {
    let sentence = filter.sentenceStart(in: line, before: start)
    if filter.isUnder(.notRatingBefore, line, start, from: sentence) { return false }
    guard let year else { return true }
    let mentions = YearReader(terms: terms, yearWords: PhraseSet()).mentions(in: line)
      .filter { $0.range.lowerBound >= sentence && $0.range.upperBound <= start }
    return mentions.isEmpty || mentions.contains { $0.first == year || $0.last == year }
  }

  /// "95/100 điểm - Tốt", "95 điểm (loại Tốt)".
  private func besidePoints(_ line: Line, year: Int?) -> [Stated<String>] {
    for candidate in scanner.candidates(in: line)
    where filter.isClaim(candidate, in: line, year: year) {
      var position = candidate.range.upperBound
      guard
        line.isSign(position, in: ["-", ",", "(", ";", ":", "="])
          || terms.match(.ratingJoint, line.ids, at: position) != nil
      else { continue }
      while line.isSign(position, in: ["-", ",", "(", ";", ":", "\"", "="]) { position += 1 }
      while let joint = terms.match(.ratingJoint, line.ids, at: position),
        words.match(line.ids, at: position) == nil
      {
        position = joint.end
        while line.isSign(position, in: [":", "\""]) { position += 1 }
      }
      guard let value = words.match(line.ids, at: position), isRating(line, value, at: position),
        endsClause(line, value.end), isOwn(line, labelAt: candidate.range.lowerBound, year: year)
      else { continue }
      return [stated(line, candidate.range.lowerBound, value)]
    }
    return []
  }

  private func endsClause(_ line: Line, _ end: Int) -> Bool {
    guard let next = line.token(end) else { return true }
    return next.kind == .sign || next.gap >= .wide
  }
}
