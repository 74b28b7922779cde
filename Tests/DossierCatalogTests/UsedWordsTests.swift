import Foundation
import Testing

@testable import DossierCatalog

/// The words of the programs are data: no text without a use, no use without a text.
@Suite struct UsedWordsTests {
  private static let families = [
    "check", "data", "explain", "extract", "field", "findings", "flag", "format",
    "handover",
    "index", "label", "layer", "metadata", "new", "pack", "page", "profile", "progress", "reason",
    "severity", "show", "stop", "verify", "why",
  ]
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// The text of all files with an extension.
  private static func text(of kind: String) throws -> String {
    let found = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    let files = (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == kind }
    return try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
  }

  /// The name under which a template has a text.
  private static func field(_ key: String) -> String {
    let name = key.split(separator: ".").dropFirst().joined(separator: "_")
    return "{{{t.\(name.replacing("-", with: "_"))}}}"
  }

  @Test func everyTextIsUsed() throws {
    let code = try Self.text(of: "swift")
    let templates = try Self.text(of: "mustache")
    for family in Self.families {
      let keys = try MessageFiles.texts(family: family).keys
      #expect(!keys.isEmpty, "\(family) has no text")
      for key in keys.sorted() {
        if code.contains("\"\(key)\"") || templates.contains(Self.field(key)) { continue }
        // Put together from a beginning and a value: "page.status.\(…)".
        let start = key.prefix(through: key.lastIndex(of: ".") ?? key.startIndex)
        let isMade = code.contains("\"\(start)\\(") && !(start == "page." || start == "handover.")
        #expect(isMade, "nothing uses \(key)")
      }
    }
  }

  @Test func everyHelpAndRefusalHasItsText() throws {
    let code = try Self.text(of: "swift")
    var helps: Set<String> = []
    for match in code.matches(of: /(?:\.words|HelpWords\.help)\(\s*"([a-z-]+)"/) {
      helps.insert("help.\(match.1)")
    }
    #expect(helps == Set(try MessageFiles.texts(family: "help").keys))
    var refusals: Set<String> = []
    for match in code.matches(of: /HelpWords\.refusal\(\s*"([a-z-]+)"/) {
      refusals.insert("usage.\(match.1)")
    }
    #expect(refusals == Set(try MessageFiles.texts(family: "usage").keys))
  }

  @Test func everyUseHasAText() throws {
    let catalog = try Catalog.load()
    let code = try Self.text(of: "swift")
    for match in code.matches(of: /(?:text|both)\(\s*"([a-z]+\.[a-z.\-]+)"/) {
      let key = String(match.1)
      let isFile = [".html", ".json", ".yaml"].contains { key.hasSuffix($0) }
      #expect(isFile || catalog.has(key), "no text for \(key)")
    }
    let fields = Set(
      ["page", "handover"].flatMap { catalog.keys(family: $0).map(Self.field) })
    for match in try Self.text(of: "mustache").matches(of: /\{\{\{t\.\w+\}\}\}/) {
      #expect(fields.contains(String(match.0)), "no text for \(match.0)")
    }
  }
}
