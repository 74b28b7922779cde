/// A required document assesses another year.
struct WrongYearRule: Rule {
  let codes: [FindingCode] = [.itemWrongYear]

  func findings(in subject: AuditSubject) -> [Finding] {
    let found = Self.found(in: subject)
    guard Self.isDoubtful(found, subject) else { return found }
    return found.map { finding in
      var finding = finding
      finding.variant = "agreeing"
      return finding
    }
  }

  /// Whether the user named the year and every document that names one names the same other: it is
  /// the user's that is doubtful, and no date is measured by it.
  static func isDoubtful(yearOf subject: AuditSubject) -> Bool {
    isDoubtful(found(in: subject), subject)
  }

  private static func isDoubtful(_ found: [Finding], _ subject: AuditSubject) -> Bool {
    [.declaration, .option].contains(subject.index.yearSource) && found.count > 1
      && Set(found.map { $0.arguments["stated"] }).count == 1
      && found.count == subject.readDocuments.count(where: { namesYear($0.file.facts) })
  }

  private static func namesYear(_ facts: DocumentFacts) -> Bool {
    facts.assessedYear != nil || facts.schoolYear != nil
  }

  private static func found(in subject: AuditSubject) -> [Finding] {
    guard let year = subject.index.year else { return [] }
    let schoolYear = Self.schoolYear(of: subject, year)
    return subject.readDocuments.compactMap { document in
      let facts = document.file.facts
      if let schoolYear, let next = nextYear(in: facts, after: schoolYear) {
        return Finding(
          .itemWrongYear, path: document.file.path, item: document.item.id,
          arguments: [
            "item": .localized(document.item.title), "stated": .text(next.value),
            "expected": .text("\(schoolYear.first)-\(schoolYear.last)"),
          ], quotes: Quote.list(document.file.path, next.quote))
      }
      guard let stated = otherYear(in: facts, than: year) else { return nil }
      return Finding(
        .itemWrongYear, path: document.file.path, item: document.item.id,
        arguments: [
          "item": .localized(document.item.title), "stated": .text(stated.value),
          "expected": .text(String(year)),
        ], quotes: Quote.list(document.file.path, stated.quote))
    }
  }

  /// The school year of a dossier whose report is about one and names no calendar year.
  private static func schoolYear(of subject: AuditSubject, _ year: Int) -> SchoolYear? {
    guard let report = subject.document(as: .report), report.facts.assessedYear == nil,
      let stated = report.facts.schoolYear?.value, stated.last == year
    else { return nil }
    return stated
  }

  /// The school year behind the dossier's in the subject of a document that names no calendar year.
  private static func nextYear(
    in facts: DocumentFacts, after schoolYear: SchoolYear
  ) -> Stated<String>? {
    guard facts.assessedYear == nil, let stated = facts.schoolYear,
      stated.value.first == schoolYear.last, let subject = facts.header.subject,
      subject.contains(String(stated.value.first)), subject.contains(String(stated.value.last))
    else { return nil }
    return Stated("\(stated.value.first)-\(stated.value.last)", quote: stated.quote)
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
