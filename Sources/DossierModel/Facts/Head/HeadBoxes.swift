/// Puts the text boxes of a head back to the top: legacy Word and RTF keep the text of all boxes
/// behind the whole text.
struct HeadBoxes {
  /// Where the head of a document would stand if it were no box.
  private static let headBlocks = 30

  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// The blocks, those of the boxes around the national name first where no head stands above.
  func raised(_ blocks: [TextBlock]) -> [TextBlock] {
    guard let name = blocks.firstIndex(where: { isBox($0) && holdsName($0) }),
      blocks[..<name].contains(where: { !isBox($0) && isWritten($0) }),
      !blocks.prefix(Self.headBlocks).contains(where: { !isBox($0) && holdsName($0) })
    else { return blocks }
    let start = blocks[..<name].lastIndex { !isBox($0) }.map { $0 + 1 } ?? 0
    let end = blocks[name...].firstIndex { !isBox($0) } ?? blocks.count
    return Array(blocks[start..<end]) + blocks[..<start] + blocks[end...]
  }

  private func isBox(_ block: TextBlock) -> Bool {
    switch block {
    case .paragraph(let paragraph): paragraph.region == .textBox
    case .table(let table): table.region == .textBox
    }
  }

  private func isWritten(_ block: TextBlock) -> Bool {
    block.paragraphs.contains { LineReader.isCurrent($0.region) && !$0.text.isEmpty }
  }

  private func holdsName(_ block: TextBlock) -> Bool {
    block.paragraphs.contains { paragraph in
      paragraph.text.utf8.count < 400
        && LetterRun.first(terms.nationalNames, in: FoldedText(paragraph.text)) != nil
    }
  }
}
