import DossierModel

/// A table and its place on a page.
struct PDFPlacedTable {
  /// How its columns are known.
  enum Columns {
    case frame(PDFGrid)
    case free(PDFUnruledLayout)
    /// Two texts side by side, which no other page goes on with.
    case head
  }

  var columns: Columns
  var table: TextTable
  var top: Double
  var bottom: Double

  /// Whether it is the two texts at the head of a document.
  var isHead: Bool {
    if case .head = columns { true } else { false }
  }

  /// Whether a word is one of the table's.
  func holds(_ word: PDFWord) -> Bool {
    if case .frame(let grid) = columns { return grid.holds(word) }
    return top...bottom ~= word.middle
  }

  /// Whether the rows of another table stand in the same columns.
  func hasColumns(of other: PDFPlacedTable) -> Bool {
    switch (columns, other.columns) {
    case (.frame(let own), .frame(let next)): own.hasColumns(of: next)
    case (.free(let own), .free(let next)): own.columns.edges == next.columns.edges
    default: false
    }
  }

  /// Makes a table that a frame divides.
  init(grid: PDFGrid, table: TextTable) {
    columns = .frame(grid)
    self.table = table
    top = grid.top
    bottom = grid.bottom
  }

  /// Makes a table of lines of a page.
  ///
  /// - Parameters:
  ///   - columns: how its columns are known.
  ///   - table: the table.
  ///   - lines: its lines, at least one.
  init(columns: Columns, table: TextTable, lines: ArraySlice<PDFTextLine>) {
    self.columns = columns
    self.table = table
    top = lines.flatMap(\.words).map(\.middle).min() ?? 0
    bottom = lines.flatMap(\.words).map(\.middle).max() ?? 0
  }
}
