/// Reads what minutes of a meeting must name.
struct MinutesReader {
  /// So many lines at the top may say when and where.
  private static let topLines = 30
  /// A word for the beginning stands within so many words, unless a day is right behind it.
  private static let nearWords = 14
  private static let mostBetween = 6

  /// A line that says when the meeting begins, with the day where it names one.
  private struct Opening {
    var match: DateScanner.Match?
  }

  let terms: Terms
  private let dates: DateScanner

  init(_ terms: Terms) {
    self.terms = terms
    dates = DateScanner(terms: terms)
  }

  /// The facts of minutes; nothing where the document is of another type.
  func minutes(title: String, lines: [Line]) -> MinutesFacts? {
    let heading = Line(title, place: .init(block: 0), vocabulary: terms.vocabulary)
    guard heading.contains(terms[.minutes], to: 4) else { return nil }
    var facts = MinutesFacts()
    for (index, line) in lines.enumerated() {
      readTimes(line, isTop: index < Self.topLines, into: &facts)
      if facts.place == nil, let place = place(line) { facts.place = place }
      if facts.chair == nil { facts.chair = person(line, terms[.chair]) }
      if facts.secretary == nil { facts.secretary = person(line, terms[.secretary]) }
    }
    return facts
  }

  /// - Parameter isTop: whether the line stands where minutes say when the meeting begins.
  private func readTimes(_ line: Line, isTop: Bool, into facts: inout MinutesFacts) {
    let isEnd = line.contains(terms[.minutesEnd])
    if isEnd {
      if hasTime(line) || line.begins(with: terms[.minutesEnd]) != nil {
        facts.end = line.text.quote
      }
      return
    }
    guard let opening = opening(of: line, isTop: isTop) else { return }
    if facts.start == nil, hasTime(line) || opening.match?.date != nil {
      facts.start = line.text.quote
    }
    if facts.date == nil, let match = opening.match, let date = match.date {
      facts.date = Stated(date, quote: line.quote(match.range))
    }
    if facts.place == nil, let at = line.first(terms[.at]) {
      let end = clauseEnd(line, from: at.range.upperBound)
      if end > at.range.upperBound { facts.place = line.quote(at.range.upperBound..<end) }
    }
  }

  /// The day that a line names, where it says when the meeting begins; nothing where it does not.
  ///
  /// "Thực hiện Kế hoạch … ngày 18/01/2021 …, hôm nay, ngày 20/12/2021" names another before the word.
  private func opening(of line: Line, isTop: Bool) -> Opening? {
    let word = line.first(terms[.minutesStart], to: isTop ? nil : Self.nearWords)?.range
    let isTimed = isTop && hasTime(line)
    guard word != nil || isTimed else { return nil }
    let first = dates.first(in: line, allowsBare: true)
    guard let word else { return Opening(match: first) }
    let behind = dates.first(in: line, from: word.upperBound, allowsBare: true)
    // Far within a sentence only a day right behind the word is the meeting's.
    if word.upperBound > Self.nearWords {
      let isNear = behind.map { $0.range.lowerBound - word.upperBound <= Self.mostBetween } ?? false
      if isNear { return Opening(match: behind) }
      return isTimed ? Opening(match: first) : nil
    }
    guard let first, first.range.lowerBound < word.lowerBound, !hasTime(line, to: word.lowerBound)
    else { return Opening(match: first) }
    return Opening(match: behind ?? first)
  }

  /// "8 giờ 00", "08h30".
  private func hasTime(_ line: Line, to end: Int? = nil) -> Bool {
    line.tokens.indices.prefix(end ?? line.count).contains {
      line.isNumber($0) && terms.match(.hour, line.ids, at: $0 + 1) != nil
    }
  }

  private func place(_ line: Line) -> String? {
    guard let label = line.first(terms[.minutesPlace], to: 8) else { return nil }
    var start = label.range.upperBound
    while line.isSign(start, in: [":", "-"]) { start += 1 }
    if let at = terms.match(.at, line.ids, at: start) { start = at.end }
    let end = clauseEnd(line, from: start)
    return end > start ? line.quote(start..<end) : nil
  }

  private func clauseEnd(_ line: Line, from start: Int) -> Int {
    var end = start
    while end < line.count, !line.isSign(end, in: [";", ",", ":"]), end - start < 30,
      !(line.isSign(end, ".") && line.token(end + 1)?.gap != FoldedToken.Gap.none)
    {
      end += 1
    }
    return end
  }

  /// "Chủ trì: Bà Nguyễn Thị Hoa – Hiệu trưởng", or "Bà Nguyễn Thị Hoa – Chủ trì".
  private func person(_ line: Line, _ role: PhraseSet) -> String? {
    guard line.count <= 60, let found = line.first(role) else { return nil }
    var start = found.range.upperBound
    while start < line.count, !line.isSign(start, ":"), !isName(line, start),
      start - found.range.upperBound < 6
    {
      start += 1
    }
    while line.isSign(start, in: [":", "-", "."]) { start += 1 }
    if let name = name(line, at: start) { return name }
    var before = found.range.lowerBound
    while before > 0, found.range.lowerBound - before < 16 {
      before -= 1
      if terms.match(.honorific, line.ids, at: before) != nil { return name(line, at: before) }
    }
    return nil
  }

  private func isName(_ line: Line, _ index: Int) -> Bool {
    terms.match(.honorific, line.ids, at: index) != nil
  }

  /// A name: capitalized words, an address before them.
  private func name(_ line: Line, at start: Int) -> String? {
    var position = start
    while let address = terms.match(.honorific, line.ids, at: position) {
      position = address.end
      while line.isSign(position, in: ["/", ".", "(", ")", ":"]) { position += 1 }
    }
    var end = position
    while end < line.count, end - position < 7, line.isWord(end), line.tokens[end].isCapitalized,
      end == position || line.tokens[end].gap < .wide
    {
      end += 1
    }
    return end - position >= 2 ? line.quote(position..<end) : nil
  }
}
