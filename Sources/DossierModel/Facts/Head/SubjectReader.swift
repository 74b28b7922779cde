/// Reads the subject (trích yếu) below a title (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5).
struct SubjectReader {
  /// The most lines a subject takes.
  private static let mostLines = 5
  /// The most words a line of it takes.
  private static let mostWords = 60
  /// A line of more words that ends with a full stop is a sentence of the text.
  private static let sentenceWords = 12
  /// The most words before the colon of a field.
  private static let fieldWords = 4

  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// The subject, and the line where the text begins.
  func subject(
    _ title: TitleReader.Title, after titleLine: Int, in lines: [Line]
  ) -> (
    subject: String?, end: Int
  ) {
    var parts = title.rest.map { [$0] } ?? []
    var position = titleLine + 1
    let limit = min(lines.count, titleLine + 1 + Self.mostLines)
    while position < limit {
      let line = lines[position]
      if !parts.isEmpty, isApart(line, from: lines[position - 1]) { break }
      if line.text.isBlank || (parts.isEmpty && TitleReader(terms).isStamp(line)) {
        if !parts.isEmpty { break }
        position += 1
        continue
      }
      guard isSubject(line, isFirst: parts.isEmpty, titlePlace: lines[titleLine].place, in: lines)
      else { break }
      if title.hasAuthorityLine, !parts.isEmpty, isAuthority(at: position, in: lines) { break }
      parts.append(line.text.quote)
      position += 1
    }
    return (parts.isEmpty ? nil : parts.joined(separator: " "), position)
  }

  /// Whether an empty line stands between two lines; in a table, an empty row.
  private func isApart(_ line: Line, from above: Line) -> Bool {
    guard let row = line.place.row, let rowAbove = above.place.row,
      line.place.block == above.place.block, row > rowAbove
    else { return line.isAfterBlank }
    return row > rowAbove + 1
  }

  private func isSubject(
    _ line: Line, isFirst: Bool, titlePlace: Line.Place, in lines: [Line]
  )
    -> Bool
  {
    guard line.count <= Self.mostWords, let last = line.tokens.last else { return false }
    if line.place.isInTable {
      guard titlePlace.block == line.place.block,
        isAlone(line.place, in: lines)
      else { return false }
    }
    if LabelReader(terms).label(of: line) != nil, !isFirst || !line.isMostlyUpper { return false }
    if isTextStart(line) || !isFirst && isField(line) { return false }
    if !isFirst, line.isSign(0, "("), line.isSign(line.count - 1, ")"),
      line.begins(with: terms[.about]) == nil
    {
      return false
    }
    if last.kind == .sign, [";", ":"].contains(last.folded) { return false }
    if last.kind == .sign, last.folded == ".", line.count > Self.sentenceWords { return false }
    if NotationScanner(terms: terms).labelled(in: line, at: line.firstWord) != nil { return false }
    return true
  }

  /// "Chủ trì: Ông Nguyễn Văn An": a word or two, a colon, and what they are.
  private func isField(_ line: Line) -> Bool {
    guard let colon = line.tokens.firstIndex(where: { $0.kind == .sign && $0.folded == ":" }),
      (1...Self.fieldWords).contains(colon), colon + 1 < line.count
    else { return false }
    return line.tokens[..<colon].allSatisfy { $0.kind == .word } && !line.isMostlyUpper
  }

  /// Capitals may begin a subject with a word that begins text ("TRƯỜNG …"), but address no one.
  private func isTextStart(_ line: Line) -> Bool {
    if line.begins(with: terms[.addressee]) != nil { return true }
    guard let start = line.begins(with: terms[.textStart]) else { return false }
    return !line.isMostlyUpper || start.end == line.count
  }

  /// Whether the line that says who decides begins here: "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC AN SƠN".
  ///
  /// Of several lines that begin with a position, the last one before the grounds is it: the
  /// subject "Bổ nhiệm / Hiệu trưởng trường …" holds the others.
  private func isAuthority(at position: Int, in lines: [Line]) -> Bool {
    guard isDecider(lines[position]) else { return false }
    for line in lines.dropFirst(position + 1).prefix(Self.mostLines) where !line.text.isBlank {
      if isDecider(line) { return false }
      if !line.isMostlyUpper || isTextStart(line) { break }
    }
    return true
  }

  private func isDecider(_ line: Line) -> Bool {
    // A year belongs to what is decided on, never to who decides.
    guard !line.tokens.indices.contains(where: { line.number($0, digits: 4...4) != nil }) else {
      return false
    }
    return [.position, .decider, .authority].contains { line.begins(with: terms[$0]) != nil }
  }

  /// Whether a cell is the only one with text in its row.
  private func isAlone(_ place: Line.Place, in lines: [Line]) -> Bool {
    !lines.prefix(80).contains {
      $0.place.block == place.block && $0.place.row == place.row && $0.place.column != place.column
    }
  }
}
