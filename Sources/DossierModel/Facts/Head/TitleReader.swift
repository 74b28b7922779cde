/// Reads the type's name and the subject (trích yếu).
struct TitleReader {
  /// A title line found.
  struct Title {
    /// The type's name as written.
    var name: String
    /// Its abbreviation, where it has one.
    var abbreviation: String?
    /// What stands behind the name on the same line.
    var rest: String?
    /// Whether a line below the subject says who decides.
    var hasAuthorityLine = false
    /// Whether the name is written in capitals.
    var isUpper = true
  }
  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// The title a piece of the head is, or nothing.
  func title(_ line: Line, isFirst: Bool, hasNational: Bool) -> Title? {
    let start = line.firstWord
    guard start < line.count else { return nil }
    if let spaced = spacedTitle(line) { return spaced }
    guard let match = terms.types.titles.match(line.ids, at: start) else { return nil }
    let isWhole = !line.tokens[match.end...].contains { $0.kind != .sign }
    let isUpper = line.isMostlyUpper(start..<match.end)
    guard isUpper || isWhole || isTitleCase(line, isFirst: isFirst, hasNational: hasNational) else {
      return nil
    }
    guard line.tokens[start].isCapitalized else { return nil }
    let type = terms.types.types[match.entry]
    var restStart = match.end
    while line.isSign(restStart, in: [":", "-", "."]) { restStart += 1 }
    return Title(
      name: line.quote(start..<match.end),
      abbreviation: type.abbreviation.isEmpty ? nil : type.abbreviation,
      rest: restStart < line.count ? line.quote(restStart..<line.count) : nil,
      hasAuthorityLine: type.hasAuthorityLine, isUpper: isUpper)
  }

  /// Whether a piece of the head is a stamp or mark beside it: "DỰ THẢO LẦN 2", "CÔNG VĂN ĐẾN".
  func isStamp(_ line: Line) -> Bool {
    guard let stamp = line.begins(with: terms[.stamp]) else { return false }
    return (stamp.end..<line.count).allSatisfy { position in
      line.tokens[position].kind != .word || terms.isNumeral(line.ids[position])
        || terms.match(.stampRest, line.ids, at: position) != nil
    }
  }

  /// A sentence that begins with a type's name is a title only under the header or at the top.
  private func isTitleCase(_ line: Line, isFirst: Bool, hasNational: Bool) -> Bool {
    guard isFirst || hasNational || line.headingLevel != nil, line.count <= 36,
      let last = line.tokens.last
    else { return false }
    return last.kind != .sign || ![".", ";", ":"].contains(last.folded)
  }

  /// "B Á O   C Á O": the letters set apart.
  private func spacedTitle(_ line: Line) -> Title? {
    guard line.count >= 5, line.tokens.allSatisfy({ $0.kind == .word && $0.slug.utf8.count == 1 }),
      let index = terms.types.byLetters[LetterRun.letters(line.text).bytes]
    else { return nil }
    let type = terms.types.types[index]
    return Title(
      name: line.text.quote, abbreviation: type.abbreviation.isEmpty ? nil : type.abbreviation,
      rest: nil, hasAuthorityLine: type.hasAuthorityLine)
  }

  /// The title of a document that names no type: "V/v …", or the first capitals under the header.
  func untyped(
    _ pieces: [BodyPiece], in lines: [Line], hasNational: Bool
  ) -> (
    subject: String?, end: Int, taken: Set<Int>
  ) {
    for piece in pieces {
      guard let about = piece.line.begins(with: terms[.about]), about.end < piece.line.count else {
        continue
      }
      return (piece.line.quote(about.end..<piece.line.count), piece.index + 1, [piece.index])
    }
    for piece in pieces
    where isCapitalTitle(piece.line)
      && (piece.isBelowHead || !hasNational || !piece.line.place.isInTable)
    {
      let title = Title(name: "", abbreviation: nil, rest: piece.line.text.quote)
      let read = SubjectReader(terms).subject(title, after: piece.index, in: lines)
      return (read.subject, read.end, Set(piece.index..<max(read.end, piece.index + 1)))
    }
    return (nil, min(pieces.last.map { $0.index + 1 } ?? 0, lines.count), [])
  }

  /// Capitals that may be a title and name neither a body nor a position.
  private func isCapitalTitle(_ line: Line) -> Bool {
    line.isMostlyUpper && line.count >= 2
      && ![.bodyStart, .superiorStart, .position].contains { line.begins(with: terms[$0]) != nil }
  }

  /// Whether a title without a known type was met outside the head's own table: a table below it is
  /// what the document is about.
  func standsAbove(_ pieces: [BodyPiece]) -> Bool {
    pieces.contains { !$0.line.place.isInTable && isCapitalTitle($0.line) }
  }

  /// Whether a line stands right under capitals that are a title without a known type.
  func isUnderATitle(_ index: Int, _ pieces: [BodyPiece], in lines: [Line]) -> Bool {
    guard let above = pieces.last, above.isBelowHead,
      above.line.place.isInTable == lines[index].place.isInTable,
      isCapitalTitle(above.line)
    else { return false }
    return !lines[above.index + 1..<index].contains { !$0.text.isBlank }
  }
}
