/// A table of points whose maxima add up to the maximum it states, and whose points do not.
public struct PointTableSum: Sendable, Hashable {
  /// The total as stated.
  public var stated: Points
  /// The points of its rows.
  public var parts: [Points]
  /// The row of the total.
  public var quote: String

  /// Makes a sum.
  public init(stated: Points, parts: [Points], quote: String) {
    self.stated = stated
    self.parts = parts
    self.quote = quote
  }
}

/// Reads the tables of points of a regime that states none: they hold their own maxima and total.
///
/// The maxima are the proof that every row above the total is a part of it: a table with groups and
/// their criteria, with points that are taken off, or with a row that is not read, says nothing.
struct PointTableReader {
  let terms: Terms

  /// The wrong sums of a document's tables.
  func wrong(in blocks: [TextBlock]) -> [PointTableSum] {
    blocks.enumerated().compactMap { position, block in
      guard case .table(let table) = block,
        let grid = SheetGrid(table, block: position, terms.vocabulary),
        let head = SheetHeadReader(terms: terms).head(of: grid), !head.columns.isGuessed,
        let maximum = head.columns.maximum
      else { return nil }
      return wrong(grid, rows: head.end..<grid.rowCount, maximum, head.columns.own)
    }
  }

  private func wrong(
    _ grid: SheetGrid, rows: Range<Int>, _ maximum: Int, _ own: Int
  ) -> PointTableSum? {
    var maxima: [Points] = []
    var parts: [Points] = []
    for row in rows where !grid.isBlank(row) {
      guard grid.begins(row, maximum), grid.begins(row, own),
        let most = points(grid, row, maximum), let points = points(grid, row, own)
      else { return nil }
      guard isTotal(grid, row) else {
        guard points >= .zero, points <= most else { return nil }
        maxima.append(most)
        parts.append(points)
        continue
      }
      guard parts.count > 1, maxima.reduce(.zero, +) == most,
        !isSum(parts.reduce(.zero, +), points)
      else { return nil }
      let words = grid.cells(beginningIn: row).map { grid.lines[$0].text }.filter { !$0.isBlank }
      return PointTableSum(
        stated: points, parts: parts, quote: words.map(\.quote).joined(separator: " | "))
    }
    return nil
  }

  /// Whether points are a sum, or that sum rounded to whole points.
  private func isSum(_ sum: Points, _ stated: Points) -> Bool {
    let isRounded = stated.hundredths % 100 == 0 && sum.hundredths % 100 != 0
    return sum == stated
      || isRounded && (sum.hundredths - stated.hundredths).magnitude < 100
  }

  private func points(_ grid: SheetGrid, _ row: Int, _ column: Int) -> Points? {
    guard let line = grid.line(row, column),
      case .points(let points, _) = PointCellReader(terms: terms).read(line)
    else { return nil }
    return points
  }

  private func isTotal(_ grid: SheetGrid, _ row: Int) -> Bool {
    let label = grid.cells(beginningIn: row).first { !grid.lines[$0].text.isBlank }
    return label.map { grid.lines[$0].begins(with: terms[.sheetTotal]) != nil } ?? false
  }
}
