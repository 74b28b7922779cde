/// Guesses the columns of a sheet that has no heading, from what its cells hold.
struct SheetGuess {
  let terms: Terms
  let matcher: CriterionMatcher

  /// The columns, or nothing where the table does not look like a score sheet.
  func columns(of grid: SheetGrid) -> SheetColumns? {
    guard grid.columnCount >= 2, grid.rowCount >= 4 else { return nil }
    let reader = PointCellReader(terms: terms)
    var numbers = Array(repeating: 0, count: grid.columnCount)
    var words = Array(repeating: 0, count: grid.columnCount)
    for (cell, line) in zip(grid.cells, grid.lines) where cell.column < grid.columnCount {
      guard !line.text.isBlank else { continue }
      if case .points(let points, _) = reader.read(line), points <= (matcher.maximum ?? .zero) {
        numbers[cell.column] += 1
      } else {
        words[cell.column] += line.count
      }
    }
    guard let content = words.indices.max(by: { words[$0] < words[$1] }), words[content] > 0 else {
      return nil
    }
    let scored = numbers.indices.filter { $0 > content && numbers[$0] * 2 >= grid.rowCount }
    guard let first = scored.first else { return nil }
    let maximum = scored.count > 1 ? first : nil
    let own = scored.count > 1 ? scored[1] : first
    return SheetColumns(
      label: content > 0 ? content - 1 : nil, content: content, maximum: maximum, own: own,
      evidence: grid.columnCount > own + 1 ? [own + 1] : [], count: grid.columnCount,
      isGuessed: true)
  }
}

/// Paragraphs whose columns are set with tabs, taken as a table.
enum TabbedTable {
  /// A run of such paragraphs.
  struct Run {
    var table: TextTable
    var blocks: Range<Int>
  }

  static func runs(in blocks: [TextBlock]) -> [Run] {
    var runs: [Run] = []
    var rows: [[String]] = []
    var start = 0
    func close(at end: Int) {
      if rows.count >= 4 { runs.append(Run(table: table(rows), blocks: start..<end)) }
      rows.removeAll()
    }
    for (index, block) in blocks.enumerated() {
      guard case .paragraph(let paragraph) = block, paragraph.region == .body else {
        close(at: index)
        continue
      }
      if rows.isEmpty, !Self.hasTab(paragraph.text) { continue }
      let columns = columns(of: paragraph.shown)
      if columns.count >= 3 {
        if rows.isEmpty { start = index }
        rows.append(columns)
      } else if !rows.isEmpty, columns.count == 2 || columns.first?.isEmpty == false {
        // A group's title stands alone on its line; two such lines in a row end the table.
        if rows.last?.count ?? 0 < 3 { close(at: index) } else { rows.append(columns) }
      } else if columns.first?.isEmpty == false {
        close(at: index)
      }
    }
    close(at: blocks.count)
    return runs
  }

  private static func hasTab(_ text: String) -> Bool {
    let bytes = text.utf8.span
    return bytes.indices.contains { bytes[$0] == 0x09 }
  }

  private static func columns(of text: String) -> [String] {
    text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  private static func table(_ rows: [[String]]) -> TextTable {
    let width = rows.map(\.count).max() ?? 0
    var cells: [TableCell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let isWide = texts.count < 3 && column == texts.count - 1
        cells.append(
          TableCell(
            row: row, column: column, columnSpan: isWide ? width - column : 1,
            paragraphs: [Paragraph(text)]))
      }
    }
    return TextTable(cells: cells, rowCount: rows.count, columnCount: width)
  }
}
