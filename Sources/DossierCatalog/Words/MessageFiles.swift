import DossierModel

/// The embedded message files by family.
enum MessageFiles {
  /// The families of findings, in the order of the contract.
  static let families = [
    "item", "criterion", "evidence", "file", "score", "date", "notation", "metadata", "document",
    "text", "name", "profile", "bag", "entry", "archive",
  ]

  /// The severity of every code.
  static func severities() throws(DataFileError) -> [FindingCode: Severity] {
    try StrictYAML.read(
      embedded: PackageResources.severities_yaml, file: "severities.yaml"
    ) { root in
      guard let map = root.map() else { return nil }
      var severities: [FindingCode: Severity] = [:]
      for entry in map.entries {
        severities[FindingCode(rawValue: entry.key)] = entry.value.choice(Severity.self)
      }
      return severities
    }
  }

  /// The words of every code of a family; empty where there is no such family.
  static func messages(family: String) throws(DataFileError) -> [String: Message] {
    guard let bytes = messageBytes(family) else { return [:] }
    return try StrictYAML.read(embedded: bytes, file: "messages-\(family).yaml") { root in
      entries(root) { message($0) }
    }
  }

  /// The teaching texts of a family; empty where there is no such family.
  static func explanations(family: String) throws(DataFileError) -> [String: ExplanationText] {
    guard let bytes = explanationBytes(family) else { return [:] }
    return try StrictYAML.read(embedded: bytes, file: "explain-\(family).yaml") { root in
      entries(root) { explanation($0) }
    }
  }

  /// What to do by a file's format, by topic.
  static func advice() throws(DataFileError) -> [String: [Message.Advice]] {
    try StrictYAML.read(embedded: PackageResources.remedies_yaml, file: "remedies.yaml") { root in
      entries(root) { $0.list()?.compactMap(advice) }
    }
  }

  private static func advice(_ value: YAMLValue) -> Message.Advice? {
    guard let map = value.map(keys: ["for", "vi", "en"]), let text = sentence(map) else {
      return nil
    }
    return Message.Advice(formats: map.texts("for"), text: text)
  }

  /// The labels and sentences of the programs whose key begins with a word.
  static func texts(family: String) throws(DataFileError) -> [String: LocalizedText] {
    let (bytes, file) = textBytes(family)
    let all = try StrictYAML.read(embedded: bytes, file: file) { root in
      entries(root) { $0.localized() }
    }
    return all.filter { $0.key.hasPrefix(family + ".") }
  }

  private static func entries<Value>(
    _ root: YAMLValue, _ read: (YAMLValue) -> Value?
  ) -> [String: Value]? {
    guard let map = root.map() else { return nil }
    var entries: [String: Value] = [:]
    for entry in map.entries { entries[entry.key] = read(entry.value) }
    return entries
  }

  private static let variantKeys = ["title", "arguments", "vi", "en", "remedy", "remedies"]

  private static func message(_ value: YAMLValue) -> Message? {
    guard let map = value.map(keys: Self.variantKeys + ["variants"])
    else { return nil }
    let title = map.localized("title")
    let sentence = sentence(map)
    let remedy = map.localized("remedy")
    var variants: [String: Message.Variant] = [:]
    for entry in map.optional("variants")?.map()?.entries ?? [] {
      guard let inner = entry.value.map(keys: Self.variantKeys),
        let sentence = self.sentence(inner)
      else { continue }
      variants[entry.key] = Message.Variant(
        title: inner.optional("title")?.localized(), sentence: sentence,
        remedy: inner.optional("remedy")?.localized(), remedies: inner.optional("remedies")?.text(),
        arguments: inner.texts("arguments"))
    }
    guard let title, let sentence, let remedy else { return nil }
    return Message(
      title: title, sentence: sentence, remedy: remedy,
      remedies: map.optional("remedies")?.text(), arguments: map.texts("arguments"),
      variants: variants)
  }

  private static func sentence(_ map: YAMLMap) -> LocalizedText? {
    let vietnamese = map.text("vi")
    let english = map.text("en")
    guard let vietnamese, let english else { return nil }
    return LocalizedText(vietnamese: vietnamese, english: english)
  }

  private static func explanation(_ value: YAMLValue) -> ExplanationText? {
    guard let map = value.map(keys: ["what", "why", "mend", "example"]) else { return nil }
    let what = map.localized("what")
    let why = map.localized("why")
    let mend = map.localized("mend")
    let example = map.localized("example")
    guard let what, let why, let mend, let example else { return nil }
    return ExplanationText(what: what, why: why, mend: mend, example: example)
  }
}

extension MessageFiles {
  /// The file that holds the texts whose keys begin with a word.
  fileprivate static func textBytes(_ family: String) -> ([UInt8], String) {
    switch family {
    case "page", "handover": (PackageResources.interface_page_yaml, "interface-page.yaml")
    case "data": (PackageResources.interface_errors_yaml, "interface-errors.yaml")
    case "reason", "why", "format", "flag", "field":
      (PackageResources.interface_terms_yaml, "interface-terms.yaml")
    case "help", "usage", "parser":
      (PackageResources.interface_help_yaml, "interface-help.yaml")
    case "detail": (PackageResources.interface_documents_yaml, "interface-documents.yaml")
    case "system": (PackageResources.interface_system_yaml, "interface-system.yaml")
    case "oddity": (PackageResources.interface_oddities_yaml, "interface-oddities.yaml")
    case "check", "findings", "index", "pack", "verify", "show", "extract", "metadata", "profile",
      "explain", "new", "progress", "stop":
      (PackageResources.interface_commands_yaml, "interface-commands.yaml")
    default: (PackageResources.interface_yaml, "interface.yaml")
    }
  }
}
