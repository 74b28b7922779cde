import DossierModel

/// Goes on with a table on the next page.
enum PDFTableJoiner {
  /// Adds the rows of a table to those of the page before; a row that a page's end has cut goes on
  /// with the row above.
  static func join(_ first: inout TextTable, _ second: TextTable) {
    let isCut = isCut(second, below: first)
    let shift = first.rowCount - (isCut ? 1 : 0)
    for cell in second.cells {
      if isCut, cell.row == 0 {
        let upper = first.cells.lastIndex {
          $0.column == cell.column && $0.row + $0.rowSpan == first.rowCount
        }
        guard let upper else { continue }
        first.cells[upper].paragraphs = joined(first.cells[upper].paragraphs, cell.paragraphs)
        first.cells[upper].rowSpan += cell.rowSpan - 1
      } else {
        var moved = cell
        moved.row += shift
        first.cells.append(moved)
      }
    }
    first.rowCount += second.rowCount - (isCut ? 1 : 0)
  }

  private static func joined(_ upper: [Paragraph], _ lower: [Paragraph]) -> [Paragraph] {
    guard var last = upper.last, let next = lower.first else { return upper + lower }
    last.text = LineJoiner.joined(last.text, next.text)
    return upper.dropLast() + [last] + lower.dropFirst()
  }

  /// A first row goes on with the row above where all its words stand below words of that row, and
  /// either begin in the midst of a sentence or lack the number that every row has.
  private static func isCut(_ second: TextTable, below first: TextTable) -> Bool {
    let written = second.cells.filter { $0.row == 0 && !$0.paragraphs.isEmpty }
    guard !written.isEmpty, written.count < second.columnCount,
      second.cells.allSatisfy({ $0.row > 0 || $0.rowSpan == 1 })
    else { return false }
    let pairs = written.compactMap { cell in
      first.cells.last {
        $0.column == cell.column && $0.columnSpan == cell.columnSpan
          && $0.row + $0.rowSpan == first.rowCount && !$0.paragraphs.isEmpty
      }.map { (above: $0.text, below: cell.text) }
    }
    guard pairs.count == written.count else { return false }
    if pairs.allSatisfy({ $0.below.unicodeScalars.first?.properties.isLowercase ?? false }) {
      return true
    }
    return lacksNumber(Set(written.map(\.column)), below: first)
      && pairs.allSatisfy { !isNumber($0.above) || !isNumber($0.below) }
  }

  /// Whether a column that has a number in nearly every row of a table is not among those of a row.
  private static func lacksNumber(_ columns: Set<Int>, below table: TextTable) -> Bool {
    guard table.rowCount > 3 else { return false }
    return (0..<table.columnCount).contains { column in
      !columns.contains(column)
        && table.cells.count { $0.column == column && isNumber($0.text) } * 10 >= table.rowCount * 8
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isNumber || ".,/".contains($0) }
  }
}
