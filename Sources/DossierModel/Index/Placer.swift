/// The steps by which files are placed.
struct Placer {
  private(set) var files: [IndexedFile]
  let units: UnitNames
  private let declaration: Declaration
  private let profile: Profile
  private let temporary: TemporaryNames
  private var seen = TemporaryNames.Memory()
  private let paths: PathReader
  private let scorer: ItemScorer
  private let chooser: ItemChooser
  private let citations: CitationMatcher
  private var readings: [PathReading] = []
  private var isOpen: [Bool] = []

  /// The name of the file that declares.
  static let declarationName = "dossier.yaml"

  init(files: [IndexedFile], declaration: Declaration, profile: Profile, lexicon: Lexicon) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.declaration = declaration
    self.profile = profile
    units = UnitNames(lexicon: lexicon)
    temporary = TemporaryNames(lexicon: lexicon)
    paths = PathReader(profile: profile)
    scorer = ItemScorer(
      profile: profile, lexicon: lexicon, declaration: declaration, units: units)
    chooser = ItemChooser(lexicon: lexicon)
    citations = CitationMatcher(lexicon: lexicon, profile: profile)
  }

  /// Sets aside what is ignored or temporary, and places evidence by declaration and path.
  mutating func placeByNameAlone() {
    let ignore = declaration.ignore.map(GlobPattern.init)
    let declared = DeclaredPaths(declaration.evidence, arePaths: declaration.isPacked)
    readings = paths.read(files.map(\.path))
    isOpen = []
    for position in files.indices {
      files[position].placement = Placement()
      isOpen.append(placeByName(position, ignore: ignore, declared: declared))
    }
  }

  /// Whether the file may still become an item.
  private mutating func placeByName(
    _ position: Int, ignore: [GlobPattern], declared: DeclaredPaths
  ) -> Bool {
    let path = files[position].path
    if path == Self.declarationName || path == declaration.profileFile {
      files[position].placement.reason = .ignored(Self.declarationName)
      return false
    }
    if let pattern = ignore.first(where: { $0.matches(path, anywhere: true) }) {
      files[position].placement.reason = .ignored(pattern.text)
      return false
    }
    if temporary.contains(path, &seen) {
      files[position].placement.reason = .temporary
      return false
    }
    guard files[position].kind == .regular else { return false }
    let codes = declared.names(of: path).sorted()
    if !codes.isEmpty {
      readings[position].criteria = codes
      placeAsEvidence(position, codes, .declared)
    } else if let folder = readings[position].evidenceFolder, !readings[position].nameGaveCriteria {
      placeAsEvidence(position, readings[position].criteria, .folder(folder))
    } else if let code = readings[position].evidenceCode {
      placeAsEvidence(position, readings[position].criteria, .evidenceCode(code))
    } else if readings[position].nameGaveCriteria, !readings[position].criteria.isEmpty {
      let codes = readings[position].criteria
      placeAsEvidence(position, codes, .fileName(codes.joined(separator: ", ")))
    }
    return true
  }

  private mutating func placeAsEvidence(
    _ position: Int, _ codes: [String], _ reason: Placement.Reason
  ) {
    guard let item = profile.evidenceItem?.id ?? (codes.isEmpty ? nil : "") else { return }
    files[position].placement.item = item.isEmpty ? nil : item
    files[position].placement.criteria = Set(codes).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    files[position].placement.reason = reason
  }

  /// Chooses the files of every document item.
  func chooseItems(year: Int?, unit: String?) -> ItemChoices {
    var open: [String: [ItemClaim]] = [:]
    var amongEvidence: [String: [ItemClaim]] = [:]
    for position in files.indices
    where isOpen[position] && files[position].size > 0 && mayBeItem(position) {
      let claims = scorer.claims(
        of: files[position], at: position, reading: readings[position], year: year, unit: unit)
      guard let best = claims.map(\.score).max() else { continue }
      for claim in claims where claim.isEvidence {
        amongEvidence[claim.item, default: []].append(claim)
      }
      // A file is one item: the one it answers to best, nothing where two are equal.
      let strongest = claims.filter { !$0.isEvidence && $0.score == best }
      if strongest.count == 1 { open[strongest[0].item, default: []].append(strongest[0]) }
    }
    var choices = ItemChoices()
    for item in profile.items where item.kind == .document {
      let claims = open[item.id] ?? []
      let isDeclared = !declaration.isPacked && !(declaration.items[item.id] ?? []).isEmpty
      // What is declared wins over every guess, also where the declared file is not there.
      choices.byItem[item.id] =
        isDeclared && !claims.contains { $0.reason == .declared }
        ? ItemChooser.Choice(others: claims) : choose(claims, for: item)
    }
    addFromEvidence(amongEvidence, to: &choices)
    addByTypeInName(to: &choices, year: year)
    return choices
  }

  private func choose(_ claims: [ItemClaim], for item: DossierItem) -> ItemChooser.Choice {
    item.mayBeSeveral
      ? ItemChooser.Choice(chosen: claims) : chooser.choose(claims, files: files)
  }

  /// Lets a file that cannot be read be the item whose type its name abbreviates, where it is the
  /// only one and no other file has anything of that item.
  private func addByTypeInName(to choices: inout ItemChoices, year: Int?) {
    let claimed = Set(
      choices.byItem.values.flatMap { $0.chosen + $0.tied + $0.others }.map(\.file))
    var found: [String: [ItemClaim]] = [:]
    for position in files.indices where isOpen[position] && !claimed.contains(position) {
      let file = files[position]
      let reading = readings[position]
      guard file.size > 0, !file.hasText, file.facts.header.typeName == nil,
        file.format.mayBeDocument, !reading.isEvidence, reading.itemFolder == nil,
        reading.evidenceCode == nil,
        let named = scorer.itemOfTypeInName(file, year: year)
      else { continue }
      found[named.item, default: []].append(
        ItemClaim(
          file: position, item: named.item, score: 1, reason: .fileName(named.written),
          isDraft: false, isEvidence: false))
    }
    for (item, claims) in found where claims.count == 1 {
      guard let choice = choices.byItem[item], choice.chosen.isEmpty, choice.tied.isEmpty,
        choice.others.isEmpty, (declaration.items[item] ?? []).isEmpty
      else { continue }
      choices.byItem[item] = ItemChooser.Choice(chosen: claims)
    }
  }

  /// Whether a file can become an item: among the evidence only one that bears the title of a type,
  /// or that is declared.
  private func mayBeItem(_ position: Int) -> Bool {
    !readings[position].isEvidence || readings[position].isByNumberAlone
      || files[position].facts.header.typeAbbreviation != nil
      || scorer.isDeclared(files[position].path)
  }

  /// Lets a document among the evidence be an item where no file elsewhere is, and where the
  /// dossier has no folders of its own for the items.
  ///
  /// A required item that lies among the evidence while others do not is evidence: it is missing
  /// where it belongs. Only a dossier all of whose documents lie so is arranged that way.
  private func addFromEvidence(_ claims: [String: [ItemClaim]], to choices: inout ItemChoices) {
    let hasItemFolders = choices.byItem.values.contains { choice in
      (choice.chosen + choice.tied).contains { claim in
        if case .folder = claim.reason { true } else { false }
      }
    }
    guard !hasItemFolders else { return }
    let isApart = choices.byItem.values.contains { !$0.chosen.isEmpty || !$0.tied.isEmpty }
    for item in profile.items
    where item.kind == .document && !(isApart && item.isRequired)
      && !item.mayBeSeveral
    {
      guard let choice = choices.byItem[item.id], choice.chosen.isEmpty, choice.tied.isEmpty else {
        continue
      }
      let types = item.typeKeys
      let titled = (claims[item.id] ?? []).filter { claim in
        guard case .title = claim.reason, !claim.isDraft,
          let type = files[claim.file].facts.header.typeAbbreviation
        else { return false }
        return types.contains(ItemScorer.typeKey(type))
      }
      let chosen = chooser.choose(titled, files: files)
      if chosen.tied.isEmpty { choices.byItem[item.id] = chosen }
    }
  }

  /// Writes the choices into the files.
  mutating func place(_ choices: ItemChoices) {
    for item in profile.items where item.mayBeSeveral {
      for claim in choices.byItem[item.id]?.chosen ?? [] {
        // "Phiếu đánh giá tiêu chí 1.1" is about the criterion, and no evidence for it.
        guard case .fileName = files[claim.file].placement.reason else { continue }
        files[claim.file].placement.criteria = []
      }
    }
    for (item, choice) in choices.byItem {
      for claim in choice.chosen { place(claim, item, isAlternative: false) }
      for claim in choice.tied { place(claim, item, isAlternative: true) }
      for claim in choice.others where !claim.isEvidence && Self.isStrong(claim) {
        place(claim, item, isAlternative: true)
      }
    }
    // An empty file in an item's folder lies where it belongs, although it is none.
    for position in files.indices
    where isOpen[position] && files[position].placement.reason == .none {
      guard let (item, folder) = readings[position].itemFolder else { continue }
      files[position].placement.item = item
      files[position].placement.reason = .folder(folder)
      files[position].placement.isAlternative = true
    }
  }

  /// Whether a claim that gave way still says what the file is: a general word of its name does not.
  private static func isStrong(_ claim: ItemClaim) -> Bool {
    switch claim.reason {
    case .fileName, .notation, .none: false
    default: true
    }
  }

  private mutating func place(_ claim: ItemClaim, _ item: String, isAlternative: Bool) {
    files[claim.file].placement.item = item
    files[claim.file].placement.reason = claim.reason
    files[claim.file].placement.isAlternative = isAlternative
  }

  /// The citations that mean a file: where one gives its very day, none that gives another means it.
  ///
  /// Numbers begin anew every year.
  private static func meant(_ citations: [Citation], by file: IndexedFile) -> [Citation] {
    guard let date = file.facts.header.date?.value, citations.contains(where: { $0.date == date })
    else { return citations }
    return citations.filter { $0.date == nil || $0.date == date }
  }

  /// Places what is left where a required document cites it.
  mutating func placeByCitations() {
    guard let evidence = profile.evidenceItem?.id else { return }
    let open = files.indices.filter { position in
      isOpen[position] && files[position].placement.criteria.isEmpty
        && !files[position].placement.isAlternative
        && (files[position].placement.item == nil || files[position].placement.item == evidence)
    }
    guard !open.isEmpty else { return }
    let cited = files.filter { $0.placement.item != nil && $0.placement.item != evidence }
      .filter { !$0.placement.isAlternative }.flatMap(\.facts.citations)
    let codes = Set(profile.allCriteria.map(\.code))
    let index = CitationIndex(open.map { files[$0] }, matcher: citations)
    var found: [Int: [Citation]] = [:]
    for citation in cited {
      for place in index.places(of: citation) { found[open[place], default: []].append(citation) }
    }
    for position in open {
      let matches = Self.meant(found[position] ?? [], by: files[position])
      guard let first = matches.first else { continue }
      let criteria = Set(matches.compactMap(\.criterion)).filter(codes.contains)
      files[position].placement.item = evidence
      files[position].placement.criteria = criteria.sorted()
      files[position].placement.reason = .citation(first.quote)
    }
  }
}
