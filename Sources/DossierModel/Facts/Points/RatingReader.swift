/// Reads the ratings that running text states for the unit; in a regime without points, its levels.
struct RatingReader: Sendable {
  let terms: Terms
  /// The profile's wordings; a match's entry is the rating's position.
  let words: PhraseSet
  let ids: [String]
  /// What a rating stands behind.
  ///
  /// Every indicator has its level: only one behind the unit's title is the unit's.
  private let label: TermKey
  /// What keeps a rating from being a claim when it stands before it in the sentence.
  private let denial: TermKey
  private let hasPoints: Bool
  let filter: PointFilter
  private let scanner: PointScanner

  /// So many words and signs at most has a line that is the label of boxes below it.
  private static let longestLabelLine = 20
  /// So many words and signs may stand between a foreign rating and the total behind it.
  static let mostBeforeTotal = 6

  /// Reads the profile's own ratings, or its levels where it gives no points.
  init(_ profile: Profile, _ terms: inout Terms) {
    let named =
      profile.scoring?.ratings.map { ($0.id, [$0.title.vietnamese] + $0.words) }
      ?? profile.levels.map { ($0.id, [$0.title.vietnamese] + $0.words) }
    self.init(named, hasPoints: profile.scoring != nil, &terms)
  }

  /// Reads, where the profile gives points, the ratings of other regimes.
  init(foreignTo profile: Profile, _ terms: inout Terms) {
    let own = (profile.scoring?.ratings ?? []).flatMap { [$0.title.vietnamese] + $0.words }
    let known = Set(own.map { FoldedText($0).key })
    let foreign = terms.lexicon["foreignRating"].filter { !known.contains(FoldedText($0).key) }
    self.init(foreign.map { ($0, [$0]) }, hasPoints: true, &terms)
  }

  /// - Parameter named: the id and the wordings of each.
  private init(_ named: [(id: String, words: [String])], hasPoints: Bool, _ terms: inout Terms) {
    self.hasPoints = hasPoints
    label = hasPoints ? .ratingLabel : .levelLabel
    denial = hasPoints ? .notRatingBefore : .notLevelBefore
    words = terms.compile(groups: named.map(\.words))
    ids = named.map(\.id)
    self.terms = terms
    filter = PointFilter(terms: terms)
    scanner = PointScanner(terms: terms)
  }

  /// The level of the unit in a line that begins with a word for it ("Tự đánh giá: đạt mức 2"),
  /// which stands in nothing that is said of one indicator.
  func ownLevels(in line: Line, year: Int?) -> [Stated<String>] {
    if let choice = TickedChoice(in: line, words, terms) {
      guard !hasPoints, terms.match(.ownLevelLabel, line.ids, at: line.firstWord) != nil else {
        return []
      }
      return chosen(choice, in: line, year: year)
    }
    let start = line.firstWord
    guard !ids.isEmpty, !hasPoints,
      let label = terms.match(.ownLevelLabel, line.ids, at: start),
      let value = value(in: line, behind: label.end), isOwn(line, labelAt: start, year: year),
      isNumbered(line, value) || endsClause(line, value.end),
      !isOfOtherYear(line, start...value.end + 2, year: year)
    else { return [] }
    return [stated(line, start, value)]
  }

  /// Whether a level has a number; "chưa đạt" has none, and may be said of some people only.
  private func isNumbered(_ line: Line, _ value: PhraseSet.Match) -> Bool {
    line.tokens[..<value.end].last?.kind == .number
  }

  /// The ratings of a line.
  ///
  /// - Parameter before: the line before it, which may hold the label of boxes to tick.
  func ratings(in line: Line, before: Line?, year: Int?) -> [Stated<String>] {
    guard !ids.isEmpty else { return [] }
    if let choice = TickedChoice(in: line, words, terms) {
      return isOfUnit(choice, in: line, before) ? chosen(choice, in: line, year: year) : []
    }
    var found: [Stated<String>] = []
    var position = 0
    while position < line.count {
      if !hasPoints, let other = terms.match(.notLevelLabel, line.ids, at: position) {
        position = other.end
      } else if let label = terms.match(label, line.ids, at: position),
        let value = value(in: line, behind: label.end),
        isOwn(line, labelAt: position, year: year),
        !isOfOtherYear(line, position...value.end + 2, year: year)
      {
        found.append(stated(line, position, value))
        position = value.end
      } else {
        position += 1
      }
    }
    if hasPoints, found.isEmpty, line.contains(words) { found = besidePoints(line, year: year) }
    return found
  }

  /// Whether a label of the unit's rating stands before boxes to tick, in their line or above.
  private func isOfUnit(_ choice: TickedChoice, in line: Line, _ before: Line?) -> Bool {
    func names(_ line: Line, to end: Int) -> Bool {
      line.contains(terms[label], to: end) || hasPoints && line.contains(terms[.total], to: end)
    }
    let start = choice.range.lowerBound
    if names(line, to: start) { return true }
    guard let before, start <= line.firstWord || start == 0 else { return false }
    return names(before, to: before.count) && before.count <= Self.longestLabelLine
      && isOwn(before, labelAt: before.count, year: nil)
  }

  private func chosen(_ choice: TickedChoice, in line: Line, year: Int?) -> [Stated<String>] {
    guard let ticked = choice.ticked, isOwn(line, labelAt: choice.range.lowerBound, year: year)
    else { return [] }
    return [Stated(ids[ticked.entry], quote: line.quote(0..<choice.range.upperBound))]
  }

