import DossierCatalog
import DossierModel

/// Draws the result of `hoso check` for people: what stands, what to mend first, the verdict last.
struct CheckText {
  let desk: Desk
  let profile: Profile
  let index: DossierIndex
  let report: CheckReport
  /// The archive the dossier was read from; nothing for a folder.
  var archive: String?
  /// Whether that archive is a bag.
  var isBag = true

  private var width: Int { desk.console.width }

  /// The whole text, ending in a newline.
  func rendered() -> String {
    var lines = heading() + [""] + itemLines() + [""]
    if !report.criteria.isEmpty { lines += criterionLines() + [""] }
    let told = report.findings.told()
    let findings = FindingsText(desk: desk, profile: profile).lines(for: told)
    if !findings.isEmpty { lines += findings + [""] }
    lines += verdictLines(told)
    if let archive {
      let path = VisibleText.escaped(archive)
      let words = isBag ? "check.archive" : "check.plain-archive"
      lines += DisplayWidth.wrap(desk.text(words, ["path": .text(path)]), to: width)
    }
    return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n") + "\n"
  }

  private func heading() -> [String] {
    let unit = index.unit.map(VisibleText.escaped) ?? desk.text("check.unit-unknown")
    let year = index.year.map(String.init) ?? desk.text("check.year-unknown")
    let source =
      index.yearSource.map { " (" + desk.text("check.source.\($0.rawValue)") + ")" } ?? ""
    let size = index.files.reduce(Int64(0)) { $0 + $1.size }
    let files = desk.text(
      "check.files",
      ["count": .count(index.files.count), "size": .text(Wording.size(size, desk.language))])
    let title = DisplayWidth.wrap(unit, to: width).map { desk.console.coloured($0, .strong) }
    return title
      + DisplayWidth.wrap(profile.title[desk.language], to: width)
      + DisplayWidth.wrap(
        desk.text("check.year", ["year": .text(year)]) + source + " · " + files, to: width)
  }

  // MARK: Items

  private func itemLines() -> [String] {
    var lines = [sectionTitle("check.items")]
    for state in report.items {
      let item = profile.item(state.id)
      let title = item?.title[desk.language] ?? state.id
      // Nobody is asked for what the profile leaves free.
      let isLeftOut = state.status == .missing && item?.isRequired == false
      let mark = isLeftOut ? "–" : itemMark(state.status)
      let said = desk.text("check.item.\(isLeftOut ? "optional" : state.status.rawValue)")
      let column = min(38, width / 2)
      let name = DisplayWidth.fit(title, to: column)
      let files = state.files.map(VisibleText.escaped)
      guard let first = files.first else {
        lines.append("  \(mark) \(name)  \(said)")
        continue
      }
      let isList = item?.kind == .evidence
      let shown =
        isList
        ? [desk.text("check.files-only", ["count": .count(files.count)])]
        : [first] + files.dropFirst()
      let room = width - column - 6
      for (number, file) in shown.enumerated() {
        let label =
          number == 0 ? "  \(mark) \(name)" : "    " + String(repeating: " ", count: column)
        let wrapped = state.status == .present || number > 0 ? file : "\(said): \(file)"
        for (part, text) in DisplayWidth.wrap(wrapped, to: room).enumerated() {
          let lead = part == 0 ? label : "    " + String(repeating: " ", count: column)
          lines.append("\(lead)  \(text)")
        }
      }
    }
    return lines
  }

  private func itemMark(_ status: CheckReport.ItemState.Status) -> String {
    switch status {
    case .present: desk.console.coloured("✓", .good)
    case .missing, .unreadable: desk.console.coloured("✗", .bad)
    case .ambiguous: desk.console.coloured("?", .doubtful)
    }
  }

  // MARK: Criteria

  private func criterionLines() -> [String] {
    var lines = [sectionTitle("check.criteria")]
    let states = Dictionary(report.criteria.map { ($0.code, $0) }) { first, _ in first }
    let groups = Dictionary(report.score.groups.map { ($0.code, $0) }) { first, _ in first }
    for criterion in profile.allCriteria {
      if let state = states[criterion.code] {
        lines.append(
          row(
            criterion, claimed: state.claimed, mark: criterionMark(state.status),
            tail: evidenceCount(state)))
      } else {
        let claimed = groups[criterion.code]?.claimed
        lines.append(row(criterion, claimed: claimed, mark: " ", tail: ""))
      }
    }
    if profile.scoring != nil { lines.append(totalLine()) }
    return lines
  }

