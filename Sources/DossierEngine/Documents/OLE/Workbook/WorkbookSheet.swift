import DossierModel

/// The cells of one sheet.
struct WorkbookSheet {
  private struct Span {
    var rows: Int
    var columns: Int
  }

  private let name: String
  private var cells: [(row: Int, column: Int, text: String)] = []
  private var spans: [Int: Span] = [:]
  private var pending: (row: Int, column: Int)?

  init(name: String) { self.name = name }

  mutating func add(_ text: String, row: Int, column: Int) {
    cells.append((row, column, text))
  }

  /// Remembers a formula whose text is in the next record.
  mutating func expectFormulaText(row: Int, column: Int) { pending = (row, column) }

  mutating func setFormulaText(_ text: String) {
    guard let place = pending, !text.isEmpty, cells.count < WorkbookReader.maximumCells else {
      return
    }
    cells.append((place.row, place.column, text))
    pending = nil
  }

  mutating func merge(_ data: LittleEndianBytes) {
    for index in 0..<Int(data.uint16(at: 0) ?? 0) {
      let place = 2 + index * 8
      guard let top = data.uint16(at: place), let bottom = data.uint16(at: place + 2),
        let left = data.uint16(at: place + 4), let right = data.uint16(at: place + 6),
        top <= bottom, left <= right, spans.count < WorkbookReader.maximumCells
      else { return }
      spans[Int(top) << 16 | Int(left)] = Span(
        rows: Int(bottom - top) + 1, columns: Int(right - left) + 1)
    }
  }

  /// The table, or nothing where the sheet is empty.
  func table() -> TextTable? {
    guard !cells.isEmpty else { return nil }
    let ordered = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    var rows = 0
    var columns = 0
    let placed = ordered.map { cell in
      let span = spans[cell.row << 16 | cell.column] ?? Span(rows: 1, columns: 1)
      rows = max(rows, cell.row + span.rows)
      columns = max(columns, cell.column + span.columns)
      let lines = cell.text.split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { Paragraph(String($0)) }
      return TableCell(
        row: cell.row, column: cell.column, rowSpan: span.rows, columnSpan: span.columns,
        paragraphs: lines)
    }
    return TextTable(cells: placed, rowCount: rows, columnCount: columns, name: name)
  }
}
