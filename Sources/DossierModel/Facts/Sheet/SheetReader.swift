/// Finds and reads the score sheets of a document.
struct SheetReader: Sendable {
  /// What was found.
  struct Result {
    var sheets: [ScoreSheet] = []
    /// The rows of each table block that belong to a sheet.
    var rows: [Int: [Range<Int>]] = [:]
    /// Blocks of paragraphs that are a sheet set out with tabs.
    var paragraphs: Set<Int> = []

    /// The last row of each table that is a sheet, where one has a total.
    var ends: [Line.Place] {
      guard sheets.contains(where: { $0.total?.points != nil }) else { return [] }
      return rows.compactMap { block, ranges in
        ranges.last.map { Line.Place(block: block, row: $0.upperBound - 1) }
      }
    }
  }
  private static let mostTables = 20

  /// One table that was read.
  struct Part {
    var state: SheetRowReader.State
    var columns: SheetColumns
    var block: Int
    var rows: Range<Int>
  }

  let terms: Terms
  let matcher: CriterionMatcher
  let heads: SheetHeadReader

  init(_ terms: Terms, _ matcher: CriterionMatcher) {
    self.terms = terms
    self.matcher = matcher
    heads = SheetHeadReader(terms: terms)
  }

  func sheets(in blocks: [TextBlock]) -> Result {
    var result = Result()
    guard matcher.maximum != nil else { return result }
    var parts: [Part] = []
    let opening = SheetOpening(terms: terms, matcher: matcher)
    for (index, block) in blocks.enumerated() {
      guard case .table(let table) = block, LineReader.isCurrent(table.region) else { continue }
      parts += read(
        table, block: index, after: parts.last, above: opening.group(above: index, in: blocks))
    }
    if parts.isEmpty {
      for run in TabbedTable.runs(in: blocks) {
        guard
          let part = read(run.table, block: run.blocks.lowerBound, after: nil, above: nil).first
        else {
          continue
        }
        parts.append(part)
        result.paragraphs.formUnion(run.blocks)
      }
    }
    for part in parts { result.rows[part.block, default: []].append(part.rows) }
    result.sheets = joined(parts).map(sheet).filter(isSheet)
    return result
  }

  // MARK: One table

  private func read(
    _ table: TextTable, block: Int, after last: Part?, above group: @autoclosure () -> Int?
  ) -> [Part] {
    guard let grid = SheetGrid(table, block: block, terms.vocabulary), !isAcross(grid) else {
      return turned(table, block).map { [$0] } ?? []
    }
    if heads.head(of: grid) != nil {
      // A sheet of a workbook may hold several tables, one below the other.
      var parts: [Part] = []
      var first = 0
      for _ in 0..<Self.mostTables {
        guard let head = heads.head(of: grid, from: first) else { break }
        let part = part(
          grid, head.columns, rows: head.end..<grid.rowCount, start: head.start, block, in: group())
        if isUseful(part) { parts.append(part) }
        first = max(part.rows.upperBound, head.end)
      }
      if !parts.isEmpty { return parts }
    }
    if let part = turned(table, block) { return [part] }
    if let last, last.columns.count == grid.columnCount, isContinuing(last) {
      let part = part(
        grid, last.columns, rows: 0..<grid.rowCount, start: 0, block, after: last.state)
      return [part].filter {
        $0.state.sure.count * 2 >= mapped($0.state)
          && (mapped($0.state) > 0 || !$0.state.totals.isEmpty)
      }
    }
    guard let columns = SheetGuess(terms: terms, matcher: matcher).columns(of: grid) else {
      return []
    }
    return [part(grid, columns, rows: 0..<grid.rowCount, start: 0, block, in: group())]
      .filter { mapped($0.state) >= 3 && holdsPoints($0.state) }
  }

  private func isContinuing(_ part: Part) -> Bool { part.state.totals.isEmpty }

  private func mapped(_ state: SheetRowReader.State) -> Int {
    Set(state.rows.compactMap(\.code)).count
  }

  /// Whether what was read can be points of the profile: numbered rows alone are any list ("1 Nguyễn
  /// Văn A …").
  private func holdsPoints(_ state: SheetRowReader.State) -> Bool {
    state.sure.count * 2 >= mapped(state) && !isBeyondMaxima(state)
  }

