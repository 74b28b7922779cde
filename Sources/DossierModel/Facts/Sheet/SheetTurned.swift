/// Score tables laid on their side: a column for each criterion.
extension SheetReader {
  /// The most rows of such a table that hold text.
  private static let mostLines = 12

  /// Reads a table turned by a quarter, or nothing where that gives no score sheet.
  func turned(_ table: TextTable, _ block: Int) -> Part? {
    var filled: [Int: Int] = [:]
    for cell in table.cells where cell.columnSpan < 3 { filled[cell.row, default: 0] += 1 }
    // Titles and notes around it stand alone in their rows.
    let lines = filled.filter { $0.value >= 4 }.keys.sorted()
    guard lines.count >= 2, lines.count <= Self.mostLines else { return nil }
    let places = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1, $0) })
    let cells = table.cells.compactMap { cell -> TableCell? in
      guard let place = places[cell.row] else { return nil }
      return TableCell(
        row: cell.column, column: place, rowSpan: cell.columnSpan,
        columnSpan: min(cell.rowSpan, lines.count - place), paragraphs: cell.paragraphs)
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    let other = TextTable(
      cells: cells, rowCount: (cells.map(\.row).max() ?? 0) + 1, columnCount: lines.count)
    guard let grid = SheetGrid(other, block: block, terms.vocabulary),
      let head = heads.head(of: grid), head.start == 0
    else { return nil }
    var part = part(grid, head.columns, rows: head.end..<grid.rowCount, start: 0, block)
    guard isUseful(part), part.state.sure.count >= 3 else { return nil }
    part.rows = lines[0]..<(lines.last ?? lines[0]) + 1
    return part
  }
}
