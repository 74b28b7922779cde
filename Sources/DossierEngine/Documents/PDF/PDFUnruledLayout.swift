/// How the lines of a table without a frame stand: its columns, which of them hold marks, and how far
/// apart the lines of one cell are.
struct PDFUnruledLayout {
  let columns: PDFColumns
  /// The columns that hold a number or another mark in most of the lines that have anything there.
  let marks: Set<Int>
  /// From one line of a cell to the next, in points; a line's height if no cell has two.
  let pitch: Double

  /// Measures lines of a table.
  init(lines: [PDFTextLine], columns: PDFColumns) {
    self.columns = columns
    marks = Self.markColumns(of: lines, columns)
    pitch = Self.pitch(of: lines, columns, marks)
  }

  /// Whether a line has a mark in a column of marks.
  func hasMark(_ line: PDFTextLine) -> Bool {
    marked(line).contains(where: Self.isMark)
  }

  /// Whether a line has any words in a column of marks.
  func hasWords(_ line: PDFTextLine) -> Bool { !marked(line).isEmpty }

  /// Whether a line can only go on with what stands above it in its columns: nothing does, or its
  /// first word would not have had room behind it.
  ///
  /// - Parameters:
  ///   - line: a line that fits the columns.
  ///   - lines: the lines of the table above it.
  func hadNoRoom(for line: PDFTextLine, in lines: ArraySlice<PDFTextLine>) -> Bool {
    columns.pieces(of: line).allSatisfy { piece in
      let column = piece.columns.lowerBound
      guard !marks.contains(column) || Self.isMark(piece) else { return false }
      var last: PDFWord?
      var right = 0.0
      var isWrapped = false
      for line in lines {
        let own = columns.pieces(of: line).first { $0.columns == piece.columns }
        guard let end = own?.words.last else { continue }
        last = end
        right = max(right, end.right)
        isWrapped = isWrapped || !hasWords(line)
      }
      guard let first = piece.words.first, let last else { return true }
      // Only where texts were broken does the longest tell how wide the column is.
      let width = isWrapped ? right : max(right, columns.edges[column + 1])
      return last.right + first.height * 0.25 + PDFPageWords.firstWidth(of: piece.words) > width
    }
  }

  private func marked(_ line: PDFTextLine) -> [PDFColumns.Piece] {
    columns.pieces(of: line).filter {
      $0.columns.count == 1 && marks.contains($0.columns.lowerBound)
    }
  }

  /// The least distance from a line to one below it in its column that begins no row.
  private static func pitch(
    of lines: [PDFTextLine], _ columns: PDFColumns, _ marks: Set<Int>
  ) -> Double {
    var last: [Int: Double] = [:]
    var distances: [Double] = []
    for line in lines {
      let pieces = columns.pieces(of: line).filter { $0.columns.count == 1 }
      let begins = pieces.contains { marks.contains($0.columns.lowerBound) && isMark($0) }
      for column in pieces.map(\.columns.lowerBound) {
        if !begins, let before = last[column] { distances.append(line.middle - before) }
        last[column] = line.middle
      }
    }
    // The least that is no slip: two cells side by side whose lines are not level are no text.
    let height = lines.map(\.height).min() ?? 0
    let near = distances.filter { $0 >= height * 0.8 }.sorted()
    return near.first ?? height
  }

  private static func markColumns(of lines: [PDFTextLine], _ columns: PDFColumns) -> Set<Int> {
    var all = Array(repeating: 0, count: columns.count)
    var marks = all
    for piece in lines.flatMap(columns.pieces) where piece.columns.count == 1 {
      all[piece.columns.lowerBound] += 1
      if isMark(piece) { marks[piece.columns.lowerBound] += 1 }
    }
    return Set(all.indices.filter { marks[$0] > 2 && marks[$0] * 5 >= all[$0] * 3 })
  }

  /// "10", "9,5", "1a", "I", "3.2", "30/30": short, with a digit or a single letter or a Roman number.
  static func isMark(_ piece: PDFColumns.Piece) -> Bool {
    let text = PDFPageWords.text(of: piece.words)
    let scalars = text.unicodeScalars
    guard scalars.count <= 8 else { return false }
    if scalars.contains(where: { $0.properties.numericType != nil }) { return true }
    let letters = scalars.filter { $0.properties.isAlphabetic }
    return letters.count == 1
      || (!letters.isEmpty && letters.allSatisfy { "IVX".unicodeScalars.contains($0) })
  }
}