  func stated(_ line: Line, _ start: Int, _ value: PhraseSet.Match) -> Stated<String> {
    Stated(ids[value.entry], quote: line.quote(start..<value.end))
  }

  /// The rating behind a label, fillers, years and signs between them.
  func value(in line: Line, behind end: Int) -> PhraseSet.Match? {
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
    if isOfOtherMatter(line, behind: value.end) || countsPeople(line, behind: value.end) {
      return false
    }
    var position = value.end
    while line.isSign(position, in: ["\"", ")"]) { position += 1 }
    // "Mức 1 ☐ Mức 2 ☒": boxes to choose from.
    if [.tickedBox, .emptyBox].contains(where: { terms.match($0, line.ids, at: position) != nil }),
      namesAnother(line, than: value, from: position)
    {
      return false
    }
    // "Tốt (từ 85 điểm), Khá (từ 70 điểm)" lists what there is; "Xếp loại: Tốt (từ 85 điểm)" does not.
    if line.isSign(position, "("), terms.match(.notRatingAfter, line.ids, at: position + 1) != nil,
      !line.isSign(start - 1, ":") || namesAnother(line, than: value, from: position)
    {
      return false
    }
    if line.isSign(position, in: [",", "/", "-"]) || isChoiceWord(line, position) {
      let next = position + 1
      let behindJoint = terms.match(.ratingJoint, line.ids, at: next)?.end
      for place in [next, behindJoint].compactMap({ $0 }) {
        if let other = words.match(line.ids, at: place), other.entry != value.entry { return false }
      }
    }
    // "Đơn vị học tập mức 1: từ 90% …" says what the level asks for.
    if line.isSign(position, ":") {
      return hasPoints && !line.contains(terms[.pointUnit], from: position)
    }
    return true
  }

  /// Whether those who have the rating are counted behind it: "Xếp loại Khá: 17 người".
  private func countsPeople(_ line: Line, behind end: Int) -> Bool {
    var position = end
    while line.isSign(position, in: [":", "(", "-", "\""]) { position += 1 }
    guard line.number(position, digits: 1...4) != nil else { return false }
    if line.isSign(position + 1, "/"), line.isNumber(position + 2) { position += 2 }
    return [.people, .students, .countedBody, .collective].contains {
      terms.match($0, line.ids, at: position + 1) != nil
    }
  }

  /// Whether it goes on about something else that is rated: "xếp loại Khá về công tác y tế".
  private func isOfOtherMatter(_ line: Line, behind end: Int) -> Bool {
    guard hasPoints, terms.match(.ratingMatter, line.ids, at: end) != nil,
      line.tokens[end].gap <= .space
    else { return false }
    return !line.contains(terms[.assessedUnit], from: end)
  }

  private func namesAnother(_ line: Line, than value: PhraseSet.Match, from start: Int) -> Bool {
    (start..<line.count).contains { position in
      words.match(line.ids, at: position).map { $0.entry != value.entry } ?? false
    }
  }

  private func isChoiceWord(_ line: Line, _ index: Int) -> Bool {
    [.choice, .and].contains { terms.match($0, line.ids, at: index) != nil }
  }

  /// Whether the label speaks of the unit in this year, as a fact.
  func isOwn(_ line: Line, labelAt start: Int, year: Int?) -> Bool {
    let sentence = filter.sentenceStart(in: line, before: start)
    if filter.isUnder(denial, line, start, from: behindBasis(line, sentence, before: start))
      || filter.isOfOtherAssessment(line, before: start)
      || filter.isSaidByOne(line, start, from: sentence)
      || filter.countsBodies(line, before: start, from: sentence)
      || filter.isBehindThreshold(line, at: start, from: sentence)
    {
      return false
    }
    guard let year else { return true }
    let mentions = YearReader(terms: terms, yearWords: PhraseSet()).mentions(in: line)
      .filter { $0.range.lowerBound >= sentence && $0.range.upperBound <= start }
    return mentions.isEmpty || mentions.contains { $0.first == year || $0.last == year }
  }

  /// Where a sentence goes on behind what it rests on: "Đối chiếu quy định, …" quotes no rule.
  private func behindBasis(_ line: Line, _ sentence: Int, before start: Int) -> Int {
    guard terms.match(.ratingBasis, line.ids, at: sentence) != nil,
      let comma = (sentence..<start).first(where: { line.isSign($0, in: [",", ":"]) })
    else { return sentence }
    return comma + 1
  }

  /// "xếp loại Tốt năm 2022" in a report on 2023.
  func isOfOtherYear(_ line: Line, _ range: ClosedRange<Int>, year: Int?) -> Bool {
    guard let year else { return false }
    return YearReader(terms: terms, yearWords: PhraseSet()).mentions(in: line).contains {
      range.contains($0.range.lowerBound) && $0.first != year && $0.last != year
    }
  }

  /// "95/100 điểm - Tốt", "95 điểm (loại Tốt)".
  func besidePoints(
    _ line: Line, year: Int?,
    where isMeant: (PointReader.Candidate, Range<Int>) -> Bool = { _, _ in true }
  ) -> [Stated<String>] {
    for candidate in scanner.claims(in: line, by: filter, year: year) {
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
        endsClause(line, value.end), isOwn(line, labelAt: candidate.range.lowerBound, year: year),
        isMeant(candidate, position..<value.end)
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
