/// Tells what the points that a text states are for: the whole, a group or a criterion.
struct PointSubjectReader: Sendable {
  typealias Candidate = PointReader.Candidate

  /// A criterion named before some points.
  private struct Mention {
    var target: CriterionMatcher.Target
    var position: Int
    var end: Int
  }

  let terms: Terms
  let matcher: CriterionMatcher
  let filter: PointFilter

  /// What the points of a line are for, and whether their form says so without doubt.
  func subject(
    of candidate: Candidate, in line: Line, section: SectionReader.Section
  ) -> (subject: PointStatement.Subject, isFirm: Bool) {
    let group = group(of: section)
    let start = candidate.range.lowerBound
    let sentence = filter.sentenceStart(in: line, before: start)
    let named = nearestMention(in: line, before: start, group: group)
    let whole = lastTotal(in: line, from: sentence, before: candidate, named: named)
    let isStated = !candidate.isLoose
    if let named, whole ?? 0 <= named.position || !fitsTotal(candidate) {
      return (
        subject(named.target), isStated || filter.isValue(in: line, at: start, of: named.end)
      )
    }
    if whole == nil,
      let target = mentionBehind(in: line, at: candidate.range.upperBound, group: group)
    {
      return (subject(target), isStated)
    }
    if named == nil, section.isOpening, let target = section.target, fits(candidate, target),
      whole == nil || mayHave(candidate, target)
    {
      // A heading may go on for a whole paragraph: "… thưởng 3 điểm thi đua … Tự chấm: 10 điểm".
      return (
        subject(target),
        isStated || candidate.isParenthesis
          || filter.isValue(in: line, at: start, of: labelEnd(line))
      )
    }
    if whole != nil, let total = total(candidate, section: section, isNamed: named != nil) {
      let isFirm =
        isStated || isRatedBehind(line, candidate.range.upperBound)
        || filter.isValue(in: line, at: start, of: whole ?? start)
      return (total, isFirm)
    }
    if let maximum = candidate.maximum, maximum == matcher.maximum { return (.total, true) }
    if let index = matcher.meaning(of: line.ids[sentence..<start]), fits(candidate, .known(index)) {
      return (.criterion(matcher.entries[index].code), isStated)
    }
    if isRatedBehind(line, candidate.range.upperBound), fitsTotal(candidate) {
      return (.total, true)
    }
    let isAlone = standsAlone(candidate, in: line, sentence)
    let lead = max(sentence, labelEnd(line))
    let isValue = isStated || filter.isValue(in: line, at: start, of: lead)
    if let target = section.target, whole == nil, isAlone, fits(candidate, target) {
      return (subject(target), isValue)
    }
    if whole != nil, fitsTotal(candidate) { return (.total, isStated) }
    // "Hội khỏe Phù Đổng đạt 45 điểm" is no unit's.
    let isUnits = isValue || terms.match(.unitStart, line.ids, at: lead) != nil
    let isWhole = isAlone && isUnits && section.target == nil && isMoreThanAnyGroup(candidate)
    return (isWhole ? .total : .unclear, isValue)
  }

  /// Whether points stand right behind the criterion they are for: "Tiêu chí 1: 25/30".
  func isNamedDirectly(
    _ candidate: Candidate, in line: Line, section: SectionReader.Section
  ) -> Bool {
    let start = candidate.range.lowerBound
    guard let named = nearestMention(in: line, before: start, group: group(of: section)) else {
      return false
    }
    return filter.isValue(in: line, at: start, of: named.end)
  }

  private func labelEnd(_ line: Line) -> Int {
    LabelReader(terms).label(of: line)?.range.upperBound ?? 0
  }

  /// Whether no group could have so many points.
  private func isMoreThanAnyGroup(_ candidate: Candidate) -> Bool {
    guard fitsTotal(candidate), matcher.maximum.map({ candidate.points <= $0 }) ?? false else {
      return false
    }
    return !matcher.groups.contains { index in
      matcher.entries[index].maximum.map { $0 >= candidate.points } ?? true
    }
  }

  /// The end of the last word for the whole before some points.
  ///
  /// What stands in parentheses that are closed again explains what is before them: "Nhóm tiêu chí 2
  /// (… kết quả học tập …): đạt 30 điểm" is about the group. So is a word that sums up a part only.
  private func lastTotal(
    in line: Line, from start: Int, before candidate: Candidate, named: Mention?
  ) -> Int? {
    var found: Int?
    var outside: [Int?] = []
    for position in start..<max(start, candidate.range.lowerBound) {
      if line.isSign(position, in: ["("]) {
        outside.append(found)
      } else if line.isSign(position, in: [")"]) {
        found = outside.popLast() ?? found
      } else if let match = totalWord(in: line, at: position),
        !isOfPart(line, position..<match.end, of: start, before: candidate, named: named)
      {
        found = match.end
      }
    }
    return found
  }

  /// The word for the whole at a token; "cộng" is one at the head of a clause, and adds within it.
  private func totalWord(in line: Line, at position: Int) -> PhraseSet.Match? {
    if let match = terms.match(.total, line.ids, at: position) { return match }
    guard position == 0 || !line.isWord(position - 1) else { return nil }
    return terms.match(.clauseTotal, line.ids, at: position)
  }

