/// The groups of words the readers look for, by their keys in the lexicon.
public enum TermKey: UInt8, Sendable, CaseIterable {
  case numberLabel, day, month, year, schoolYear
  case bodyStart, superiorStart, unitStart, textStart, about, recipients, addressee, decider,
    stamp, stampRest, contents
  case authority, position, signNoise, minutes, archive
  case headingWord, partWord
  case pointUnit, notPointAfter, pointLabel, weakPointLabel, pointFiller, notPointBefore
  case notPointSentence, officialPoints, notPointBehind, outOf, inWords, total, criterionNumber,
    headedCriterion, claimVerb, groupMention, partTotal, unitScores, deductedBehind, deductionLead,
    otherAssessment, assessedUnit, partScorer, wholeScorer, pointProposal,
    clauseTotal
  case aimHeading, aimHeadingAlone, comingYear, resultHeading, closing
  case ratingBasis, ratingLabel, ratingFiller, ratingJoint, notRatingAfter, notRatingBefore,
    ratingMatter, choice, tickedBox, emptyBox
  case levelLabel, notLevelLabel, notLevelBefore, notIndicatorBefore,
    ownLevelLabel, levelWord, levelMark, asked, unitLevelLabel, indicatorPoint
  case columnMaximum, columnSelf, columnSelfWeak, columnEarned, columnUnit, columnOfficial,
    columnAgreed, columnPart, columnEvidence, columnEvidenceName
  case columnNote, columnLabel, columnContent, pointWord, sheetTotal, sheetEnd
  case people, students, collective, countedBody, countLink, part, proposal, aim, reason, percent
  case percentNotBefore, percentNotAfter, annex, annexNumber, annexOfOther, and
  case minutesStart, minutesEnd, minutesPlace, at, chair, secretary, hour, honorific,
    speech
  case evidenceLead, madeVerb, mentionedType, promiseVerb, promisedType, foundVerb, foundBody,
    foundRest,
    unitSubject, legalBody, headcountLead,
    headcountUnit, headcountMoment, headcountOwner, headcountParts, headcountSexes, staff, allStaff,
    shareLink, partManagers, partTeachers, partOthers, partMen, partWomen, present, absent,
    wholeThen,
    countColumn
  case countFiller
  case bodyOf, titleLead, dateLead
}

extension TermKey {
  /// Its key in the lexicon.
  var name: String { String(describing: self) }

  /// Whether commas and quotation marks between the words do not matter.
  var isLoose: Bool {
    switch self {
    case .numberLabel, .day, .month, .year, .authority, .about, .pointUnit, .tickedBox, .emptyBox:
      false
    default: true
    }
  }
}

/// The lexicon compiled for search: every word a number, every group a table of phrases.
struct Terms: Sendable {
  private(set) var vocabulary: Vocabulary
  private let table: Table

  /// What never changes, shared by all copies.
  private final class Table: Sendable {
    let sets: [PhraseSet]
    /// For each group, one bit a word: whether a phrase of the group begins with it.
    let starts: StartBits
    let numerals: NumeralTable
    let numeralWords: StartBits
    let nationalNames: [[UInt8]]
    let partyNames: [[UInt8]]
    let nationalWords: [[UInt8]]
    let mottos: [[UInt8]]
    let brokenNames: [[UInt8]]
    let longestName: Int
    let namePairs: [Bool]
    let types: TypeTable
    let legalOrgans: Set<String>
    let lexicon: Lexicon

