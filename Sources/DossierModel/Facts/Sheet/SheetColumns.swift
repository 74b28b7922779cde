/// Which column of a score sheet holds what.
struct SheetColumns: Equatable {
  /// What a column may hold.
  enum Role: Equatable {
    case maximum, own, weakOwn, official, evidence, note, label, content
  }

  var label: Int?
  var content: Int?
  var maximum: Int?
  var own: Int
  var evidence: [Int]
  var count: Int
  /// Whether no heading says which column holds the unit's points and which the maxima.
  var isGuessed = false

  /// The same with the two columns of points the other way round.
  var swapped: SheetColumns? {
    guard let maximum else { return nil }
    var other = self
    other.maximum = own
    other.own = maximum
    return other
  }
}

/// Finds the heading rows of a score sheet and what its columns hold.
struct SheetHeadReader {
  /// The heading found.
  struct Head {
    var columns: SheetColumns
    /// The first row of the heading.
    var start: Int
    /// The first row of data.
    var end: Int
  }

  let terms: Terms

  /// The heading of a table, searched for from a row on.
  func head(of grid: SheetGrid, from first: Int = 0) -> Head? {
    for row in first..<min(grid.rowCount, first + 60) where isHeading(grid, row) {
      var end = row + 1
      while end < grid.rowCount, continues(grid, end, from: row) { end += 1 }
      guard let columns = columns(of: grid, rows: row..<end) else { continue }
      while end < grid.rowCount, isCounting(grid, end) { end += 1 }
      return Head(columns: columns, start: row, end: end)
    }
    return nil
  }

  // MARK: Roles

  /// What a column with this heading holds.
  func role(of line: Line) -> SheetColumns.Role? {
    guard !line.text.isBlank, line.count <= 40 else { return nil }
    let hasPoints = line.contains(terms[.pointWord])
    // "Nội dung tiêu chí (điểm tối đa)": the maxima stand in the wording.
    if let content = line.begins(with: terms[.columnContent]), line.isSign(content.end, "(") {
      return .content
    }
    if !hasPoints, line.begins(with: terms[.columnEvidence]) != nil { return .evidence }
    if line.begins(with: terms[.columnNote]) != nil, !line.contains(terms[.columnSelf]) {
      return .note
    }
    if line.begins(with: terms[.columnContent]) != nil, line.firstPoint(terms) != line.firstWord,
      !hasPoints || line.begins(with: terms[.columnContent]).map({ $0.end == line.count }) == true
    {
      return .content
    }
    if let label = line.begins(with: terms[.columnLabel]), label.end >= line.count - 1, !hasPoints {
      return .label
    }
    guard line.count <= 24 else { return nil }
    if line.contains(terms[.columnOfficial]) { return .official }
    if line.contains(terms[.columnSelf]) { return .own }
    if line.contains(terms[.columnMaximum]) { return .maximum }
    if line.begins(with: terms[.columnSelfWeak]) != nil { return .weakOwn }
    if line.contains(terms[.columnEvidence]) { return .evidence }
    return hasPoints ? .weakOwn : nil
  }

  private func isPoints(_ role: SheetColumns.Role?) -> Bool {
    switch role {
    case .maximum, .own, .weakOwn, .official: true
    default: false
    }
  }

  /// A row with a column of points and one that says for what.
  private func isHeading(_ grid: SheetGrid, _ row: Int) -> Bool {
    let roles = grid.cells(beginningIn: row).map { role(of: grid.lines[$0]) }
    guard roles.count > 1 else { return false }
    let points = roles.filter(isPoints).count
    let words = roles.filter { $0 == .content || $0 == .label }.count
    return points > 0 && words > 0
  }

  /// A heading of words alone in the midst of a table: another table begins here.
  func opensTable(_ grid: SheetGrid, _ row: Int) -> Bool {
    let own = grid.cells(beginningIn: row).map { grid.lines[$0] }.filter { !$0.text.isBlank }
    guard own.count > 2, own.allSatisfy({ $0.count <= 10 && !$0.hasNumber }) else { return false }
    return isHeading(grid, row)
  }

