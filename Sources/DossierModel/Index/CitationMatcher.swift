/// Tells whether a file is the document that a text cites.
struct CitationMatcher: Sendable {
  /// A file as it is compared with citations.
  struct Target: Sendable {
    let file: IndexedFile
    let title: Set<String>
    let name: Set<String>
    let nameText: SlugText
    /// The words of its name, numbers without the zeros before them.
    let nameWords: Set<String>
    /// The words of weight in its name alone.
    let called: Set<String>
    /// The words of the criteria it is evidence for.
    let criteria: Set<String>
    /// The key of its type.
    let type: String?
    /// The folded symbol of its notation, without spaces.
    let symbol: String?

    /// The number of its notation.
    var number: Int? { file.facts.header.notation?.number }
    /// Whether a citation may be of it that has a single word of it.
    var hasLoneWord: Bool { title.count == 1 || name.count == 1 }
  }

  /// A citation as it is compared with files.
  struct Wanted: Sendable {
    let citation: Citation
    /// The words of weight in its title.
    let words: Set<String>
    /// The folded words of its notation's symbol.
    let symbol: [String]
    /// The key of its type.
    let type: String?
    /// The words by which a name says its type: the abbreviation, and the name of the type.
    let typeForms: [[String]]
  }

  private let light: Set<String>
  /// The types of documents: the folded name of each folded abbreviation.
  let types: [String: String]
  private var criteria: [String: Set<String>] = [:]

  init(lexicon: Lexicon, profile: Profile) {
    light = Set(lexicon["files-light-words"].flatMap { SlugText($0).words })
    types = Dictionary(
      lexicon.documentTypes.filter { !$0.abbreviation.isEmpty }.map {
        (Slug.fold($0.abbreviation), Slug.fold($0.name))
      }, uniquingKeysWith: { first, _ in first })
    for criterion in profile.allCriteria {
      let texts = [criterion.title.vietnamese] + criterion.words
      criteria[criterion.code] = heavy(texts.flatMap { SlugText($0).words })
    }
  }

  /// Prepares a file for comparison.
  func target(_ file: IndexedFile) -> Target {
    let title = SlugText(ItemScorer.title(of: file))
    let name = SlugText(FileName.stem(file.name))
    let folders = file.path.pathParts.dropLast().suffix(1).flatMap { SlugText($0).words }
    return Target(
      file: file, title: heavy(title.words), name: heavy(name.words + folders), nameText: name,
      nameWords: Set(name.words.map(Self.plainNumber)), called: heavy(name.words),
      criteria: file.placement.criteria.reduce(into: []) { $0.formUnion(criteria[$1] ?? []) },
      type: file.facts.header.typeAbbreviation.map(ItemScorer.typeKey),
      symbol: file.facts.header.notation.map { SlugText($0.symbol).words.joined() })
  }

  /// Prepares a citation for comparison with many files.
  func wanted(_ citation: Citation) -> Wanted {
    let symbol = citation.notation.map { SlugText($0.symbol).words } ?? []
    let type = citation.typeAbbreviation.map(ItemScorer.typeKey)
    let forms = (type ?? symbol.first).map { [[$0], types[$0].map { SlugText($0).words } ?? []] }
    return Wanted(
      citation: citation, words: words(of: citation), symbol: symbol, type: type,
      typeForms: forms ?? [])
  }

  /// Whether a citation may mean a file: by number and notation, by date and type, by title.
  func matches(_ wanted: Wanted, _ target: Target) -> Bool {
    let citation = wanted.citation
    if citation.basis == .named { return isCalled(wanted.words, target) }
    if let number = citation.notation?.number {
      if hasNotation(number, wanted, target) { return true }
      // Two different numbers are two documents, however alike their titles.
      if target.number != nil { return false }
      if let other = numberInName(of: target, type: wanted), other != number { return false }
    }
    let isOtherType = wanted.type != nil && target.type != nil && wanted.type != target.type
    if let date = citation.date, date == target.file.facts.header.date?.value,
      wanted.type != nil, !isOtherType, target.type != nil
    {
      return true
    }
    guard citation.title != nil else { return false }
    // A decision issues the regulation it carries: among the evidence a title alone does not fix the
    // type. A required document is never what another type's title means.
    guard
      !isOtherType || target.title.isEmpty
        || (citation.notation == nil && !target.criteria.isEmpty)
    else { return false }
    return isTitle(wanted.words, target)
  }

  /// The number that a name gives a document of the cited type ("QD 06 Quy che.pdf").
  private func numberInName(of target: Target, type wanted: Wanted) -> Int? {
    let words = target.nameText.words
    return wanted.typeForms.lazy.compactMap { form in
      NumberInName.place(of: form, in: words).flatMap {
        NumberInName.number(in: words, behind: $0 + form.count)
      }
    }.first
  }

