/// Reads how many people or things a text claims.
struct CountReader: Sendable {
  /// So many words and signs may stand between a number and what it counts.
  private static let mostBetween = 8

  let terms: Terms
  private let subjects: PhraseSet
  private let qualifiers: PhraseSet
  private let filter: PointFilter
  private let headcounts: HeadcountReader

  init(_ terms: inout Terms) {
    subjects = terms.compile(groups: terms.lexicon.countSubjects.map(\.words))
    qualifiers = terms.compile(groups: terms.lexicon.countQualifiers.map(\.words))
    self.terms = terms
    filter = PointFilter(terms: terms)
    headcounts = HeadcountReader(terms: terms)
  }

  func claims(in line: Line, year: Int?) -> [CountClaim] {
    let heads = headcounts.claims(in: line, year: year)
    guard line.contains(subjects) else { return heads }
    var found: [(position: Int, claim: CountClaim)] = []
    var used: Set<Int> = []
    for position in line.tokens.indices {
      guard let subject = subjects.match(line.ids, at: position), position > 0 || subject.end > 0,
        !isInside(line, position), !isCountedBefore(line, position, to: subject.end),
        let number = numberBehind(line, subject.end, of: subject.entry)
      else { continue }
      used.insert(number.start)
      append(subject, at: position, number.value, position..<number.end, line, year, &found)
    }
    for position in line.tokens.indices where !used.contains(position) {
      guard let number = number(in: line, at: position) else { continue }
      guard let hit = subjectBehind(line, from: number.end) else { continue }
      append(hit.match, at: hit.start, number.value, position..<hit.match.end, line, year, &found)
    }
    return found.sorted { $0.position < $1.position }.map(\.claim) + heads
  }

  /// Whether a longer subject covers this place ("tập thể lao động tiên tiến").
  private func isInside(_ line: Line, _ position: Int) -> Bool {
    for start in max(0, position - 4)..<position {
      if let match = subjects.match(line.ids, at: start), match.end > position { return true }
    }
    return false
  }

  /// Whether a number before something counts it: "Trong 49 đồng chí đạt LĐTT có 8 đồng chí là CSTĐ".
  private func isCountedBefore(_ line: Line, _ position: Int, to end: Int) -> Bool {
    guard !line.isSign(end, in: [":", "=", "("]) else { return false }
    return (max(0, position - Self.mostBetween)..<position).contains { start in
      guard let number = number(in: line, at: start),
        terms.match(.people, line.ids, at: number.end) != nil
      else { return false }
      return subjectBehind(line, from: number.end)?.start == position
    }
  }

  // MARK: Numbers

  private func number(in line: Line, at position: Int) -> (value: Int, end: Int)? {
    if line.isWord(position) { return worded(in: line, at: position) }
    guard let value = line.number(position, digits: 1...4),
      !NumberScanner.isTail(in: line, at: position), value < 1990 || value > 2100
    else { return nil }
    var end = position + 1
    if line.isSign(end, "/"), line.isNumber(end + 1), line.tokens[end].gap == .none {
      guard !line.isSign(end + 2, "/"), let whole = line.number(end + 1, digits: 1...4),
        value <= whole
      else { return nil }
      end += 2
    }
    // "24,5 điểm" counts nothing.
    if NumberScanner.hasDecimals(in: line, at: end) { return nil }
    if terms.match(.percent, line.ids, at: end) != nil { return nil }
    if terms.match(.pointUnit, line.ids, at: end) != nil { return nil }
    if line.isSign(end, "/") || line.isSign(end, ")") && line.isSign(position - 1, "(") {
      return nil
    }
    if let next = line.token(end), next.gap == .none, next.kind != .sign { return nil }
    // "46_QĐ_TT LĐTT" is a file's name.
    if line.isSign(end, "_") || line.isSign(position - 1, "_") { return nil }
    if line.isSign(end, in: [".", ")"]), position == line.firstWord { return nil }
    return (value, end)
  }

