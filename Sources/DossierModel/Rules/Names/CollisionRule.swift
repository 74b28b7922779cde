/// Two names that one system takes for two files and another for one.
struct CollisionRule: Rule {
  let codes: [FindingCode] = [.nameCollision]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.map(\.path).grouped { PortableNames.folded($0) }.compactMap { paths in
      guard paths.count > 1 else { return nil }
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
