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
        if LineJoiner.endsInHyphen(open) || isBroken(last, before: line, width: width)
          || isBrokenWord(last, before: line, width: width) || isBrokenNumber(last, before: line)
        {
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

  /// Whether a line is one word with digits ("MC.1.7.0", "H1-1.1") that a cell too narrow for it
  /// has broken: more of the code follows ("1", "-01", ".7.01"), and not one sign would have had
  /// room.
  ///
  /// "9,5" above "10" are two numbers, and so are "1." above "2.".
  private static func isBroken(
    _ line: [PDFWord], before next: [PDFWord], width: Double
  ) -> Bool {
    guard line.count == 1, let word = line.first, let rest = next.first,
      word.text.contains(where: \.isNumber), word.text.contains(where: { !$0.isNumber }),
      rest.text.contains(where: \.isNumber),
      rest.text.allSatisfy({ $0.isNumber || "./-".contains($0) }),
      let last = word.text.last, let first = rest.text.first
    else { return false }
    let isBetween = last == "/" || "./".contains(first)
    let isCode =
      word.text.contains(where: \.isLetter)
      && (".-".contains(last) || first == "-" || last.isNumber && rest.text.count <= 3)
    guard isBetween || isCode else { return false }
    let sign = (rest.right - rest.left) / Double(rest.text.count)
    return word.right - word.left + sign + 12 > width
  }

  /// Whether a number of a line goes on behind its comma ("22,", "5").
  private static func isBrokenNumber(_ line: [PDFWord], before next: [PDFWord]) -> Bool {
    guard line.count == 1, next.count == 1, let whole = line.first?.text, whole.count > 1,
      let rest = next.first?.text, (1...2).contains(rest.count)
    else { return false }
    return ",.".contains(whole.suffix(1)) && whole.dropLast().allSatisfy(\.isNumber)
      && rest.allSatisfy(\.isNumber)
  }

  /// Whether a word is broken between two lines of a cell too narrow for it: one of its pieces is
  /// no syllable, having no vowel ("chấ", "m"; "c", "hấm").
  private static func isBrokenWord(
    _ line: [PDFWord], before next: [PDFWord], width: Double
  ) -> Bool {
    guard let word = line.last, let rest = next.first, word.text.last?.isLetter == true,
      rest.text.first?.isLowercase == true,
      isConsonants(rest.text) || isConsonants(word.text)
    else { return false }
    let sign = (rest.right - rest.left) / Double(rest.text.count)
    return extent(line) + sign + 12 > width
  }

  private static func isConsonants(_ text: String) -> Bool {
    text.count <= 3 && text.allSatisfy { "bcdghklmnpqrstvxđ".contains($0) }
  }

  private static func isListItem(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "-–+*•●▪".unicodeScalars.contains($0) } ?? false
  }
}
