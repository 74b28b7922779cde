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
  }

  /// A statement with what its form leaves open.
  private struct Found {
    var statement: PointStatement
    var isParenthesis: Bool
    var isBare: Bool
  }

  /// So many criteria must state bare numbers for these to be points and no headcounts.
  private static let fewestBare = 3

  let terms: Terms
  let matcher: CriterionMatcher
  private let scanner: PointScanner
  private let filter: PointFilter
  private let subjects: PointSubjectReader

  init(_ terms: Terms, _ matcher: CriterionMatcher) {
    self.terms = terms
    self.matcher = matcher
    scanner = PointScanner(terms: terms)
    filter = PointFilter(terms: terms)
    subjects = PointSubjectReader(terms: terms, matcher: matcher, filter: filter)
  }

  /// The points of a document's lines.
  ///
  /// - Parameters:
  ///   - sections: the section of each line.
  ///   - year: the assessed year; points of another year are none of this one's.
  func statements(
    of lines: [Line], sections: [SectionReader.Section], year: Int?
  ) -> [PointStatement] {
    var found: [Found] = []
    for (line, section) in zip(lines, sections) {
      var last: (statement: PointStatement, end: Int)?
      for candidate in claims(in: line, year: year) {
        var subject = subjects.subject(of: candidate, in: line, section: section)
        if let code = UnitScores(terms, matcher).code(
          of: candidate, in: line, section, stated: found.lazy.map(\.statement))
        {
          subject = .criterion(code)
        }
        if subject == .total, filter.isOfOtherAssessment(line, before: candidate.range.lowerBound) {
          continue
        }
        if candidate.isBare, !section.isOpening || maximum(of: subject) != candidate.maximum {
          continue
        }
        if let last, last.statement.points == candidate.points,
          last.end + 1 >= candidate.range.lowerBound,
          line.isSign(candidate.range.lowerBound - 1, "(")
        {
          continue
        }
        let statement = PointStatement(
          subject: subject, points: candidate.points, maximum: candidate.maximum,
          quote: quote(line, candidate.range))
        last = (statement, candidate.range.upperBound)
        found.append(
          Found(
            statement: statement, isParenthesis: candidate.isParenthesis, isBare: candidate.isBare))
      }
    }
    let isBareList = found.count(where: \.isBare) >= Self.fewestBare
    return withoutMaxima(found.filter { isBareList || !$0.isBare })
  }

  /// The points that a line claims, whatever they are for.
  func claims(in line: Line, year: Int?) -> [Candidate] {
    scanner.claims(in: line, by: filter, year: year)
  }

  /// Numbers alone in parentheses are maxima, unless one of them is less than its maximum.
  private func withoutMaxima(_ found: [Found]) -> [PointStatement] {
    let isRubric = !found.contains { item in
      guard item.isParenthesis, let maximum = maximum(of: item.statement.subject) else {
        return false
      }
      return item.statement.points < maximum
    }
    return found.filter { !isRubric || !$0.isParenthesis }.map(\.statement)
  }

  private func maximum(of subject: PointStatement.Subject) -> Points? {
    switch subject {
    case .total: matcher.maximum
    case .criterion(let code): matcher.index(of: code).flatMap { matcher.entries[$0].maximum }
    case .unknown, .unclear: nil
    }
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
