import DossierCatalog
import DossierModel

/// Draws findings by what to do first, with quotes and remedies.
struct FindingsText {
  let desk: Desk
  let profile: Profile?
  /// Whether who reads them keeps the dossier, and is told what to do first; else they judge it.
  var isForKeeper = true

  private var width: Int { desk.console.width }

  /// Past so many findings of one kind, the rest is only listed by path.
  private static func shownOfAKind(_ severity: Severity) -> Int { severity == .note ? 3 : 8 }

  /// The lines for some findings; none where there is none.
  func lines(for findings: [Finding]) -> [String] {
    var lines: [String] = []
    let open = findings.filter { $0.accepted == nil }
    for severity in [Severity.error, .warning, .note] {
      let group = open.filter { desk.catalog.severities[$0.code] == severity }
      guard !group.isEmpty else { continue }
      let heading =
        isForKeeper ? "findings.\(severity.rawValue)" : "verify.findings.\(severity.rawValue)"
      lines += section(heading, colour(of: severity), group)
    }
    let accepted = findings.filter { $0.accepted != nil }
    if !accepted.isEmpty { lines += section("findings.accepted", .faint, accepted) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private func colour(of severity: Severity) -> Console.Colour {
    switch severity {
    case .error: .bad
    case .warning: .doubtful
    case .note: .faint
    }
  }

  private func section(
    _ key: String, _ colour: Console.Colour, _ findings: [Finding]
  ) -> [String] {
    let title = desk.text(key, ["count": .count(findings.count)])
    var lines = [desk.console.coloured(title, colour)]
    var seen: [FindingCode] = []
    for finding in findings where !seen.contains(finding.code) { seen.append(finding.code) }
    for code in seen {
      let kind = findings.filter { $0.code == code }
      let shown = Self.shownOfAKind(desk.catalog.severities[code])
      for finding in kind.prefix(shown) { lines += block(finding) }
      let rest = kind.dropFirst(shown)
      if !rest.isEmpty { lines += more(code, rest) }
    }
    return lines + [""]
  }

  private func block(_ finding: Finding) -> [String] {
    let said = desk.catalog.word(finding, language: desk.language, profile: profile)
    var lines = hanging(VisibleText.escaped(said.message), first: "  • ", rest: "    ")
    for quote in finding.quotes.prefix(4) {
      let place = quote.path.isEmpty ? "" : " — \(quote.path)"
      lines += hanging(
        VisibleText.escaped("“\(quote.text)”\(place)"), first: "      ", rest: "      ")
    }
    if let path = finding.path, !said.message.contains(path),
      !finding.quotes.contains(where: { same($0.path, path) })
    {
      lines += hanging(VisibleText.escaped(path), first: "      ", rest: "      ")
    }
    if let reason = finding.accepted {
      let words = desk.text("findings.reason", ["reason": .text(reason)])
      lines += hanging(VisibleText.escaped(words), first: "    = ", rest: "      ")
    } else if !said.remedy.isEmpty {
      lines += hanging(VisibleText.escaped(said.remedy), first: "    → ", rest: "      ")
    }
    lines.append("    " + desk.console.coloured("[\(finding.code.rawValue)]", .faint))
    return lines
  }

  private func more(_ code: FindingCode, _ findings: ArraySlice<Finding>) -> [String] {
    let words = desk.text(
      "findings.more", ["count": .count(findings.count), "code": .text(code.rawValue)])
    // What has no path is about a criterion or an item.
    let named = findings.compactMap { $0.path ?? $0.criterion ?? $0.item }.prefix(10)
    let left = findings.count - named.count
    let tail = left > 0 ? [desk.text("findings.left", ["count": .count(left)])] : []
    return hanging(words, first: "  • ", rest: "    ")
      + (named.map(VisibleText.escaped) + tail).flatMap {
        hanging($0, first: "      ", rest: "      ")
      }
  }

  private func hanging(_ text: String, first: String, rest: String) -> [String] {
    DisplayWidth.wrap(text, to: width - DisplayWidth.columns(of: first)).enumerated().map {
      ($0 == 0 ? first : rest) + $1
    }
  }

  private func same(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }
}
