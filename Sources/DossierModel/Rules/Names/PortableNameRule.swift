/// A name that Windows cannot hold or that another system shows differently.
struct PortableNameRule: Rule {
  let codes: [FindingCode] = [.nameNotPortable]

  func findings(in subject: AuditSubject) -> [Finding] {
    // Each name by itself: what only meets another is `name.collision`.
    subject.ownFiles.lazy.filter { $0.rawPath == nil }.compactMap { file in
      guard !PlainNames.isPortable(file.path),
        let renaming = PortableNames([file.path]).renamings.first
      else { return nil }
      let fault = NameFault(renaming)
      return Finding(
        .nameNotPortable, path: file.path, variant: fault?.variant,
        arguments: [
          "portable": .text(renaming.portable), "text": .text(fault?.text ?? ""),
          "count": .count(file.path.utf16.count),
        ])
    }
  }
}

/// A name whose bytes are no UTF-8.
struct NotUTF8NameRule: Rule {
  let codes: [FindingCode] = [.nameNotUtf8]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.index.files.filter { $0.rawPath != nil }.map { Finding(.nameNotUtf8, path: $0.path) }
  }
}
