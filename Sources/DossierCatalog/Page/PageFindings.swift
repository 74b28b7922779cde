import DossierModel

/// The findings by severity and code, with quotes and remedies.
struct PageFindings {
  let input: PageInput
  let words: PageWords
  let files: PageFiles

  /// From so many findings of one kind on, the sentence is said once and the files are listed.
  static let manyFindings = 25

  /// The values of the template.
  var context: [String: Any] {
    let sections = [Severity.error, .warning, .note].compactMap { section($0) }
    var context: [String: Any] = [
      "sections": sections, "count": Markup(input.report.findings.count),
    ]
    if let accepted { context["accepted"] = accepted }
    context["isEmpty"] = sections.isEmpty && accepted == nil
    return context
  }

  private func section(_ severity: Severity) -> [String: Any]? {
    let findings = input.report.findings.filter {
      $0.accepted == nil && words.catalog.severities[$0.code] == severity
    }
    return section(findings, named: severity.rawValue)
  }

  private var accepted: [String: Any]? {
    section(input.report.findings.filter { $0.accepted != nil }, named: "accepted")
  }

  private func section(_ findings: [Finding], named name: String) -> [String: Any]? {
    guard !findings.isEmpty else { return nil }
    return [
      "class": Markup(trusted: name), "title": words.both("page.severity.\(name)"),
      "count": Markup(findings.count),
      "groups": groups(findings).flatMap(cut).map(group),
    ]
  }

  /// The findings of one code that stand under one heading, in order.
  private func groups(_ findings: [Finding]) -> [[Finding]] {
    findings.grouped {
      [$0.code.rawValue, words.catalog.title(of: $0, language: .vietnamese)]
    }
  }

  /// A long list says its sentence once, so that it holds findings of one sentence only.
  private func cut(_ group: [Finding]) -> [[Finding]] {
    group.count > Self.manyFindings ? group.grouped { $0.variant ?? "" } : [group]
  }

  private func group(_ findings: [Finding]) -> [String: Any] {
    let isLong = findings.count > Self.manyFindings
    let remedies = findings.prefix(isLong ? 1 : findings.count).map { remedy($0).html }
    let isShared = Set(remedies).count == 1
    let first = findings[0]
    let also = findings.flatMap(\.also)
    let codes = [first.code] + FindingCode.all.filter(also.contains)
    var group: [String: Any] = [
      "code": Markup(text: codes.map(\.rawValue).joined(separator: ", ")),
      "title": words.both(
        LocalizedText(
          vietnamese: words.catalog.title(of: first, language: .vietnamese),
          english: words.catalog.title(of: first, language: .english))),
    ]
    if isLong {
      group["example"] = message(findings[0])
      group["paths"] = findings.map { finding -> [String: Any] in
        ["shown": reference(finding)]
      }
      group["pathCount"] = Markup(findings.count)
    } else {
      group["findings"] = findings.map { values($0, withRemedy: !isShared) }
    }
    if isShared, let first = remedies.first, !first.isEmpty {
      group["remedy"] = Markup(trusted: first)
    }
    return group
  }

  /// What a finding of a long list is about: the file's number in the catalogue, or its name.
  private func reference(_ finding: Finding) -> Markup {
    guard let path = finding.path else {
      return Markup(text: finding.criterion ?? finding.item ?? finding.code.rawValue)
    }
    guard let number = files[path]?.row.number else { return Markup(text: path) }
    return Markup(trusted: "<a href=#f\(number)>\(number)</a>")
  }

  private func worded(_ finding: Finding) -> (WordedFinding, WordedFinding) {
    let profile = input.profile
    return (
      words.catalog.word(finding, language: .vietnamese, profile: profile),
      words.catalog.word(finding, language: .english, profile: profile)
    )
  }

  private func message(_ finding: Finding) -> Markup {
    let (vietnamese, english) = worded(finding)
    return words.both(LocalizedText(vietnamese: vietnamese.message, english: english.message))
  }

  private func remedy(_ finding: Finding) -> Markup {
    let (vietnamese, english) = worded(finding)
    return words.both(LocalizedText(vietnamese: vietnamese.remedy, english: english.remedy))
  }

  /// A sentence in which the file it is about is a link, where it names the file.
  private func linked(_ text: String, _ path: String?) -> (markup: Markup, isLinked: Bool) {
    // A short name could be found inside a word.
    guard let path, path.contains("/"), let place = text.firstRange(of: path) else {
      return (Markup(text: text), false)
    }
    let before = Markup(text: String(text[..<place.lowerBound])).html
    let after = Markup(text: String(text[place.upperBound...])).html
    return (Markup(trusted: before + files.linked(path).html + after), true)
  }

  /// A quote; a moment as people read it.
  private func quoted(_ text: String) -> Markup {
    guard let vietnamese = Wording.moment(text, .vietnamese),
      let english = Wording.moment(text, .english)
    else { return Markup(text: text) }
    return words.both(LocalizedText(vietnamese: vietnamese, english: english))
  }

  private func values(_ finding: Finding, withRemedy: Bool) -> [String: Any] {
    let (vietnamese, english) = worded(finding)
    let said = [vietnamese.message, english.message].map { linked($0, finding.path) }
    var values: [String: Any] = [
      "message": words.both(vietnamese: said[0].markup, english: said[1].markup)
    ]
    if let path = finding.path, !said.allSatisfy(\.isLinked) {
      values["path"] = files.linked(path)
    }
    if withRemedy { values["ownRemedy"] = remedy(finding) }
    if let reason = finding.accepted { values["reason"] = Markup(text: reason) }
    values["quotes"] = finding.quotes.prefix(6).map { quote -> [String: Any] in
      var shown: [String: Any] = ["text": quoted(quote.text)]
      if quote.path != finding.path { shown["quotePath"] = files.linked(quote.path) }
      return shown
    }
    return values
  }
}
