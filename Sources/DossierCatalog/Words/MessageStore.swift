import DossierModel
import Synchronization

/// The words of one code.
struct Message: Sendable {
  /// A sentence, with its title and remedy where it has ones of its own.
  struct Variant: Sendable {
    var title: LocalizedText?
    var sentence: LocalizedText
    var remedy: LocalizedText?
    var remedies: String?
    var arguments: [String]
  }

  /// What to do to a file of some formats.
  struct Advice: Sendable {
    /// Formats, or extensions of names.
    var formats: [String]
    var text: LocalizedText
  }

  var title: LocalizedText
  var sentence: LocalizedText
  var remedy: LocalizedText
  /// The topic under which `remedies.yaml` has what to do by the file's format.
  var remedies: String?
  /// The values every sentence of the code may use.
  var arguments: [String]
  var variants: [String: Variant]
}

/// The teaching text of one code.
struct ExplanationText: Sendable {
  var what: LocalizedText
  var why: LocalizedText
  var mend: LocalizedText
  var example: LocalizedText
}

/// Reads the message files when they are first needed, and keeps them.
final class MessageStore: Sendable {
  private struct Loaded {
    var messages: [String: [String: Message]] = [:]
    var explanations: [String: [String: ExplanationText]] = [:]
    var texts: [String: [String: LocalizedText]] = [:]
    var advice: [String: [Message.Advice]]?
  }

  private let loaded = Mutex(Loaded())

  /// The words of a code.
  func message(_ code: String) -> Message? {
    let family = Self.family(of: code)
    return loaded.withLock { loaded in
      if let known = loaded.messages[family] { return known[code] }
      // A wrong embedded file is a defect the tests find; here the code itself is shown instead.
      let read = (try? MessageFiles.messages(family: family)) ?? [:]
      loaded.messages[family] = read
      return read[code]
    }
  }

  /// The teaching text of a code.
  func explanation(_ code: String) -> ExplanationText? {
    let family = Self.family(of: code)
    return loaded.withLock { loaded in
      if let known = loaded.explanations[family] { return known[code] }
      let read = (try? MessageFiles.explanations(family: family)) ?? [:]
      loaded.explanations[family] = read
      return read[code]
    }
  }

  /// What to do by the file's format.
  func advice(_ topic: String) -> [Message.Advice] {
    loaded.withLock { loaded in
      let all = loaded.advice ?? (try? MessageFiles.advice()) ?? [:]
      loaded.advice = all
      return all[topic] ?? []
    }
  }

  /// A label or sentence of the programs.
  func text(_ key: String) -> LocalizedText? {
    let family = Self.family(of: key)
    return loaded.withLock { loaded in
      if let known = loaded.texts[family] { return known[key] }
      let read = (try? MessageFiles.texts(family: family)) ?? [:]
      loaded.texts[family] = read
      return read[key]
    }
  }

  /// The keys of a family of texts, sorted.
  func keys(family: String) -> [String] {
    _ = text(family + ".")
    return loaded.withLock { $0.texts[family]?.keys.sorted() ?? [] }
  }

  private static func family(of key: String) -> String {
    String(key.prefix { $0 != "." })
  }
}
