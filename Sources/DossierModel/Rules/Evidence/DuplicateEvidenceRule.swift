/// The same bytes lie in the dossier more than once.
struct DuplicateEvidenceRule: Rule {
  let codes: [FindingCode] = [.evidenceDuplicate]

  func findings(in subject: AuditSubject) -> [Finding] {
    let items = Dictionary(
      subject.requiredDocuments.map { ($0.file.path, $0.item.id) },
      uniquingKeysWith: { first, _ in first })
    let files = subject.ownFiles.filter { $0.size > 0 && $0.sha256 != nil }
    return files.grouped(by: \.sha256).compactMap { copies in
      guard copies.count > 1 else { return nil }
      let paths = copies.map(\.path)
      return Finding(
        .evidenceDuplicate, path: paths[0],
        variant: Set(paths.compactMap { items[$0] }).count > 1 ? "items" : nil,
        arguments: ["files": .list(paths), "count": .count(paths.count)])
    }
  }
}
