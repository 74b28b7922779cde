/// Tells the tab of the assessed year from those of former years in one workbook.
struct SheetTabs {
  let years: YearReader
  let vocabulary: Vocabulary

  /// The blocks of score tables that a later year's tab beside them has replaced.
  ///
  /// - Parameters:
  ///   - blocks: the document's blocks.
  ///   - rows: the rows of each block that are a score table.
  func outdated(_ blocks: [TextBlock], rows: [Int: [Range<Int>]]) -> Set<Int> {
    var stated: [Int: Int] = [:]
    for (block, ranges) in rows {
      guard blocks.indices.contains(block), case .table(let table) = blocks[block],
        let name = table.name, let start = ranges.map(\.lowerBound).min()
      else { continue }
      stated[block] = year(in: name) ?? year(above: start, of: table, block: block)
    }
    guard let latest = stated.values.max() else { return [] }
    return Set(stated.filter { $0.value < latest }.keys)
  }

  /// The year a tab is named after: "2023", "Năm 2023", "BĐ 2022-2023".
  private func year(in name: String) -> Int? {
    FoldedText(name).tokens.compactMap { token in
      token.kind == .number && token.folded.utf8.count == 4 ? Int(token.folded) : nil
    }.filter { (1990...2100).contains($0) }.max()
  }

  private func year(above row: Int, of table: TextTable, block: Int) -> Int? {
    for cell in table.cells where cell.row < row {
      for paragraph in cell.paragraphs {
        let line = Line(paragraph.shown, place: .init(block: block), vocabulary: vocabulary)
        if let mention = years.mentions(in: line).first { return mention.last ?? mention.first }
      }
    }
    return nil
  }
}
