import DossierModel

/// Title, verdict and items.
struct PageHead {
  let input: PageInput
  let words: PageWords
  let files: PageFiles

  /// The values of the template.
  var context: [String: Any] {
    var context: [String: Any] = [
      "unit": unit, "profile": words.both(input.profile.title),
      "source": words.both(input.profile.source), "verdict": verdict,
      "verdictClass": Markup(trusted: input.report.verdict.rawValue), "items": items,
      "isVietnamese": input.language == .vietnamese, "pageLanguage": pageLanguage,
      "plainTitle": plainTitle, "size": size,
      "algorithms": (input.packing?.algorithms ?? ["sha256"]).map { ["name": Markup(text: $0)] },
    ]
    if let year = input.index.year { context["year"] = Markup(year) }
    if let packing = input.packing {
      context["packing"] = words.both(
        "page.packed", ["date": .date(packing.date), "generator": .text(packing.generator)])
    }
    return context
  }

  private var pageLanguage: Markup { Markup(trusted: input.language.rawValue) }

  private var unit: Markup {
    input.index.unit.map { Markup(text: $0) } ?? words.both("page.unit-unknown")
  }

  private var plainTitle: Markup {
    let unit = input.index.unit ?? words.catalog.text("page.unit-unknown", input.language)
    let year = input.index.year.map(String.init) ?? "…"
    return Markup(
      text: words.catalog.text(
        "page.title", input.language, ["unit": .text(unit), "year": .text(year)]))
  }

  private var size: Markup {
    // All files that are packed, so that the page says what the manifest and the minutes say.
    let files = input.index.files.filter { file in
      input.packing.map { $0.paths[file.path] != nil } ?? true
    }
    let bytes = files.reduce(Int64(0)) { $0 + $1.size }
    let count = files.count
    func text(_ language: Language) -> String {
      words.catalog.text(
        "page.files-size", language,
        ["count": .count(count), "size": .text(Wording.size(bytes, language))])
    }
    return words.both(LocalizedText(vietnamese: text(.vietnamese), english: text(.english)))
  }

  private var verdict: Markup {
    let reservations = Reservations(input.report, input.profile)
    let all = [verdictSentence(isWithout: reservations.isEmpty)] + reservations.sentences
    func text(_ language: Language) -> String {
      all.map { words.catalog.text($0.key, language, $0.arguments) }.joined(separator: " ")
    }
    return words.both(LocalizedText(vietnamese: text(.vietnamese), english: text(.english)))
  }

  /// - Parameter isWithout: whether nothing was accepted, and nothing left unread.
  private func verdictSentence(
    isWithout: Bool
  ) -> (key: String, arguments: [String: FindingArgument]) {
    let open = input.report.findings.filter { $0.accepted == nil }
    let severities = open.map { words.catalog.severities[$0.code] }
    let errors = severities.count { $0 == .error }
    let warnings = severities.count { $0 == .warning }
    let arguments: [String: FindingArgument] = [
      "errors": .count(errors), "warnings": .count(warnings),
    ]
    switch (input.report.verdict, errors, warnings) {
    case (.complete, _, 0) where isWithout: return ("page.verdict.complete", [:])
    case (.complete, _, 0): return ("page.verdict.complete-only", [:])
    case (.complete, _, _): return ("page.verdict.complete-warnings", arguments)
    case (.incomplete, 0, _): return ("page.verdict.strict", arguments)
    case (.incomplete, _, 0): return ("page.verdict.incomplete", arguments)
    case (.incomplete, _, _): return ("page.verdict.incomplete-warnings", arguments)
    }
  }

  private var items: [[String: Any]] {
    input.report.items.enumerated().map { number, state in
      let item = input.profile.item(state.id)
      let isEvidence = item?.kind == .evidence
      // The evidence is listed by criterion further down; here its number says enough.
      let shown =
        isEvidence ? [] : state.files.prefix(5).map { path in ["link": files.linked(path)] }
      // Nobody is asked for what the profile leaves free.
      let isLeftOut = state.status == .missing && item?.isRequired == false
      let status = isLeftOut ? "optional" : state.status.rawValue
      var values: [String: Any] = [
        "number": Markup(number + 1),
        "title": item.map { words.both($0.title) } ?? Markup(text: state.id),
        "status": words.both("page.status.\(status)"), "class": Markup(trusted: status),
        "files": shown,
      ]
      if isEvidence || state.files.count > 5 {
        values["count"] = words.both("page.files", ["count": .count(state.files.count)])
      }
      return values
    }
  }
}
