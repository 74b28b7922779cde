/// Reads the level that a text or table states for each indicator, in a regime without points:
/// "Chỉ tiêu 1.2: … đạt mức 2", a row "1.2 | … | Mức 2", a mark in the column of a level.
struct IndicatorReader: Sendable {
  /// What the reading of a document gives.
  struct Result: Sendable {
    var levels: [IndicatorLevel] = []
    var counts: [LevelCount] = []
    /// The levels stated for the whole unit, where levels take in those below them.
    var unitLevels: [Stated<String>] = []
    /// Whether a row or paragraph names two levels for one indicator.
    var hasUnsure = false
    /// For each line whether it stands in what is said of one indicator.
    var isInside: [Bool] = []
  }

  let terms: Terms
  let words: PhraseSet
  let ids: [String]
  let mentionWords: PhraseSet
  /// The level that a number alone means below "Mức".
  let byNumber: [Int: String]
  /// Whether a level takes in those below it, which come behind it in `ids`.
  let isCumulative: Bool

  init(_ profile: Profile, _ matcher: CriterionMatcher, _ terms: inout Terms) {
    words = terms.compile(groups: profile.levels.map { [$0.title.vietnamese] + $0.words })
    ids = profile.levels.map(\.id)
    mentionWords = matcher.mentionWords
    var byNumber: [Int: String] = [:]
    for level in profile.levels {
      for word in level.words {
        let numbers = FoldedText(word).tokens.filter { $0.kind == .number }
        if let first = numbers.first, let value = Int(first.folded) { byNumber[value] = level.id }
      }
    }
    self.byNumber = byNumber
    isCumulative = profile.hasCumulativeLevels
    self.terms = terms
  }

  /// The levels of a document's lines.
  ///
  /// - Parameter aims: whether each line is about what is yet to come.
  func read(_ lines: [Line], aims: [Bool]) -> Result {
    var result = Result(isInside: Array(repeating: false, count: lines.count))
    var open: String?
    var opened = 0
    var isInside = false
    var table = IndicatorTable(reader: self)
    var found = FoundLevels()
    var cumulative = CumulativeLevelReader(self)
    var counter = LevelCountReader(self)
    var position = 0
    while position < lines.count {
      let line = lines[position]
      if line.place.isInTable {
        let end = rowEnd(lines, from: position)
        let row = Array(lines[position..<end])
        if !aims[position] {
          if let level = table.level(of: row) {
            let title = level.code.isEmpty ? level.title : ""
            found.add(level, at: "table \(line.place.block) \(title)")
          } else {
            result.counts += table.counts(of: row, in: cumulative.scope)
          }
        }
        for index in position..<end { result.isInside[index] = true }
        open = nil
        isInside = false
        position = end
        continue
      }
      let code = code(in: line, at: line.firstBehindBullets)
      if let code {
        open = code.code
        opened = position
        isInside = true
      } else if closes(line) {
        open = nil
        isInside = false
      } else if isItem(line) {
        open = nil
        isInside = true
      }
      result.isInside[position] = isInside
      if isCumulative {
        if let level = cumulative.level(
          in: line, code: code, isAim: aims[position], into: &result)
        {
          found.add(level, at: "line \(opened)")
        }
      } else {
        if closes(line) { counter = LevelCountReader(self) }
        counter.enter(line, code: isWorded(line) ? code?.code : nil)
        if let open, !aims[position], let level = level(in: line, from: code?.end ?? 0, open) {
          found.add(titled(level, by: lines[opened]), at: "line \(opened)")
        } else if open == nil, !aims[position] {
          result.counts += counter.counts(in: line, isBound: true)
        }
      }
      position += 1
    }
    result.levels = found.sure
    result.hasUnsure = table.hasUnsure || found.hasUnsure
    return result
  }

  /// A level with the title that its paragraph begins with.
  private func titled(_ level: IndicatorLevel, by line: Line) -> IndicatorLevel {
    var titled = level
    titled.title = title(in: line, from: code(in: line, at: line.firstBehindBullets)?.end ?? 0)
    return titled
  }

  /// The words of a title, folded, to the end of their sentence.
  func title(in line: Line, from start: Int) -> String {
    var end = start
    while line.isSign(end, in: [".", ":", "-", ")"]) { end += 1 }
    let first = end
    while end < line.count, !line.isClauseEnd(end), !line.isSign(end, ":") { end += 1 }
    return SlugText(line.quote(first..<end)).words.joined(separator: " ")
  }

  private func rowEnd(_ lines: [Line], from start: Int) -> Int {
    let place = lines[start].place
    var end = start + 1
    while end < lines.count, lines[end].place.block == place.block,
      lines[end].place.row == place.row
    {
      end += 1
    }
    return end
  }

