/// A document locked by a password: nobody can audit it.
struct EncryptedDocumentRule: Rule {
  let codes: [FindingCode] = [.documentEncrypted]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.lazy.filter(\.isEncrypted).map { file in
      Finding(
        .documentEncrypted, path: file.path, item: file.placement.item,
        criterion: file.placement.criteria.first,
        arguments: ["format": .text(file.format.rawValue)])
    }
  }
}
