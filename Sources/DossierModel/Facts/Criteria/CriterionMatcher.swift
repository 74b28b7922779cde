/// Knows the profile's criteria by code, by place in the tree and by meaning.
struct CriterionMatcher: Sendable {
  /// A criterion as the matcher keeps it.
  struct Entry: Sendable {
    var code: String
    var parent: Int?
    var children: [Int]
    var maximum: Points?
    /// The code cut into digits and letters ("1", "a").
    var parts: [String]
    /// The position among its siblings, from 1.
    var position: Int
    var isLeaf: Bool { children.isEmpty }
  }

  /// What a label or mention points to.
  enum Target: Sendable, Hashable {
    case known(Int)
    /// A number that looks like a criterion's and is none.
    case unknown(String)
  }

  private(set) var entries: [Entry] = []
  private(set) var groups: [Int] = []
  private let meaning: MeaningTable
  let mentionWords: PhraseSet
  let maximum: Points?

  init(_ profile: Profile, _ terms: inout Terms) {
    var entries: [Entry] = []
    var wordings: [[String]] = []
    func add(_ criterion: Criterion, parent: Int?, position: Int) -> Int {
      let index = entries.count
      entries.append(
        Entry(
          code: criterion.code, parent: parent, children: [], maximum: criterion.maximum,
          parts: Self.parts(of: criterion.code), position: position))
      wordings.append([criterion.title.vietnamese] + criterion.words)
      let children = criterion.children.enumerated().map {
        add($1, parent: index, position: $0 + 1)
      }
      entries[index].children = children
      return index
    }
    groups = profile.criteria.enumerated().map { add($1, parent: nil, position: $0 + 1) }
    self.entries = entries
    meaning = MeaningTable(wordings, &terms)
    mentionWords = terms.compile(profile.criterionWords + terms.lexicon["groupMention"])
    maximum = profile.scoring?.maximum
  }

  /// The digits and letters of a code apart, lowercase.
  static func parts(of code: String) -> [String] {
    FoldedText(code).tokens.filter { $0.kind != .sign }.map(\.folded)
  }

  /// The position of a code.
  func index(of code: String) -> Int? { entries.firstIndex { $0.code == code } }

  /// Whether one entry is the other or stands above it.
  func isAncestor(_ index: Int, of other: Int) -> Bool {
    var current: Int? = other
    while let at = current {
      if at == index { return true }
      current = entries[at].parent
    }
    return false
  }

  /// The uppermost group of an entry.
  func root(of index: Int) -> Int {
    var current = index
    while let parent = entries[current].parent { current = parent }
    return current
  }

  // MARK: By label

  /// What the parts of a label point to, from the top of the tree.
  func resolve(_ parts: [Label.Part]) -> Target {
    let texts = parts.map(Self.text)
    if let index = entries.firstIndex(where: { $0.parts == texts }) { return .known(index) }
    guard let first = parts.first, let group = top(first) else {
      return .unknown(texts.joined())
    }
    return descend(from: group, parts.dropFirst())
  }

  /// The group or criterion whose code is a label as it stands: "B", "A1".
  func exact(_ parts: [Label.Part]) -> Int? {
    let texts = parts.map(Self.text)
    return entries.firstIndex { $0.parts == texts }
  }

  /// Whether all groups are letters and the one of this letter, where there is one, lists its
  /// criteria: the letter with a number can only be a criterion's code then.
  func isOfLetters(_ letter: String) -> Bool {
    guard !groups.isEmpty else { return false }
    return groups.allSatisfy { index in
      let parts = entries[index].parts
      guard parts.count == 1, parts[0].utf8.count == 1,
        parts[0].utf8.allSatisfy({ (0x61...0x7A).contains($0) })
      else { return false }
      return parts[0] != letter || !entries[index].isLeaf
    }
  }

  /// What a label points to below a group.
  func resolve(_ parts: [Label.Part], below parent: Int) -> Target {
    descend(from: parent, parts[...])
  }

  private func descend(from start: Int, _ parts: ArraySlice<Label.Part>) -> Target {
    var current = start
    for part in parts {
      guard !entries[current].isLeaf else { return .known(current) }
      guard let child = child(part, of: current) else {
        return .unknown(entries[current].code + Self.text(part))
      }
      current = child
    }
    return .known(current)
  }

  private func top(_ part: Label.Part) -> Int? {
    let text = Self.text(part)
    if let index = groups.first(where: { entries[$0].parts == [text] }) { return index }
    let position = Self.position(part)
    return groups.first { entries[$0].position == position }
  }

  private func child(_ part: Label.Part, of parent: Int) -> Int? {
    let children = entries[parent].children
    let text = Self.text(part)
    if let index = children.first(where: { entries[$0].parts.last == text }) { return index }
    if case .letter = part,
      children.contains(where: { entries[$0].parts.last?.utf8.first.map { $0 > 0x39 } ?? false })
    {
      return nil
    }
    let position = Self.position(part)
    return children.first { entries[$0].position == position }
  }

