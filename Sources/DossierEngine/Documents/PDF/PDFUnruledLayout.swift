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
    pitch = Self.pitch(of: lines, columns)
    marks = Self.markColumns(of: lines, columns)
  }

  /// Whether a line has a mark in a column of marks.
  func hasMark(_ line: PDFTextLine) -> Bool {
    marked(line).contains { Self.isMark(PDFPageWords.text(of: $0.words)) }
  }

  /// Whether a line has any words in a column of marks.
  func hasWords(_ line: PDFTextLine) -> Bool { !marked(line).isEmpty }

  private func marked(_ line: PDFTextLine) -> [PDFColumns.Piece] {
    columns.pieces(of: line).filter {
      $0.columns.count == 1 && marks.contains($0.columns.lowerBound)
    }
  }

  private static func pitch(of lines: [PDFTextLine], _ columns: PDFColumns) -> Double {
    var last: [Int: Double] = [:]
    var distances: [Double] = []
    for line in lines {
      for piece in columns.pieces(of: line) where piece.columns.count == 1 {
        let column = piece.columns.lowerBound
        if let before = last[column] { distances.append(line.middle - before) }
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
      if isMark(PDFPageWords.text(of: piece.words)) { marks[piece.columns.lowerBound] += 1 }
    }
    return Set(all.indices.filter { marks[$0] > 2 && marks[$0] * 5 >= all[$0] * 3 })
  }

  /// "10", "9,5", "1a", "I", "3.2", "30/30": short, with a digit or a single letter or a Roman number.
  private static func isMark(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.count <= 8 else { return false }
    if scalars.contains(where: { $0.properties.numericType != nil }) { return true }
    let letters = scalars.filter { $0.properties.isAlphabetic }
    return letters.count == 1
      || (!letters.isEmpty && letters.allSatisfy { "IVX".unicodeScalars.contains($0) })
  }
}