  /// "bảy sáng kiến", "hai mươi đồng chí": a number in words, right before what it counts.
  ///
  /// "Năm" alone is a year more often than a five, "không" and "một" are no counts.
  private func worded(in line: Line, at position: Int) -> (value: Int, end: Int)? {
    guard terms.numerals.isPart(line.tokens[position].folded),
      position == 0 || !terms.numerals.isPart(line.tokens[position - 1].folded)
    else { return nil }
    var end = position
    while line.isWord(end), terms.numerals.isPart(line.tokens[end].folded) { end += 1 }
    guard end - position > 1 || terms.match(.year, line.ids, at: position) == nil,
      let hundredths = terms.numerals.value(line.tokens[position..<end].map(\.folded)),
      hundredths >= 200, hundredths % 100 == 0
    else { return nil }
    var thing = end
    while let filler = terms.match(.countFiller, line.ids, at: thing) { thing = filler.end }
    guard
      subjects.match(line.ids, at: thing) != nil || terms.match(.people, line.ids, at: end) != nil
    else { return nil }
    return (hundredths / 100, end)
  }

  /// "Giấy khen của UBND huyện: 6", "CSTĐCS là 3 đồng chí", "LĐTT 32 người".
  ///
  /// - Parameter subject: the subject before, which may be named once more behind its number.
  private func numberBehind(
    _ line: Line, _ end: Int, of subject: Int
  ) -> (value: Int, start: Int, end: Int)? {
    var position = end
    var isLinked = false
    var steps = 0
    while position < line.count, steps < 10 {
      if let number = number(in: line, at: position) {
        let isPeople = terms.match(.people, line.ids, at: number.end) != nil
        let isClosed = line.token(number.end).map { $0.kind == .sign } ?? true
        let next = subjectBehind(line, from: number.end)
        // "Sáng kiến cấp cơ sở: 8 sáng kiến": one thing named twice.
        let isRepeated = next.map { $0.start == number.end && $0.match.entry == subject } ?? false
        guard isLinked || isPeople && position - end <= 1, isPeople || isClosed || isRepeated else {
          return nil
        }
        // The number may open the next claim: "… giấy khen: 6 cá nhân" but not "có 3 sáng kiến".
        if let next, next.start - number.end < 3, !isPeople, !isRepeated { return nil }
        return (number.value, position, number.end)
      }
      if line.isSign(position, in: [":", "="]) {
        isLinked = true
        position += 1
      } else if line.isSign(position, in: ["\"", "(", ")", "-"]) {
        position += 1
      } else if let link = terms.match(.countLink, line.ids, at: position) {
        isLinked = isLinked || line.isNumber(link.end)
        position = link.end
      } else if let word = qualifiers.match(line.ids, at: position) {
        position = word.end
      } else if line.isWord(position), !isLinked {
        position += 1
      } else {
        return nil
      }
      steps += 1
    }
    return nil
  }

  /// The first thing counted behind a number, in the same clause.
  private func subjectBehind(_ line: Line, from start: Int) -> (match: PhraseSet.Match, start: Int)?
  {
    var position = start
    var hasPeople = false
    let limit = min(line.count, start + 30)
    while position < limit {
      if let match = subjects.match(line.ids, at: position), !isInside(line, position) {
        guard hasPeople || position - start <= 4 else { return nil }
        return (match, position)
      }
      if terms.match(.people, line.ids, at: position) != nil
        || terms.match(.collective, line.ids, at: position) != nil
        || terms.match(.students, line.ids, at: position) != nil
      {
        if position - start <= 3 { hasPeople = true }
      }
      if line.isNumber(position), number(in: line, at: position) != nil { return nil }
      if line.isSign(position, in: [";", ":", "!", "?"]) { return nil }
      if line.isSign(position, "."), line.token(position + 1)?.gap != FoldedToken.Gap.none {
        return nil
      }
      if line.isSign(position, ","), terms.match(.people, line.ids, at: position + 1) == nil {
        return nil
      }
      position += 1
    }
    return nil
  }

  // MARK: Clauses

  /// From the sign before to the sign behind, numbers of other claims being bounds too.
  private func clause(in line: Line, around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 30, !isBound(line, start - 1) { start -= 1 }
    var end = range.upperBound
    while end < line.count, end - range.upperBound < 16, !isBound(line, end), !line.isNumber(end) {
      end += 1
    }
    return start..<end
  }

