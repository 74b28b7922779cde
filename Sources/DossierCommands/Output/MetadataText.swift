import DossierCatalog
import DossierEngine
import DossierModel
import Foundation

/// Draws the metadata of one file for people.
struct MetadataText {
  let desk: Desk
  let row: MetadataReader.Row

  private var language: Language { desk.language }
  private static let labelWidth = 22
  /// So many values of a detail are shown to people.
  private static let shownValues = 12

  /// The whole text, ending in a newline.
  func rendered() -> String {
    let reading = row.reading
    var lines = DisplayWidth.wrap(
      "\(VisibleText.escaped(row.path)): \(desk.catalog.format(reading.format, language))",
      to: desk.console.width)
    if let failure = row.failure {
      return (lines + wrapped(desk.console.coloured("✗", .bad), desk.sentence(of: failure)))
        .joined(separator: "\n") + "\n"
    }
    if let problem = reading.problem {
      let reason = desk.catalog.reason(problem.reason, language)
      lines += wrapped(
        desk.console.coloured("✗", .bad),
        desk.text("metadata.unreadable", ["reason": .text(reason)]))
    }
    if reading.metadata.isPartial { lines.append("  " + desk.text("metadata.partial")) }
    lines += fieldLines(reading.metadata) + otherLines(reading.metadata)
    if let problem = reading.textProblem, problem.reason != reading.problem?.reason {
      let reason = desk.catalog.reason(problem.reason, language)
      lines += wrapped(
        desk.console.coloured("✗", .bad),
        desk.text("metadata.text-unreadable", ["reason": .text(reason)]))
    }
    lines += factLines()
    return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n") + "\n"
  }

  private func fieldLines(_ metadata: DocumentMetadata) -> [String] {
    let values = MetadataField.allCases.flatMap { field -> [String] in
      guard let value = metadata.fields[field] else { return [] }
      return labelled(desk.catalog.field(field, language), shown(value))
    }
    return values + unreadableLines(metadata)
  }

  /// The fields that could not be read, each reason once; that of the file was said above.
  private func unreadableLines(_ metadata: DocumentMetadata) -> [String] {
    var reasons: [UnreadableReason] = []
    let fields = MetadataField.allCases.filter { metadata.fields[$0] == nil }
    for field in fields {
      if let reason = metadata.unreadable[field], !reasons.contains(reason) {
        reasons.append(reason)
      }
    }
    return reasons.filter { $0 != row.reading.problem?.reason }.flatMap { reason in
      let names = fields.filter { metadata.unreadable[$0] == reason }.map {
        desk.catalog.field($0, language)
      }
      return wrapped(
        desk.console.coloured("✗", .bad),
        desk.text(
          "metadata.fields-unreadable",
          ["fields": .list(names), "reason": .text(desk.catalog.reason(reason, language))]))
    }
  }

  private func shown(_ value: MetadataValue) -> String {
    switch value {
    case .text(let text): return text
    case .number(let number): return Wording.number(number, language)
    case .list(let texts): return texts.joined(separator: "; ")
    case .date(let date):
      let zone: String
      switch date.zone {
      case .stated: zone = ""
      case .doubtful: zone = " " + desk.text("metadata.zone.doubtful")
      case .none: zone = " " + desk.text("metadata.zone.none")
      }
      guard let normalized = date.normalized else {
        return desk.text("metadata.no-date", ["value": .text(date.raw)])
      }
      return (Wording.moment(normalized, language) ?? normalized) + zone
    }
  }

  private func otherLines(_ metadata: DocumentMetadata) -> [String] {
    var lines: [String] = []
    if !metadata.custom.isEmpty {
      lines.append("  " + desk.text("metadata.custom"))
      lines += metadata.custom.flatMap { labelled("  \($0.name)", shown($0)) }
    }
    let flags = metadata.flags.sorted { $0.rawValue < $1.rawValue }
    if !flags.isEmpty {
      lines += labelled(
        desk.text("metadata.flags"),
        flags.map { desk.catalog.flag($0, language) }.joined(separator: ", "))
    }
    let details = detailLines(metadata.details)
    if !details.isEmpty { lines += ["  " + desk.text("metadata.details")] + details }
    return lines
  }

