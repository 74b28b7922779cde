/// The document types compiled for search.
struct TypeTable: Sendable {
  let types: [Lexicon.DocumentType]
  /// Names a document bears above its subject; a match's entry is the type's position.
  let titles: PhraseSet
  /// Names a citation uses.
  let citations: PhraseSet
  /// Types by the letters of their names without marks or spaces ("baocao").
  let byLetters: [[UInt8]: Int]
  private let byAbbreviation: [String: Int]
  /// What a type is called for short though its notation needs no type ("CV").
  private let citedNames: Set<String>

  init(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) {
    types = lexicon.documentTypes
    titles = PhraseSet(
      groups: types.map { $0.isCitedOnly ? [] : [$0.name] + $0.otherNames }, &vocabulary)
    citations = PhraseSet(
      groups: types.map { [$0.name] + $0.otherNames + $0.citedNames }, &vocabulary)
    var letters: [[UInt8]: Int] = [:]
    var abbreviations: [String: Int] = [:]
    for (index, type) in types.enumerated() {
      if !type.isCitedOnly { letters[LetterRun.letters(type.name)] = index }
      guard !type.abbreviation.isEmpty else { continue }
      abbreviations[FoldedText(type.abbreviation).key] = index
    }
    byLetters = letters
    byAbbreviation = abbreviations
    citedNames = Set(types.flatMap(\.citedNames).map { FoldedText($0).key })
  }

  /// The type a notation's symbol begins with ("BC-THAS", "2019/TT-BGDĐT").
  func type(ofSymbol symbol: String) -> Lexicon.DocumentType? {
    for token in FoldedText(symbol).tokens where token.kind == .word {
      return byAbbreviation[token.folded].map { types[$0] }
    }
    return nil
  }

  /// Whether a symbol begins with a type ("BC/ĐU"), or with what one is called for short ("CV/ĐU").
  func isTyped(_ symbol: String) -> Bool {
    guard let first = FoldedText(symbol).tokens.first(where: { $0.kind == .word }) else {
      return false
    }
    return byAbbreviation[first.folded] != nil || citedNames.contains(first.folded)
  }
}
