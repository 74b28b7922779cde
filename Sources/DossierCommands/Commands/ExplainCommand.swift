import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct ExplainCommand: HosoSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "explain", abstract: HelpWords.help("explain"))
  }

  @Argument(help: .words("code"))
  var code: String?

  @OptionGroup var shared: SharedOptions

  func perform(at desk: Desk) async throws -> ExitStatus {
    let lines = try code.map { try explanation(of: $0, desk) } ?? list(desk)
    try desk.console.write(lines.joined(separator: "\n") + "\n")
    return .yes
  }

  private func list(_ desk: Desk) -> [String] {
    let longest = FindingCode.all.map(\.rawValue.count).max() ?? 0
    let severityColumn = 2 + (FindingCode.all.map { severity(of: $0, desk).count }.max() ?? 0)
    let column = longest + 2 + severityColumn
    return FindingCode.all.flatMap { code in
      let label =
        DisplayWidth.fit(code.rawValue, to: longest + 2)
        + DisplayWidth.fit(severity(of: code, desk), to: severityColumn)
      let title = desk.catalog.title(of: code, language: desk.language)
      return DisplayWidth.wrap(title, to: desk.console.width - column).enumerated().map {
        ($0 == 0 ? label : String(repeating: " ", count: column)) + $1
      }
    }
  }

  private func severity(of code: FindingCode, _ desk: Desk) -> String {
    desk.catalog.severity(desk.catalog.severities[code], desk.language).lowercased()
  }

  private func explanation(of code: String, _ desk: Desk) throws -> [String] {
    guard FindingCode.all.contains(FindingCode(rawValue: code)),
      let said = desk.catalog.explain(FindingCode(rawValue: code), language: desk.language)
    else {
      let codes = FindingCode.all.map(\.rawValue)
      throw DossierError(
        .unknownFinding, path: code, detail: Nearest.word(to: code, among: codes) ?? "")
    }
    let width = desk.console.width
    var lines = [
      desk.console.coloured(said.title, .strong),
      "\(code) · " + desk.text("explain.severity.\(said.severity.rawValue)"), "",
    ]
    lines += DisplayWidth.wrap(said.what, to: width)
    if !said.also.isEmpty {
      lines += ["", desk.console.coloured(desk.text("explain.also"), .strong)]
      lines += said.also.flatMap { title in
        DisplayWidth.wrap(title, to: width - 4).enumerated().map {
          ($0 == 0 ? "  • " : "    ") + $1
        }
      }
    }
    for (key, text) in [
      ("explain.why", said.why), ("explain.mend", said.mend), ("explain.example", said.example),
    ] where !text.isEmpty {
      lines += ["", desk.console.coloured(desk.text(key), .strong)]
      lines += DisplayWidth.wrap(text, to: width - 2).map { "  \($0)" }
    }
    return lines
  }
}
