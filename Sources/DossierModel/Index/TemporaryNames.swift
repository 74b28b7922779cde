/// Tells the files that programs and systems leave behind.
struct TemporaryNames: Sendable {
  private let names: GlobList
  private let folders: [GlobPattern]

  init(lexicon: Lexicon) {
    names = GlobList(lexicon["files-temporary"].map(GlobPattern.init))
    folders = lexicon["files-temporary-folders"].map(GlobPattern.init)
  }

  /// The last folder that was asked about.
  struct Memory {
    fileprivate var folder = ""
    fileprivate var isTemporary = false
  }

  /// Whether a path names such a file, by its own name or by a folder above it.
  ///
  /// - Parameter memory: kept from path to path, so that a folder's name is looked at once.
  func contains(_ path: String, _ memory: inout Memory) -> Bool {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = end.map { path[..<$0] } ?? ""
    if !folder.utf8.elementsEqual(memory.folder.utf8) {
      let parts = String(folder).pathParts
      let isTemporary = parts.contains { part in folders.contains { $0.matches(part) } }
      memory = Memory(folder: String(folder), isTemporary: isTemporary)
    }
    if memory.isTemporary { return true }
    return names.matches(end.map { path[path.utf8.index(after: $0)...] } ?? path[...])
  }
}
