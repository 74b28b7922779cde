public import DossierModel

/// Reads `dossier.yaml`, which wins over every guess.
public enum DeclarationReader {
  private static let keys = [
    "profile", "year", "unit", "items", "evidence", "ignore", "accept",
  ]

  /// The years that may be assessed.
  public static let years = 1990...2100

  /// Reads a declaration.
  ///
  /// An empty file, or one of comments only, declares nothing and is right.
  ///
  /// - Parameters:
  ///   - yaml: the text of the file.
  ///   - name: the file's name, for the error.
  /// - Throws: `DataFileError` with everything that is wrong in it: keys that are not known, each
  ///   with its line, values of the wrong kind, an acceptance without a reason.
  public static func read(
    _ yaml: String, name: String = "dossier.yaml"
  ) throws(DataFileError) -> Declaration {
    do {
      return try StrictYAML.read(yaml, file: name) { declaration($0) }
    } catch {
      if error.problems.map(\.kind) == [.empty] { return Declaration() }
      throw error
    }
  }

  /// Everything in a declaration that the profile does not know.
  ///
  /// - Returns: what names an item or criterion the profile does not have, with the line; criteria
  ///   are not judged where the profile's list is open.
  public static func problems(
    in yaml: String, for profile: Profile, name: String = "dossier.yaml"
  ) -> [DataProblem] {
    let ids = profile.items.map(\.id)
    let codes = profile.allCriteria.map(\.code)
    do {
      _ = try StrictYAML.read(yaml, file: name) { root -> Declaration? in
        guard let map = root.map() else { return nil }
        noteUnknown(map.optional("items"), among: ids)
        if !profile.hasOpenCriteria { noteUnknown(map.optional("evidence"), among: codes) }
        return Declaration()
      }
      return []
    } catch {
      return error.problems.filter { $0.kind == .unknownReference }
    }
  }

  private static func noteUnknown(_ value: YAMLValue?, among known: [String]) {
    guard let value, value.isMap, let map = value.map() else { return }
    for entry in map.entries where !known.contains(entry.key) {
      entry.place.note(
        .unknownReference, found: entry.key, expected: known.joined(separator: ", "),
        suggestion: Nearest.word(to: entry.key, among: known))
    }
  }

  private static func declaration(_ root: YAMLValue) -> Declaration? {
    if root.isNull { return Declaration() }
    guard let map = root.map(keys: keys) else { return nil }
    var declaration = Declaration()
    declaration.profile = map.optional("profile")?.text()
    declaration.year = map.optional("year")?.integer(years)
    declaration.unit = map.optional("unit")?.text()
    declaration.items = paths(map.optional("items"))
    declaration.evidence = paths(map.optional("evidence"))
    declaration.ignore = map.texts("ignore")
    declaration.accept = map.list("accept").compactMap { acceptance($0) }
    return declaration
  }

  /// Paths or lists of paths by key; a key with nothing after it names none.
  private static func paths(_ value: YAMLValue?) -> [String: [String]] {
    guard let map = value?.map() else { return [:] }
    var paths: [String: [String]] = [:]
    for entry in map.entries where !entry.value.isNull {
      let texts = (entry.value.texts() ?? []).map { relative($0) }
      if !texts.isEmpty { paths[entry.key] = texts }
    }
    return paths
  }

  /// A path as people write it ("./a", "a\b", "a/"), in the form of the index.
  private static func relative(_ text: String) -> String {
    var path = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    while path.hasPrefix("./") { path.removeFirst(2) }
    return path
  }

  private static func acceptance(_ value: YAMLValue) -> Declaration.Acceptance? {
    guard let map = value.map(keys: ["finding", "path", "reason"]) else { return nil }
    let finding = map.text("finding")
    let reason = map.text("reason")
    let path = map.optional("path")?.text().map { relative($0) }
    guard let finding, let reason else { return nil }
    let codes = FindingCode.all.map(\.rawValue)
    if !codes.contains(finding) {
      map.optional("finding")?.note(
        .unknownValue, found: finding, expected: "finding-code",
        suggestion: Nearest.word(to: finding, among: codes))
    }
    return Declaration.Acceptance(finding: finding, path: path, reason: reason)
  }
}
