import DossierModel

/// Reads a profile from YAML.
enum ProfileReader {
  private static let keys = [
    "id", "title", "source", "items", "criteria", "openCriteria", "scoring", "levels",
    "cumulativeLevels", "dates", "evidenceCodes", "criterionWords", "yearWords", "otherFolder",
  ]
  private static let itemKeys = [
    "id", "title", "kind", "role", "folder", "required", "several", "titleWords", "nameWords",
    "notWords", "types", "needsNotation", "needsDate", "earliest", "latest",
  ]
  private static let criterionKeys = [
    "code", "title", "maximum", "steps", "words", "needsEvidence", "criteria",
  ]
  private static let scoringKeys = ["maximum", "ratings"]
  private static let ratingKeys = ["id", "title", "words", "minimum"]
  private static let levelKeys = ["id", "title", "words", "someCriteria"]
  private static let dateKeys = ["deadline", "earliest", "latest", "evidenceYears", "order"]
  private static let dayKeys = ["yearsAfter", "month", "day"]
  private static let codeKeys = ["form", "criterion"]

  /// Every key that a profile may have, at any depth; `samples/own-profile.yaml` explains each.
  static let allKeys = Set(
    keys + itemKeys + criterionKeys + scoringKeys + ratingKeys + levelKeys + dateKeys + dayKeys
      + codeKeys)

  /// The profile, or nothing where a part that must be there is not.
  static func profile(_ root: YAMLValue) -> Profile? {
    guard let map = root.map(keys: keys) else { return nil }
    let id = identifier(map.required("id"))
    let title = map.localized("title")
    let source = map.localized("source")
    let itemPlaces = map.required("items")?.list() ?? []
    let items = itemPlaces.compactMap { item($0) }
    let isOpen = map.flag("openCriteria", default: false)
    let criterionPlaces = (isOpen ? map.optional("criteria") : map.required("criteria"))?.list()
    let criteria = (criterionPlaces ?? []).compactMap { criterion($0) }
    guard let id, let title, let source, !items.isEmpty else {
      if let value = map.optional("items"), itemPlaces.isEmpty { value.note(.emptyValue) }
      return nil
    }
    var profile = Profile(
      id: id, title: title, source: source, items: items, criteria: criteria,
      scoring: map.optional("scoring").flatMap { scoring($0) },
      dates: map.optional("dates").flatMap { dates($0) } ?? DateRules(),
      evidenceCodes: map.list("evidenceCodes").compactMap { evidenceCode($0) },
      criterionWords: map.texts("criterionWords"), yearWords: map.texts("yearWords"))
    profile.hasOpenCriteria = isOpen
    profile.hasCumulativeLevels = map.flag("cumulativeLevels", default: false)
    profile.otherFolder = map.optional("otherFolder").flatMap { folder($0) } ?? ""
    profile.levels = map.list("levels").compactMap { level($0) }
    ProfileAgreement(profile: profile, map: map).note()
    return profile
  }