    init(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) {
      var sets: [PhraseSet] = []
      for key in TermKey.allCases {
        sets.append(PhraseSet(lexicon[key.name], &vocabulary, isLoose: key.isLoose))
      }
      self.sets = sets
      starts = StartBits(sets.map(\.firstWords))
      numerals = NumeralTable(lexicon.numerals)
      numeralWords = StartBits([numerals.words.map { vocabulary.intern($0) }])
      nationalNames = lexicon["nationalName"].map(LetterRun.letters)
      partyNames = lexicon["partyName"].map(LetterRun.letters)
      nationalWords = lexicon["nationalName"].map(Terms.plainWord)
      mottos = lexicon["motto"].map(LetterRun.letters)
      brokenNames = nationalNames + mottos
      longestName = brokenNames.map(\.count).max() ?? 0
      var pairs = [Bool](repeating: false, count: 26 * 26)
      for name in brokenNames {
        for (first, second) in zip(name, name.dropFirst()) {
          pairs[Terms.pair(first, second)] = true
        }
      }
      namePairs = pairs
      types = TypeTable(lexicon, &vocabulary)
      legalOrgans = Set(lexicon.legalOrgans.flatMap(CriterionMatcher.parts))
      self.lexicon = lexicon
    }
  }

  init(_ lexicon: Lexicon) {
    var vocabulary = Vocabulary()
    table = Table(lexicon, &vocabulary)
    self.vocabulary = vocabulary
  }

  var numerals: NumeralTable { table.numerals }
  /// Whether a word is part of a number in words.
  func isNumeral(_ id: Int32) -> Bool { table.numeralWords.holds(id, in: 0) }
  /// Letter runs without marks of the national name.
  var nationalNames: [[UInt8]] { table.nationalNames }
  /// Letter runs without marks of the Party's name, which is among them.
  var partyNames: [[UInt8]] { table.partyNames }
  /// For each of them its longest word without any mark, in small letters; empty where it has none.
  var nationalWords: [[UInt8]] { table.nationalWords }
  private static func plainWord(_ name: String) -> [UInt8] {
    name.lowercased().split(separator: " ").map { Array($0.utf8) }
      .filter { $0.allSatisfy { (0x61...0x7A).contains($0) } }.max { $0.count < $1.count } ?? []
  }
  /// Letter runs without marks of the motto.
  var mottos: [[UInt8]] { table.mottos }
  /// What stands at the top of a paper and may be broken there: national names and mottos.
  var brokenNames: [[UInt8]] { table.brokenNames }
  /// Whether two letters stand side by side in one of them.
  func isInName(_ first: UInt8, _ second: UInt8) -> Bool {
    table.namePairs[Self.pair(first, second)]
  }
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first - 0x61) * 26 + Int(second - 0x61)
  }
  /// So many letters the longest of them has.
  var longestName: Int { table.longestName }
  var types: TypeTable { table.types }
  /// Short forms of the state's highest bodies, folded.
  var legalOrgans: Set<String> { table.legalOrgans }
  var lexicon: Lexicon { table.lexicon }

  /// Compiles further phrases, of a profile.
  mutating func compile(_ phrases: [String]) -> PhraseSet {
    PhraseSet(phrases, &vocabulary, isLoose: true)
  }

  /// Compiles further groups of phrases.
  mutating func compile(groups: [[String]]) -> PhraseSet {
    PhraseSet(groups: groups, &vocabulary, isLoose: true)
  }

  /// The words of a phrase as numbers, signs left out.
  mutating func wordIDs(_ phrase: String) -> [Int32] {
    FoldedText(phrase).tokens.filter { $0.kind == .word }.map { vocabulary.intern($0.folded) }
  }

  subscript(key: TermKey) -> PhraseSet { table.sets[Int(key.rawValue)] }

  /// The longest phrase of a group that begins at a token.
  func match(_ key: TermKey, _ ids: [Int32], at position: Int) -> PhraseSet.Match? {
    guard position >= 0, position < ids.count,
      table.starts.holds(ids[position], in: Int(key.rawValue))
    else { return nil }
    return table.sets[Int(key.rawValue)].match(ids, at: position)
  }
}

/// Which words begin a phrase of each group, as one table of bits: most words begin none, and
/// asking costs one look.
struct StartBits: Sendable {
  private let bits: [UInt64]
  private let stride: Int

  init(_ groups: [[Int32]]) {
    let top = groups.joined().map(Vocabulary.slot).max() ?? 0
    stride = top / 64 + 1
    var bits = [UInt64](repeating: 0, count: groups.count * stride)
    for (group, words) in groups.enumerated() {
      for slot in words.map(Vocabulary.slot) {
        bits[group * stride + slot / 64] |= 1 << (slot % 64)
      }
    }
    self.bits = bits
  }

