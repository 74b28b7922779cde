/// Tells the files that programs and systems leave behind.
struct TemporaryNames: Sendable {
  private let names: [GlobPattern]
  private let folders: [GlobPattern]

  init(lexicon: Lexicon) {
    names = lexicon["files-temporary"].map(GlobPattern.init)
    folders = lexicon["files-temporary-folders"].map(GlobPattern.init)
  }

  /// Whether a path names such a file, by its own name or by a folder above it.
  func contains(_ path: String) -> Bool {
    let parts = path.pathParts
    guard let name = parts.last else { return false }
    if names.contains(where: { $0.matches(name) }) { return true }
    return parts.dropLast().contains { part in folders.contains { $0.matches(part) } }
  }
}
