/// Finds annexes: those a text refers to, and those it carries.
struct AnnexReader {
  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  func mentions(in line: Line) -> [AnnexMention] {
    var found: [AnnexMention] = []
    var position = 0
    while position < line.count {
      guard let word = terms.match(.annex, line.ids, at: position), isAnnex(line, position, word)
      else {
        position += 1
        continue
      }
      let labels = labels(in: line, at: word.end)
      let end = labels.last?.end ?? word.end
      if isOfOther(line, from: end) {
        position = end
        continue
      }
      let isHeading = isHeading(line, at: position, end: end)
      let quote = line.quote(max(0, position - 8)..<min(line.count, end + 12))
      if labels.isEmpty {
        found.append(AnnexMention(label: nil, isHeading: isHeading, quote: quote))
      }
      for label in labels {
        found.append(AnnexMention(label: label.text, isHeading: isHeading, quote: quote))
      }
      position = max(end, position + 1)
    }
    return found
  }

  /// "PL" alone is any abbreviation: it must be in capitals with a number.
  private func isAnnex(_ line: Line, _ position: Int, _ word: PhraseSet.Match) -> Bool {
    guard word.end - position == 1 else { return true }
    return line.tokens[position].isUpper && !labels(in: line, at: word.end).isEmpty
  }

  /// The numbers behind the word, several joined by "," or "và".
  private func labels(in line: Line, at start: Int) -> [(text: String, end: Int)] {
    var found: [(text: String, end: Int)] = []
    var position = start
    if let number = terms.match(.annexNumber, line.ids, at: position) { position = number.end }
    while let token = line.token(position) {
      let isNumber =
        token.kind == .number && token.folded.utf8.count <= 2
        && !line.isSign(position + 1, "/")
      let isRoman = token.isUpper && LabelReader.roman(token.folded) != nil
      let isLetter = token.isUpper && token.folded.utf8.count == 1
      guard isNumber || isRoman || isLetter, token.gap <= .space else { break }
      found.append((line.quote(position..<position + 1), position + 1))
      position += 1
      let isJoined =
        line.isSign(position, ",") || terms.match(.and, line.ids, at: position) != nil
      guard isJoined else { break }
      position += 1
      if let word = terms.match(.annex, line.ids, at: position) { position = word.end }
      if let number = terms.match(.annexNumber, line.ids, at: position) { position = number.end }
    }
    return found
  }

  /// Whether the annex belongs to another act: "Phụ lục III ban hành kèm theo Nghị định …".
  private func isOfOther(_ line: Line, from end: Int) -> Bool {
    for position in end..<min(line.count, end + 4) {
      if line.isSign(position, in: [";", "."]) { return false }
      if terms.match(.annexOfOther, line.ids, at: position) != nil { return true }
    }
    return false
  }

  /// The annex itself: its name opens a line that is a title, or the title behind a number.
  private func isHeading(_ line: Line, at position: Int, end: Int) -> Bool {
    guard !line.isSign(0, "("), line.count - end <= 30,
      position == line.firstWord
        || position == LabelReader(terms).label(of: line)?.range.upperBound
    else { return false }
    if line.isMostlyUpper(position..<end) { return true }
    guard let next = line.token(end) else { return true }
    return next.kind == .sign && [":", ".", "-", "("].contains(next.folded) && end > position + 2
      && line.tokens[position].isCapitalized
  }
}