  /// A second or third heading row below merged cells.
  private func continues(_ grid: SheetGrid, _ row: Int, from first: Int) -> Bool {
    guard row - first < 4 else { return false }
    let own = grid.cells(beginningIn: row).filter { !grid.lines[$0].text.isBlank }
    guard !own.isEmpty else { return false }
    let reader = PointCellReader(terms: terms)
    let roles = own.map { role(of: grid.lines[$0]) }
    guard roles.contains(where: isPoints) else { return false }
    return zip(own, roles).allSatisfy { index, role in
      if case .points = reader.read(grid.lines[index]) { return false }
      return role != nil && (role != .label && role != .content || grid.cells[index].column > 0)
        || grid.lines[index].count <= 6
    }
  }

  /// "(1) (2) (3)" or "A B 1 2" below the heading.
  private func isCounting(_ grid: SheetGrid, _ row: Int) -> Bool {
    let own = grid.cells(beginningIn: row).map { grid.lines[$0] }.filter { !$0.text.isBlank }
    guard own.count >= 3 else { return false }
    let values = own.compactMap { line -> Int? in
      let words = line.tokens.filter { $0.kind != .sign }
      guard let first = words.first, first.folded.utf8.count <= 2 else { return nil }
      if words.count > 1, !line.isSign(line.firstWord + 1, in: ["=", ")"]) { return nil }
      return Int(first.folded) ?? Label.position(of: first.folded)
    }
    guard values.count == own.count else { return false }
    return zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == 1 }
  }

  // MARK: Columns

  private func columns(of grid: SheetGrid, rows: Range<Int>) -> SheetColumns? {
    let texts = (0..<grid.columnCount).map { heading(of: grid, $0, rows) }
    let roles = texts.indices.map { column in
      lowest(of: grid, column, rows) ?? role(of: texts[column])
    }
    func all(_ role: SheetColumns.Role) -> [Int] { roles.indices.filter { roles[$0] == role } }
    // "Điểm năm 2022" beside the unit's own points is another year's.
    let isOwnKnown = roles.contains(.own)
    // So are those of a part, "Điểm tổ 1 chấm", beside what was agreed on.
    let agreed = all(.official).first { texts[$0].contains(terms[.columnAgreed]) }
    let ofWhole = all(.own).filter { agreed == nil || !texts[$0].contains(terms[.columnPart]) }
    let ownPoints = all(.weakOwn).filter {
      !(isOwnKnown && namesYear(texts[$0]))
        && (agreed == nil || !texts[$0].contains(terms[.columnPart]))
    }
    // "Kết quả đạt được" tells in words what "Điểm" beside it gives points for.
    let ofNumbers = ownPoints.filter { holdsPoints(grid, $0, from: rows.upperBound) }
    let weak = ofNumbers.isEmpty ? ownPoints : ofNumbers
    let ofNoYear = ofWhole.filter { !namesYear(texts[$0]) }
    let explicit = ofNoYear.isEmpty ? ofWhole : ofNoYear
    // A bare "Điểm" beside a column that says whose points it holds is the maximum.
    let bare = weak.filter { texts[$0].tokens.count { $0.kind == .word } <= 2 }
    let earned = weak.filter { texts[$0].contains(terms[.columnEarned]) }
    let ofYears = [explicit, weak, texts.indices.filter { roles[$0] == nil && isYear(texts[$0]) }]
    let own =
      ofYears.lazy.compactMap { latest($0, texts) }.first
      ?? explicit.first { texts[$0].contains(terms[.columnUnit]) && distinct(grid, $0, rows) }
      ?? explicit.first ?? earned.last ?? weak.last ?? agreed
    guard let own else { return nil }
    var maximum = all(.maximum).first
    if maximum == nil { maximum = bare.first { $0 != own } }
    if maximum == nil, explicit.isEmpty, weak.count > 1 { maximum = weak.first { $0 != own } }
    if maximum == nil, !explicit.isEmpty { maximum = weak.first { $0 < own } }
    let contents = all(.content).filter { $0 != own }
    var label = all(.label).first
    var content = contents.last
    if label == nil, contents.count > 1 { label = contents.first }
    if content == nil || content == label {
      content = contents.first { $0 != label } ?? firstFree(roles, own: own)
    }
    if label == nil, let content, content > 0, roles[content - 1] == nil { label = content - 1 }
    return SheetColumns(
      label: label, content: content, maximum: maximum == own ? nil : maximum, own: own,
      evidence: all(.evidence), count: grid.columnCount,
      isGuessed: explicit.isEmpty && all(.maximum).isEmpty)
  }

  /// Whether most of what stands in a column can be read as points.
  private func holdsPoints(_ grid: SheetGrid, _ column: Int, from first: Int) -> Bool {
    let reader = PointCellReader(terms: terms)
    var points = 0
    var words = 0
    for row in first..<max(first, grid.rowCount) {
      guard let cell = grid.cell(row, column), grid.begins(row, column) else { continue }
      switch reader.read(grid.lines[cell]) {
      case .points: points += 1
      case .unreadable: words += 1
      case .blank: break
      }
    }
    return points > words
  }

  private func namesYear(_ heading: Line) -> Bool { year(of: heading) != nil }

  private func year(of heading: Line) -> Int? {
    guard let place = heading.first(terms[.year])?.range.upperBound else { return nil }
    return heading.number(place, digits: 4...4)
  }

  /// "Năm 2023" and nothing else.
  private func isYear(_ heading: Line) -> Bool {
    heading.count == 2 && year(of: heading) != nil
  }

  /// Of columns that each name a year, the one of the latest: those before it compare.
  private func latest(_ columns: [Int], _ texts: [Line]) -> Int? {
    let years = columns.compactMap { column in year(of: texts[column]).map { (column, $0) } }
    guard years.count > 1, years.count == columns.count else { return nil }
    return years.max { $0.1 < $1.1 }?.0
  }

  private func firstFree(_ roles: [SheetColumns.Role?], own: Int) -> Int? {
    roles.indices.first { roles[$0] == nil && $0 < own }
  }

  private func distinct(_ grid: SheetGrid, _ column: Int, _ rows: Range<Int>) -> Bool {
    rows.contains { grid.begins($0, column) }
  }

  /// What the lowest heading cell of a column says where a cell above spans several: "Điểm chuẩn,
  /// điểm chấm" above "Tối đa" and "Đạt được" is said of both.
  private func lowest(
    of grid: SheetGrid, _ column: Int, _ rows: Range<Int>
  ) -> SheetColumns.Role? {
    guard let top = grid.cell(rows.lowerBound, column), grid.cells[top].columnSpan > 1,
      let last = rows.last, let bottom = grid.cell(last, column), bottom != top,
      grid.cells[bottom].columnSpan == 1
    else { return nil }
    switch (role(of: grid.lines[bottom]), role(of: grid.lines[top])) {
    case (.maximum?, _): return .maximum
    case (.own?, _): return .own
    case (.official?, _): return .official
    case (.weakOwn?, .maximum?): return .weakOwn
    default: return nil
    }
  }

  /// The heading texts above a column, each cell once.
  private func heading(of grid: SheetGrid, _ column: Int, _ rows: Range<Int>) -> Line {
    var seen: [Int] = []
    for row in rows {
      guard let cell = grid.cell(row, column), !seen.contains(cell) else { continue }
      seen.append(cell)
    }
    let text = seen.map { grid.lines[$0].text.source }.joined(separator: " ")
    return Line(text, place: .init(block: 0), vocabulary: terms.vocabulary)
  }
}

extension Line {
  /// Whether a number stands in it.
  var hasNumber: Bool { tokens.contains { $0.kind == .number } }

  /// The first token that is the word for points.
  func firstPoint(_ terms: Terms) -> Int? { first(terms[.pointWord])?.range.lowerBound }
}
