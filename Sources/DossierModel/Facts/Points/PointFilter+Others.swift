/// What points and ratings are of, where they are not the unit's: other assessments, parts of the unit,
/// people and things that are counted, the bounds of a scale.
extension PointFilter {
  /// So many words behind points may name what they are for.
  private static let longestMatter = 6
  /// So many words may name what is counted.
  private static let longestThing = 2

  /// Whether a sentence speaks of another assessment than the unit's, of which it may give a total or
  /// a rating: "Chấm điểm cải cách hành chính đạt 87,5/100 điểm".
  func isOfOtherAssessment(_ line: Line, before start: Int) -> Bool {
    let sentence = sentenceStart(in: line, before: start)
    func names(_ key: TermKey) -> Bool { isUnder(key, line, start, from: sentence) }
    return names(.otherAssessment) && !names(.assessedUnit)
      || names(.partScorer) && !names(.wholeScorer)
  }

  /// Whether a sentence counts bodies: "Toàn huyện có 45 đơn vị được công nhận loại Tốt".
  func countsBodies(_ line: Line, before start: Int, from sentence: Int) -> Bool {
    if isCounted(line, before: start, from: sentence) { return true }
    return (sentence..<start).contains { position in
      guard let count = line.number(position, digits: 1...4), count > 1, position > sentence,
        terms.match(.countedBody, line.ids, at: position + 1) != nil
      else { return false }
      return line.isSign(position - 1, "/")
        || terms.match(.countLink, line.ids, at: position - 1)?.end == position
    }
  }

  /// Whether what points are for is named behind them, and is another assessment: "88/100 điểm về an toàn
  /// trường học", "86,5/100 điểm Bộ tiêu chí quốc gia về y tế".
  func isOfOtherMatter(_ line: Line, behind end: Int) -> Bool {
    guard line.isWord(end), !line.contains(terms[.assessedUnit], from: end) else { return false }
    let near = end + Self.longestMatter
    let isAbout = terms.match(.ratingMatter, line.ids, at: end) != nil
    if isAbout { return !line.contains(terms[.groupMention], from: end, to: near) }
    return line.first(terms[.otherAssessment], from: end, to: near).map { match in
      (end..<match.range.lowerBound).allSatisfy(line.isWord)
    } ?? false
  }

  /// Whether a number of people or things stands right before: "18 người xếp loại Tốt", "02 tổ".
  private func isCounted(_ line: Line, before start: Int, from sentence: Int) -> Bool {
    (1...Self.longestThing).contains { length in
      let position = start - length - 1
      guard position >= sentence, let count = line.number(position, digits: 1...3), count > 0,
        (position + 1..<start).allSatisfy({ line.isWord($0) && !line.tokens[$0].isUpper }),
        terms.match(.pointUnit, line.ids, at: position + 1) == nil,
        terms.match(.assessedUnit, line.ids, at: position + 1) == nil
      else { return false }
      return position == sentence || !line.isWord(position - 1)
        || terms.match(.countLink, line.ids, at: position - 1) != nil
        || terms.match(.and, line.ids, at: position - 1) != nil
    }
  }

  /// Whether a rating stands behind the points it asks for: "từ 70 đến dưới 85 điểm xếp loại Khá".
  func isBehindThreshold(_ line: Line, at start: Int, from sentence: Int) -> Bool {
    var position = start
    while position > sentence, line.isSign(position - 1, in: [":", ",", "-"]) { position -= 1 }
    let bound = matchEnding(terms[.notPointBehind], line, at: position, from: sentence)
    guard
      let unit = matchEnding(terms[.pointUnit], line, at: bound ?? position, from: sentence),
      unit > sentence, line.isNumber(unit - 1)
    else { return false }
    return bound != nil || isDeniedBefore(line, unit - 1, from: sentence)
      || isRange(line, unit - 1, position)
  }
}
