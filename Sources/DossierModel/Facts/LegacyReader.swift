/// Wins back text in a legacy 8-bit encoding before it is read.
struct LegacyReader {
  private static let fewestSuspects = 6

  let vocabulary: Vocabulary

  /// The blocks with legacy paragraphs decoded.
  ///
  /// A paragraph is decoded where that makes more of its words known; text in Unicode stays.
  ///
  /// - Returns: the blocks, and words of the first passage as the file has them; nothing where
  ///   the text is in Unicode throughout.
  func decoded(_ blocks: [TextBlock]) -> (blocks: [TextBlock], sample: String?) {
    let paragraphs = blocks.lazy.flatMap(\.paragraphs)
    var suspects = 0
    for paragraph in paragraphs {
      suspects += LegacyEncoding.suspectCount(paragraph.text)
      if suspects >= Self.fewestSuspects { break }
    }
    guard suspects >= Self.fewestSuspects else { return (blocks, nil) }
    var sample: String?
    func decode(_ paragraph: Paragraph) -> Paragraph {
      guard let text = better(paragraph.text) else { return paragraph }
      if sample == nil { sample = FoldedText.tidy(paragraph.text[...], limit: 80) }
      var decoded = paragraph
      decoded.text = text
      return decoded
    }
    let result = blocks.map { block -> TextBlock in
      switch block {
      case .paragraph(let paragraph): return .paragraph(decode(paragraph))
      case .table(var table):
        for index in table.cells.indices {
          table.cells[index].paragraphs = table.cells[index].paragraphs.map(decode)
        }
        return .table(table)
      }
    }
    return (result, sample)
  }

  /// The decoding that makes more words known, or nothing.
  private func better(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return nil }
    let isUnicode = text.unicodeScalars.contains {
      $0.value >= 0x100 && LetterTable.entry($0) != nil
    }
    guard !isUnicode else { return nil }
    var best: String?
    var most = known(text)
    for encoding in LegacyEncoding.allCases {
      let decoded = encoding.decoded(text)
      let count = known(decoded)
      if count > most {
        best = decoded
        most = count
      }
    }
    if best == nil, LegacyEncoding.suspectCount(text) > 0 {
      return LegacyEncoding.tcvn3.decoded(text)
    }
    return best
  }

  private func known(_ text: String) -> Int {
    FoldedText(text).tokens.count {
      $0.kind == .word && $0.folded.utf8.count > 1 && vocabulary.id($0.folded) >= 0
    }
  }
}