  static func text(_ part: Label.Part) -> String {
    switch part {
    case .roman(let value), .arabic(let value): String(value)
    case .letter("d9"): "đ"
    case .letter(let letter): letter
    }
  }

  private static func position(_ part: Label.Part) -> Int {
    switch part {
    case .roman(let value), .arabic(let value): value
    case .letter(let letter): Label.position(of: letter)
    }
  }

  // MARK: By meaning

  /// How well some words fit each criterion, the best first.
  func meanings(of ids: ArraySlice<Int32>) -> [MeaningTable.Fit] { meaning.fits(ids) }

  /// The criterion that words speak of, where one stands out.
  ///
  /// - Parameter among: the entries to choose from; nothing for all.
  func meaning(
    of ids: ArraySlice<Int32>, among: [Int]? = nil, atLeast threshold: Double = 0.6
  ) -> Int? {
    let fits = meaning.fits(ids).filter { among?.contains($0.entry) ?? true }
    guard let best = fits.first, best.coverage >= threshold else { return nil }
    if fits.count > 1, fits[1].coverage >= threshold, fits[1].weight > best.weight * 0.9,
      fits[1].coverage > best.coverage * 0.95
    {
      return nil
    }
    return best.entry
  }

  /// How well words fit one entry, 0 to 1.
  func fit(_ ids: ArraySlice<Int32>, to entry: Int) -> Double {
    meaning.fits(ids).first { $0.entry == entry }?.coverage ?? 0
  }
}

/// Criteria by the syllables and pairs of syllables of their wordings, rare ones weighing more.
struct MeaningTable: Sendable {
  /// How well a text fits an entry.
  struct Fit: Sendable {
    var entry: Int
    /// The part of the best wording that the text holds, 0 to 1.
    var coverage: Double
    /// The weight of what it holds.
    var weight: Double
  }
  private struct Wording: Sendable {
    var entry: Int
    var features: [UInt64]
    var weight: Double
  }

  private var wordings: [Wording] = []
  private var weights: [UInt64: Double] = [:]
  private var byFeature: [UInt64: [Int]] = [:]

  init(_ groups: [[String]], _ terms: inout Terms) {
    var entries: [[[UInt64]]] = []
    for phrases in groups {
      entries.append(phrases.map { Self.features(terms.wordIDs($0)[...]) })
    }
    var frequency: [UInt64: Int] = [:]
    for phrases in entries {
      for feature in Set(phrases.joined()) { frequency[feature, default: 0] += 1 }
    }
    for (feature, count) in frequency {
      let rarity = 1 / Double(count)
      weights[feature] = feature >> 32 == 0 ? rarity : rarity * 1.5
    }
    for (entry, phrases) in entries.enumerated() {
      for features in phrases where !features.isEmpty {
        let weight = features.reduce(0) { $0 + (weights[$1] ?? 0) }
        for feature in features { byFeature[feature, default: []].append(wordings.count) }
        wordings.append(Wording(entry: entry, features: features, weight: weight))
      }
    }
  }

  /// Single words, and pairs as two numbers in one, each once and in order.
  private static func features(_ ids: ArraySlice<Int32>) -> [UInt64] {
    var found: [UInt64] = []
    found.reserveCapacity(2 * ids.count)
    var previous: Int32?
    for id in ids where !Vocabulary.isSign(id) {
      guard id != Vocabulary.unknown else {
        previous = nil
        continue
      }
      found.append(UInt64(id) + 1)
      if let previous { found.append((UInt64(previous) + 1) << 32 | (UInt64(id) + 1)) }
      previous = id
    }
    found.sort()
    var last: UInt64 = 0
    found.removeAll { feature in
      defer { last = feature }
      return feature == last
    }
    return found
  }

  func fits(_ ids: ArraySlice<Int32>) -> [Fit] {
    var held = [Double](repeating: 0, count: wordings.count)
    for feature in Self.features(ids.prefix(120)) {
      guard let weight = weights[feature] else { continue }
      for wording in byFeature[feature] ?? [] { held[wording] += weight }
    }
    var best: [Int: Fit] = [:]
    for (position, weight) in held.enumerated() where weight > 0 {
      let wording = wordings[position]
      let fit = Fit(entry: wording.entry, coverage: weight / wording.weight, weight: weight)
      guard fit.coverage >= 0.25 else { continue }
      if let known = best[wording.entry], Self.rank(known) >= Self.rank(fit) { continue }
      best[wording.entry] = fit
    }
    return best.values.sorted { (Self.rank($1), $0.entry) < (Self.rank($0), $1.entry) }
  }

  /// Much said and most of the wording held: both count.
  private static func rank(_ fit: Fit) -> Double { fit.coverage * fit.coverage * fit.weight }
}
