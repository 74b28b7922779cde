import DossierModel

/// Puts the lines of a table without a frame into rows and cells.
struct PDFUnruledRows {
  private let columns: PDFColumns
  private let rows: [[PDFTextLine]]

  var count: Int { rows.count }

  /// Finds the rows.
  ///
  /// - Parameters:
  ///   - lines: the lines of the table, from the top.
  ///   - layout: how they stand.
  init(lines: [PDFTextLine], _ layout: PDFUnruledLayout) {
    columns = layout.columns
    let apart = Self.rowsApart(lines, layout)
    rows = Self.holdOneMark(apart, layout) ? apart : Self.rowsByMark(lines, layout)
  }

  /// The table.
  func table(page: Int) -> TextTable {
    var cells: [TableCell] = []
    let widths = self.widths
    for (row, lines) in rows.enumerated() {
      for piece in Self.merged(lines.flatMap(columns.pieces)) {
        let width = piece.columns.reduce(0) { $0 + widths[$1] }
        cells.append(
          TableCell(
            row: row, column: piece.columns.lowerBound, columnSpan: piece.columns.count,
            paragraphs: PDFTableReader.paragraphs(of: piece.words, width: width).map {
              Paragraph($0, page: page)
            }))
      }
    }
    return TextTable(cells: cells, rowCount: rows.count, columnCount: columns.count)
  }

  /// How wide the columns are as far as words show, with the margins that a frame would have, and
  /// less than a frame would show: what is joined too often does less harm than what is torn.
  private var widths: [Double] {
    var ends: [(left: Double, right: Double)?] = Array(repeating: nil, count: columns.count)
    for piece in rows.flatMap({ $0 }).flatMap(columns.pieces) where piece.columns.count == 1 {
      let line = PDFTextLine(piece.words)
      let known = ends[piece.columns.lowerBound] ?? (line.left, line.right)
      ends[piece.columns.lowerBound] = (min(known.left, line.left), max(known.right, line.right))
    }
    return ends.map { $0.map { $0.right - $0.left + 4 } ?? 0 }
  }

  /// Pieces of one row that share a column are one cell.
  private static func merged(_ pieces: [PDFColumns.Piece]) -> [PDFColumns.Piece] {
    var cells: [PDFColumns.Piece] = []
    for var piece in pieces {
      while let index = cells.firstIndex(where: { $0.columns.overlaps(piece.columns) }) {
        let known = cells.remove(at: index)
        piece.columns =
          min(
            known.columns.lowerBound, piece.columns.lowerBound)...max(
            known.columns.upperBound, piece.columns.upperBound)
        piece.words = known.words + piece.words
      }
      cells.append(piece)
    }
    return cells.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  // MARK: Rows

  /// Rows where more room is between two lines than between those of one cell.
  private static func rowsApart(
    _ lines: [PDFTextLine], _ layout: PDFUnruledLayout
  ) -> [[PDFTextLine]] {
    var rows: [[PDFTextLine]] = []
    for line in lines {
      if let last = rows.last?.last, line.middle - last.middle <= layout.pitch * 1.06 + 0.7 {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows
  }

  /// Whether a column of marks has one mark in most rows, and in none two.
  ///
  /// Not all have: a code may be broken over lines. Rows that were not apart have several of each.
  private static func holdOneMark(_ rows: [[PDFTextLine]], _ layout: PDFUnruledLayout) -> Bool {
    guard rows.count > 1 else { return false }
    return layout.marks.contains { column in
      let counts = rows.map { row in
        row.count { line in
          layout.columns.pieces(of: line).contains {
            $0.columns == column...column && PDFUnruledLayout.isMark($0)
          }
        }
      }
      return counts.allSatisfy { $0 <= 1 } && counts.reduce(0, +) * 2 > rows.count
    }
  }

  /// Rows that begin where a number or another mark stands.
  private static func rowsByMark(
    _ lines: [PDFTextLine], _ layout: PDFUnruledLayout
  ) -> [[PDFTextLine]] {
    var rows: [[PDFTextLine]] = []
    var isBelowHead = false
    var spans = false
    for line in lines {
      let hasMark = layout.hasMark(line)
      let isSpanning = !layout.columns.fit(line)
      let begins =
        rows.isEmpty || isSpanning || spans
        || (isBelowHead ? layout.hasWords(line) : hasMark)
      if begins { rows.append([line]) } else { rows[rows.count - 1].append(line) }
      isBelowHead = isBelowHead || hasMark
      spans = isSpanning
    }
    return rows
  }
}
