/// A required document cites something that the dossier does not hold.
///
/// Acts of higher bodies are never asked for, nor letters of other bodies. Where a scan that
/// nobody can read stands where the cited document would, the rule is silent; so it is where a
/// regime leaves it to the unit whether it hands in evidence, and it hands in none.
struct DanglingEvidenceRule: Rule {
  let codes: [FindingCode] = [.evidenceDangling]

  func findings(in subject: AuditSubject) -> [Finding] {
    let matcher = CitationMatcher(lexicon: subject.lexicon, profile: subject.profile)
    let items = subject.profile.items.filter { $0.kind == .document }.map(ItemWords.init)
    // Most dossiers of ten thousand files cite few of them: what looks at every file waits for need.
    let held = subject.ownFiles.filter { $0.size > 0 }
    lazy var files = CitationIndex(held, matcher: matcher)
    lazy var unread = UnreadEvidence(subject, matcher: matcher)
    let unreadTypes = unreadTypes(subject)
    var seen: Set<String> = []
    var findings: [Finding] = []
    // A plan speaks of what is yet to be made.
    let documents = handsInEvidence(subject) ? subject.readDocuments : []
    for document in documents where document.item.role != .plan {
      for citation in document.file.facts.citations {
        guard isExpected(citation, in: document, subject, items),
          !isTold(citation, subject), !unread.mayHold(citation),
          citation.typeAbbreviation.map({ !unreadTypes.contains(ItemScorer.typeKey($0)) }) ?? true
        else { continue }
        let places = files.places(of: citation).map { held[$0] }
        let other = OtherDate(citation, places)
        guard places.isEmpty || other != nil, seen.insert(Self.key(citation)).inserted else {
          continue
        }
        var finding = Finding(
          .evidenceDangling, path: document.file.path, item: document.item.id,
          criterion: citation.criterion,
          arguments: [
            "cited": .text(Self.name(citation)), "document": .text(document.file.path),
          ],
          quotes: Quote.list(document.file.path, citation.quote))
        other?.add(to: &finding)
        findings.append(finding)
      }
      guard document.file.facts.citations.contains(where: { $0.piece != nil }) else { continue }
      findings += UnheldPieces(subject, matcher: matcher).findings(
        of: document, among: files, held
      ).filter { seen.insert(Slug.fold($0.quotes.first?.text ?? "")).inserted }
    }
    return findings + EvidenceCodeFindings(subject).dangling + unmatched(subject)
  }

  private func handsInEvidence(_ subject: AuditSubject) -> Bool {
    guard let item = subject.profile.evidenceItem, !item.isRequired else { return true }
    return subject.ownFiles.contains { $0.placement.item == item.id }
  }

  /// Paths and patterns of `dossier.yaml` that match no file; what a packer wrote down is
  /// `file.not-as-packed`.
  private func unmatched(_ subject: AuditSubject) -> [Finding] {
    let declaration = subject.index.declaration
    guard !declaration.isPacked else { return [] }
    let patterns =
      declaration.items.sorted { $0.key < $1.key }.flatMap(\.value)
      + declaration.evidence.sorted { $0.key < $1.key }.flatMap(\.value)
    return patterns.compactMap { text in
      let pattern = GlobPattern(text)
      guard !subject.index.files.contains(where: { pattern.matches($0.path) }) else { return nil }
      return Finding(
        .evidenceDangling, path: "dossier.yaml", variant: "declared",
        arguments: ["pattern": .text(text), "document": .text("dossier.yaml")])
    }
  }

  /// The words of an item, by which a citation of the item itself is known.
  private struct ItemWords {
    let titles: WordSet
    let nots: WordSet
    let types: Set<String>

    init(_ item: DossierItem) {
      titles = WordSet(item.titleWords)
      nots = WordSet(item.notWords)
      types = item.typeKeys
    }

    func mayMean(_ citation: Citation) -> Bool {
      guard let title = citation.title else { return false }
      if let type = citation.typeAbbreviation, !types.isEmpty,
        !types.contains(ItemScorer.typeKey(type))
      {
        return false
      }
      let slug = SlugText(title)
      return titles.matches(slug) && !nots.matches(slug)
    }
  }

