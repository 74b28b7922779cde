/// The same bytes lie in the dossier more than once.
struct DuplicateEvidenceRule: Rule {
  let codes: [FindingCode] = [.evidenceDuplicate]

  func findings(in subject: AuditSubject) -> [Finding] {
    var groups: [String: [String]] = [:]
    let items = Dictionary(
      subject.requiredDocuments.map { ($0.file.path, $0.item.id) },
      uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    for file in subject.ownFiles where file.size > 0 {
      guard let digest = file.sha256 else { continue }
      if groups[digest] == nil { order.append(digest) }
      groups[digest, default: []].append(file.path)
    }
    return order.compactMap { digest in
      guard let paths = groups[digest], paths.count > 1 else { return nil }
      return Finding(
        .evidenceDuplicate, path: paths[0],
        variant: Set(paths.compactMap { items[$0] }).count > 1 ? "items" : nil,
        arguments: ["files": .list(paths), "count": .count(paths.count)])
    }
  }
}
