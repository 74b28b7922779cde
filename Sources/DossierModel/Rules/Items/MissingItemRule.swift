/// A required thing is not there.
struct MissingItemRule: Rule {
  let codes: [FindingCode] = [.itemMissing]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.profile.items.filter(\.isRequired).compactMap { item in
      guard ItemStates.status(of: item, in: subject) == .missing else { return nil }
      var finding = Finding(
        .itemMissing, item: item.id, arguments: ["item": .localized(item.title)])
      guard item.kind == .document else {
        finding.variant = "evidence"
        return finding
      }
      if let declared = Self.declaredInVain(item, in: subject) {
        finding.variant = "declared"
        finding.arguments["files"] = .list(declared)
        finding.arguments["count"] = .count(declared.count)
        return finding
      }
      let unread = subject.ownFiles.lazy.filter { file in
        file.placement.item == nil && !file.hasText && file.size > 0 && !file.isEncrypted
      }.map(\.path)
      let copies = Self.copies(of: item, in: subject)
      let elsewhere = copies.isEmpty ? Self.misplaced(item, in: subject) : copies
      if !elsewhere.isEmpty {
        finding.variant = copies.isEmpty ? "misplaced" : "as-evidence"
        finding.arguments["files"] = .list(elsewhere.map(\.path))
        finding.arguments["count"] = .count(elsewhere.count)
        finding.quotes = elsewhere.compactMap(\.titleQuote)
      } else if let empty = Self.empty(item, in: subject) {
        finding.variant = "empty"
        finding.arguments["files"] = .list(empty.map(\.path))
        finding.arguments["count"] = .count(empty.count)
      } else if !unread.isEmpty {
        finding.variant = "unread"
        finding.arguments["files"] = .list(Array(unread.prefix(5)))
        finding.arguments["count"] = .count(unread.count)
      }
      return finding
    }
  }

  /// What `dossier.yaml` names for the item, where no file is of that name.
  private static func declaredInVain(_ item: DossierItem, in subject: AuditSubject) -> [String]? {
    let declaration = subject.index.declaration
    guard !declaration.isPacked, let names = declaration.items[item.id], !names.isEmpty else {
      return nil
    }
    let patterns = names.map(GlobPattern.init)
    let isFound = subject.index.files.contains { file in
      patterns.contains { $0.matches(file.path) }
    }
    return isFound ? nil : names
  }

  /// Files of no bytes that lie where the item belongs.
  private static func empty(_ item: DossierItem, in subject: AuditSubject) -> [IndexedFile]? {
    let files = subject.ownFiles.filter { !$0.mayHoldBytes && $0.placement.item == item.id }
    return files.isEmpty ? nil : files
  }

  /// Files in another item's folder that are the item by their title or their table.
  private static func misplaced(_ item: DossierItem, in subject: AuditSubject) -> [IndexedFile] {
    let others = Set(subject.profile.items.filter { $0.kind == .document }.map(\.id))
      .subtracting([item.id])
    let isTitled = titled(item)
    return subject.ownFiles.filter { file in
      guard file.placement.isAlternative, let place = file.placement.item, others.contains(place)
      else { return false }
      return isTitled(file) || item.role == .scoreSheet && !file.facts.scoreSheets.isEmpty
    }
  }

  /// Evidence whose title is the item's.
  private static func copies(of item: DossierItem, in subject: AuditSubject) -> [IndexedFile] {
    let isTitled = titled(item)
    return subject.ownFiles.filter { !$0.placement.criteria.isEmpty && isTitled($0) }
  }

  /// Tells the files whose title is the item's.
  private static func titled(_ item: DossierItem) -> (IndexedFile) -> Bool {
    let titles = WordSet(item.titleWords)
    let nots = WordSet(item.notWords)
    let types = item.typeKeys
    return { file in
      let title = SlugText(ItemScorer.title(of: file))
      let type = file.facts.header.typeAbbreviation.map(ItemScorer.typeKey)
      guard types.isEmpty || type.map(types.contains) ?? false else { return false }
      return (titles.longestMatch(in: title)?.words ?? 0) >= 3 && !nots.matches(title)
    }
  }
}
