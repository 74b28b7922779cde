public import DossierModel

/// The words of the product, as data: severities, sentences, explanations, labels.
///
/// Cheap to make: the severities are read at once, every other file when its first word is asked
/// for. Copies share what was read.
public struct Catalog: Sendable {
  /// The severity of every code.
  public let severities: SeverityTable
  private let store: MessageStore

  /// Reads the severities and makes the catalogue.
  ///
  /// - Throws: `DataFileError` where the embedded file is wrong, which a test rules out.
  public static func load() throws(DataFileError) -> Catalog {
    Catalog(severities: SeverityTable(try MessageFiles.severities()), store: MessageStore())
  }

  /// Puts a finding into words.
  ///
  /// A code the catalogue has no words for is said by its code; a test rules that out for every
  /// code of `FindingCode.all`.
  ///
  /// - Parameters:
  ///   - finding: what was found.
  ///   - language: the reader's language.
  ///   - profile: the profile the dossier was judged by, for the names of items and criteria;
  ///     nothing for findings of verify.
  public func word(
    _ finding: Finding, language: Language, profile: Profile? = nil
  ) -> WordedFinding {
    let entry = store.message(finding.code.rawValue)
    let variant = finding.variant.flatMap { entry?.variants[$0] }
    var arguments = implicitArguments(of: finding, profile: profile).merging(finding.arguments) {
      $1
    }
    if case .text(let reason)? = arguments["reason"] {
      arguments["reason"] = worded(reason, families: ["reason", "oddity", "system"])
    }
    if case .text(let detail)? = arguments["detail"] {
      arguments["detail"] = worded(detail, families: ["oddity", "system"])
    }
    if case .text(let format)? = arguments["format"] {
      arguments["format"] = worded(format, families: ["format"])
    }
    if case .text(let subject)? = arguments["subject"] {
      arguments["subject"] = worded(subject, families: ["subject"])
    }
    if case .text(let value)? = arguments["value"], let moment = Wording.moment(value, language) {
      arguments["value"] = .text(moment)
    }
    func filled(_ text: LocalizedText?) -> String {
      Wording.fill(text?[language] ?? "", with: arguments, language: language)
    }
    let message = filled(variant?.sentence ?? entry?.sentence)
    return WordedFinding(
      finding: finding, severity: severities[finding.code],
      title: title(of: finding, language: language),
      message: message.isEmpty ? finding.code.rawValue : message,
      remedy: filled(remedy(for: finding, entry, variant)))
  }

  /// What to do: by the format of the file where that tells which program to use, else in general.
  private func remedy(
    for finding: Finding, _ entry: Message?, _ variant: Message.Variant?
  ) -> LocalizedText? {
    let isOwn = variant?.remedy != nil
    if let topic = isOwn ? variant?.remedies : entry?.remedies {
      var kinds: [String] = []
      if case .text(let format)? = finding.arguments["format"] { kinds.append(format) }
      // What is locked does not show which program made it; its name does.
      kinds += finding.path?.split(separator: ".").last.map { [$0.lowercased()] } ?? []
      let advice = store.advice(topic)
      for kind in kinds {
        if let fit = advice.first(where: { $0.formats.contains(kind) }) { return fit.text }
      }
    }
    return variant?.remedy ?? entry?.remedy
  }

  /// What a finding means, why it matters, how to mend it, with an example.
  ///
  /// - Returns: nothing where the catalogue does not know the code.
  public func explain(_ code: FindingCode, language: Language) -> Explanation? {
    guard let entry = store.message(code.rawValue), let text = store.explanation(code.rawValue)
    else { return nil }
    let own = Set(entry.variants.values.compactMap { $0.title?[language] })
    return Explanation(
      code: code, severity: severities[code], title: entry.title[language],
      also: own.subtracting([entry.title[language]]).sorted(),
      what: text.what[language], why: text.why[language], mend: text.mend[language],
      example: text.example[language])
  }

