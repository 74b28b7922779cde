import DossierCatalog
import DossierEngine
import DossierModel
import Foundation
import Glibc

/// The one place that writes to the terminal: results to stdout, everything else to stderr.
struct Console: Sendable {
  /// When colours are used.
  enum ColourChoice: String, Sendable, CaseIterable { case auto, always, never }

  /// The language of what is written.
  let language: Language
  /// Whether results may be coloured: a second signal, never the only one.
  let usesColour: Bool
  /// Whether progress may be drawn: stderr is a terminal.
  let showsProgress: Bool
  /// The columns to lay text out in.
  let width: Int

  /// Makes a console for this process.
  ///
  /// - Parameters:
  ///   - language: the language asked for; nothing means the locale's.
  ///   - colour: when colours are used; `auto` means on a terminal, and never with `NO_COLOR`.
  init(language: Language?, colour: ColourChoice) {
    let environment = ProcessInfo.processInfo.environment
    self.language = language ?? Console.localeLanguage(environment)
    switch colour {
    case .always: usesColour = true
    case .never: usesColour = false
    case .auto:
      let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      usesColour = !refused && isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    }
    showsProgress = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    // COLUMNS is somebody's wish; shells keep it to themselves, so that the terminal is asked.
    let columns =
      environment["COLUMNS"].flatMap { Int($0) } ?? Terminal.columns(of: STDOUT_FILENO) ?? 80
    width = min(max(columns, 40), 100)
  }

  /// The language of a locale: Vietnamese where it says so, else English.
  static func localeLanguage(_ environment: [String: String]) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale == "vi" || locale.hasPrefix("vi_") || locale.hasPrefix("vi.")
      ? .vietnamese : .english
  }

  /// Writes a result to stdout.
  func write(_ text: String) throws { try write(Data(text.utf8)) }

  /// Writes a part of a result to stdout.
  func write(_ data: Data) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      throw DossierError(.output, path: "", detail: DossierError.reason(error))
    }
  }

  /// Writes a result in UTF-8 to stdout.
  func write(bytes: [UInt8]) throws {
    try write(Data(bytes))
  }

  /// Writes a line to stderr; where that fails there is nobody left to tell.
  func tell(_ line: String) {
    let data = Data((line + "\n").utf8)
    do { try FileHandle.standardError.write(contentsOf: data) } catch { return }
  }

  /// Draws over the terminal's current line of stderr; an empty text clears it.
  func drawOver(_ text: String) {
    let data = Data("\r\u{1B}[K\(text)".utf8)
    do { try FileHandle.standardError.write(contentsOf: data) } catch { return }
  }

  /// A text in a colour, where colours are used.
  func coloured(_ text: String, _ colour: Colour) -> String {
    usesColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The colours of results.
  enum Colour: String {
    case good = "32"
    case bad = "31"
    case doubtful = "33"
    case faint = "2"
    case strong = "1"
  }
}