  private func hasNotation(_ number: Int, _ wanted: Wanted, _ target: Target) -> Bool {
    if target.number == number, let symbol = target.symbol,
      Self.beginAlike(wanted.symbol.joined(), symbol)
    {
      return true
    }
    // "12-KH-THAS.pdf", "KH so 12.pdf": the number and the type in the name.
    guard target.nameWords.contains(String(number)) else { return false }
    let type = wanted.symbol.first ?? wanted.type ?? ""
    guard !type.isEmpty else { return false }
    return target.nameWords.contains(type)
      || types[type].map { target.nameText.contains(SlugText($0)) } ?? false
  }

  /// Whether one notation is the other or its beginning: people write "17/QĐ", and a narrow cell breaks
  /// "QĐ-TTVH" behind its first letters.
  private static func beginAlike(_ one: String, _ other: String) -> Bool {
    one.utf8.starts(with: other.utf8) || other.utf8.starts(with: one.utf8)
  }

  private func isTitle(_ wanted: Set<String>, _ target: Target) -> Bool {
    guard !wanted.isEmpty else { return false }
    let both = target.title.union(target.name)
    // What a piece of evidence is called often says less than the criterion it stands under.
    let all = both.union(target.criteria)
    if wanted.intersection(both).count >= 2, wanted.intersection(all).count * 10 >= wanted.count * 7
    {
      return true
    }
    for own in [target.title, target.name, both] where !own.isEmpty {
      let shared = wanted.intersection(own).count
      let least = min(wanted.count, own.count)
      if shared >= 2 || (shared == 1 && least == 1), shared * 10 >= wanted.count * 6 { return true }
      if shared >= 3, shared * 10 >= own.count * 8 { return true }
    }
    return false
  }

  /// Whether words are the name of a file, or the title of what it holds, but for a word or two.
  private func isCalled(_ words: Set<String>, _ target: Target) -> Bool {
    [target.title, target.called].contains { own in
      let shared = words.intersection(own).count
      return shared >= 2 && shared * 10 >= own.count * 8 && shared * 10 >= words.count * 6
    }
  }

  /// A number without the zeros before it.
  static func plainNumber(_ word: String) -> String {
    word.first == "0" ? String(word.drop { $0 == "0" }) : word
  }

  /// The words of weight in a citation's title.
  func words(of citation: Citation) -> Set<String> {
    citation.title.map { heavy(SlugText($0).words) } ?? []
  }

  /// The words of weight of a criterion; none where the regime's list is open.
  func words(ofCriterion code: String) -> Set<String> { criteria[code] ?? [] }

  /// The words of weight, types spelled out.
  func heavy(_ words: [String]) -> Set<String> {
    var result: Set<String> = []
    for word in words where !light.contains(word) {
      guard word.utf8.contains(where: { !(0x30...0x39).contains($0) }) else { continue }
      result.formUnion((types[word] ?? word).split(separator: " ").map(String.init))
    }
    return result
  }
}

/// The files of a dossier by what a citation can find them by.
///
/// Ten thousand files and a hundred citations are a million pairs; only those that share a word, a
/// number or a date are compared.
struct CitationIndex: Sendable {
  private let matcher: CitationMatcher
  private let targets: [CitationMatcher.Target]
  private var byWord: [String: [Int]] = [:]
  private var byDate: [CalendarDate: [Int]] = [:]

  init(_ files: [IndexedFile], matcher: CitationMatcher) {
    self.matcher = matcher
    targets = files.map { matcher.target($0) }
    for (place, target) in targets.enumerated() {
      var words = target.title.union(target.name)
      words.formUnion(target.nameText.words.map(CitationMatcher.plainNumber))
      if let number = target.file.facts.header.notation?.number { words.insert(String(number)) }
      for word in words { byWord[word, default: []].append(place) }
      if let date = target.file.facts.header.date?.value { byDate[date, default: []].append(place) }
    }
  }

  /// The positions of the files a citation may mean, in the order they were given.
  func places(of citation: Citation) -> [Int] {
    let wanted = matcher.wanted(citation)
    var candidates = places(withWordsOf: wanted)
    if let date = citation.date { candidates += byDate[date] ?? [] }
    if citation.basis != .named, let number = citation.notation?.number {
      // A file of another number is another document.
      candidates = candidates.filter { targets[$0].number == nil } + (byWord[String(number)] ?? [])
    }
    return Set(candidates).filter { matcher.matches(wanted, targets[$0]) }.sorted()
  }

  /// The files that share two words with a citation, or the only word that either has.
  private func places(withWordsOf wanted: CitationMatcher.Wanted) -> [Int] {
    var shared = [UInt8](repeating: 0, count: targets.count)
    var found: [Int] = []
    for word in wanted.words {
      for place in byWord[word] ?? [] {
        if shared[place] == 0 { found.append(place) }
        shared[place] = min(shared[place] + 1, 2)
      }
    }
    guard wanted.words.count > 1 else { return found }
    return found.filter { shared[$0] > 1 || targets[$0].hasLoneWord }
  }
}