  /// Whether a line heads a part of the text, or speaks of the whole.
  private func closes(_ line: Line) -> Bool {
    if line.headingLevel != nil || line.isMostlyUpper && line.count > 1 { return true }
    if line.begins(with: terms[.closing]) != nil { return true }
    guard let label = LabelReader(terms).label(of: line) else { return false }
    return label.style == .roman
      || line.contains(terms[.levelLabel], from: label.range.upperBound)
      || line.contains(terms[.ratingLabel], from: label.range.upperBound)
  }

  /// Whether a line is an item of a list of its own, and no point about the indicator above
  /// ("- Đánh giá: đạt mức 1").
  private func isItem(_ line: Line) -> Bool {
    let start = line.firstBehindBullets
    if start > 0 { return terms.match(.indicatorPoint, line.ids, at: start) == nil }
    return LabelReader(terms).label(of: line) != nil
  }

  /// The code a line begins with: two numbers, or a word and one ("Tiêu chí 1").
  func code(in line: Line, at start: Int) -> (code: String, end: Int)? {
    var position = start
    let word = mentionWords.match(line.ids, at: start)
    if let word {
      position = word.end
      if let number = terms.match(.criterionNumber, line.ids, at: position) {
        position = number.end
      }
    }
    var parts: [Int] = []
    while let value = line.number(position, digits: 1...2),
      parts.isEmpty || line.tokens[position].gap == .none
    {
      parts.append(value)
      position += 1
      guard line.isSign(position, "."), line.tokens[position].gap == .none,
        line.isNumber(position + 1)
      else { break }
      position += 1
    }
    guard parts.count >= (word == nil ? 2 : 1), parts.count <= 3, isEnd(line, position) else {
      return nil
    }
    return (parts.map(String.init).joined(separator: "."), position)
  }

  /// Whether a code ends at a token: it goes on neither as a share nor as a word.
  private func isEnd(_ line: Line, _ position: Int) -> Bool {
    guard let next = line.token(position) else { return true }
    if next.kind != .sign { return next.gap != .none }
    return !["%", "/", ","].contains(next.folded)
  }

  func isWorded(_ line: Line) -> Bool {
    mentionWords.match(line.ids, at: line.firstBehindBullets) != nil
  }

  func level(in line: Line, from start: Int, _ code: String) -> IndicatorLevel? {
    guard let found = single(in: line, from: start) else { return nil }
    return IndicatorLevel(
      code: code, level: ids[found.entry], quote: line.quote(0..<line.count))
  }

  /// Whether a level is what something is measured by: "vượt mức 1", "yêu cầu của mức 2".
  private func isMeasure(_ line: Line, at position: Int) -> Bool {
    (max(0, position - 3)..<position).contains { start in
      terms.match(.notIndicatorBefore, line.ids, at: start)?.end == position
    }
  }

  /// Whether a level is that of some indicators: "có 3 chỉ tiêu đạt mức 2".
  private func isOfSome(_ line: Line, at position: Int) -> Bool {
    (max(1, position - 4)..<max(1, position)).contains { start in
      line.isNumber(start - 1) && mentionWords.match(line.ids, at: start) != nil
    }
  }

  /// The one level that words state; nothing where they name several, or what a level asks for.
  func single(in line: Line, from start: Int) -> PhraseSet.Match? {
    var found: PhraseSet.Match?
    var position = start
    var searched = start
    while position < line.count {
      guard let match = words.match(line.ids, at: position) else {
        position += 1
        continue
      }
      guard found.map({ $0.entry == match.entry }) ?? true,
        !line.isSign(match.end, ":"), terms.match(.notRatingAfter, line.ids, at: match.end) == nil,
        !line.contains(terms[.notLevelBefore], from: searched, to: position),
        !isMeasure(line, at: position), !isOfSome(line, at: position)
      else { return nil }
      // "Ba thành viên chưa đạt chuẩn" is not said of the indicator.
      let hasNumber = line.tokens[position..<match.end].contains { $0.kind == .number }
      guard hasNumber || line.token(match.end).map({ $0.kind == .sign }) ?? true else {
        return nil
      }
      found = match
      position = match.end
      searched = position
    }
    return found
  }
}

/// The levels found in a document, with where each stands.
private struct FoundLevels {
  private struct Key: Hashable {
    let code: String
    let place: String
  }

  private var all: [(key: Key, level: IndicatorLevel)] = []
  private var levels: [Key: Set<String>] = [:]

  /// - Parameter place: the table, or the paragraph that begins with the code.
  mutating func add(_ level: IndicatorLevel, at place: String) {
    let key = Key(code: level.code, place: place)
    all.append((key, level))
    levels[key, default: []].insert(level.level)
  }

  /// Whether any place names two levels for one indicator.
  var hasUnsure: Bool { levels.values.contains { $0.count > 1 } }

  /// Those whose place names no other: one that names two tells what each asks for.
  var sure: [IndicatorLevel] { all.filter { levels[$0.key]?.count == 1 }.map(\.level) }
}
