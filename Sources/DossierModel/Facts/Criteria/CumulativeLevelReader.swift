/// Reads the levels of a regime where each takes in those below it, and a criterion is told of level
/// by level: only the words for the self-assessment state one.
struct CumulativeLevelReader {
  /// So many words and signs a line has that states the level of the unit.
  private static let mostUnitWords = 16

  /// So many words a line may have that is nothing but a level.
  private static let mostBareWords = 6

  private let reader: IndicatorReader
  /// The criterion whose section is open.
  private var section: String?
  /// Whether the level of the criterion stands in the line behind, tables left out.
  private var isAwaited = false
  /// Whether the line before has opened a section.
  private var isFresh = false
  private var counter: LevelCountReader

  init(_ reader: IndicatorReader) {
    self.reader = reader
    counter = LevelCountReader(reader)
  }

  /// What the criteria that are counted belong to.
  var scope: LevelCountReader.Scope { counter.scope }

  /// The level of a criterion that a line of running text states.
  ///
  /// - Parameters:
  ///   - code: the code it begins with.
  ///   - isAim: whether it is about what is yet to come.
  ///   - result: takes what it says of all criteria and of the unit.
  mutating func level(
    in line: Line, code: (code: String, end: Int)?, isAim: Bool,
    into result: inout IndicatorReader.Result
  ) -> IndicatorLevel? {
    let isWorded = reader.isWorded(line)
    counter.enter(line, code: isWorded ? code?.code : nil)
    if !isAim {
      result.counts += counter.counts(in: line)
      if counter.scope == .all, let level = unitLevel(in: line) { result.unitLevels.append(level) }
    }
    if let code, isWorded || !isLevelHeading(line, behind: code.end) {
      // "1.1. Đánh giá tiêu chí Mức 1" heads a part of the text.
      section = isWorded && !isRow(line, behind: code.end) ? code.code : nil
      isFresh = true
    } else if isFresh, isRow(line, behind: 0) {
      // The cells of a row that a page has broken.
      section = nil
    } else if line.begins(with: reader.terms[.closing]) != nil
      || line.isMostlyUpper && line.count > 1
    {
      section = nil
    }
    if code == nil { isFresh = false }
    guard let section, !isAim else { return nil }
    defer { isAwaited = isOwnLabel(line) }
    return ownLevel(in: line, section) ?? (isAwaited ? bareLevel(in: line, section) : nil)
  }

  /// Whether a number is that of a level within one criterion, "1.2 Mức 2:".
  private func isLevelHeading(_ line: Line, behind code: Int) -> Bool {
    var position = code
    while line.token(position)?.kind == .sign { position += 1 }
    return reader.words.match(line.ids, at: position) != nil
  }

  /// Whether a line with a code ends in marks, or has nothing else: the row of a table that a page
  /// has broken.
  private func isRow(_ line: Line, behind code: Int) -> Bool {
    let words = (code..<line.count).filter { line.tokens[$0].kind != .sign }
    let marks = words.reversed().prefix { position in
      reader.terms.match(.levelMark, line.ids, at: position)?.end == position + 1
    }
    return marks.count > 1 || !marks.isEmpty && marks.count == words.count
  }

  /// The level in a line that begins with the words for one, "Tự đánh giá: Đạt Mức 2".
  private func ownLevel(in line: Line, _ code: String) -> IndicatorLevel? {
    let start = textStart(of: line)
    // The criteria of the highest level, and the standards, are numbered 1, 2, 3 alike.
    guard code.contains("."), let label = reader.terms.match(.ownLevelLabel, line.ids, at: start)
    else {
      return nil
    }
    return reader.level(in: line, from: label.end, code) ?? highest(in: line, from: label.end, code)
  }

  /// The level of the unit, "Mức đánh giá của trường: Mức 2".
  private func unitLevel(in line: Line) -> Stated<String>? {
    let start = textStart(of: line)
    guard line.count - start <= Self.mostUnitWords,
      let label = reader.terms.match(.unitLevelLabel, line.ids, at: start),
      line.isSign(label.end, ":"),
      let found = reader.single(in: line, from: label.end), line.isNumber(found.end - 1)
    else { return nil }
    return Stated(reader.ids[found.entry], quote: line.quote(0..<line.count))
  }

  /// Where a line begins behind its bullets and number.
  private func textStart(of line: Line) -> Int {
    LabelReader(reader.terms).label(of: line)?.range.upperBound ?? line.firstBehindBullets
  }

  /// Whether a line holds the words for a criterion's own level and no more: it stands below.
  private func isOwnLabel(_ line: Line) -> Bool {
    let start = textStart(of: line)
    guard let label = reader.terms.match(.ownLevelLabel, line.ids, at: start) else { return false }
    return line.tokens[label.end...].allSatisfy { $0.kind == .sign }
  }

  /// The level in a line that is nothing but one, below the words for it: "Đạt Mức 2".
  private func bareLevel(in line: Line, _ code: String) -> IndicatorLevel? {
    let start = line.firstBehindBullets
    guard code.contains("."), line.count - start <= Self.mostBareWords else { return nil }
    // "Mức 1" alone is the head of a column.
    let isSaid =
      reader.terms.match(.levelMark, line.ids, at: start)
      .map { reader.words.match(line.ids, at: $0.end) != nil } ?? false
    guard
      isSaid
        || reader.words.match(line.ids, at: start).map({ reader.ids[$0.entry] == reader.ids.last })
          ?? false
    else { return nil }
    return reader.level(in: line, from: start, code)
  }

  /// The highest level reached, where a line goes through them: "Mức 1: Đạt; Mức 2: Không đạt".
  private func highest(in line: Line, from start: Int, _ code: String) -> IndicatorLevel? {
    guard let none = reader.ids.last else { return nil }
    var reached: [Int] = []
    var isComplete = true
    var count = 0
    var position = start
    while position < line.count {
      guard let match = reader.words.match(line.ids, at: position), reader.ids[match.entry] != none
      else {
        position += 1
        continue
      }
      var value = match.end
      while line.isSign(value, in: [":", "-", "=", "("]) { value += 1 }
      let isSet = value > match.end
      if isSet,
        reader.words.match(line.ids, at: value).map({ reader.ids[$0.entry] == none }) ?? false
      {
        count += 1
      } else if isSet, reader.terms.match(.levelMark, line.ids, at: value) != nil {
        count += 1
        reached.append(match.entry)
      } else {
        isComplete = false
      }
      position = max(value, match.end)
    }
    guard isComplete, count > 1 else { return nil }
    // `ids` has the best first.
    return IndicatorLevel(
      code: code, level: reader.ids[reached.min() ?? reader.ids.count - 1],
      quote: line.quote(0..<line.count))
  }
}
