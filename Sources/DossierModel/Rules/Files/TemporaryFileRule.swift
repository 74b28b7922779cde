/// A file that a program or a system left behind.
struct TemporaryFileRule: Rule {
  let codes: [FindingCode] = [.fileTemporary]

  func findings(in subject: AuditSubject) -> [Finding] {
    let shortcuts = Shortcuts(subject.lexicon)
    return subject.index.files.filter {
      $0.placement.reason == .temporary && !shortcuts.contains($0)
    }.map { Finding(.fileTemporary, path: $0.path) }
  }
}

/// Tells a shortcut to a file, which somebody took for the file, from what was left behind.
struct Shortcuts {
  private let names: GlobList

  init(_ lexicon: Lexicon) { names = GlobList(lexicon["files-shortcuts"].map(GlobPattern.init)) }

  func contains(_ file: IndexedFile) -> Bool {
    file.kind == .regular && file.placement.reason == .temporary && names.matches(file.name[...])
  }
}
