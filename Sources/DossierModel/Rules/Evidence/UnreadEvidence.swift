/// The evidence that could not be read, scans mostly: what a text cites may be one of them.
///
/// A name tells little of what a scan shows: "Quyết định thành lập Ban chỉ đạo.pdf" may well be the
/// decision that is cited by its number. Only a name that speaks against it says something.
struct UnreadEvidence {
  /// A file whose name says something.
  private struct Named {
    let criteria: Set<String>
    /// The types of document the name gives, each with the number behind it, where there is one: in
    /// "TC 2.4 Quyết định …" the criterion's looks like a notice's.
    let types: [String: Int?]
    /// Whether it says what type it is, be it one without an abbreviation; many do not ("Danh hiệu
    /// LĐTT 2023.pdf").
    let saysType: Bool
    /// Whether it is called after what a decision issues ("Nội quy cơ quan.pdf").
    let isIssued: Bool
    let isPicture: Bool
    let words: Set<String>
  }

  private let matcher: CitationMatcher
  private let parents: [String: String]
  /// The words that name a type, with its folded abbreviation.
  private let forms: [(type: String, words: [String])]
  /// The words of the types that have no abbreviation ("danh sách").
  private let plainForms: [[String]]
  /// The criteria of the scans whose names say nothing.
  private var codes: Set<String> = []
  /// The criteria of the photos whose names say nothing.
  private var photographed: Set<String> = []
  private var isAnyLoose = false
  private var named: [Named] = []
  /// What a decision issues, and the type of that decision.
  private let issued: WordSet
  private let issuingType: String?

  init(_ subject: AuditSubject, matcher: CitationMatcher) {
    self.matcher = matcher
    var parents: [String: String] = [:]
    for criterion in subject.profile.allCriteria {
      for child in criterion.children { parents[child.code] = criterion.code }
    }
    self.parents = parents
    forms = matcher.types.flatMap { type, name in
      [(type, [type]), (type, name.split(separator: " ").map(String.init))]
    }
    issued = WordSet(subject.lexicon["files-issued-words"])
    issuingType = subject.lexicon.foundingType.map(Slug.fold)
    plainForms = subject.lexicon.documentTypes.filter(\.abbreviation.isEmpty).flatMap {
      ([$0.name] + $0.otherNames).map { SlugText($0).words }
    }
    let light = Set(
      subject.lexicon["files-meaningless"].flatMap { SlugText($0).words }
        + subject.lexicon["files-versions"].flatMap { SlugText($0).words }
        + subject.lexicon["files-evidence-words"].flatMap { SlugText($0).words })
    for file in subject.ownFiles where !file.hasText && file.size > 0 {
      let words = SlugText(FileName.stem(file.name)).words
      if Self.saysNothing(words, light: light) {
        if file.format.isPicture {
          photographed.formUnion(file.placement.criteria)
          continue
        }
        codes.formUnion(file.placement.criteria)
        isAnyLoose = isAnyLoose || file.placement.criteria.isEmpty
      } else if file.placement.item == nil || !file.placement.criteria.isEmpty
        || file.placement.item == subject.profile.evidenceItem?.id
      {
        add(file, words)
      }
    }
  }

  /// Whether a cited document may be one of them.
  func mayHold(_ citation: Citation) -> Bool {
    if isAnyLoose || named.contains(where: { mayBe($0, citation) }) { return true }
    if citation.criterion == nil {
      // A scan stands for its criterion: what a title says may be far from it.
      let title = matcher.words(of: citation)
      return codes.contains { code in
        let words = matcher.words(ofCriterion: code)
        return Self.mayMean(title, words)
      }
    }
    // Photos show what was done; of a paper only where the criterion asks for that very paper.
    return mayStand(citation, under: codes.union(photographed))
  }

  private mutating func add(_ file: IndexedFile, _ words: [String]) {
    let opening =
      plainForms.compactMap { NumberInName.place(of: $0, in: words) }.min() ?? words.count
    var types: [String: Int?] = [:]
    var own: Set<String> = []
    for form in forms {
      guard let place = NumberInName.place(of: form.words, in: words) else { continue }
      let number = NumberInName.number(in: words, behind: place + form.words.count)
      // "Danh sách người có kế hoạch tự học.pdf" is a list and no plan.
      guard place < opening || number != nil else { continue }
      types.updateValue(types[form.type].flatMap(\.self) ?? number, forKey: form.type)
      own.formUnion(form.words)
    }
    named.append(
      Named(
        criteria: Set(file.placement.criteria), types: types,
        saysType: !types.isEmpty || opening < words.count,
        isIssued: issued.matches(SlugText(FileName.stem(file.name))),
        isPicture: file.format.isPicture,
        words: matcher.heavy(words.filter { !own.contains($0) })))
  }

  private func mayBe(_ file: Named, _ citation: Citation) -> Bool {
    let symbol = citation.notation.flatMap { SlugText($0.symbol).words.first }
    guard let type = citation.typeAbbreviation.map(Slug.fold) ?? symbol else { return false }
    let own = file.types[type]
    if own != nil || type == issuingType && file.isIssued {
      guard file.criteria.isEmpty || mayStand(citation, under: file.criteria) else { return false }
    } else {
      // A scan called after its content may be any paper of the very criterion; a photo is none.
      guard !file.saysType, !file.isPicture, let code = citation.criterion,
        file.criteria.contains(code)
      else { return false }
    }
    if let number = own.flatMap(\.self), let cited = citation.notation?.number, number != cited {
      return false
    }
    let title = matcher.words(of: citation)
    return Self.mayMean(title, file.words)
  }

  /// Whether a document that is cited under a criterion may stand under one of some criteria: the
  /// same, the group, or one of the group's.
  private func mayStand(_ citation: Citation, under codes: Set<String>) -> Bool {
    guard let code = citation.criterion else { return !codes.isEmpty }
    return codes.contains { $0 == code || parents[$0] == code || parents[code] == $0 }
  }

  /// Whether two titles may mean one thing: one syllable without its marks is shared by chance
  /// ("hội đồng", "lao động").
  private static func mayMean(_ title: Set<String>, _ other: Set<String>) -> Bool {
    title.intersection(other).count >= min(2, title.count, other.count)
  }

  /// Whether a name gives no hint of what a scan shows: no word of two letters that a camera or
  /// scanner does not write.
  private static func saysNothing(_ words: [String], light: Set<String>) -> Bool {
    words.allSatisfy { word in
      word.utf8.count < 3 || light.contains(word) || word.utf8.allSatisfy { $0 < 0x3A }
    }
  }
}
