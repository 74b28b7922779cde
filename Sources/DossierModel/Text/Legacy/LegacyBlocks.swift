extension LegacyText {
  /// Reads the blocks of a document whose fonts are not known, each paragraph by what it says.
  ///
  /// A paragraph of one word proves nothing; it follows the encoding of the document where longer
  /// ones have shown it.
  ///
  /// - Returns: the blocks in Unicode as far as that is certain, whether any was not, and the first
  ///   such passage as it stood.
  public static func decodeBlocks(
    _ blocks: [TextBlock]
  ) -> (blocks: [TextBlock], found: Bool, sample: String?) {
    var counts: [Encoding: Int] = [:]
    var sample: String?
    for paragraph in blocks.lazy.flatMap(\.paragraphs) {
      if let encoding = encoding(font: nil, text: paragraph.text) {
        counts[encoding, default: 0] += 1
        sample = sample ?? paragraph.text
      }
    }
    guard let dominant = counts.max(by: { $0.value < $1.value })?.key else {
      return (blocks, false, nil)
    }
    let decoded = blocks.map { block in
      switch block {
      case .paragraph(let paragraph):
        return TextBlock.paragraph(decode(paragraph, dominant: dominant))
      case .table(var table):
        for index in table.cells.indices {
          table.cells[index].paragraphs = table.cells[index].paragraphs.map {
            decode($0, dominant: dominant)
          }
        }
        return .table(table)
      }
    }
    return (decoded, true, sample)
  }

  private static func decode(_ paragraph: Paragraph, dominant: Encoding) -> Paragraph {
    let own = encoding(font: nil, text: paragraph.text)
    guard let encoding = own ?? (fits(paragraph.text, dominant) ? dominant : nil) else {
      return paragraph
    }
    let result = decode(paragraph.text, as: encoding, fontIsUpperCase: false)
    guard result.isCertain else { return paragraph }
    var copy = paragraph
    copy.text = result.text
    return copy
  }
}