  /// The short name of a finding, for lists.
  public func title(of code: FindingCode, language: Language) -> String {
    store.message(code.rawValue)?.title[language] ?? code.rawValue
  }

  /// The heading a finding stands under: its sentence's own, else its code's.
  public func title(of finding: Finding, language: Language) -> String {
    let entry = store.message(finding.code.rawValue)
    let own = finding.variant.flatMap { entry?.variants[$0]?.title }
    return (own ?? entry?.title)?[language] ?? finding.code.rawValue
  }

  /// What a reader, the system or a finding's code says in one stable word, in words; any other text
  /// as it is.
  public func detail(_ word: String, _ language: Language) -> String {
    if let message = store.message(word) { return message.title[language] }
    return Wording.value(worded(word, families: ["oddity", "system"]), language)
  }

  /// A label or sentence of the programs.
  ///
  /// - Parameters:
  ///   - key: the key in `Messages/interface*.yaml`; a key that is not there is given back.
  ///   - language: the reader's language.
  ///   - arguments: the values of its placeholders.
  public func text(
    _ key: String, _ language: Language, _ arguments: [String: FindingArgument] = [:]
  ) -> String {
    guard let text = store.text(key) else { return key }
    return Wording.fill(text[language], with: arguments, language: language)
  }

  /// The keys whose first word is this one, sorted.
  public func keys(family: String) -> [String] { store.keys(family: family) }

  /// Whether the catalogue has a text under a key.
  public func has(_ key: String) -> Bool { store.text(key) != nil }

  /// A stable word of a reader in words, where the catalogue has them.
  private func worded(_ word: String, families: [String]) -> FindingArgument {
    for family in families {
      if let text = store.text("\(family).\(word)") { return .localized(text) }
    }
    return .text(word)
  }

  private func implicitArguments(
    of finding: Finding, profile: Profile?
  ) -> [String: FindingArgument] {
    var arguments: [String: FindingArgument] = [:]
    if let path = finding.path {
      arguments["path"] = .text(path)
      arguments["file"] = .text(path.pathParts.last ?? path)
    }
    arguments["folder"] = folder(of: finding, profile: profile).map { .text($0) }
    if let id = finding.item {
      arguments["item"] = (profile?.item(id)?.title).map { .localized($0) } ?? .text(id)
    }
    if let code = finding.criterion {
      arguments["criterion"] = .text(code)
      arguments["criterionTitle"] =
        (profile?.criterion(code)?.title).map { .localized($0) } ?? .text(code)
    }
    return arguments
  }

  /// The folder in which what the finding is about belongs.
  private func folder(of finding: Finding, profile: Profile?) -> String? {
    if let criterion = finding.criterion, let evidence = profile?.evidenceItem {
      return "\(evidence.folder)/\(criterion)"
    }
    return finding.item.flatMap { profile?.item($0)?.folder }
  }
}

/// A finding in the reader's language.
public struct WordedFinding: Sendable {
  /// What was found.
  public var finding: Finding
  /// How much it weighs.
  public var severity: Severity
  /// Its short name.
  public var title: String
  /// The sentence.
  public var message: String
  /// What to do; empty where there is nothing to do.
  public var remedy: String

  /// Makes a worded finding.
  public init(
    finding: Finding, severity: Severity, title: String, message: String, remedy: String
  ) {
    self.finding = finding
    self.severity = severity
    self.title = title
    self.message = message
    self.remedy = remedy
  }
}

/// What `hoso explain` teaches of a finding.
public struct Explanation: Sendable {
  /// Which finding.
  public var code: FindingCode
  /// How much it weighs.
  public var severity: Severity
  /// Its short name.
  public var title: String
  /// The headings of its sentences that are about something else.
  public var also: [String]
  /// What it means.
  public var what: String
  /// Why an inspector cares.
  public var why: String
  /// How to mend it.
  public var mend: String
  /// An example.
  public var example: String
}
