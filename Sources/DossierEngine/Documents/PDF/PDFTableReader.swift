import DossierModel

/// Puts the words of a page into the cells of a table's frame.
struct PDFTableReader {
  let grid: PDFGrid
  let page: Int

  /// The table, or nothing where the frame holds no table: a form's boxes, a picture, one column.
  func table(of words: [PDFWord]) -> TextTable? {
    var inside = Array(repeating: [PDFWord](), count: grid.cells.count)
    for word in words {
      guard let cell = grid.cell(atX: word.center, y: word.middle) else { continue }
      inside[cell].append(word)
    }
    var columns = Set<Int>()
    var rows = Set<Int>()
    for (cell, words) in zip(grid.cells, inside) where !words.isEmpty {
      columns.insert(cell.columns.lowerBound)
      rows.insert(cell.rows.lowerBound)
    }
    guard columns.count > 1, rows.count > 1 else { return nil }
    let cells = zip(grid.cells, inside).enumerated().map { index, pair in
      TableCell(
        row: pair.0.rows.lowerBound, column: pair.0.columns.lowerBound,
        rowSpan: pair.0.rows.count, columnSpan: pair.0.columns.count,
        paragraphs: Self.paragraphs(of: pair.1, width: grid.width(of: index)).map {
          Paragraph($0, page: page)
        })
    }
    return TextTable(cells: cells, rowCount: grid.rowCount, columnCount: grid.columnCount)
  }

  /// The paragraphs in a cell: a line ends one where the next word would have had room on it.
  ///
  /// - Parameters:
  ///   - words: the words of the cell.
  ///   - width: how wide it is, in points.
  static func paragraphs(of words: [PDFWord], width: Double) -> [String] {
    // Word leaves 5.4 points at each side, browsers less; what is more is an indent.
    let margins = 12.0
    var result: [String] = []
    var last: [PDFWord] = []
    for line in lines(of: words) {
      let text = PDFPageWords.text(of: line)
      if let open = result.popLast() {
        let hasRoom = extent(last) + PDFPageWords.firstWidth(of: line) + margins < width
        if LineJoiner.endsInHyphen(open) || isBroken(last, before: line, width: width) {
          result.append(open + text)
        } else if hasRoom || isListItem(text) {
          result += [open, text]
        } else {
          result.append(open + " " + text)
        }
      } else {
        result.append(text)
      }
      last = line
    }
    return result
  }

  /// Words that stand side by side as lines, from the top.
  static func lines(of words: [PDFWord]) -> [[PDFWord]] {
    var lines: [[PDFWord]] = []
    var middle = 0.0
    for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = lines.indices.last, abs(word.middle - middle) < word.height * 0.45 {
        lines[last].append(word)
      } else {
        lines.append([word])
        middle = word.middle
      }
    }
    return lines.map { $0.sorted { $0.left < $1.left } }
  }

  private static func extent(_ line: [PDFWord]) -> Double {
    guard let first = line.first, let last = line.last else { return 0 }
    return last.right - first.left
  }

  /// Whether a line is one word with digits ("MC.1.7.0") that a cell too narrow for it has broken:
  /// digits follow, and not one would have had room.
  private static func isBroken(
    _ line: [PDFWord], before next: [PDFWord], width: Double
  ) -> Bool {
    guard line.count == 1, let word = line.first, let rest = next.first, !rest.text.isEmpty,
      rest.text.count <= 3, rest.text.allSatisfy(\.isNumber), word.text.last?.isNumber == true,
      word.text.contains(where: { !$0.isNumber })
    else { return false }
    let digit = (rest.right - rest.left) / Double(rest.text.count)
    return word.right - word.left + digit + 12 > width
  }

  private static func isListItem(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "-–+*•●▪".unicodeScalars.contains($0) } ?? false
  }
}

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
    last.text += " " + next.text
    return upper.dropLast() + [last] + lower.dropFirst()
  }

  /// A first row that has only words which go on with words of the row above begins in the midst of
  /// a sentence.
  private static func isCut(_ second: TextTable, below first: TextTable) -> Bool {
    let written = second.cells.filter { $0.row == 0 && !$0.paragraphs.isEmpty }
    guard !written.isEmpty, written.count < second.columnCount,
      second.cells.allSatisfy({ $0.row > 0 || $0.rowSpan == 1 })
    else { return false }
    return written.allSatisfy { cell in
      guard let start = cell.text.unicodeScalars.first, start.properties.isLowercase else {
        return false
      }
      return first.cells.contains {
        $0.column == cell.column && $0.columnSpan == cell.columnSpan
          && $0.row + $0.rowSpan == first.rowCount && !$0.paragraphs.isEmpty
      }
    }
  }
}
