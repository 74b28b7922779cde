import DossierCatalog
import DossierEngine
import DossierModel

/// Draws the results of `hoso verify` for people.
struct VerifyText {
  let desk: Desk
  let results: [VerifyResult]

  /// The whole text, ending in a newline; nothing where no path could be looked at.
  func rendered() -> String {
    let looked = results.filter { $0.failure == nil }
    var lines = looked.flatMap(block)
    if results.count > 1 { lines += ["", summary()] }
    return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n")
      + (lines.isEmpty ? "" : "\n")
  }

  private func block(_ result: VerifyResult) -> [String] {
    let verdict = desk.text("verify.\(result.verdict.rawValue)")
    let colour: Console.Colour = result.verdict == .intact ? .good : .bad
    var lines = DisplayWidth.wrap(VisibleText.escaped(result.path), to: desk.console.width)
    lines.append("  " + desk.console.coloured(verdict, colour))
    if let bag = result.bag {
      let words = desk.text(
        "verify.bag",
        [
          "version": .text(bag.version), "algorithms": .list(bag.algorithms),
          "count": .count(bag.files),
          "size": .text(Wording.size(Int64(clamping: bag.bytes), desk.language)),
        ])
      lines.append("  \(words)")
    }
    if let digest = result.sha256 {
      lines.append("  " + desk.text("verify.sha256", ["digest": .text("")]))
      lines.append("  \(digest)")
    }
    if !result.layers.isEmpty {
      let words = desk.text("verify.layers", ["layers": .list(result.layers.map(layer))])
      lines += DisplayWidth.wrap(words, to: desk.console.width - 2).map { "  \($0)" }
    }
    let findings = FindingsText(desk: desk, profile: nil).lines(for: result.findings)
    if !findings.isEmpty { lines += findings }
    for (code, count) in result.omitted.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  • " + desk.text("findings.more", ["count": .count(count), "code": .text(code.rawValue)]))
    }
    return lines
  }

  private func layer(_ layer: VerifyResult.Layer) -> String {
    let name = desk.text("layer.\(layer.kind.rawValue)")
    guard !layer.algorithms.isEmpty else { return name }
    return "\(name) (\(layer.algorithms.joined(separator: ", ")))"
  }

  private func summary() -> String {
    func count(_ verdict: VerifyResult.Verdict) -> FindingArgument {
      .count(results.filter { $0.verdict == verdict }.count)
    }
    return desk.text(
      "verify.summary",
      [
        "count": .count(results.count), "intact": count(.intact), "damaged": count(.damaged),
        "unreadable": count(.unreadable),
      ])
  }
}
