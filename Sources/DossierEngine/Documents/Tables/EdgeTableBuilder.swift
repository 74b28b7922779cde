import DossierModel

/// Collects the cells of a table and lays them on a grid.
///
/// The file states no grid: each row states the edges of its own cells, and the grid is all edges
/// of all rows together.
struct EdgeTableBuilder {
  private struct Cell {
    var paragraphs: [Paragraph]
    var left: Int?
    var right: Int?
    var vertical: RowEdges.VerticalMerge
  }

  /// Edges that are nearer than this, in twips, are one: writers round.
  private static let tolerance = 30
  /// More cells than any table that people read.
  private static let maximumCells = 200_000

  private var rows: [[Cell]] = []
  private var cells: [[Paragraph]] = []
  private var paragraphs: [Paragraph] = []
  private var count = 0

  /// Whether nothing was collected.
  var isEmpty: Bool { rows.isEmpty && cells.isEmpty && paragraphs.isEmpty }

  mutating func add(_ paragraph: Paragraph) { paragraphs.append(paragraph) }

  mutating func endCell() {
    count += 1
    if count <= Self.maximumCells { cells.append(paragraphs) }
    paragraphs = []
  }

  mutating func endRow(_ definition: RowEdges?) {
    if !paragraphs.isEmpty { endCell() }
    var row: [Cell] = []
    for (index, content) in cells.enumerated() {
      let known = definition.flatMap { index + 1 < $0.edges.count ? $0 : nil }
      if known?.isContinued[index] == true, !row.isEmpty {
        row[row.count - 1].right = known?.edges[index + 1]
        row[row.count - 1].paragraphs += content.filter { !$0.text.isEmpty }
        continue
      }
      row.append(
        Cell(
          paragraphs: content, left: known?.edges[index], right: known?.edges[index + 1],
          vertical: known?.vertical[index] ?? .none))
    }
    if !row.isEmpty { rows.append(row) }
    cells = []
  }

  /// The table, or nothing where there is none; the builder is empty afterwards.
  mutating func finish(region: TextRegion) -> TextTable? {
    if !cells.isEmpty || !paragraphs.isEmpty { endRow(nil) }
    defer { self = EdgeTableBuilder() }
    guard !rows.isEmpty else { return nil }
    let grid = gridEdges()
    var placed: [TableCell] = []
    var columns = 1
    // Where the cell that a vertical merge goes on from stands in `placed`, by its column.
    var open: [Int: Int] = [:]
    for (rowIndex, row) in rows.enumerated() {
      var nextColumn = 0
      var stillOpen: [Int: Int] = [:]
      for cell in row {
        let column = max(nextColumn, cell.left.map { Self.index(of: $0, in: grid) } ?? nextColumn)
        let end = max(column + 1, cell.right.map { Self.index(of: $0, in: grid) } ?? column + 1)
        nextColumn = end
        columns = max(columns, end)
        if cell.vertical == .continued, let origin = open[column] {
          placed[origin].rowSpan = rowIndex - placed[origin].row + 1
          placed[origin].paragraphs += cell.paragraphs.filter { !$0.text.isEmpty }
          stillOpen[column] = origin
          continue
        }
        if cell.vertical != .none { stillOpen[column] = placed.count }
        placed.append(
          TableCell(
            row: rowIndex, column: column, columnSpan: end - column, paragraphs: cell.paragraphs))
      }
      open = stillOpen
    }
    return TextTable(
      cells: placed, rowCount: rows.count, columnCount: columns, region: region)
  }

  private func gridEdges() -> [Int] {
    let all = Set(rows.joined().flatMap { [$0.left, $0.right].compactMap { $0 } }).sorted()
    var edges: [Int] = []
    for edge in all where edges.last.map({ edge - $0 > Self.tolerance }) ?? true {
      edges.append(edge)
    }
    return edges
  }

  private static func index(of edge: Int, in grid: [Int]) -> Int {
    // The last grid edge that is not right of it: edges were merged to the left.
    var low = 0
    var high = grid.count
    while low < high {
      let middle = (low + high) / 2
      if grid[middle] <= edge { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