  /// Whether a word for the whole speaks of a part: of a group without its number ("Tổng điểm nhóm:"),
  /// as the beginning of a group's name ("Kết quả học tập: 28 điểm"), or of the criterion meant or named
  /// before it ("Tiêu chí 2 - Kết quả học tập …: 27 điểm", "Tiêu chí 2 tổng 28 điểm").
  private func isOfPart(
    _ line: Line, _ word: Range<Int>, of sentence: Int, before candidate: Candidate,
    named: Mention?
  ) -> Bool {
    if let match = terms.match(.partTotal, line.ids, at: word.lowerBound),
      line.isSign(match.end, in: [":", "="])
    {
      return true
    }
    let start = candidate.range.lowerBound
    // "Về kết quả học tập của thành viên, đơn vị tự chấm 28 điểm": who scores says nothing of what.
    // "Đơn vị đạt danh hiệu Tập thể LĐTT: 9 điểm": nor do a criterion's first words.
    if terms.match(.unitScores, line.ids, at: word.lowerBound) != nil,
      let entry = matcher.meaning(of: line.ids[sentence..<word.lowerBound])
        ?? matcher.meaning(of: line.ids[word.lowerBound..<start], atLeast: 0.95),
      isWithin(candidate, entry)
    {
      return true
    }
    if let group = matcher.meaning(
      of: line.ids[word.lowerBound..<start], among: matcher.groups, atLeast: 0.95)
    {
      return isWithin(candidate, group)
    }
    guard let named, named.position < word.lowerBound else { return false }
    let isNext = (named.end..<max(named.end, word.lowerBound)).allSatisfy {
      line.isSign($0, in: ["-", ":"])
    }
    guard case .known(let index) = named.target else { return isNext }
    guard isWithin(candidate, index) else { return false }
    return isNext || matcher.fit(line.ids[named.position..<start], to: index) >= 0.5
  }

  /// Whether so many points can be a criterion's.
  private func isWithin(_ candidate: Candidate, _ index: Int) -> Bool {
    guard let maximum = matcher.entries[index].maximum else { return false }
    return candidate.points <= maximum && candidate.maximum ?? maximum == maximum
  }

  private func subject(_ target: CriterionMatcher.Target) -> PointStatement.Subject {
    switch target {
    case .known(let index): .criterion(matcher.entries[index].code)
    case .unknown(let code): .unknown(code)
    }
  }

  private func group(of section: SectionReader.Section) -> Int? {
    guard case .known(let index) = section.target else { return nil }
    let entry = matcher.entries[index]
    return entry.isLeaf ? entry.parent ?? index : index
  }

  private func nearestMention(in line: Line, before end: Int, group: Int?) -> Mention? {
    let reader = CriterionMention(terms, matcher)
    var found: Mention?
    var position = 0
    while position < end {
      let target =
        reader.target(in: line, at: position, group: group) ?? reader.code(in: line, at: position)
      if let mention = target, mention.end <= end {
        found = Mention(target: mention.target, position: position, end: mention.end)
        position = mention.end
      } else {
        position += 1
      }
    }
    return found
  }

  /// "30/30 điểm (tiêu chí 1)".
  private func mentionBehind(in line: Line, at end: Int, group: Int?) -> CriterionMatcher.Target? {
    let reader = CriterionMention(terms, matcher)
    for position in end..<min(end + 3, line.count) {
      if line.isSign(position, in: [";", ".", ","]) { return nil }
      // "25 điểm (trừ tiêu chí b: 2 điểm)".
      if terms.match(.deductionLead, line.ids, at: position) != nil { return nil }
      if let mention = reader.target(in: line, at: position, group: group) {
        return line.isSign(mention.end, ":") ? nil : mention.target
      }
    }
    return nil
  }

  /// The total, or the group the line stands in where the number is the group's.
  private func total(
    _ candidate: Candidate, section: SectionReader.Section, isNamed: Bool
  ) -> PointStatement.Subject? {
    if let maximum = candidate.maximum, let whole = matcher.maximum, maximum != whole {
      guard case .known(let index) = section.target else { return nil }
      let owner = [index, matcher.entries[index].parent].compactMap { $0 }
        .first { matcher.entries[$0].maximum == maximum }
      return owner.map { .criterion(matcher.entries[$0].code) }
    }
    if candidate.maximum == nil, !isNamed, case .known(let index) = section.target {
      let root = matcher.root(of: index)
      if let maximum = matcher.entries[root].maximum, candidate.points <= maximum {
        return .criterion(matcher.entries[root].code)
      }
    }
    return .total
  }

  private func fits(_ candidate: Candidate, _ target: CriterionMatcher.Target) -> Bool {
    guard case .known(let index) = target, let own = matcher.entries[index].maximum,
      let stated = candidate.maximum
    else { return true }
    return own == stated
  }

  /// Whether a criterion can have so many points.
  ///
  /// "III. Kết quả: Tổng số 75 điểm" is no group's.
  private func mayHave(_ candidate: Candidate, _ target: CriterionMatcher.Target) -> Bool {
    guard case .known(let index) = target, let maximum = matcher.entries[index].maximum else {
      return true
    }
    return candidate.points <= maximum
  }

  private func fitsTotal(_ candidate: Candidate) -> Bool {
    candidate.maximum == nil || candidate.maximum == matcher.maximum
  }

  /// "95 điểm, xếp loại Tốt".
  private func isRatedBehind(_ line: Line, _ end: Int) -> Bool {
    line.contains(terms[.ratingLabel], from: end, to: end + 6)
  }

  /// Whether the points are the whole statement of a line below a criterion's heading.
  private func standsAlone(_ candidate: Candidate, in line: Line, _ sentence: Int) -> Bool {
    if candidate.isLabelled { return true }
    let lead = sentence..<candidate.range.lowerBound
    let words = lead.filter { line.tokens[$0].kind != .sign }
    if words.isEmpty { return true }
    return words.count <= 5
      && line.contains(terms[.claimVerb], from: lead.lowerBound, to: lead.upperBound)
  }
}
