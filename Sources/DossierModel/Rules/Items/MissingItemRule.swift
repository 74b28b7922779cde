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
      let unread = subject.ownFiles.lazy.filter { file in
        file.placement.item == nil && !file.hasText && file.size > 0 && !file.isEncrypted
      }.map(\.path)
      let copies = Self.copies(of: item, in: subject)
      if !copies.isEmpty {
        finding.variant = "as-evidence"
        finding.arguments["files"] = .list(copies.map(\.path))
        finding.arguments["count"] = .count(copies.count)
        finding.quotes = copies.compactMap(\.titleQuote)
      } else if !unread.isEmpty {
        finding.variant = "unread"
        finding.arguments["files"] = .list(Array(unread.prefix(5)))
        finding.arguments["count"] = .count(unread.count)
      }
      return finding
    }
  }

  /// Evidence whose title is the item's.
  private static func copies(of item: DossierItem, in subject: AuditSubject) -> [IndexedFile] {
    let titles = WordSet(item.titleWords)
    let nots = WordSet(item.notWords)
    let types = Set(item.types.map(ItemScorer.typeKey))
    return subject.ownFiles.filter { file in
      guard !file.placement.criteria.isEmpty else { return false }
      let title = SlugText(ItemScorer.title(of: file))
      let type = file.facts.header.typeAbbreviation.map(ItemScorer.typeKey)
      guard types.isEmpty || type.map(types.contains) ?? false else { return false }
      return (titles.longestMatch(in: title)?.words ?? 0) >= 3 && !nots.matches(title)
    }
  }
}
