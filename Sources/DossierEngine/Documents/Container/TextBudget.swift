import DossierModel

/// Holds the text of a document to the memory it may take until its facts are read.
enum TextBudget {
  /// Leaves out the blocks that are too much, and says so.
  static func keep(_ reading: inout DocumentReading) {
    var cost = 0
    for index in reading.blocks.indices {
      cost += self.cost(of: reading.blocks[index])
      guard cost > DocumentLimits.text else { continue }
      reading.blocks.removeSubrange(index...)
      if reading.textProblem == nil {
        reading.textProblem = ReadProblem(.tooLarge, detail: "more text than is kept")
      }
      return
    }
  }

  private static func cost(of block: TextBlock) -> Int {
    switch block {
    case .paragraph(let paragraph): cost(of: paragraph)
    case .table(let table):
      table.cells.reduce(0) { sum, cell in
        cell.paragraphs.reduce(sum + DocumentLimits.cellCost) { $0 + cost(of: $1) }
      }
    }
  }

  private static func cost(of paragraph: Paragraph) -> Int {
    DocumentLimits.cost(ofText: paragraph.text.utf8.count)
  }
}
