import DossierModel
import NativeReaders

/// Makes paragraphs and tables of words with their places.
struct PDFPageBlocks {
  /// A table that was the last thing of a page but for the page's number.
  private struct OpenTable {
    var block: Int
    var placed: PDFPlacedTable
  }

  private var blocks: [TextBlock] = []
  private var open: OpenTable?

  /// Makes the blocks of a document, page by page.
  ///
  /// - Parameters:
  ///   - output: what `pdftotext -tsv` wrote.
  ///   - rulings: the straight lines of its pages.
  static func blocks(_ output: [UInt8], rulings: [Int: [PDFRuling]]) -> [TextBlock] {
    var reader = PDFPageBlocks()
    PDFPageWords.read(output) { page in
      reader.add(page, rulings: rulings[page.number] ?? [])
    }
    return reader.blocks
  }

  private mutating func add(_ whole: PDFPageWords, rulings: [PDFRuling]) {
    var page = whole
    let marks = page.takeNumber()
    let tables = tables(on: page, rulings: rulings)
    let bands = bands(of: page, around: tables)
    for (index, band) in bands.enumerated() {
      let isHead = page.number == 1 && tables[..<index].allSatisfy(\.isHead)
      let paragraphs = PDFText.paragraphs(band, page: page.number, isHead: isHead)
      blocks += paragraphs
      if !paragraphs.flatMap(\.paragraphs).allSatisfy({ PDFPageWords.isNumber($0.text) }) {
        open = nil
      }
      if index < tables.count { add(tables[index]) }
    }
    blocks += marks.map { .paragraph(Paragraph($0, region: .footer, page: page.number)) }
  }

  /// The tables on a page, from the top.
  private func tables(on page: PDFPageWords, rulings: [PDFRuling]) -> [PDFPlacedTable] {
    let words = page.lines.flatMap { $0 }
    var tables = PDFGrid.grids(of: rulings).compactMap { grid in
      PDFTableReader(grid: grid, page: page.number).table(of: words.filter(grid.holds)).map {
        PDFPlacedTable(grid: grid, table: $0)
      }
    }
    let lines = PDFTextLine.lines(
      of: tables.isEmpty ? words : words.filter { word in !tables.contains { $0.holds(word) } })
    var start = 0
    if page.number == 1, let head = PDFHeadColumns.find(in: lines, page: 1) {
      start = head.range.upperBound
      tables.append(
        PDFPlacedTable(columns: .head, table: head.table, lines: lines[head.range]))
    }
    var carried: PDFUnruledLayout?
    if case .free(let layout)? = open?.placed.columns { carried = layout }
    let body = Array(lines[start...])
    for table in PDFUnruledTable.tables(in: body, carried: carried, page: page.number) {
      tables.append(
        PDFPlacedTable(
          columns: .free(table.layout), table: table.table, lines: body[table.range]))
    }
    return tables.sorted { $0.top < $1.top }
  }

  private mutating func add(_ placed: PDFPlacedTable) {
    if let open, open.placed.hasColumns(of: placed), case .table(var first) = blocks[open.block] {
      PDFTableJoiner.join(&first, placed.table)
      blocks[open.block] = .table(first)
      self.open?.placed = placed
    } else {
      open = OpenTable(block: blocks.count, placed: placed)
      blocks.append(.table(placed.table))
    }
  }

  /// The lines above, between and below the tables, each in reading order.
  private func bands(of page: PDFPageWords, around tables: [PDFPlacedTable]) -> [[String]] {
    var bands = Array(repeating: [String](), count: tables.count + 1)
    for line in page.lines {
      let rest = line.filter { word in !tables.contains { $0.holds(word) } }
      if let first = rest.first {
        let band = tables.count { $0.top < first.middle }
        bands[band].append(PDFPageWords.text(of: rest))
      } else if line.isEmpty {
        for band in bands.indices { bands[band].append("") }
      }
    }
    return bands
  }
}
