/// Text whose letters are taken apart, so that an ordinary search misses words of it.
struct UnnormalizedTextRule: Rule {
  let codes: [FindingCode] = [.textUnnormalized]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.compactMap { file in
      let encoding = file.facts.encoding
      guard encoding.decomposedMarks > 0 else { return nil }
      return Finding(
        .textUnnormalized, path: file.path, item: file.placement.item,
        variant: encoding.isHalfDecomposed ? nil : "decomposed",
        arguments: [
          "marks": .count(encoding.decomposedMarks), "spaces": .count(encoding.noBreakSpaces),
        ])
    }
  }
}