  private static func identifier(_ value: YAMLValue?) -> String? {
    guard let value, let text = value.text() else { return nil }
    guard
      text.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
      })
    else {
      value.note(.unknownValue, found: text, expected: "a-z 0-9 - .")
      return nil
    }
    return text
  }

  private static func item(_ value: YAMLValue) -> DossierItem? {
    guard let map = value.map(keys: itemKeys) else { return nil }
    let id = identifier(map.required("id"))
    let title = map.localized("title")
    let kind = map.required("kind")?.choice(DossierItem.Kind.self)
    let role = map.optional("role").map { $0.choice(DossierItem.Role.self) }
    let folder = folder(map.required("folder"))
    guard let id, let title, let kind, let folder else { return nil }
    var item = DossierItem(
      id: id, title: title, kind: kind,
      role: (role ?? nil) ?? (kind == .evidence ? .evidence : .other), folder: folder,
      isRequired: map.flag("required", default: true), titleWords: map.texts("titleWords"),
      nameWords: map.texts("nameWords"), notWords: map.texts("notWords"),
      types: map.texts("types"), needsNotation: map.flag("needsNotation", default: false),
      needsDate: map.flag("needsDate", default: false))
    item.mayBeSeveral = map.flag("several", default: false)
    item.earliest = map.optional("earliest").flatMap { yearDay($0) }
    item.latest = map.optional("latest").flatMap { yearDay($0) }
    return item
  }

  /// A folder name that every system can hold: ASCII letters, digits, "-", "_" and "." inside.
  private static func folder(_ value: YAMLValue?) -> String? {
    guard let value, let text = value.text() else { return nil }
    let isPortable = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        || $0 == 0x2E
    }
    guard isPortable, !text.hasPrefix("."), !text.hasSuffix("."), text.utf8.count <= 40 else {
      value.note(.unknownValue, found: text, expected: "a-z A-Z 0-9 - _ .")
      return nil
    }
    return text
  }

  private static func criterion(_ value: YAMLValue, depth: Int = 1) -> Criterion? {
    guard let map = value.map(keys: criterionKeys) else { return nil }
    let code = map.text("code")
    let title = map.localized("title")
    let children = map.list("criteria").compactMap { criterion($0, depth: depth + 1) }
    guard let code, let title else { return nil }
    return Criterion(
      code: code, title: title, maximum: map.optional("maximum").flatMap { $0.points() },
      steps: map.list("steps").compactMap { $0.points() }, words: map.texts("words"),
      needsEvidence: map.flag("needsEvidence", default: true), children: children)
  }

  private static func scoring(_ value: YAMLValue) -> Scoring? {
    guard let map = value.map(keys: scoringKeys) else { return nil }
    let maximum = map.required("maximum")?.points()
    let ratings = (map.required("ratings")?.list() ?? []).compactMap { place -> Scoring.Rating? in
      guard let map = place.map(keys: ratingKeys) else { return nil }
      let id = identifier(map.required("id"))
      let title = map.localized("title")
      let minimum = map.required("minimum")?.points()
      guard let id, let title, let minimum else { return nil }
      return Scoring.Rating(id: id, title: title, words: map.texts("words"), minimum: minimum)
    }
    guard let maximum else { return nil }
    return Scoring(maximum: maximum, ratings: ratings)
  }

  private static func level(_ value: YAMLValue) -> Profile.Level? {
    guard let map = value.map(keys: levelKeys) else { return nil }
    let id = identifier(map.required("id"))
    let title = map.localized("title")
    guard let id, let title else { return nil }
    var level = Profile.Level(id: id, title: title, words: map.texts("words"))
    level.isOfSome = map.flag("someCriteria", default: false)
    return level
  }

  private static func dates(_ value: YAMLValue) -> DateRules? {
    guard let map = value.map(keys: dateKeys) else { return nil }
    var rules = DateRules(
      deadline: map.optional("deadline").flatMap { yearDay($0) },
      earliest: map.optional("earliest").flatMap { yearDay($0) },
      latest: map.optional("latest").flatMap { yearDay($0) }, order: map.texts("order"))
    if let years = map.optional("evidenceYears")?.integer(0...50) { rules.evidenceYears = years }
    return rules
  }

  private static func yearDay(_ value: YAMLValue) -> DateRules.YearDay? {
    guard let map = value.map(keys: dayKeys) else { return nil }
    let years = map.required("yearsAfter")?.integer(-10...10)
    let month = map.required("month")?.integer(1...12)
    let day = map.required("day")?.integer(1...31)
    guard let years, let month, let day else { return nil }
    // 2023 is no leap year: the 29th of February would be missing in three years of four.
    guard CalendarDate(year: 2023, month: month, day: day) != nil else {
      map.optional("day")?.note(.outOfRange, found: String(day))
      return nil
    }
    return DateRules.YearDay(yearsAfter: years, month: month, day: day)
  }

  private static func evidenceCode(_ value: YAMLValue) -> EvidenceCodeForm? {
    guard let map = value.map(keys: codeKeys) else { return nil }
    let form = map.text("form")
    let criterion = map.text("criterion")
    guard let form, let criterion else { return nil }
    let known = ["box", "standard", "criterion", "number"]
    let inForm = Placeholders.names(in: form)
    for name in inForm where !known.contains(name) {
      map.optional("form")?.note(
        .unknownValue, found: "{\(name)}", expected: known.joined(separator: ", "),
        suggestion: Nearest.word(to: name, among: known))
    }
    for name in Placeholders.names(in: criterion) where !inForm.contains(name) {
      map.optional("criterion")?.note(.unknownReference, found: "{\(name)}", expected: form)
    }
    return EvidenceCodeForm(form: form, criterion: criterion)
  }
}
