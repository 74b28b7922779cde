/// Cuts a line where a labelled item runs on behind a full stop (a letter, a point, a capital).
enum GluedLabels {
  static func split(_ line: Line, _ vocabulary: Vocabulary) -> [Line] {
    let cuts = line.tokens.indices.filter { isGlued(line, at: $0) }
    guard !cuts.isEmpty else { return [line] }
    var parts: [Line] = []
    var start = 0
    for end in cuts + [line.count] {
      let text = String(line.text.slice(start..<end))
      parts.append(
        Line(
          text, place: line.place, isAfterBlank: start == 0 && line.isAfterBlank,
          headingLevel: start == 0 ? line.headingLevel : nil, vocabulary: vocabulary))
      start = end
    }
    return parts
  }

  /// A letter or number with "." or ")" behind a sentence's end, a capital after it.
  private static func isGlued(_ line: Line, at index: Int) -> Bool {
    // Nearly every token of a dossier comes here, and few stand between two signs.
    guard index > 1, index + 2 < line.count, line.tokens[index + 1].kind == .sign,
      line.tokens[index - 1].kind == .sign
    else { return false }
    let token = line.tokens[index]
    guard token.kind != .sign, token.gap != .none, token.folded.utf8.count <= 2,
      line.isSign(index - 1, in: [".", ";", ":"]), line.tokens[index - 1].gap == .none,
      line.isSign(index + 1, in: [".", ")"]), line.tokens[index + 1].gap == .none,
      let next = line.token(index + 2), next.kind == .word, next.isCapitalized,
      next.gap != .none
    else { return false }
    switch token.kind {
    case .word: return token.folded.utf8.count == 1 && !token.isCapitalized || token.folded == "d9"
    case .number: return token.gap >= .wide && token.folded.utf8.count <= 2
    case .sign: return false
    }
  }
}
