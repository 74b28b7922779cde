/// Reads how many criteria a text says reach a level: "Số tiêu chí đạt Mức 2: 11/12".
///
/// A sentence goes from level to level, its parts between commas: each tells one number of one level.
struct LevelCountReader {
  /// What the criteria counted belong to.
  enum Scope: Hashable {
    case all
    case standard(String)
    /// One criterion: what is counted there are other things.
    case criterion
  }

  private let reader: IndicatorReader
  private(set) var scope = Scope.all

  init(_ reader: IndicatorReader) { self.reader = reader }

  /// Notes what a line of running text heads.
  ///
  /// - Parameter code: the worded code it begins with ("Tiêu chuẩn 1", "Tiêu chí 1.2").
  mutating func enter(_ line: Line, code: String?) {
    if let code {
      scope = code.contains(".") ? .criterion : .standard(code)
    } else if let closing = line.begins(with: reader.terms[.closing]) {
      scope = standard(line, from: closing.end).map { .standard($0) } ?? .all
    } else if line.isMostlyUpper && line.count > 1 {
      scope = .all
    }
  }

  /// The counts of a line, or of a row's cells as one line.
  ///
  /// - Parameter isBound: whether the words must tie the number to the criteria, where the text
  ///   around counts other things as well.
  func counts(in line: Line, isBound: Bool = false) -> [LevelCount] {
    guard scope != .criterion, line.contains(reader.mentionWords) || line.place.isInTable else {
      return []
    }
    let terms = reader.terms
    guard !line.contains(terms[.aimHeadingAlone]), !line.contains(terms[.comingYear]) else {
      return []
    }
    var found: [LevelCount] = []
    for part in parts(of: line) {
      guard let count = count(in: line, part, isBound: isBound) else { continue }
      found += told(count, behind: found.last).map { [$0] } ?? []
    }
    return found
  }

  /// "Kết luận về Tiêu chuẩn 1".
  private func standard(_ line: Line, from start: Int) -> String? {
    (start..<min(line.count, start + 3)).lazy.compactMap { position -> String? in
      guard let code = reader.code(in: line, at: position)?.code, !code.contains(".") else {
        return nil
      }
      return code
    }.first
  }

  /// "Mức 3: 13/20 tiêu chí; không đạt: 7/20", "13/20 tiêu chí đạt Mức 3, 7 tiêu chí không đạt Mức 3":
  /// the second part is of the level and the whole of the first.
  private func told(_ count: LevelCount, behind last: LevelCount?) -> LevelCount? {
    if count.whole == nil, let last, last.level == count.level {
      var told = count
      told.whole = last.whole
      return told
    }
    guard count.level == nil, let last, last.level != nil, count.whole == last.whole else {
      return count
    }
    guard count.isBelow else { return nil }
    var told = count
    told.level = last.level
    return told
  }

  private func parts(of line: Line) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for position in line.tokens.indices {
      let isBound =
        line.isSign(position, in: [";", ",", "."])
        && line.token(position + 1).map { $0.gap != .none } ?? true
      guard isBound || reader.terms.match(.and, line.ids, at: position) != nil else { continue }
      parts.append(start..<position)
      start = position + 1
    }
    return (parts + [start..<line.count]).filter { !$0.isEmpty }
  }

  private func count(in line: Line, _ part: Range<Int>, isBound: Bool) -> LevelCount? {
    var level: (id: String, start: Int)?
    var number: (count: Int, whole: Int?, end: Int)?
    var position = part.lowerBound
    while position < part.upperBound {
      if let match = reader.words.match(line.ids, at: position), match.end <= part.upperBound,
        line.isNumber(match.end - 1)
      {
        guard level == nil else { return nil }
        level = (reader.ids[match.entry], position)
        position = match.end
      } else if let found = self.number(in: line, at: position) {
        guard number == nil else { return nil }
        number = found
        position = found.end
      } else {
        position += 1
      }
    }
    guard let number, level != nil || number.whole != nil else { return nil }
    if isBound {
      guard let level, isOfCriteria(line, part, number: number.end, level: level.start) else {
        return nil
      }
    }
    let standard: String? = if case .standard(let code) = scope { code } else { nil }
    let isBelow =
      level.map { isDenied(line, before: $0.start, part) }
      ?? part.contains { isNone(line, at: $0) }
    var count = LevelCount(
      level: level?.id, isBelow: isBelow, count: number.count, whole: number.whole,
      standard: standard, quote: line.quote(part))
    count.isReached = level == nil && !isBelow && isOfReached(line, part)
    return count
  }

  /// Whether a part says that criteria reach what is asked, "Số lượng tiêu chí đạt yêu cầu: 9/10".
  private func isOfReached(_ line: Line, _ part: Range<Int>) -> Bool {
    part.contains { start in
      guard let word = reader.mentionWords.match(line.ids, at: start),
        let mark = reader.terms.match(.levelMark, line.ids, at: word.end)
      else { return false }
      return line.isSign(mark.end, ":") || line.isNumber(mark.end)
        || reader.terms.match(.asked, line.ids, at: mark.end) != nil
    }
  }

  /// Whether the words for no level stand at a place.
  private func isNone(_ line: Line, at position: Int) -> Bool {
    reader.words.match(line.ids, at: position).map { reader.ids[$0.entry] == reader.ids.last }
      ?? false
  }

  /// "11/12", or a number right before the word for criteria.
  private func number(in line: Line, at position: Int) -> (count: Int, whole: Int?, end: Int)? {
    guard let count = line.number(position, digits: 1...2),
      !NumberScanner.isTail(in: line, at: position), !line.isSign(position - 1, "/"),
      !NumberScanner.hasDecimals(in: line, at: position + 1)
    else { return nil }
    if line.isSign(position + 1, "/"), let whole = line.number(position + 2, digits: 1...2),
      !line.isSign(position + 3, in: ["/", "%", "-"])
    {
      return (count, whole, position + 3)
    }
    // "13 tiêu chí/20 tiêu chí".
    if let word = reader.mentionWords.match(line.ids, at: position + 1), line.isSign(word.end, "/"),
      let whole = line.number(word.end + 1, digits: 1...2)
    {
      return (count, whole, word.end + 2)
    }
    guard !line.place.isInTable, !line.isSign(position + 1, in: [".", "/", "%"]),
      reader.mentionWords.match(line.ids, at: position + 1) != nil
    else { return nil }
    return (count, nil, position + 1)
  }

  /// Whether a number is one of criteria: their word stands right behind it ("7/10 chỉ tiêu"), or
  /// right before the level ("Số chỉ tiêu đạt Mức 2: 7/10").
  private func isOfCriteria(_ line: Line, _ part: Range<Int>, number: Int, level: Int) -> Bool {
    if reader.mentionWords.match(line.ids, at: number) != nil { return true }
    return (part.lowerBound..<level).contains { start in
      guard let word = reader.mentionWords.match(line.ids, at: start) else { return false }
      if word.end == level { return true }
      return reader.terms.match(.levelMark, line.ids, at: word.end).map { $0.end == level } ?? false
    }
  }

  /// Whether "không đạt" stands right before a level.
  private func isDenied(_ line: Line, before level: Int, _ part: Range<Int>) -> Bool {
    (max(part.lowerBound, level - 3)..<level).contains { start in
      reader.words.match(line.ids, at: start).map {
        $0.end == level && reader.ids[$0.entry] == reader.ids.last
      } ?? false
    }
  }
}
