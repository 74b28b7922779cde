/// A column of numbers in a table whose last row does not add it up, though it does the others.
public struct ColumnSum: Sendable, Hashable {
  /// What stands above the column.
  public var column: String
  /// The sum as stated.
  public var stated: Int
  /// The sum of the rows.
  public var computed: Int
  /// The last row.
  public var quote: String

  /// Makes a sum.
  public init(column: String, stated: Int, computed: Int, quote: String) {
    self.column = column
    self.stated = stated
    self.computed = computed
    self.quote = quote
  }
}

/// Reads tables that end in a row "Cộng": where it adds up every column but one, that one is wrong.
///
/// A table whose rows hold parts of others adds up in no column, and says nothing.
struct TableSumReader {
  /// So many other columns must add up.
  private static let leastRight = 2
  /// So many words the label of the last row may have.
  private static let longestLabel = 4

  let terms: Terms

  private typealias Row = [Int: Line]

  /// The wrong sums of a document's tables.
  func wrong(in lines: [Line]) -> [ColumnSum] {
    var found: [ColumnSum] = []
    var start = 0
    while start < lines.count {
      let place = lines[start].place
      var end = start + 1
      while end < lines.count, lines[end].place.block == place.block { end += 1 }
      if place.isInTable, let sum = wrong(rows: rows(lines[start..<end])) { found.append(sum) }
      start = end
    }
    return found
  }

  private func rows(_ lines: ArraySlice<Line>) -> [Row] {
    var rows: [(number: Int, cells: Row)] = []
    for line in lines {
      guard let number = line.place.row, let column = line.place.column else { continue }
      if rows.last?.number != number { rows.append((number, [:])) }
      // What follows in a cell of several lines makes it no number.
      let isFirst = rows[rows.count - 1].cells[column] == nil
      rows[rows.count - 1].cells[column] = isFirst ? line : rows[rows.count - 1].cells[column]
    }
    return rows.map(\.cells)
  }

  private func wrong(rows: [Row]) -> ColumnSum? {
    guard let total = rows.last, rows.count > 3, isTotal(total) else { return nil }
    let first = rows.firstIndex { row in row.values.contains { number($0) != nil } } ?? 0
    guard first > 0 else { return nil }
    let parts = rows[first..<rows.count - 1]
    guard parts.count > 1, !parts.contains(where: isTotal) else { return nil }
    var right = 0
    var wrong: [(column: Int, stated: Int, computed: Int)] = []
    for (column, cell) in total {
      guard let stated = number(cell), let computed = sum(parts, column) else { continue }
      if stated == computed {
        right += stated > 0 ? 1 : 0
      } else {
        wrong.append((column, stated, computed))
      }
    }
    guard right >= Self.leastRight, wrong.count == 1, let sum = wrong.first else { return nil }
    let head = rows[..<first].compactMap { $0[sum.column]?.text.quote }.last
    return ColumnSum(
      column: head ?? "", stated: sum.stated, computed: sum.computed,
      quote: total.sorted { $0.key < $1.key }.map(\.value.text.quote).joined(separator: " | "))
  }

  /// Whether a row is labelled as a sum.
  private func isTotal(_ row: Row) -> Bool {
    guard
      let label = row.sorted(by: { $0.key < $1.key }).first(where: { !$0.value.text.isBlank })?
        .value, label.count <= Self.longestLabel
    else { return false }
    return label.begins(with: terms[.sheetTotal]) != nil
  }

  /// The sum of a column; nothing where a cell is no number.
  private func sum(_ rows: ArraySlice<Row>, _ column: Int) -> Int? {
    var sum = 0
    var count = 0
    for row in rows {
      guard let cell = row[column], cell.tokens.contains(where: { $0.kind != .sign }) else {
        continue
      }
      guard let number = number(cell) else { return nil }
      sum += number
      count += 1
    }
    return count > 1 ? sum : nil
  }

  private func number(_ line: Line) -> Int? {
    line.count == 1 ? line.number(0, digits: 1...5) : nil
  }
}
