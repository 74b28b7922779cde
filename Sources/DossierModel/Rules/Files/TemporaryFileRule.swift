/// A file that a program or a system left behind.
struct TemporaryFileRule: Rule {
  let codes: [FindingCode] = [.fileTemporary]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.index.files.lazy.filter { $0.placement.reason == .temporary }.map {
      Finding(.fileTemporary, path: $0.path)
    }
  }
}
