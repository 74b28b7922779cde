import DossierModel
import NativeReaders

/// Makes paragraphs and tables of words with their places.
struct PDFPageBlocks {
  /// A table that was the last thing of a page but for the page's number.
  private struct OpenTable {
    var block: Int
    var grid: PDFGrid
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

  private mutating func add(_ page: PDFPageWords, rulings: [PDFRuling]) {
    var tables: [(grid: PDFGrid, table: TextTable)] = []
    for grid in PDFGrid.grids(of: rulings) {
      let words = page.lines.flatMap { $0 }.filter(grid.holds)
      if let table = PDFTableReader(grid: grid, page: page.number).table(of: words) {
        tables.append((grid, table))
      }
    }
    let bands = bands(of: page, around: tables.map(\.grid))
    for (index, band) in bands.enumerated() {
      let isHead = page.number == 1 && index == 0
      let paragraphs = PDFText.paragraphs(band, page: page.number, isHead: isHead)
      blocks += paragraphs
      if !paragraphs.allSatisfy(Self.isPageNumber) { open = nil }
      if index < tables.count { add(tables[index].table, in: tables[index].grid) }
    }
  }

  private mutating func add(_ table: TextTable, in grid: PDFGrid) {
    if let open, open.grid.hasColumns(of: grid), case .table(var first) = blocks[open.block] {
      PDFTableJoiner.join(&first, table)
      blocks[open.block] = .table(first)
      self.open?.grid = grid
    } else {
      open = OpenTable(block: blocks.count, grid: grid)
      blocks.append(.table(table))
    }
  }

  /// The lines above, between and below the tables, each in reading order.
  private func bands(of page: PDFPageWords, around grids: [PDFGrid]) -> [[String]] {
    var bands = Array(repeating: [String](), count: grids.count + 1)
    for line in page.lines {
      let rest = line.filter { word in !grids.contains { $0.holds(word) } }
      if let first = rest.first {
        let band = grids.count { $0.top < first.middle }
        bands[band].append(PDFPageWords.text(of: rest))
      } else if line.isEmpty {
        for band in bands.indices { bands[band].append("") }
      }
    }
    return bands
  }

  /// "2", "- 2 -", "Trang 2/3": a few words with a number.
  private static func isPageNumber(_ block: TextBlock) -> Bool {
    guard case .paragraph(let paragraph) = block, paragraph.text.utf8.count <= 20 else {
      return false
    }
    let words = paragraph.text.split { $0.isWhitespace || "-–/.|".contains($0) }
    let numbers = words.count { $0.allSatisfy(\.isNumber) }
    return (1...2).contains(numbers) && words.count <= numbers + 1
  }
}
