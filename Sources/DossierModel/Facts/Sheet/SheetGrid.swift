/// A table as a grid: which cell covers each row and column.
struct SheetGrid {
  /// The most places a grid may have; a larger table is no score sheet.
  private static let mostPlaces = 60_000
  private static let mostColumns = 80

  let rowCount: Int
  let columnCount: Int
  let lines: [Line]
  let cells: [TableCell]
  private var places: [Int32]

  /// Lays out a table; nothing where it is too large to be a score sheet.
  init?(_ table: TextTable, block: Int, _ vocabulary: Vocabulary) {
    let rows = table.cells.map { $0.row + max(1, $0.rowSpan) }.max() ?? 0
    let columns = table.cells.map { $0.column + max(1, $0.columnSpan) }.max() ?? 0
    rowCount = min(rows, max(table.rowCount, (table.cells.map(\.row).max() ?? 0) + 1))
    columnCount = min(columns, Self.mostColumns)
    guard rowCount > 0, columnCount > 1, rowCount <= Self.mostPlaces / columnCount,
      table.cells.allSatisfy({ $0.row >= 0 && $0.column >= 0 })
    else { return nil }
    cells = table.cells
    lines = table.cells.map {
      Line(
        $0.text, place: .init(block: block, row: $0.row, column: $0.column),
        vocabulary: vocabulary)
    }
    places = Array(repeating: -1, count: rowCount * columnCount)
    for (index, cell) in cells.enumerated() {
      let bottom = min(rowCount, cell.row + min(max(1, cell.rowSpan), rowCount))
      let right = min(columnCount, cell.column + min(max(1, cell.columnSpan), columnCount))
      guard cell.row < bottom, cell.column < right else { continue }
      for row in cell.row..<bottom {
        for column in cell.column..<right where places[row * columnCount + column] < 0 {
          places[row * columnCount + column] = Int32(index)
        }
      }
    }
  }

  /// The cell that covers a place.
  func cell(_ row: Int, _ column: Int) -> Int? {
    guard (0..<rowCount).contains(row), (0..<columnCount).contains(column) else { return nil }
    let index = places[row * columnCount + column]
    return index < 0 ? nil : Int(index)
  }

  /// The folded text at a place.
  func line(_ row: Int, _ column: Int) -> Line? { cell(row, column).map { lines[$0] } }

  /// Whether the cell at a place begins in this row.
  func begins(_ row: Int, _ column: Int) -> Bool {
    cell(row, column).map { cells[$0].row == row } ?? false
  }

  /// The cells that begin in a row, left to right.
  func cells(beginningIn row: Int) -> [Int] {
    var found: [Int] = []
    for column in 0..<columnCount {
      guard let index = cell(row, column), cells[index].row == row, found.last != index else {
        continue
      }
      found.append(index)
    }
    return found
  }

  /// Whether no cell of a row has text.
  func isBlank(_ row: Int) -> Bool {
    !(0..<columnCount).contains { column in line(row, column).map { !$0.text.isBlank } ?? false }
  }
}
