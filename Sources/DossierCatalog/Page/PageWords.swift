import DossierModel

/// The words of a page, each in both languages.
struct PageWords {
  let catalog: Catalog
  let profile: Profile

  /// A catalogue text in both languages; CSS shows the one that is chosen.
  func both(_ key: String, _ arguments: [String: FindingArgument] = [:]) -> Markup {
    both(
      LocalizedText(
        vietnamese: catalog.text(key, .vietnamese, arguments),
        english: catalog.text(key, .english, arguments)))
  }

  /// A text in both languages; said once where they are the same.
  func both(_ text: LocalizedText) -> Markup {
    both(vietnamese: Markup(text: text.vietnamese), english: Markup(text: text.english))
  }

  /// Markup in both languages; said once where they are the same.
  func both(vietnamese: Markup, english: Markup) -> Markup {
    guard !vietnamese.html.utf8.elementsEqual(english.html.utf8) else { return vietnamese }
    return Markup(
      trusted:
        "<span class=v lang=vi>\(vietnamese.html)</span><span class=e lang=en>\(english.html)</span>"
    )
  }

  /// Every label of the page under its key without the prefix, dots as underscores.
  var labels: [String: Any] {
    var labels: [String: Any] = [:]
    for key in catalog.keys(family: "page") {
      let name = key.dropFirst("page.".count).map { $0 == "." || $0 == "-" ? "_" : $0 }
      labels[String(name)] = both(key)
    }
    return labels
  }

  /// A date in the order day, month, year, which both languages read in a table.
  func date(_ date: CalendarDate) -> Markup { Markup(text: Wording.date(date, .vietnamese)) }

  /// Points with a decimal comma, in both languages alike but for the sign.
  func points(_ points: Points) -> Markup {
    both(
      LocalizedText(
        vietnamese: Wording.points(points, .vietnamese), english: Wording.points(points, .english)))
  }

  /// The name of a criterion's group or criterion.
  func title(ofCriterion code: String) -> Markup {
    profile.criterion(code).map { both($0.title) } ?? Markup(text: code)
  }
}
