/// The groups of words the readers look for, by their keys in the lexicon.
public enum TermKey: String, Sendable, CaseIterable {
  case numberLabel, day, month, year, schoolYear
  case bodyStart, superiorStart, unitStart, textStart, about, recipients, addressee
  case authority, position, signNoise, minutes, archive
  case headingWord
}

/// The lexicon compiled for search: every word a number, every group a table of phrases.
struct Terms: Sendable {
  private(set) var vocabulary = Vocabulary()
  private let sets: [TermKey: PhraseSet]
  let numerals: NumeralTable
  /// Letter runs without marks of the national name and the motto.
  let nationalNames: [[UInt8]]
  let mottos: [[UInt8]]
  let types: TypeTable
  let lexicon: Lexicon

  init(_ lexicon: Lexicon) {
    var vocabulary = Vocabulary()
    var sets: [TermKey: PhraseSet] = [:]
    for key in TermKey.allCases {
      sets[key] = PhraseSet(lexicon[key.rawValue], &vocabulary)
    }
    self.sets = sets
    numerals = NumeralTable(lexicon.numerals)
    nationalNames = lexicon["nationalName"].map(LetterRun.letters)
    mottos = lexicon["motto"].map(LetterRun.letters)
    types = TypeTable(lexicon, &vocabulary)
    self.lexicon = lexicon
    self.vocabulary = vocabulary
  }

  /// Compiles further phrases, of a profile.
  mutating func compile(_ phrases: [String]) -> PhraseSet { PhraseSet(phrases, &vocabulary) }

  /// Compiles further groups of phrases.
  mutating func compile(groups: [[String]]) -> PhraseSet {
    PhraseSet(groups: groups, &vocabulary)
  }

  subscript(key: TermKey) -> PhraseSet { sets[key] ?? PhraseSet() }
}

/// Folded words as small numbers.
struct Vocabulary: Sendable {
  static let unknown: Int32 = -1
  private var ids: [String: Int32] = [:]

  /// The number of a word, given one where it has none.
  mutating func intern(_ folded: String) -> Int32 {
    if let id = ids[folded] { return id }
    let id = Int32(ids.count)
    ids[folded] = id
    return id
  }

  /// The number of a word, or `unknown`.
  func id(_ folded: String) -> Int32 { ids[folded] ?? Self.unknown }
}

/// Phrases that mean one kind of thing, found at a place of a line in constant time.
struct PhraseSet: Sendable {
  /// A phrase found.
  struct Match: Sendable {
    /// Behind its last token.
    var end: Int
    /// Its position among the phrases.
    var entry: Int
  }
  private struct Candidate: Sendable {
    var ids: [Int32]
    var entry: Int
  }
  private var byFirst: [Int32: [Candidate]] = [:]

  init() {}

  init(_ phrases: [String], _ vocabulary: inout Vocabulary) {
    self.init(groups: phrases.map { [$0] }, &vocabulary)
  }

  /// Phrases in groups; a match tells the group.
  init(groups: [[String]], _ vocabulary: inout Vocabulary) {
    for (entry, phrases) in groups.enumerated() {
      for phrase in phrases {
        let ids = FoldedText(phrase).tokens.map { vocabulary.intern($0.folded) }
        guard let first = ids.first else { continue }
        byFirst[first, default: []].append(Candidate(ids: ids, entry: entry))
      }
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.ids.count > $1.ids.count } }
  }

  /// The longest phrase that begins at a token.
  func match(_ ids: [Int32], at position: Int) -> Match? {
    guard position >= 0, position < ids.count, ids[position] != Vocabulary.unknown,
      let candidates = byFirst[ids[position]]
    else { return nil }
    for candidate in candidates where position + candidate.ids.count <= ids.count {
      if candidate.ids.indices.allSatisfy({ ids[position + $0] == candidate.ids[$0] }) {
        return Match(end: position + candidate.ids.count, entry: candidate.entry)
      }
    }
    return nil
  }
}