  /// Whether so many rows exceed their maxima that these numbers are no points: votes, headcounts.
  private func isBeyondMaxima(_ state: SheetRowReader.State) -> Bool {
    let rows = state.rows.filter { $0.code != nil && $0.points != nil }
    let beyond = rows.count { row in
      guard let points = row.points, let index = row.code.flatMap({ matcher.index(of: $0) }),
        let maximum = matcher.entries[index].maximum, row.maximum != maximum
      else { return false }
      return points > maximum
    }
    return beyond >= 2 && beyond * 3 > rows.count
  }

  /// Whether the heading names criteria from left to right: "Nhóm | a | b | c | Cộng".
  private func isAcross(_ grid: SheetGrid) -> Bool {
    let isLetter = grid.cells(beginningIn: 0).map { index in
      let words = grid.lines[index].tokens.filter { $0.kind != .sign }
      return words.count == 1 && words[0].kind == .word && words[0].folded.utf8.count == 1
    }
    // "A | B | 1 | 2" numbers the columns.
    return isLetter.first == false && isLetter.count(where: \.self) > 1
  }

  func isUseful(_ part: Part) -> Bool {
    let mapped = mapped(part.state)
    guard holdsPoints(part.state) else { return false }
    return mapped >= 2 && mapped * 3 >= part.state.unmapped
      || (mapped == 1 && !part.state.totals.isEmpty)
  }

  func part(
    _ grid: SheetGrid, _ columns: SheetColumns, rows: Range<Int>, start: Int, _ block: Int,
    after state: SheetRowReader.State? = nil, in group: Int? = nil
  ) -> Part {
    let cells = rows.map { row in self.cells(of: grid, row, columns) }
    let numbering = numbering(of: cells.compactMap { $0 })
    let reader = SheetRowReader(terms: terms, matcher: matcher, numbering: numbering)
    var fresh = SheetRowReader.State()
    fresh.group = state?.group ?? group
    if fresh.group == nil {
      let opening = SheetOpening(terms: terms, matcher: matcher)
      fresh.group = opening.group(of: cells.compactMap { $0.flatMap { reader.parts(of: $0) } })
    }
    fresh.groupStyle = state?.groupStyle
    fresh.lastLetter = state?.lastLetter ?? 0
    let headings = (start..<rows.lowerBound).map { head in
      (0..<grid.columnCount).map { headingKey(grid, head, $0) }
    }
    var end = rows.lowerBound
    for (row, cells) in zip(rows, cells) {
      guard let cells, !headings.contains(where: { repeats(grid, row, $0) }) else { continue }
      if isAfterEnd(cells, fresh) || reader.isWrittenOut(cells, fresh) { break }
      if !fresh.rows.isEmpty, heads.opensTable(grid, row) { break }
      reader.take(cells, &fresh)
      // Words below the total ("Kết quả: đơn vị đạt loại Khá") are text.
      let isNumbered = cells.value != nil || cells.maximum != nil
      if fresh.totals.isEmpty || isNumbered { end = row + 1 }
    }
    if let other = columns.swapped, columns.isGuessed, holdsMaxima(fresh) {
      return part(grid, other, rows: rows, start: start, block, after: state, in: group)
    }
    takeLastAsTotal(&fresh)
    return Part(state: fresh, columns: columns, block: block, rows: start..<end)
  }

  private func headingKey(_ grid: SheetGrid, _ row: Int, _ column: Int) -> String {
    grid.line(row, column)?.text.key ?? ""
  }

  /// Whether a row is the heading again, as on a new page.
  private func repeats(_ grid: SheetGrid, _ row: Int, _ heading: [String]) -> Bool {
    guard !heading.isEmpty else { return false }
    var same = 0
    for (column, key) in heading.enumerated() where !key.isEmpty {
      guard headingKey(grid, row, column) == key else { return false }
      same += 1
    }
    return same > 1
  }

  /// Rating, signatures and notes below the total are no rows of the sheet.
  private func isAfterEnd(_ cells: SheetRowReader.Cells, _ state: SheetRowReader.State) -> Bool {
    guard !state.totals.isEmpty || mapped(state) >= 3 else { return false }
    let line = cells.label.flatMap { $0.text.isBlank ? nil : $0 } ?? cells.content
    return line.begins(with: terms[.sheetEnd]) != nil && cells.value == nil
  }

