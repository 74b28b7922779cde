import DossierModel

/// Finds the two texts that stand side by side at the head of a document: its bodies and number on
/// the left, the motto and the date on the right (Nghị định 30/2020 Phụ lục I).
///
/// Read line by line, what a narrow half has broken ("ngày 09 tháng 01 năm / 2023") would be lost.
struct PDFHeadColumns {
  private static let gap = 12.0
  private static let mostLines = 14
  private static let latestStart = 5
  private static let mostAlone = 3
  private static let mottoWords = 6
  private static let nameWords = 5

  /// Its lines among those of the page.
  var range: Range<Int>
  var table: TextTable

  /// Finds the head among the first lines of a page, if there is one.
  static func find(in lines: [PDFTextLine], page: Int) -> PDFHeadColumns? {
    let first = lines.prefix(latestStart).firstIndex { $0.parts(dividedBy: gap).count == 2 }
    guard let first else { return nil }
    var rows = untilOneGoesOn(self.rows(of: lines, from: first))
    rows.removeLast(rows.count - whole(rows))
    let left = rows.compactMap(\.left)
    let right = rows.compactMap(\.right)
    guard left.count > 1, right.count > 1, isWide(left), isWide(right),
      holdsMotto(right) || holdsName(right)
    else { return nil }
    let cells = [left, right].enumerated().map { column, half in
      TableCell(
        row: 0, column: column, paragraphs: paragraphs(of: half).map { Paragraph($0, page: page) })
    }
    return PDFHeadColumns(
      range: first..<first + rows.count,
      table: TextTable(cells: cells, rowCount: 1, columnCount: 2))
  }

  /// Whether three things are strung together by dashes, as in the motto: two columns without one
  /// are a table or a form, whose rows belong together.
  private static func holdsMotto(_ half: [PDFTextLine]) -> Bool {
    let text = half.map(\.text).filter { !hasNumber($0) }.joined(separator: " ")
    let parts = text.split { $0.isWhitespace || isDash($0) }
    return text.count(where: isDash) > 1 && parts.count >= mottoWords
  }

  /// Whether a name in capitals stands over a place and date, as in what party bodies issue.
  private static func holdsName(_ half: [PDFTextLine]) -> Bool {
    guard let first = half.first?.text, isInCapitals(first) else { return false }
    return first.split(separator: " ").count >= nameWords
      && half.dropFirst().contains { $0.text.contains(",") && hasNumber($0.text) }
  }

  private static func isDash(_ character: Character) -> Bool { "-–—".contains(character) }

  /// One line of the head; one of its halves may have nothing there.
  private struct Row {
    var left: PDFTextLine?
    var right: PDFTextLine?
  }

  /// The lines that keep to two halves, from the first that has both.
  private static func rows(of lines: [PDFTextLine], from first: Int) -> [Row] {
    let halves = lines[first].parts(dividedBy: gap)
    var strip = (start: halves[0].right, end: halves[1].left)
    var rows = [Row(left: halves[0], right: halves[1])]
    for (before, line) in zip(lines[first...], lines[(first + 1)...]).prefix(mostLines) {
      guard line.middle - before.middle < line.height * 4 else { break }
      let parts = line.parts(dividedBy: gap)
      let lefts = parts.filter { $0.center < strip.start }
      let rights = parts.filter { $0.center > strip.end }
      guard lefts.count < 2, rights.count < 2, lefts.count + rights.count == parts.count,
        lefts.allSatisfy({ isIn(rows.compactMap(\.left), $0) }),
        rights.allSatisfy({ isIn(rows.compactMap(\.right), $0) })
      else { break }
      strip.start = max(strip.start, lefts.first?.right ?? 0)
      strip.end = min(strip.end, rights.first?.left ?? .infinity)
      guard strip.end - strip.start >= gap / 2 else { break }
      rows.append(Row(left: lefts.first, right: rights.first))
    }
    return rows
  }

  /// Whether a line is set like one of a half: from the same edge, or to the same middle.
  ///
  /// The title below is set to the middle of the page.
  private static func isIn(_ half: [PDFTextLine], _ line: PDFTextLine) -> Bool {
    half.contains { abs($0.left - line.left) <= 3 || abs($0.center - line.center) <= 6 }
  }

  /// The lines up to where one half goes on alone: both begin at the top, so what the other has
  /// below is no more of the head but a signature.
  private static func untilOneGoesOn(_ rows: [Row]) -> [Row] {
    var run = 0
    for (index, row) in rows.enumerated() {
      let isSame = index > 0 && (row.left == nil) == (rows[index - 1].left == nil)
      let isOneSided = row.left == nil || row.right == nil
      run = isOneSided ? (isSame && run > 0 ? run + 1 : 1) : 0
      if run == mostAlone { return Array(rows[...index]) }
    }
    return rows
  }

  /// How many lines are the head's: below the last of one half the other may go on, but a title that
  /// stands at the same edge as the half is none of it.
  private static func whole(_ rows: [Row]) -> Int {
    let lastLeft = rows.lastIndex { $0.left != nil } ?? 0
    let lastRight = rows.lastIndex { $0.right != nil } ?? 0
    var count = min(lastLeft, lastRight) + 1
    for row in rows[count...] {
      let half = rows[..<count].compactMap { row.left == nil ? $0.right : $0.left }
      guard let line = row.left ?? row.right else { break }
      let isCentered =
        half.contains { abs($0.left - line.left) > 3 }
        && half.contains { abs($0.center - line.center) <= 6 }
      guard isCentered || LineJoiner.beginsInWord(line.text) || hasNumber(line.text) else { break }
      count += 1
    }
    return count
  }

  /// Whether a half is no column of numbers.
  private static func isWide(_ half: [PDFTextLine]) -> Bool {
    half.contains { $0.right - $0.left > $0.height * 4 }
  }

  private static func hasNumber(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.numericType != nil }
  }

  private static func isInCapitals(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !$0.properties.isLowercase && $0 != ":" } && !hasNumber(text)
  }

  /// The paragraphs of a half: a line goes on where the next word had no room on it and it is no
  /// farther than the lines of one paragraph are.
  private static func paragraphs(of half: [PDFTextLine]) -> [String] {
    let width = half.map { $0.right - $0.left }.max() ?? 0
    let distances = zip(half, half.dropFirst()).map { $1.middle - $0.middle }
    let pitch = distances.min() ?? 0
    let isSpaced = distances.contains { $0 > pitch * 1.15 }
    var result: [String] = []
    for (index, line) in half.enumerated() {
      let text = line.text
      if index > 0, let open = result.last {
        let before = half[index - 1]
        let hasRoom =
          before.right - before.left + line.height * 0.25
          + PDFPageWords.firstWidth(of: line.words) <= width
        let isNear = distances[index - 1] <= pitch * 1.15
        let isName = isSpaced && isInCapitals(text) && isInCapitals(before.text)
        if !hasRoom, isNear, LineJoiner.beginsInWord(text) || isName {
          result[result.count - 1] = LineJoiner.joined(open, text)
          continue
        }
      }
      result.append(text)
    }
    return result
  }
}