  /// The details that have a name for people; the others are for programs and stand in JSON.
  private func detailLines(_ details: [String: [String]]) -> [String] {
    details.keys.sorted().flatMap { key -> [String] in
      guard desk.catalog.has("detail.\(key)"), let values = details[key] else { return [] }
      var shown = values.prefix(Self.shownValues).map { value in
        if key == "damagedParts" { return Self.partName(value) }
        if key == "containerOddities", desk.catalog.has("oddity.\(value)") {
          return desk.text("oddity.\(value)")
        }
        return shownDetail(value)
      }
      if values.count > shown.count {
        shown.append("… (\(Wording.number(values.count, language)))")
      }
      return labelled(desk.text("detail.\(key)"), shown.joined(separator: "; "))
    }
  }

  /// A damaged part without the word for what is wrong with it, which is for programs.
  static func partName(_ value: String) -> String {
    guard let colon = value.range(of: ": ", options: .backwards),
      UnreadableReason(rawValue: String(value[colon.upperBound...])) != nil
    else { return value }
    return String(value[..<colon.lowerBound])
  }

  private func shown(_ property: CustomProperty) -> String {
    if let moment = Wording.moment(property.value, language) { return moment }
    switch (property.type, property.value) {
    case ("bool", "true"), ("bool", "1"), ("boolean", "true"): return desk.text("detail.yes")
    case ("bool", "false"), ("bool", "0"), ("boolean", "false"): return desk.text("detail.no")
    default: break
    }
    // Office writes characters that XML does not hold as _xHHHH_ (ECMA-376 Part 1, 22.9.2.19).
    let decoded = property.value.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
    return decoded.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A value of a detail: a moment, a word of the format, or a kind of link before its target.
  private func shownDetail(_ value: String) -> String {
    if value == "true" { return desk.text("detail.yes") }
    if let moment = Wording.moment(value, language) { return moment }
    let words = value.split(separator: " ", maxSplits: 1)
    guard let first = words.first else { return value }
    let kind = "detail.value.\(first.lowercased())"
    guard desk.catalog.has(kind) else { return value }
    return ([desk.text(kind)] + words.dropFirst().map(String.init)).joined(separator: " ")
  }

  private func factLines() -> [String] {
    guard let header = row.facts?.header else { return [] }
    let facts: [(String, String?)] = [
      ("label.superior-body", header.superiorBody), ("label.issuing-body", header.issuingBody),
      ("label.notation", header.notation?.written),
      ("label.date", header.date.map { Wording.date($0.value, language) }),
      ("label.type", header.typeName), ("label.subject", header.subject),
    ]
    let lines = facts.flatMap { key, value in value.map { labelled(desk.text(key), $0) } ?? [] }
    return lines.isEmpty ? [] : ["  " + desk.text("metadata.document")] + lines
  }

  private func labelled(_ label: String, _ value: String) -> [String] {
    let name = DisplayWidth.fit(VisibleText.escaped(label), to: Self.labelWidth)
    let empty = String(repeating: " ", count: Self.labelWidth)
    return DisplayWidth.wrap(
      VisibleText.escaped(value), to: max(16, desk.console.width - Self.labelWidth - 6)
    ).enumerated().map { "    \($0 == 0 ? name : empty)  \($1)" }
  }

  private func wrapped(_ mark: String, _ text: String) -> [String] {
    DisplayWidth.wrap(VisibleText.escaped(text), to: desk.console.width - 6).enumerated().map {
      ($0 == 0 ? "  \(mark) " : "    ") + $1
    }
  }
}
