/// Joins the lines of a page into paragraphs where one plainly goes on.
///
/// A line that is wrongly left alone does little harm, a line that is wrongly joined hides a heading:
/// so a line goes on only behind one that fills the page's width and ends no sentence.
enum LineJoiner {
  /// Makes paragraphs of lines.
  ///
  /// - Parameters:
  ///   - lines: the lines of one page.
  ///   - headLines: how many lines at the top are likely no prose but a document's head: there a line
  ///     that begins with a capital stands for itself.
  static func paragraphs(_ lines: [String], headLines: Int) -> [String] {
    let widths = lines.map(\.unicodeScalars.count)
    let full = widths.max() ?? 0
    var result: [String] = []
    var isOpen = false
    var isLed = false
    var isCut = false
    var seen = 0
    for (line, width) in zip(lines, widths) {
      let text = line.trimmedOfWhitespace
      guard !text.isEmpty else {
        isOpen = false
        isLed = false
        isCut = false
        continue
      }
      seen += 1
      let isProse = seen > headLines || beginsInWord(text)
      if isCut, beginsInWord(text, orCapital: true), let last = result.popLast() {
        result.append(last + text)
      } else if isOpen && isProse && goesOn(text) || isLed && beginsWithShare(text),
        let last = result.popLast()
      {
        result.append(last + " " + text)
      } else {
        result.append(text)
      }
      let isFull = width * 10 >= full * 8 && full >= 40
      isOpen = isFull && !endsSentence(text)
      isLed = isFull && text.last == ":"
      isCut = endsInHyphen(text)
    }
    return result
  }

  /// Whether a line ends in the midst of a notation ("45/QĐ-"): the next goes on without a space.
  static func endsInHyphen(_ text: String) -> Bool {
    let end = text.unicodeScalars.suffix(2)
    guard end.count == 2, end.last == "-", let before = end.first else { return false }
    return before.properties.isAlphabetic || before.properties.numericType != nil
  }

  /// A text with the line that goes on with it.
  static func joined(_ open: String, _ next: String) -> String {
    open + (endsInHyphen(open) ? "" : " ") + next
  }

  /// Whether a line begins as only the midst of a sentence does: with a small letter or a figure.
  static func beginsInWord(_ text: String, orCapital: Bool = false) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return (orCapital ? first.properties.isAlphabetic : first.properties.isLowercase)
      || first.properties.numericType != nil
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return true }
    // A row of dots leads to the page number of a table of contents.
    return ".:;!?".unicodeScalars.contains(last) || text.contains("....") || text.contains(". . .")
  }

  /// Whether a line may continue the one before: it begins with no mark of a list or heading.
  private static func goesOn(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(8))
    guard let first = scalars.first, !"-–+*•●▪".unicodeScalars.contains(first),
      !beginsWithLabel(text)
    else { return false }
    // "1.", "2.1", "a)", "IV." and their like.
    let mark = scalars.prefix { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    guard mark.count < scalars.count, isNumber(Array(mark)) else { return true }
    let next = scalars[mark.count]
    if next == "/" { return beginsWithShare(text) }
    return next != "." && next != ")"
  }

  /// Whether a line begins with a number out of another ("15/30 điểm; …"): no date, no notation.
  private static func beginsWithShare(_ text: String) -> Bool {
    let parts = text.prefix(8).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let whole = parts[1].prefix { $0.isNumber }
    let behind = parts[1].dropFirst(whole.count).first
    return (1...4).contains(parts[0].count) && parts[0].first?.isNumber == true
      && parts[0].allSatisfy { $0.isNumber || $0 == "," } && (1...3).contains(whole.count)
      && behind?.isLetter != true && behind != "-"
  }

  /// Whether a line begins with a few words, or a number behind them, that a colon sets off: "Minh
  /// chứng:", "Phần thứ ba:", "Tiêu chí 3c:".
  private static func beginsWithLabel(_ text: String) -> Bool {
    let words = text.prefix(40).split(separator: " ", maxSplits: 4).prefix(4)
    guard words.first?.first?.isUppercase == true,
      let place = words.firstIndex(where: { $0.last == ":" }),
      words[..<place].allSatisfy({ $0.allSatisfy(\.isLetter) })
    else { return false }
    let last = words[place].dropLast()
    return place < 3 && last.allSatisfy(\.isLetter)
      || place > 0 && last.count <= 5 && last.allSatisfy { $0.isLetter || $0.isNumber }
  }

  /// Whether letters and digits are the number of a list or heading: "12", "a", "2b", "IV"; a short
  /// word that ends a sentence ("… 82 / điểm.") is none.
  private static func isNumber(_ mark: [Unicode.Scalar]) -> Bool {
    guard (1...4).contains(mark.count) else { return false }
    return mark.count == 1 || mark[0].properties.numericType != nil
      || mark.allSatisfy { "IVX".unicodeScalars.contains($0) }
      || mark.allSatisfy { "ivx".unicodeScalars.contains($0) }
  }
}