  /// Whether a word begins a phrase of a group.
  func holds(_ id: Int32, in group: Int) -> Bool {
    guard id >= 0 else { return false }
    let slot = Vocabulary.slot(id)
    let word = slot / 64
    return word < stride && bits[group * stride + word] & (1 << (slot % 64)) != 0
  }
}

/// Folded words as small numbers.
struct Vocabulary: Sendable {
  static let unknown: Int32 = -1
  private static let unknownSign: Int32 = -2
  private static let firstSign: Int32 = 1 << 30
  private var ids: [String: Int32] = [:]

  /// The number of a word, given one where it has none.
  mutating func intern(_ folded: String) -> Int32 {
    if let id = ids[folded] { return id }
    let id = Int32(ids.count) + (Self.isSign(folded) ? Self.firstSign : 0)
    ids[folded] = id
    return id
  }

  /// The number of a word, or `unknown`.
  func id(_ folded: String) -> Int32 {
    ids[folded] ?? (Self.isSign(folded) ? Self.unknownSign : Self.unknown)
  }

  /// Whether a number is that of a sign.
  static func isSign(_ id: Int32) -> Bool { id == unknownSign || id >= firstSign }

  /// A known word's or sign's place in the order of interning, from 0.
  static func slot(_ id: Int32) -> Int { Int(id & (firstSign - 1)) }

  private static func isSign(_ folded: String) -> Bool {
    if let first = folded.utf8.first, first < 0x80 {
      return !(0x30...0x39).contains(first) && !(0x61...0x7A).contains(first | 0x20)
    }
    guard let scalar = folded.unicodeScalars.first else { return true }
    return !scalar.properties.isAlphabetic && !(0x30...0x39).contains(scalar.value)
  }
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
  private var starts = StartBits([])
  /// Signs that may stand between the words of a phrase, or be missing there.
  private var loose: Set<Int32> = []
  private static let looseSigns = [",", "\"", "-", "(", ")", "“", "&"]

  init() {}

  init(_ phrases: [String], _ vocabulary: inout Vocabulary, isLoose: Bool = false) {
    self.init(groups: phrases.map { [$0] }, &vocabulary, isLoose: isLoose)
  }

  /// Phrases in groups; a match tells the group.
  init(groups: [[String]], _ vocabulary: inout Vocabulary, isLoose: Bool = false) {
    if isLoose { loose = Set(Self.looseSigns.map { vocabulary.intern($0) }) }
    for (entry, phrases) in groups.enumerated() {
      for phrase in phrases {
        let ids = FoldedText(phrase).tokens
          .filter { !isLoose || $0.kind != .sign || !Self.looseSigns.contains($0.folded) }
          .map { vocabulary.intern($0.folded) }
        guard let first = ids.first else { continue }
        byFirst[first, default: []].append(Candidate(ids: ids, entry: entry))
      }
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.ids.count > $1.ids.count } }
    starts = StartBits([Array(byFirst.keys)])
  }

  /// The words that begin a phrase.
  var firstWords: [Int32] { Array(byFirst.keys) }

  /// The longest phrase that begins at a token.
  func match(_ ids: [Int32], at position: Int) -> Match? {
    guard position >= 0, position < ids.count, starts.holds(ids[position], in: 0),
      let candidates = byFirst[ids[position]]
    else { return nil }
    for candidate in candidates where position + candidate.ids.count <= ids.count {
      if let end = end(of: candidate.ids, in: ids, at: position) {
        return Match(end: end, entry: candidate.entry)
      }
    }
    return nil
  }

  private func end(of wanted: [Int32], in ids: [Int32], at start: Int) -> Int? {
    var position = start + 1
    for word in wanted.dropFirst() {
      var skipped = 0
      while !loose.isEmpty, skipped < 2, position < ids.count, ids[position] != word,
        loose.contains(ids[position])
      {
        position += 1
        skipped += 1
      }
      guard position < ids.count, ids[position] == word else { return nil }
      position += 1
    }
    return position
  }
}
