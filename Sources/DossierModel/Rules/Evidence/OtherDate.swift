/// A document of the cited number that is of another day than the citation says.
struct OtherDate {
  private let stated: CalendarDate
  private let actual: Stated<CalendarDate>
  private let path: String

  /// Compares a citation with the files it may mean.
  ///
  /// - Returns: nothing unless all files that bear the very number and notation are of other days: one
  ///   without a date, or of the day that is cited, is the document.
  init?(_ citation: Citation, _ files: [IndexedFile]) {
    guard let stated = citation.date, let notation = citation.notation, notation.number != nil
    else {
      return nil
    }
    let same = files.filter { file in
      file.facts.header.notation.map {
        $0.number == notation.number && Slug.fold($0.symbol) == Slug.fold(notation.symbol)
      } ?? false
    }
    // A file that is meant by its name or its title says nothing of a day.
    guard same.count == files.count, let first = same.first,
      let actual = first.facts.header.date
    else { return nil }
    guard same.allSatisfy({ $0.facts.header.date.map { $0.value != stated } ?? false }) else {
      return nil
    }
    self.stated = stated
    self.actual = actual
    path = first.path
  }

  /// Says so in a finding.
  func add(to finding: inout Finding) {
    finding.variant = "other-date"
    finding.arguments["stated"] = .date(stated)
    finding.arguments["actual"] = .date(actual.value)
    finding.arguments["file"] = .text(path)
    finding.quotes += Quote.list(path, actual.quote)
  }
}
