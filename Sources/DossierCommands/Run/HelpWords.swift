import ArgumentParser
import DossierCatalog
import DossierModel
import Foundation
import Synchronization

/// The words of the parser's help and of its refusals, in the reader's language.
///
/// The parser asks for the words of every command and option whenever it parses; they are looked up
/// only once help is to be shown.
enum HelpWords {
  private static let isWanted = Mutex(false)

  /// The language asked for by `--lang`, before anything was parsed; else the locale's.
  static let language: Language = {
    let arguments = CommandLine.arguments
    let values =
      arguments.compactMap { $0.hasPrefix("--lang=") ? String($0.dropFirst(7)) : nil }
      + zip(arguments, arguments.dropFirst()).compactMap { $0 == "--lang" ? $1 : nil }
    return values.first.flatMap(Language.init(rawValue:))
      ?? Console.localeLanguage(ProcessInfo.processInfo.environment)
  }()

  /// A wrong embedded file is a defect the tests find; here the keys are shown instead.
  private static let catalog = try? Catalog.load()

  /// A text of the help; empty until help is to be shown.
  static func help(_ key: String) -> String {
    isWanted.withLock { $0 } ? text("help.\(key)") : ""
  }

  /// Why arguments are refused.
  static func refusal(
    _ key: String, _ arguments: [String: FindingArgument] = [:]
  ) -> ValidationError {
    ValidationError(text("usage.\(key)", arguments))
  }

  /// What the parser has to say: its help, or why it refuses the arguments.
  static func message(for error: any Error) -> String {
    isWanted.withLock { $0 = true }
    let message = HosoCommand.fullMessage(for: error)
    guard language != .english, let catalog else { return message }
    // The parser's own words are English, and not for us to choose. The longest go first, so that
    // none is taken for a part of another.
    let own = catalog.keys(family: "parser").map { (catalog.text($0, .english), $0) }
    return own.sorted { $0.0.count > $1.0.count }.reduce(message) {
      $0.replacing($1.0, with: catalog.text($1.1, language))
    }
  }

  private static func text(_ key: String, _ arguments: [String: FindingArgument] = [:]) -> String {
    catalog?.text(key, language, arguments) ?? key
  }
}

extension ArgumentHelp {
  /// The help of an argument or option, from the catalogue.
  static func words(_ key: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: HelpWords.help(key)).named(valueName)
  }

  private func named(_ name: String?) -> ArgumentHelp {
    var copy = self
    copy.valueName = name ?? copy.valueName
    return copy
  }
}
