/// How well a file answers to an item, and by what.
struct ItemClaim: Sendable {
  /// The position of the file in the index.
  var file: Int
  /// The item's id.
  var item: String
  /// The strength; only claims to one item are compared.
  var score: Int
  /// The strongest ground.
  var reason: Placement.Reason
  /// Whether its name calls it a draft or a copy.
  var isDraft: Bool
  /// Whether it stands among the evidence, so that any other file goes before it.
  var isEvidence: Bool
}

/// Weighs what a file's folder, title, notation, table and name say for each document item.
struct ItemScorer: Sendable {
  private struct Words: Sendable {
    let item: DossierItem
    let titles: WordSet
    let names: WordSet
    let nots: WordSet
    let types: Set<String>
  }

  private enum Weight {
    static let declared = 10_000
    static let folder = 40
    static let title = 60
    static let type = 10
    static let table = 45
    static let name = 16
    static let wholeName = 6
    /// A name beside a title that says the same.
    static let nameWithTitle = 3
    static let notation = 10
    static let meeting = 8
    static let year = 20
    static let unit = 16
    static let draft = -40
    static let picture = -20
    static let enough = 20
  }

  private let items: [Words]
  private let typeOwners: Set<String>
  private let drafts: WordSet
  private let declared: DeclaredPaths
  private let paths: PathReader
  private let units: UnitNames

  init(profile: Profile, lexicon: Lexicon, declaration: Declaration, units: UnitNames) {
    items = profile.items.filter { $0.kind == .document }.map { item in
      Words(
        item: item, titles: WordSet(item.titleWords), names: WordSet(item.nameWords),
        nots: WordSet(item.notWords), types: item.typeKeys)
    }
    typeOwners = Set(profile.items.flatMap(\.typeKeys))
    drafts = WordSet(lexicon["files-drafts"])
    declared = DeclaredPaths(declaration.items, arePaths: declaration.isPacked)
    paths = PathReader(profile: profile)
    self.units = units
  }

  static func typeKey(_ type: String) -> String { Slug.fold(type) }

  /// The claims of one file, one an item it could be.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - position: its position in the index.
  ///   - reading: what its path says.
  ///   - year: the assessed year, where it is known already.
  ///   - unit: the unit, where it is known already.
  func claims(
    of file: IndexedFile, at position: Int, reading: PathReading, year: Int?, unit: String?
  ) -> [ItemClaim] {
    let stem = FileName.stem(file.name)
    let name = SlugText(stem)
    let title = SlugText(Self.title(of: file))
    let isDraft = drafts.matches(name, text: stem) || Self.hasCopyNumber(stem)
    let declared = declared.names(of: file.path)
    return items.compactMap { words in
      var claim = ItemClaim(
        file: position, item: words.item.id, score: 0, reason: .none, isDraft: isDraft,
        isEvidence: reading.isEvidence
          && !(words.item.mayBeSeveral && reading.isByNumberAlone))
      if declared.contains(words.item.id) {
        claim.score = Weight.declared
        claim.reason = .declared
        claim.isEvidence = false
        return claim
      }
      weigh(&claim, file, words, name: name, title: title, stem: stem, reading: reading)
      guard claim.score >= Weight.enough else { return nil }
      adjust(&claim, file, year: year, unit: unit)
      return claim
    }
  }

  /// Whether a path is declared to be an item's.
  func isDeclared(_ path: String) -> Bool { !declared.names(of: path).isEmpty }

  /// The words above the text that say what a document is.
  static func title(of file: IndexedFile) -> String {
    [file.facts.header.typeName, file.facts.header.subject].compactMap { $0 }
      .joined(separator: " ")
  }

