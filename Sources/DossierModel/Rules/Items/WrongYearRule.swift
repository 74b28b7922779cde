/// A required document assesses another year.
struct WrongYearRule: Rule {
  let codes: [FindingCode] = [.itemWrongYear]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let year = subject.index.year else { return [] }
    return subject.readDocuments.compactMap { document in
      guard let stated = Self.otherYear(in: document.file.facts, than: year) else { return nil }
      return Finding(
        .itemWrongYear, path: document.file.path, item: document.item.id,
        arguments: [
          "item": .localized(document.item.title), "stated": .text(stated.value),
          "expected": .text(String(year)),
        ], quotes: Quote.list(document.file.path, stated.quote))
    }
  }

  /// The year a document is about where it is not the one asked for.
  private static func otherYear(in facts: DocumentFacts, than year: Int) -> Stated<String>? {
    let span = facts.schoolYear.map { $0.value.first...$0.value.last }
    if let stated = facts.assessedYear {
      guard stated.value != year else { return nil }
      // "Năm học 2022-2023" speaks of both years.
      if let span, span.contains(stated.value), span.contains(year) { return nil }
      return Stated(String(stated.value), quote: stated.quote)
    }
    guard let span, let quote = facts.schoolYear?.quote, !span.contains(year) else { return nil }
    return Stated("\(span.lowerBound)-\(span.upperBound)", quote: quote)
  }
}
