/// Reads "Đơn vị tự đánh giá đạt 9 điểm" alone on a line below a criterion: it says who scored, not
/// what.
struct UnitScores {
  /// The most words and signs between who scored and the number.
  private static let mostBetween = 5

  let terms: Terms
  let matcher: CriterionMatcher

  init(_ terms: Terms, _ matcher: CriterionMatcher) {
    self.terms = terms
    self.matcher = matcher
  }

  /// The code of the criterion in whose section such a line stands, where its points are still to
  /// come and so many can be its.
  ///
  /// - Parameters:
  ///   - section: the section of the line.
  ///   - stated: what was stated before.
  func code(
    of candidate: PointReader.Candidate, in line: Line, _ section: SectionReader.Section,
    stated: some Sequence<PointStatement>
  ) -> String? {
    guard !section.isOpening, case .known(let index) = section.target,
      let lead = line.begins(with: terms[.unitScores]),
      candidate.range.lowerBound >= lead.end,
      candidate.range.lowerBound - lead.end <= Self.mostBetween
    else { return nil }
    let entry = matcher.entries[index]
    guard entry.isLeaf, let maximum = entry.maximum, candidate.points <= maximum,
      candidate.maximum ?? maximum == maximum,
      !namesCriterion(line, lead.end..<candidate.range.lowerBound, in: entry.parent),
      !stated.contains(where: { $0.subject == .criterion(entry.code) })
    else { return nil }
    return entry.code
  }

  private func namesCriterion(_ line: Line, _ range: Range<Int>, in group: Int?) -> Bool {
    let reader = CriterionMention(terms, matcher)
    return range.contains { reader.target(in: line, at: $0, group: group) != nil }
  }
}
