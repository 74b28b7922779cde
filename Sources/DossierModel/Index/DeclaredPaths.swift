/// What a declaration names by paths and patterns: items by id, criteria by code.
///
/// An archive's own index names thousands of files one by one; these are looked up, and only what
/// holds a sign of a pattern is compared.
struct DeclaredPaths: Sendable {
  /// What a path names; `String` compares letters in canonical equivalence, as patterns do.
  private var exact: [String: Set<String>] = [:]
  private var patterns: [(pattern: GlobPattern, name: String)] = []

  /// Compiles what is declared.
  ///
  /// - Parameters:
  ///   - declared: paths or patterns by what they name.
  ///   - arePaths: whether all are paths of files, whatever signs they hold.
  init(_ declared: [String: [String]], arePaths: Bool) {
    for (name, texts) in declared {
      for text in texts {
        if arePaths {
          exact[text, default: []].insert(name)
        } else {
          let pattern = GlobPattern(text)
          if let path = pattern.plainPath {
            if !path.isEmpty { exact[path, default: []].insert(name) }
          } else {
            patterns.append((pattern, name))
          }
        }
      }
    }
  }

  /// What is named by a path, or by a folder above it.
  func names(of path: String) -> Set<String> {
    var names = Set(patterns.lazy.filter { $0.pattern.matches(path) }.map(\.name))
    guard !exact.isEmpty else { return names }
    if let found = exact[path] { names.formUnion(found) }
    for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
      if let found = exact[String(path[..<slash])] { names.formUnion(found) }
    }
    return names
  }
}