  /// Whether a name ends in the number that systems give a copy ("báo cáo (1)").
  static func hasCopyNumber(_ stem: String) -> Bool {
    guard stem.last == ")", let open = stem.lastIndex(of: "("), open > stem.startIndex else {
      return false
    }
    let inside = stem[stem.index(after: open)...].dropLast()
    return (1...2).contains(inside.count) && inside.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// The item whose type the name of an unreadable file abbreviates beside a number ("149 BC-TTYT"),
  /// where that type is of no other item and hardly anything else is in the name.
  func itemOfTypeInName(_ file: IndexedFile, year: Int?) -> (item: String, written: String)? {
    let stem = FileName.stem(file.name)
    let name = SlugText(stem)
    let numbers = name.words.compactMap { Int($0) }
    let words = name.words.filter { Int($0) == nil }
    guard !numbers.isEmpty, words.count <= 2 else { return nil }
    let years = numbers.filter { (1990...2100).contains($0) }
    if let year, !years.isEmpty, !years.contains(where: { abs($0 - year) <= 1 }) { return nil }
    let owners = items.filter { !$0.types.isDisjoint(with: words) }
    guard owners.count == 1, let owner = owners.first, !owner.nots.matches(name, text: stem),
      let written = words.first(where: owner.types.contains)
    else { return nil }
    return (owner.item.id, written.uppercased())
  }

  private func weigh(
    _ claim: inout ItemClaim, _ file: IndexedFile, _ words: Words, name: SlugText,
    title: SlugText, stem: String, reading: PathReading
  ) {
    let isInFolder = reading.itemFolder?.item == words.item.id
    // Papers that may be several lie beside what they belong to.
    let isElsewhere =
      reading.itemFolder != nil && !isInFolder && !words.item.mayBeSeveral
    let type = file.facts.header.typeAbbreviation.map(Self.typeKey)
    // A type without an abbreviation ("BIỂU ĐIỂM") is none of those that have one.
    let isOtherType =
      !words.types.isEmpty
      && (type.map { !words.types.contains($0) } ?? (file.facts.header.typeName != nil))
    let isForbidden =
      words.nots.matches(title) || (title.isEmpty && words.nots.matches(name, text: stem))
    // What a document says of itself against an item weighs more than the folder it lies in.
    if isForbidden || (isOtherType && !title.isEmpty) {
      if isInFolder, !isClearlyOther(file, words, type) {
        claim.score = Weight.folder / 2
        claim.reason = .folder(reading.itemFolder?.folder ?? "")
      }
      return
    }
    var best: (weight: Int, reason: Placement.Reason) = (0, .none)
    func add(_ weight: Int, _ reason: Placement.Reason) {
      claim.score += weight
      if weight > best.weight { best = (weight, reason) }
    }
    var hasTitle = false
    if let match = words.titles.longestMatch(in: title), !isElsewhere {
      hasTitle = true
      add(Weight.title + min(match.words, 15), .title(match.written))
    }
    if let type, words.types.contains(type), hasTitle || isInFolder { claim.score += Weight.type }
    if isInFolder { add(Weight.folder, .folder(reading.itemFolder?.folder ?? "")) }
    if words.item.role == .scoreSheet, let sheet = file.facts.scoreSheets.first,
      type == nil || !typeOwners.contains(type ?? ""), !isElsewhere
    {
      add(Weight.table, .title(sheet.rows.first?.written ?? ""))
    }
    if words.item.role == .minutes, file.facts.minutes?.chair != nil, claim.score > 0 {
      claim.score += Weight.meeting
    }
    if let weight = nameWeight(name, stem, words), !isElsewhere {
      // A generic name says nothing beside a title that says something else.
      if title.isEmpty || hasTitle || isInFolder || weight.words > 2 {
        let isWhole = name.words.count { $0.first?.isLetter ?? false } <= weight.words
        let strength = Weight.name + 3 * min(weight.words, 14) + (isWhole ? Weight.wholeName : 0)
        add(hasTitle ? Weight.nameWithTitle : strength, .fileName(weight.written))
      }
    }
    if let notation = file.facts.header.notation,
      // The Party writes "BC/ĐU"; a year may stand before the type.
      let kind = notation.symbolParts.first(where: { Int($0) == nil }),
      words.types.contains(Self.typeKey(String(kind)))
    {
      let isAlone = claim.score == 0 && title.isEmpty && !isElsewhere
      if isAlone {
        add(Weight.enough, .notation(notation.symbol))
      } else if claim.score > 0 {
        claim.score += Weight.notation
      }
    }
    claim.reason = isInFolder ? .folder(reading.itemFolder?.folder ?? "") : best.reason
  }

  /// Whether a document in an item's folder is by its own words one of the other items.
  private func isClearlyOther(_ file: IndexedFile, _ words: Words, _ type: String?) -> Bool {
    guard let type, typeOwners.contains(type), !words.types.contains(type) else { return false }
    let title = SlugText(Self.title(of: file))
    return items.contains { other in
      other.item.id != words.item.id && other.types.contains(type)
        && other.titles.matches(title) && !other.nots.matches(title)
    }
  }

  private func nameWeight(
    _ name: SlugText, _ stem: String, _ words: Words
  ) -> (written: String, words: Int)? {
    guard !words.nots.matches(name, text: stem) else { return nil }
    let byName = words.names.longestMatch(in: name, text: stem)
    let byTitle = words.titles.longestMatch(in: name, text: stem)
    guard let byTitle, byTitle.words > (byName?.words ?? 0) else { return byName }
    // "Báo cáo tự đánh giá …" and "Biên bản tự đánh giá …" share all but the first words.
    return (byTitle.written, byTitle.words + (byName?.words ?? 0))
  }

  private func adjust(_ claim: inout ItemClaim, _ file: IndexedFile, year: Int?, unit: String?) {
    if claim.isDraft { claim.score += Weight.draft }
    if file.format.isPicture { claim.score += Weight.picture }
    if let year, let stated = file.facts.assessedYear?.value {
      claim.score += stated == year ? Weight.year : -Weight.year
    }
    if let unit, let body = file.facts.header.issuingBody,
      !units.mayBeSame(body, unit, superior: file.facts.header.superiorBody)
    {
      claim.score -= Weight.unit
    }
    // Whatever it lost, it stays a candidate.
    claim.score = max(claim.score, 1)
  }
}

extension DossierItem {
  /// The types of document it may be, as they are compared.
  var typeKeys: Set<String> { Set(types.map(ItemScorer.typeKey)) }
}

extension FileFormat {
  /// Whether it is a picture.
  var isPicture: Bool {
    switch self {
    case .jpeg, .png, .gif, .tiff, .bmp, .webp, .heic, .svg: true
    default: false
    }
  }

  /// Whether one paper may be in it: no picture, recording or archive.
  var mayBeDocument: Bool {
    switch self {
    case .mp4, .mp3, .avi, .wav, .zip, .rar, .gzip, .tar, .sevenZip: false
    default: !isPicture
    }
  }
}
