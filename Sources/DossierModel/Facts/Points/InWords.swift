/// Knows the parenthesis in which a number is said again in words: "94 (chín mươi tư)/100",
/// "94 điểm (bằng chữ: Chín mươi tư điểm)".
struct InWords {
  /// So many words and signs at most has such a parenthesis.
  private static let most = 16

  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// Where the parenthesis ends, or nothing where none begins at a token.
  func end(in line: Line, at start: Int) -> Int? {
    guard line.isSign(start, "(") else { return nil }
    var position = start + 1
    if let lead = terms.match(.inWords, line.ids, at: position) { position = lead.end }
    if line.isSign(position, ":") { position += 1 }
    var numerals = 0
    while position < line.count, position - start < Self.most {
      if line.isSign(position, ")") { return numerals > 0 ? position + 1 : nil }
      if line.isWord(position), terms.isNumeral(line.ids[position]) {
        numerals += 1
        position += 1
      } else if let unit = terms.match(.pointUnit, line.ids, at: position) {
        position = unit.end
      } else if line.isSign(position, in: [".", ","]) {
        position += 1
      } else {
        return nil
      }
    }
    return nil
  }
}
