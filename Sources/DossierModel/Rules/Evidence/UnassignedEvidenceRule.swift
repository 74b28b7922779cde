/// A file that no folder, name or document ties to an item or criterion.
struct UnassignedEvidenceRule: Rule {
  let codes: [FindingCode] = [.evidenceUnassigned]

  /// So many files at no criterion are an oversight, where so many times more are at one; more of
  /// them are a way to keep evidence.
  private static let mostLoose = 2
  private static let leastSorted = 4

  func findings(in subject: AuditSubject) -> [Finding] {
    let orphans = EvidenceCodeFindings(subject).orphans
    let placed = Set(orphans.compactMap(\.path))
    return unassigned(in: subject).filter { !placed.contains($0.path ?? "") } + orphans
  }

  private func unassigned(in subject: AuditSubject) -> [Finding] {
    guard let evidence = subject.profile.evidenceItem?.id else { return unplaced(subject) }
    let states = CriterionStates(subject)
    let lists = subject.lexicon["files-lists"].map(SlugText.init)
    let own = hasUnread(subject) ? WordSet(subject.lexicon["files-own-making"]) : nil
    let hasCriteria = !subject.profile.criteria.isEmpty || isSorted(subject, evidence)
    return subject.ownFiles.compactMap { file in
      guard file.size > 0, !file.placement.isAlternative else { return nil }
      if case .citation = file.placement.reason { return nil }
      if [.declared, .packed].contains(file.placement.reason) { return nil }
      let criteria = file.placement.criteria
      if criteria.isEmpty {
        if isList(file, lists) || isOwnMaking(file, own) { return nil }
        if file.placement.item == nil {
          return Finding(
            .evidenceUnassigned, path: file.path, variant: declaration(file, subject))
        }
        guard file.placement.item == evidence, hasCriteria else { return nil }
        return loose(file, evidence)
      }
      return groupFinding(file, criteria, subject, states)
    }
  }

  /// Whether a file lists what the dossier holds: its name or the head of its text says so.
  private func isList(_ file: IndexedFile, _ lists: [SlugText]) -> Bool {
    let texts = [FileName.stem(file.name), ItemScorer.title(of: file)].map { text in
      SlugText(SlugText(text).words.drop { Int($0) != nil }.joined(separator: " "))
    }
    return texts.contains { text in
      lists.contains { text.firstOffset(of: $0) == 0 }
    }
  }

  /// Whether a required document is a scan, which cannot be seen to cite what it rests on.
  private func hasUnread(_ subject: AuditSubject) -> Bool {
    let items = Set(subject.profile.items.filter { $0.kind == .document }.map(\.id))
    return subject.ownFiles.contains { file in
      file.size > 0 && !file.hasText && file.placement.item.map(items.contains) ?? false
    }
  }

  /// Whether a file was made for the assessment itself ("Quyết định thành lập Hội đồng tự đánh giá").
  private func isOwnMaking(_ file: IndexedFile, _ words: WordSet?) -> Bool {
    guard let words else { return false }
    return [FileName.stem(file.name), ItemScorer.title(of: file)].contains {
      words.matches(SlugText($0))
    }
  }

  /// Evidence at no criterion: its own folder, where it has one below the evidence's, names none.
  private func loose(_ file: IndexedFile, _ evidence: String) -> Finding {
    var finding = Finding(
      .evidenceUnassigned, path: file.path, item: evidence, variant: "criterion")
    let parents = file.path.pathParts.dropLast()
    if case .folder(let name) = file.placement.reason, let own = parents.last, own != name {
      finding.variant = "folder"
      finding.arguments["name"] = .text(own)
    }
    return finding
  }

  /// Whether it is meant to be `dossier.yaml` and is not called so (Windows hides the ".txt" that its
  /// editor adds), or lies in a folder of the dossier.
  private func declaration(_ file: IndexedFile, _ subject: AuditSubject) -> String? {
    let isDeclared = subject.index.files.contains { $0.path == Placer.declarationName }
    if isDeclared { return nil }
    if file.name == Placer.declarationName { return "declaration-below" }
    let names = subject.lexicon["files-declaration-names"]
    return names.contains(file.path.lowercased()) ? "declaration" : nil
  }

  /// Whether the evidence of a regime that leaves the list of criteria open stands by criterion,
  /// but for one file or two.
  private func isSorted(_ subject: AuditSubject, _ evidence: String) -> Bool {
    let files = subject.ownFiles.filter {
      $0.size > 0 && !$0.placement.isAlternative && $0.placement.item == evidence
    }
    let loose = files.count { $0.placement.criteria.isEmpty }
    return (1...Self.mostLoose).contains(loose)
      && files.count - loose >= loose * Self.leastSorted
  }

  private func unplaced(_ subject: AuditSubject) -> [Finding] {
    subject.ownFiles.filter { file in
      file.size > 0 && file.placement.item == nil && file.placement.criteria.isEmpty
        && !file.placement.isAlternative
    }.map { Finding(.evidenceUnassigned, path: $0.path) }
  }

  /// A file at a group is in doubt only where a criterion of the group has nothing and others have.
  private func groupFinding(
    _ file: IndexedFile, _ criteria: [String], _ subject: AuditSubject, _ states: CriterionStates
  ) -> Finding? {
    guard criteria.count == 1, let group = subject.profile.criterion(criteria[0]), !group.isLeaf
    else { return nil }
    let leaves = group.withDescendants.filter { $0.isLeaf && $0.needsEvidence }
    let bare = leaves.filter { states.files($0.code).isEmpty }
    guard !bare.isEmpty, bare.count < leaves.count else { return nil }
    return Finding(
      .evidenceUnassigned, path: file.path, item: file.placement.item, criterion: group.code,
      variant: "group", arguments: ["group": .text(group.code)])
  }
}
