/// Links and special files: noted, never opened, never packed.
struct LinkRule: Rule {
  let codes: [FindingCode] = [.fileLink, .fileSpecial]

  func findings(in subject: AuditSubject) -> [Finding] {
    let shortcuts = Shortcuts(subject.lexicon)
    return subject.index.files.compactMap { file in
      if shortcuts.contains(file) {
        return Finding(.fileLink, path: file.path, variant: "shortcut")
      }
      guard !file.isSetAside else { return nil }
      switch file.kind {
      case .regular: return nil
      case .special: return Finding(.fileSpecial, path: file.path)
      case .link:
        let target = file.linkTarget ?? ""
        return Finding(
          .fileLink, path: file.path, variant: leavesRoot(file.path, target) ? "outside" : nil,
          arguments: ["target": .text(target)])
      }
    }
  }

  /// Whether a link's target lies outside the dossier, by its words alone.
  private func leavesRoot(_ path: String, _ target: String) -> Bool {
    if target.isAbsolutePath { return true }
    var depth = path.pathParts.count - 1
    for part in target.pathParts {
      if part == ".." {
        depth -= 1
      } else if part != "." {
        depth += 1
      }
      if depth < 0 { return true }
    }
    return false
  }
}
