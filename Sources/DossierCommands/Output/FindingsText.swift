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
    let kinds = findings.grouped {
      [$0.code.rawValue, desk.catalog.title(of: $0, language: desk.language)]
    }
    for kind in kinds {
      let count = Self.shownOfAKind(desk.catalog.severities[kind[0].code])
      let groups = kind.prefix(count).map(worded).grouped(by: Self.advice)
      let rest = kind.dropFirst(count)
      let isForAll =
        groups.count == 1
        && Set(rest.map(\.variant)).isSubset(of: kind.prefix(count).map(\.variant))
      if isForAll, !rest.isEmpty {
        lines += groups[0].flatMap(block) + more(rest) + advice(for: groups[0], count: kind.count)
      } else {
        lines += groups.flatMap { $0.flatMap(block) + advice(for: $0) }
        if !rest.isEmpty { lines += more(rest) }
      }
    }
    return lines + [""]
  }

  private func worded(_ finding: Finding) -> WordedFinding {
    desk.catalog.word(finding, language: desk.language, profile: profile)
  }

  /// What is to be said once behind findings that have it in common.
  private static func advice(_ said: WordedFinding) -> [String] {
    said.finding.accepted.map { ["accepted", $0] } ?? ["", said.remedy]
  }

  private func block(_ said: WordedFinding) -> [String] {
    let finding = said.finding
    let message = VisibleText.escaped(said.message)
    var lines = hanging(message, first: "  • ", rest: "    ")
    for quote in finding.quotes.prefix(4) {
      let place = quote.path.isEmpty ? "" : " — \(quote.path)"
      lines += hanging(
        VisibleText.escaped("“\(shown(quote.text))”\(place)"), first: "      ", rest: "      ")
    }
    // As they are shown: names of marks without end take the square of the time to compare.
    if let path = finding.path.map(VisibleText.escaped), !message.contains(path),
      !finding.quotes.contains(where: { same(VisibleText.escaped($0.path), path) })
    {
      lines += hanging(path, first: "      ", rest: "      ")
    }
    return lines
  }

  /// A quote; a moment as people read it.
  private func shown(_ quote: String) -> String {
    Wording.moment(quote, desk.language) ?? quote
  }

  /// The advice for findings that share it, and their code.
  ///
  /// - Parameter count: how many they are with those that are only counted.
  private func advice(for findings: [WordedFinding], count: Int? = nil) -> [String] {
    let count = count ?? findings.count
    let first = findings[0]
    var lines: [String] = []
    if let reason = first.finding.accepted {
      let words = desk.text("findings.reason", ["reason": .text(reason)])
      lines += hanging(VisibleText.escaped(words), first: "    = ", rest: "      ")
    } else if !first.remedy.isEmpty {
      let words =
        count == 1
        ? first.remedy
        : desk.text("findings.remedy", ["count": .count(count), "remedy": .text(first.remedy)])
      lines += hanging(VisibleText.escaped(words), first: "    → ", rest: "      ")
    }
    let also = findings.flatMap(\.finding.also)
    let codes = [first.finding.code] + FindingCode.all.filter(also.contains)
    let shown = "[\(codes.map(\.rawValue).joined(separator: ", "))]"
    return lines + ["    " + desk.console.coloured(shown, .faint)]
  }

  private func more(_ findings: ArraySlice<Finding>) -> [String] {
    let code = findings.first?.code.rawValue ?? ""
    let words = desk.text(
      "findings.more", ["count": .count(findings.count), "code": .text(code)])
    let places = findings.compactMap(Self.place)
    // Where one file has several, only what is said of each tells them apart.
    let named =
      Set(places).count == findings.count
      ? places.prefix(10) : findings.prefix(10).map { worded($0).message }[...]
    let left = findings.count - named.count
    let tail = left > 0 ? [desk.text("findings.left", ["count": .count(left)])] : []
    return hanging(words, first: "  • ", rest: "    ")
      + (named.map(VisibleText.escaped) + tail).flatMap {
        hanging($0, first: "      ", rest: "      ")
      }
  }

  /// What a finding is about: the files of a group, a file, or a criterion or an item.
  private static func place(_ finding: Finding) -> String? {
    if case .list(let files)? = finding.arguments["files"], files.count > 1 {
      return files.joined(separator: ", ")
    }
    return finding.path ?? finding.criterion ?? finding.item
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
