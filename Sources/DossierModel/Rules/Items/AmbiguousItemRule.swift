/// Two files have an equal claim to be one item.
struct AmbiguousItemRule: Rule {
  let codes: [FindingCode] = [.itemAmbiguous]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.profile.items.compactMap { item in
      guard let paths = subject.index.ambiguous[item.id] else { return nil }
      let files = subject.index.files.filter { paths.contains($0.path) }
      return Finding(
        .itemAmbiguous, path: paths.first, item: item.id,
        arguments: [
          "item": .localized(item.title), "files": .list(paths), "count": .count(paths.count),
        ], quotes: files.compactMap(\.titleQuote))
    }
  }
}