  private func cells(
    of grid: SheetGrid, _ row: Int, _ columns: SheetColumns
  ) -> SheetRowReader.Cells? {
    guard !grid.isBlank(row) else { return nil }
    let reader = PointCellReader(terms: terms)
    let contentColumn = columns.content ?? columns.label ?? 0
    let content = grid.cell(row, contentColumn)
    let labelCell = columns.label.flatMap { grid.cell(row, $0) }
    var label = labelCell == content ? nil : labelCell.map { grid.lines[$0] }
    let empty = Line("", place: .init(block: 0), vocabulary: terms.vocabulary)
    var wording = content.map { grid.lines[$0] } ?? empty
    if wording.text.isBlank, let alone = label, alone.count > 3 {
      wording = alone
      label = nil
    }
    func points(_ column: Int) -> PointCell {
      guard let cell = grid.cell(row, column), cell != content, cell != labelCell,
        grid.cells[cell].row == row
      else { return .blank }
      return reader.read(grid.lines[cell])
    }
    var maximum: Points?
    if let column = columns.maximum, case .points(let value, _) = points(column) { maximum = value }
    let evidence = columns.evidence.compactMap { column -> String? in
      guard let cell = grid.cell(row, column), cell != content, grid.cells[cell].row == row,
        !grid.lines[cell].text.isBlank
      else { return nil }
      return grid.cells[cell].text
    }
    return SheetRowReader.Cells(
      label: label, content: wording, maximum: maximum,
      points: points(columns.own),
      evidence: evidence.isEmpty ? nil : evidence.joined(separator: "\n"),
      isContinuation: isContinuation(grid, row, label: labelCell, content: content),
      isFirstOfParts: (labelCell ?? content).map {
        grid.cells[$0].row == row
          && grid.cells[$0].rowSpan
            > (grid.cell(row, columns.own).map { grid.cells[$0].rowSpan } ?? 1)
      } ?? false)
  }

  /// Whether what names a row's criterion stands in a row above and spans this one.
  private func isContinuation(
    _ grid: SheetGrid, _ row: Int, label: Int?, content: Int?
  ) -> Bool {
    guard let content else { return false }
    guard let label, label != content, !grid.lines[label].text.isBlank else {
      return grid.cells[content].row < row
    }
    let reader = SheetRowReader(terms: terms, matcher: matcher, numbering: .tree)
    if grid.cells[label].row < row { return reader.inside(grid.lines[content]) == nil }
    return false
  }

  /// How single numbers in front of the rows are meant.
  private func numbering(of rows: [SheetRowReader.Cells]) -> SheetRowReader.Numbering {
    let reader = SheetRowReader(terms: terms, matcher: matcher, numbering: .tree)
    var values: [Int] = []
    for row in rows {
      guard let parts = reader.parts(of: row), parts.parts.count == 1, !parts.isNamed,
        case .arabic(let value) = parts.parts[0]
      else { continue }
      values.append(value)
    }
    guard let largest = values.max(), largest > matcher.groups.count else { return .tree }
    let widest = matcher.entries.map(\.children.count).max() ?? 0
    let isRunning = values == Array(1...largest)
    if isRunning {
      let leaves = matcher.entries.count { $0.isLeaf }
      return largest == leaves ? .running : .none
    }
    return largest <= widest ? .tree : .none
  }

  /// A last row without a label whose points are the sum, or whose maximum is that of the whole.
  private func takeLastAsTotal(_ state: inout SheetRowReader.State) {
    guard state.totals.isEmpty, let last = state.rows.last, last.code == nil,
      let points = last.points
    else { return }
    let others = state.rows.dropLast().filter { row in
      row.code.flatMap { matcher.index(of: $0) }.map { matcher.entries[$0].isLeaf } ?? false
    }
    let sum = others.reduce(Points.zero) { $0 + ($1.points ?? .zero) }
    guard last.maximum == matcher.maximum || points == sum else { return }
    state.rows.removeLast()
    state.unmapped = max(0, state.unmapped - 1)
    state.totals.append(
      .init(row: last, group: nil, rowsBefore: state.rows.count, isOther: false))
  }
}
