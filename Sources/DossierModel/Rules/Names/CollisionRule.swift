/// Two names that one system takes for two files and another for one.
struct CollisionRule: Rule {
  let codes: [FindingCode] = [.nameCollision]

  func findings(in subject: AuditSubject) -> [Finding] {
    var groups: [[UInt8]: [String]] = [:]
    var order: [[UInt8]] = []
    for file in subject.ownFiles {
      let key = PortableNames.folded(file.path)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(file.path)
    }
    return order.compactMap { key in
      guard let paths = groups[key], paths.count > 1 else { return nil }
      return Finding(
        .nameCollision, path: paths[0], variant: Self.variant(paths[0], paths[1]),
        arguments: ["other": .text(paths[1]), "files": .list(paths)])
    }
  }
  /// In what alone two names differ; nothing where they differ in both.
  private static func variant(_ first: String, _ second: String) -> String? {
    // Equal to Swift are names that only differ in how their accents are encoded.
    if first == second { return "normalization" }
    return first.lowercased().utf8.elementsEqual(second.lowercased().utf8) ? "case" : nil
  }
}
