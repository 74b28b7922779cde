/// Some words in a row, folded, to be looked for in folded texts.
public struct Phrase: Sendable, Hashable {
  /// The folded tokens.
  public let tokens: [String]

  /// Folds a phrase; signs in it must stand in the text as well.
  public init(_ text: String) { tokens = FoldedText(text).tokens.map(\.folded) }
}

extension FoldedText {
  /// The first place of a phrase, whole words only.
  ///
  /// - Parameters:
  ///   - phrase: the phrase; an empty one is never found.
  ///   - start: the token to begin at.
  /// - Returns: the token positions, or nothing.
  public func firstRange(of phrase: Phrase, from start: Int = 0) -> Range<Int>? {
    let wanted = phrase.tokens
    guard let first = wanted.first, start >= 0 else { return nil }
    var position = start
    while position + wanted.count <= tokens.count {
      if tokens[position].folded == first, holds(wanted, at: position) {
        return position..<position + wanted.count
      }
      position += 1
    }
    return nil
  }

  private func holds(_ wanted: [String], at position: Int) -> Bool {
    for offset in wanted.indices.dropFirst()
    where tokens[position + offset].folded != wanted[offset] {
      return false
    }
    return true
  }

  /// Whether a phrase stands in the text, whole words only.
  public func contains(_ phrase: Phrase) -> Bool { firstRange(of: phrase) != nil }

  /// Whether a phrase stands in the text, whole words only.
  public func contains(_ phrase: String) -> Bool { contains(Phrase(phrase)) }

  /// Whether the text begins with a phrase, signs before it left out.
  public func begins(with phrase: Phrase) -> Bool {
    guard let first = tokens.firstIndex(where: { $0.kind != .sign }) else { return false }
    return firstRange(of: phrase, from: first)?.lowerBound == first
  }
}