  private func criterionMark(_ status: CheckReport.CriterionState.Status) -> String {
    switch status {
    case .supported: desk.console.coloured("✓", .good)
    case .unsupported: desk.console.coloured("✗", .bad)
    case .notClaimed: "–"
    }
  }

  private func evidenceCount(_ state: CheckReport.CriterionState) -> String {
    desk.text("check.files-only", ["count": .count(state.evidence.count)])
  }

  private func row(_ criterion: Criterion, claimed: Points?, mark: String, tail: String) -> String {
    let code = DisplayWidth.fit(criterion.code, to: 4)
    let indent = criterion.isLeaf ? "  " : ""
    guard let maximum = criterion.maximum else {
      let title = DisplayWidth.fit(
        indent + criterion.title[desk.language], to: max(20, width - 20))
      return "  \(mark) \(code) \(title) \(tail)"
    }
    let room = max(16, width - 40)
    let title = DisplayWidth.fit(indent + criterion.title[desk.language], to: room)
    let points =
      "\(claimed.map { Wording.points($0, desk.language) } ?? "–")/"
      + Wording.points(maximum, desk.language)
    let padded = String(repeating: " ", count: max(0, 7 - points.count)) + points
    // A narrow terminal has no room for the picture.
    let picture = width < 60 ? "" : " \(bar(claimed, of: maximum))"
    return "  \(mark) \(code) \(title) \(padded)\(picture) \(tail)"
  }

  /// A bar of ten cells; without a claim, dots.
  private func bar(_ points: Points?, of maximum: Points) -> String {
    guard let points, maximum > .zero else { return String(repeating: "·", count: 10) }
    let share = Double(points.hundredths) / Double(maximum.hundredths)
    let full = min(10, max(0, Int((share * 10).rounded(.down))))
    return String(repeating: "█", count: full) + String(repeating: "░", count: 10 - full)
  }

  private func totalLine() -> String {
    let score = report.score
    let maximum = profile.scoring.map { Wording.points($0.maximum, desk.language) } ?? ""
    let total = (score.claimed ?? score.computed).map { Wording.points($0, desk.language) } ?? "–"
    let rating = score.claimedRating.flatMap { id in
      profile.scoring?.ratings.first { $0.id == id }?.title[desk.language]
    }
    let words = desk.text("check.total", ["points": .text("\(total)/\(maximum)")])
    let said = rating.map { ", " + desk.text("check.rating", ["rating": .text($0)]) } ?? ""
    return "    " + desk.console.coloured(words + said, .strong)
  }

  // MARK: Verdict

  private func verdictLines(_ findings: [Finding]) -> [String] {
    var counts: [Severity: Int] = [:]
    for finding in findings where finding.accepted == nil {
      counts[desk.catalog.severities[finding.code], default: 0] += 1
    }
    let accepted = findings.filter { $0.accepted != nil }.count
    let tally =
      [
        desk.text("check.count.errors", ["count": .count(counts[.error] ?? 0)]),
        desk.text("check.count.warnings", ["count": .count(counts[.warning] ?? 0)]),
        desk.text("check.count.notes", ["count": .count(counts[.note] ?? 0)]),
      ] + (accepted > 0 ? [desk.text("check.count.accepted", ["count": .count(accepted)])] : [])
    let isComplete = report.verdict == .complete
    let isStrict = !isComplete && counts[.error] == nil
    let verdict = desk.text(
      isStrict ? "check.verdict.strict" : "check.verdict.\(report.verdict.rawValue)")
    let line =
      desk.console.coloured(verdict, isComplete ? .good : .bad) + " "
      + tally.joined(separator: ", ") + "."
    return [line] + (isComplete ? unreadLines() : [])
  }

  /// What a complete dossier is complete with, where documents are left to a person's eye.
  private func unreadLines() -> [String] {
    let unread = Reservations(report, profile).unread
    guard unread > 0 else { return [] }
    return DisplayWidth.wrap(
      desk.text("page.verdict.unread", ["count": .count(unread)]), to: width)
  }

  private func sectionTitle(_ key: String) -> String {
    desk.console.coloured(desk.text(key), .strong)
  }
}
