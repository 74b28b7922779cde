/// A file is not what the archive's own index says was packed.
///
/// Whoever exchanges a file can write the manifests anew, and the bag is intact again; the index of
/// the packed dossier he must not forget.
struct NotAsPackedRule: Rule {
  let codes: [FindingCode] = [.fileNotAsPacked]

  func findings(in subject: AuditSubject) -> [Finding] {
    let packed = subject.index.declaration.packed
    guard !packed.isEmpty else { return [] }
    // Paths are compared by their bytes: `String` takes NFC and NFD for one name.
    let listed = Dictionary(
      packed.map { (Array($0.path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    let here = Set(subject.index.files.map { Array($0.path.utf8) })
    let missing = packed.filter { !here.contains(Array($0.path.utf8)) }.map {
      Finding(.fileNotAsPacked, path: $0.path, variant: "missing")
    }
    return missing
      + subject.index.files.compactMap { file in
        guard let entry = listed[Array(file.path.utf8)] else {
          return file.isSetAside ? nil : finding(file, variant: "added")
        }
        guard let before = entry.sha256, let now = file.sha256, before != now else { return nil }
        return finding(file, variant: nil)
      }
  }

  private func finding(_ file: IndexedFile, variant: String?) -> Finding {
    Finding(
      .fileNotAsPacked, path: file.path, item: file.placement.item,
      criterion: file.placement.criteria.first, variant: variant)
  }
}
