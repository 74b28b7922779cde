/// Text in an 8-bit encoding of old.
struct LegacyEncodingRule: Rule {
  let codes: [FindingCode] = [.documentLegacyEncoding]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.compactMap { file in
      let sample = file.facts.encoding.legacySample
      guard sample != nil || file.metadata.flags.contains(.legacyEncoding) else { return nil }
      return Finding(
        .documentLegacyEncoding, path: file.path, item: file.placement.item,
        arguments: ["sample": .text(sample ?? "")], quotes: Quote.list(file.path, sample))
    }
  }
}
