/// One line of the document's text, folded, with the place it has in the document.
struct Line: Sendable {
  /// Where a line stands.
  struct Place: Sendable, Hashable {
    /// The block.
    var block: Int
    /// The row of its cell, where the block is a table.
    var row: Int?
    /// The column of its cell.
    var column: Int?

    /// Whether it stands in a table.
    var isInTable: Bool { row != nil }

    /// The row of its cell as a whole, or the block where it is none.
    var rowPlace: Place { Place(block: block, row: row) }
  }

  let text: FoldedText
  let ids: [Int32]
  let place: Place
  /// Whether an empty line or the end of another cell stands before it.
  let isAfterBlank: Bool
  let headingLevel: Int?

  init(
    _ text: String, place: Place, isAfterBlank: Bool = false, headingLevel: Int? = nil,
    vocabulary: Vocabulary
  ) {
    self.init(
      FoldedText(text), place: place, isAfterBlank: isAfterBlank, headingLevel: headingLevel,
      vocabulary: vocabulary)
  }

  init(
    _ text: FoldedText, place: Place, isAfterBlank: Bool = false, headingLevel: Int? = nil,
    vocabulary: Vocabulary
  ) {
    self.init(
      text, ids: text.tokens.map { vocabulary.id($0.folded) }, place: place,
      isAfterBlank: isAfterBlank, headingLevel: headingLevel)
  }

  /// A line whose words are numbered already.
  init(
    _ text: FoldedText, ids: [Int32], place: Place, isAfterBlank: Bool, headingLevel: Int?
  ) {
    self.text = text
    self.ids = ids
    self.place = place
    self.isAfterBlank = isAfterBlank
    self.headingLevel = headingLevel
  }

  var tokens: [FoldedToken] { text.tokens }
  var count: Int { text.tokens.count }

  func token(_ index: Int) -> FoldedToken? {
    text.tokens.indices.contains(index) ? text.tokens[index] : nil
  }

  func isSign(_ index: Int, _ sign: String) -> Bool {
    isKind(.sign, index) && text.tokens[index].folded == sign
  }

  func isSign(_ index: Int, in signs: [String]) -> Bool {
    isKind(.sign, index) && signs.contains(text.tokens[index].folded)
  }

  func isWord(_ index: Int) -> Bool { isKind(.word, index) }
  func isNumber(_ index: Int) -> Bool { isKind(.number, index) }

  // Asked for nearly every token of a dossier: no token is copied for it.
  private func isKind(_ kind: FoldedToken.Kind, _ index: Int) -> Bool {
    index >= 0 && index < text.tokens.count && text.tokens[index].kind == kind
  }

  /// The whole number at a token, where it has at most so many digits.
  func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard isNumber(index), digits.contains(text.tokens[index].folded.utf8.count) else {
      return nil
    }
    return Int(text.tokens[index].folded)
  }

  /// The first place of any phrase of a set.
  func first(
    _ set: PhraseSet, from start: Int = 0, to end: Int? = nil
  ) -> (
    range: Range<Int>, entry: Int
  )? {
    var position = max(0, start)
    let limit = min(end ?? count, count)
    while position < limit {
      if let match = set.match(ids, at: position), match.end <= limit {
        return (position..<match.end, match.entry)
      }
      position += 1
    }
    return nil
  }

  func contains(_ set: PhraseSet, from start: Int = 0, to end: Int? = nil) -> Bool {
    first(set, from: start, to: end) != nil
  }

  /// The first token that is no sign.
  var firstWord: Int { text.tokens.firstIndex { $0.kind != .sign } ?? text.tokens.count }

  /// The signs that set off an item of a list without numbers.
  private static let listMarks = ["-", "+", "*", "•", "–", "—", "►", "▪", "", "√", "·"]

  /// Whether an item of a list without numbers begins here.
  func isListMark(_ index: Int) -> Bool { isSign(index, in: Self.listMarks) }

  /// The first token behind the signs that set off an item of a list without numbers.
  var firstBehindBullets: Int { tokens.indices.first { !isListMark($0) } ?? count }

  /// Whether it begins, signs left out, with a phrase of a set.
  func begins(with set: PhraseSet) -> PhraseSet.Match? { set.match(ids, at: firstWord) }

  /// Whether most of its words are written in capitals.
  var isMostlyUpper: Bool { isMostlyUpper(0..<count) }

  func isMostlyUpper(_ range: Range<Int>) -> Bool {
    var upper = 0
    var words = 0
    for token in tokens[range] where token.kind == .word {
      words += 1
      if token.isUpper { upper += 1 }
    }
    return words > 0 && upper * 10 >= words * 7
  }

  /// Whether a sign ends the clause before it: ";", a parenthesis, a full stop.
  func isClauseEnd(_ index: Int) -> Bool {
    if isSign(index, in: [";", ")", "("]) { return true }
    return isSign(index, ".") && (token(index + 1)?.gap ?? .line) != .none
  }

  /// The words of some tokens.
  func quote(_ range: Range<Int>) -> String { text.quote(range) }

  /// A part of the line as a line of its own.
  func part(_ range: Range<Int>, vocabulary: Vocabulary) -> Line {
    if range == 0..<count {
      return Line(text, ids: ids, place: place, isAfterBlank: false, headingLevel: nil)
    }
    return Line(String(text.slice(range)), place: place, vocabulary: vocabulary)
  }
}
