/// A file of no bytes.
struct EmptyFileRule: Rule {
  let codes: [FindingCode] = [.fileEmpty]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.lazy.filter { $0.size == 0 && $0.problem?.reason != .io }.map { file in
      Finding(
        .fileEmpty, path: file.path, item: file.placement.item,
        criterion: file.placement.criteria.first)
    }
  }
}
