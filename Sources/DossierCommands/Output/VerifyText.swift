import DossierCatalog
import DossierEngine
import DossierModel

/// Draws the results of `hoso verify` for people.
struct VerifyText {
  let desk: Desk
  let results: [VerifyResult]

  /// How a result is called in the text: the verdict, and of what is not intact the kind.
  private enum Standing: String, CaseIterable {
    case intact, damaged
    case otherFile = "other-file"
    case notCompared = "not-compared"
    case notABag = "not-a-bag"
    case locked
    case unreadable
  }

  /// What is said of an archive with a password, and of nothing that somebody altered.
  private static let ofAPassword: [FindingCode] = [.entryEncrypted, .archiveUnsupported]

  /// The whole text, ending in a newline; nothing where the only path could not be looked at.
  func rendered() -> String {
    let shown = results.count > 1 ? results : results.filter { $0.failure == nil }
    var lines = shown.flatMap(block)
    if results.count > 1 { lines += [""] + summary() }
    return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n")
      + (lines.isEmpty ? "" : "\n")
  }

  private func block(_ result: VerifyResult) -> [String] {
    let verdict = desk.text("verify.\(standing(of: result).rawValue)")
    let colour: Console.Colour = result.verdict == .intact ? .good : .bad
    var lines = DisplayWidth.wrap(VisibleText.escaped(result.path), to: desk.console.width)
    lines.append("  " + desk.console.coloured(verdict, colour))
    if let failure = result.failure {
      let said = desk.sentence(of: DossierError(failure, path: result.path))
      return lines + DisplayWidth.wrap(said, to: desk.console.width - 2).map { "  \($0)" }
    }
    if let bag = result.bag {
      let words = desk.text(
        bag.algorithms.isEmpty ? "verify.bag-plain" : "verify.bag",
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
      let words = desk.text(
        "verify.layers", ["layers": .list(result.layers.map { layer($0, of: result) })])
      lines += DisplayWidth.wrap(words, to: desk.console.width - 2).map { "  \($0)" }
    }
    lines += FindingsText(desk: desk, profile: nil, isForKeeper: false)
      .lines(for: result.findings)
    for (code, count) in result.omitted.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  • " + desk.text("findings.more", ["count": .count(count), "code": .text(code.rawValue)]))
    }
    return lines
  }

  private func layer(_ layer: VerifyResult.Layer, of result: VerifyResult) -> String {
    let isList = layer.kind == .directory && result.container == .folder
    let name = desk.text(isList ? "layer.directory-folder" : "layer.\(layer.kind.rawValue)")
    guard !layer.algorithms.isEmpty else { return name }
    return "\(name) (\(layer.algorithms.joined(separator: ", ")))"
  }

  private func standing(of result: VerifyResult) -> Standing {
    switch result.verdict {
    case .intact: return .intact
    case .unreadable: return .unreadable
    case .damaged: break
    }
    let errors = result.findings.filter { desk.catalog.severities[$0.code] == .error }.map(\.code)
    if errors.contains(.entryEncrypted), errors.allSatisfy({ Self.ofAPassword.contains($0) }) {
      return .locked
    }
    // Whatever else is said of what is no bag: it was not one that somebody altered.
    if errors.contains(.bagNotABag) {
      return errors.contains { $0 != .bagNotABag && $0 != .archiveExpectedDigest }
        ? .damaged : .notABag
    }
    guard errors.allSatisfy({ $0 == .archiveExpectedDigest }) else { return .damaged }
    return result.container == .folder ? .notCompared : .otherFile
  }

  /// How many of each kind, and by name all that is not intact.
  private func summary() -> [String] {
    let groups = Dictionary(grouping: results, by: standing)
    let width = desk.console.width
    let counted = Standing.allCases.compactMap { standing -> String? in
      groups[standing].map { said(standing, $0.count) }
    }
    var lines = DisplayWidth.wrap(
      desk.text("verify.summary", ["count": .count(results.count), "parts": .list(counted)]),
      to: width)
    for standing in Standing.allCases where standing != .intact {
      guard let group = groups[standing] else { continue }
      lines.append(desk.console.coloured(said(standing, group.count) + ":", .bad))
      lines += group.flatMap { result in
        DisplayWidth.wrap(VisibleText.escaped(result.path), to: width - 4).enumerated().map {
          ($0 == 0 ? "  " : "    ") + $1
        }
      }
    }
    return lines
  }

  private func said(_ standing: Standing, _ count: Int) -> String {
    desk.text("verify.count.\(standing.rawValue)", ["count": .count(count)])
  }
}
