/// Reads the points that running text states.
struct PointReader: Sendable {
  /// Points found in a line, before it is known what they are for.
  struct Candidate {
    var range: Range<Int>
    var points: Points
    var maximum: Points?
    /// Whether it is nothing but a number in parentheses, as maxima often stand.
    var isParenthesis = false
    /// Whether the number is the value of a label ("Điểm tự chấm: 10").
    var isLabelled = false
    /// Whether no unit and no word of claiming stands by it ("2.a) Kế hoạch tự học: 9/10").
    var isBare = false

    /// Whether neither a maximum nor a label makes it a mark.
    var isLoose: Bool { maximum == nil && !isLabelled }
  }

  let terms: Terms
  let matcher: CriterionMatcher
  private let scanner: PointScanner
  private let filter: PointFilter
  private let subjects: PointSubjectReader
  private let sifter: PointSifter

  init(_ terms: Terms, _ matcher: CriterionMatcher) {
    self.terms = terms
    self.matcher = matcher
    scanner = PointScanner(terms: terms)
    filter = PointFilter(terms: terms)
    subjects = PointSubjectReader(terms: terms, matcher: matcher, filter: filter)
    sifter = PointSifter(matcher: matcher)
  }

  /// The points of a document's lines.
  ///
  /// - Parameters:
  ///   - sections: the section of each line.
  ///   - year: the assessed year; points of another year are none of this one's.
  func statements(
    of lines: [Line], sections: [SectionReader.Section], year: Int?
  ) -> [PointStatement] {
    var found: [PointSifter.Found] = []
    for (place, (line, section)) in zip(lines, sections).enumerated() {
      var last: (found: PointSifter.Found, end: Int)?
      for candidate in claims(in: line, year: year) {
        guard var item = item(candidate, in: line, section, after: found) else { continue }
        item.line = place
        // "94 điểm (chín mươi tư điểm)" is said twice; in other words, it is two statements.
        if let last, last.end + 1 >= candidate.range.lowerBound,
          line.isSign(candidate.range.lowerBound - 1, "(")
        {
          if last.found.statement.points == candidate.points { continue }
          item.isFirm = last.found.isFirm
        }
        last = (item, candidate.range.upperBound)
        found.append(item)
      }
    }
    return sifter.own(found)
  }

  /// A candidate with what it is for, unless it is none of the unit's points.
  private func item(
    _ candidate: Candidate, in line: Line, _ section: SectionReader.Section,
    after found: [PointSifter.Found]
  ) -> PointSifter.Found? {
    var (subject, isFirm) = subjects.subject(of: candidate, in: line, section: section)
    if let code = UnitScores(terms, matcher).code(
      of: candidate, in: line, section, stated: found.lazy.map(\.statement))
    {
      (subject, isFirm) = (.criterion(code), true)
    }
    if subject == .total,
      filter.isOfOtherAssessment(line, before: candidate.range.lowerBound)
        || filter.isOfOtherMatter(line, behind: candidate.range.upperBound)
    {
      return nil
    }
    if candidate.isBare,
      sifter.maximum(of: subject) != candidate.maximum
        || !section.isOpening && !subjects.isNamedDirectly(candidate, in: line, section: section)
    {
      return nil
    }
    let statement = PointStatement(
      subject: subject, points: candidate.points, maximum: candidate.maximum,
      quote: quote(line, candidate.range))
    return PointSifter.Found(
      statement: statement, isParenthesis: candidate.isParenthesis, isBare: candidate.isBare,
      isFirm: isFirm && !filter.isProposed(line, before: candidate.range.lowerBound),
      isLabelled: candidate.isLabelled)
  }

  /// The points that a line claims, whatever they are for.
  func claims(in line: Line, year: Int?) -> [Candidate] {
    scanner.claims(in: line, by: filter, year: year)
  }

  /// The sentence around the points.
  private func quote(_ line: Line, _ range: Range<Int>) -> String {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 24,
      !line.isSign(start - 1, in: [";"]), !isSentenceEnd(line, start - 1)
    {
      start -= 1
    }
    return line.quote(start..<range.upperBound)
  }

  private func isSentenceEnd(_ line: Line, _ index: Int) -> Bool {
    line.isSign(index, ".") && (line.token(index + 1)?.gap ?? .space) != .none
      && line.tokens[index].gap == .none && index > 2
  }
}