  private func isExpected(
    _ citation: Citation, in document: AuditSubject.RequiredDocument, _ subject: AuditSubject,
    _ items: [ItemWords]
  ) -> Bool {
    // What stands beside a code of evidence is asked for by that code.
    guard !citation.isLegalAct, citation.basis != .named, !citation.isCoded else { return false }
    guard citation.notation?.number != nil || citation.title != nil else { return false }
    // Where evidence has codes, what is told of without one is part of the story.
    guard citation.basis != .mention || subject.profile.evidenceCodes.isEmpty else { return false }
    // What another required thing is, `item.missing` says.
    guard !items.contains(where: { $0.mayMean(citation) }) else { return false }
    guard !isOfEarlierReport(citation, subject) else { return false }
    // A letter of another body is what the unit acts on, not what it shows.
    if citation.notation != nil, !isOwn(citation, document.file, subject) {
      guard citation.criterion != nil || citation.isListed, let type = citation.typeAbbreviation
      else { return false }
      return subject.lexicon["files-outside-types"].contains {
        ItemScorer.typeKey($0) == ItemScorer.typeKey(type)
      }
    }
    return true
  }

  /// Whether running text compares with a report of a year before ("So với năm 2022 (Báo cáo số …)").
  private func isOfEarlierReport(_ citation: Citation, _ subject: AuditSubject) -> Bool {
    guard citation.criterion == nil, !citation.isListed, let date = citation.date,
      let year = subject.index.year, date.year < year, let type = citation.typeAbbreviation
    else { return false }
    return subject.profile.items.contains {
      $0.role == .report && $0.typeKeys.contains(ItemScorer.typeKey(type))
    }
  }

  /// Whether the notation ends like the document's own ("THAS"), or names no body.
  private func isOwn(
    _ citation: Citation, _ file: IndexedFile, _ subject: AuditSubject
  ) -> Bool {
    guard let notation = citation.notation else { return true }
    // Bodies of one kind sign alike, "KH-UBND" of the district and of the commune.
    if let issuer = citation.issuer, let unit = subject.index.unit,
      issuer.isEmpty || !subject.unitNames.mayBeSame(issuer, unit)
    {
      return false
    }
    let parts = notation.symbolParts.map { Slug.fold(String($0)) }.filter { Int($0) == nil }
    // A letter's symbol is the body alone ("88/PGDĐT"); a type alone names none.
    let isType = subject.lexicon.documentTypes.contains {
      Slug.fold($0.abbreviation) == parts.first
    }
    // "88/SGDĐT-GDTX" is a letter of the first body, drafted by the second.
    guard isType || parts.count < 2 else { return false }
    guard let body = isType ? parts.dropFirst().last : parts.last, !body.isEmpty else {
      return true
    }
    let own = subject.requiredDocuments.compactMap {
      $0.file.facts.header.notation?.symbolParts.dropFirst().last
    }
    .map { Slug.fold(String($0)) }
    if own.contains(body) { return true }
    // No document of the unit shows how it signs: only its initials are left.
    guard own.isEmpty, let unit = subject.index.unit else { return false }
    return subject.unitNames.mayBeSame(body, unit)
  }

  /// The types of items whose document is there but cannot be read: a citation may mean it.
  private func unreadTypes(_ subject: AuditSubject) -> Set<String> {
    let unread = subject.profile.items.filter { item in
      item.kind == .document
        && subject.ownFiles.contains {
          $0.placement.item == item.id && !$0.hasText && $0.size > 0 && !$0.placement.isAlternative
        }
    }
    return Set(unread.flatMap(\.typeKeys))
  }

  /// Whether a thing is only told of under a criterion that has evidence: that is called as its
  /// makers like.
  private func isTold(_ citation: Citation, _ subject: AuditSubject) -> Bool {
    guard citation.basis == .mention, let code = citation.criterion else { return false }
    return subject.profile.criterion(code)?.withDescendants.contains {
      subject.codesWithFiles.contains($0.code)
    } ?? false
  }

  private static func key(_ citation: Citation) -> String {
    if let notation = citation.notation, notation.number != nil { return notation.key }
    return Slug.fold(citation.title ?? citation.quote)
  }

  private static func name(_ citation: Citation) -> String {
    let parts = [citation.typeAbbreviation, citation.title].compactMap { $0 }
    return citation.notation?.written ?? (parts.last ?? citation.quote)
  }
}
