/// A required document assesses another year.
struct WrongYearRule: Rule {
  let codes: [FindingCode] = [.itemWrongYear]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let year = subject.index.year else { return [] }
    return subject.readDocuments.compactMap { document in
      let facts = document.file.facts
      guard let stated = facts.assessedYear, stated.value != year else { return nil }
      // "Năm học 2022-2023" names both years.
      let also = facts.otherYears.filter { $0.quote == stated.quote || abs($0.value - year) == 0 }
      let isSpan = also.contains { $0.value == year && abs(stated.value - year) <= 1 }
      guard !isSpan else { return nil }
      return Finding(
        .itemWrongYear, path: document.file.path, item: document.item.id,
        arguments: [
          "item": .localized(document.item.title), "stated": .text(String(stated.value)),
          "expected": .text(String(year)),
        ], quotes: Quote.list(document.file.path, stated.quote))
    }
  }
}