  private func isBound(_ line: Line, _ index: Int) -> Bool {
    if line.isSign(index, in: [";", ".", ":"]) { return true }
    return line.isSign(index, ",") && terms.match(.people, line.ids, at: index + 1) == nil
  }

  private func append(
    _ subject: PhraseSet.Match, at start: Int, _ count: Int, _ claim: Range<Int>, _ line: Line,
    _ year: Int?, _ found: inout [(position: Int, claim: CountClaim)]
  ) {
    let clause = clause(in: line, around: claim)
    let sentence = filter.sentenceStart(in: line, before: clause.lowerBound)
    if line.contains(terms[.aim], from: sentence, to: clause.upperBound) { return }
    if line.contains(terms[.part], from: clause.lowerBound, to: clause.upperBound) { return }
    let years = years(line, of: claim, in: clause, sentence: sentence)
    let ids = qualifierIDs(line, clause, without: start..<subject.end, years: years, year: year)
    let entry = terms.lexicon.countSubjects[subject.entry]
    found.append(
      (
        start,
        CountClaim(subject: entry.id, qualifiers: ids, count: count, quote: line.quote(clause))
      ))
  }

  private func qualifierIDs(
    _ line: Line, _ clause: Range<Int>, without subject: Range<Int>, years: [YearReader.Mention],
    year: Int?
  ) -> [String] {
    var ids: Set<String> = []
    var position = clause.lowerBound
    while position < clause.upperBound {
      if subject.contains(position) {
        position = subject.upperBound
      } else if let match = qualifiers.match(line.ids, at: position) {
        ids.insert(terms.lexicon.countQualifiers[match.entry].id)
        position = match.end
      } else {
        position += 1
      }
    }
    if line.contains(terms[.proposal], from: clause.lowerBound, to: clause.upperBound) {
      ids.insert("proposal")
    }
    for mention in years {
      if let last = mention.last {
        ids.insert("\(mention.first)-\(last)")
      } else if mention.first != year {
        ids.insert("\(mention.first)")
      }
    }
    if let reason = line.first(terms[.reason], from: subject.upperBound, to: clause.upperBound) {
      let words = line.tokens[
        reason.range.upperBound..<min(clause.upperBound, reason.range.upperBound + 5)]
      ids.insert("reason:" + words.map(\.slug).joined(separator: " "))
    }
    return ids.sorted()
  }

  /// The years a claim is of: those of its clause, else the last named before it in its sentence.
  ///
  /// "Năm học 2021-2022 có 4 giấy khen, năm học 2022-2023 có 6 giấy khen" names them before what they
  /// are of, "4 giấy khen năm 2022 và 6 giấy khen năm 2023" behind it.
  private func years(
    _ line: Line, of claim: Range<Int>, in clause: Range<Int>, sentence: Int
  ) -> [YearReader.Mention] {
    let all = YearReader(terms: terms, yearWords: PhraseSet()).mentions(in: line).filter {
      $0.range.lowerBound >= sentence
    }
    guard let first = all.first else { return [] }
    let before = all.filter { $0.range.upperBound <= claim.lowerBound }
    let own = before.filter { $0.range.lowerBound >= clause.lowerBound }
    let behind = all.filter {
      $0.range.lowerBound >= claim.lowerBound && $0.range.lowerBound <= clause.upperBound
    }
    let isLed = !(sentence..<first.range.lowerBound).contains { number(in: line, at: $0) != nil }
    if isLed, !own.isEmpty { return joined(own, in: line) }
    if !behind.isEmpty { return joined(behind.reversed(), in: line) }
    return joined(before, in: line)
  }

  /// The last of some years, with those joined to it by "và".
  private func joined(
    _ mentions: [YearReader.Mention], in line: Line
  ) -> [YearReader.Mention] {
    guard var nearest = mentions.last else { return [] }
    var found = [nearest]
    for mention in mentions.dropLast().reversed() {
      let low = min(mention.range.upperBound, nearest.range.upperBound)
      let high = max(mention.range.lowerBound, nearest.range.lowerBound)
      guard low <= high, terms.match(.and, line.ids, at: low)?.end == high else { break }
      found.append(mention)
      nearest = mention
    }
    return found
  }
}
