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
    let bytes = paragraph.text.utf8.count
    guard bytes <= DocumentLimits.paragraph else { return DocumentLimits.text + 1 }
    let label = paragraph.label?.utf8.count ?? 0
    return max(
      DocumentLimits.cost(ofText: bytes + label), weight(of: paragraph.text.utf8.span))
  }

  /// What words and signs take that are shorter or longer than those of a language.
  private static func weight(of bytes: borrowing Span<UInt8>) -> Int {
    var weight = 0
    var length = 0
    for index in bytes.indices {
      let byte = bytes[index]
      let isLetter =
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      if isLetter {
        length += 1
        if length == 1 { weight += DocumentLimits.wordCost }
        if length > DocumentLimits.word { weight += DocumentLimits.longWordCost }
      } else {
        length = 0
        if byte > 0x20 { weight += DocumentLimits.wordCost }
      }
    }
    return weight
  }
}
