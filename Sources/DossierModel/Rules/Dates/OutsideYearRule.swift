/// A document whose date does not belong to the assessed year.
///
/// A required document has the window of its item. Evidence may be older where it holds until
/// revoked (decisions, regulations) or spans the year by its title; it may not be younger than the
/// self-assessment that rests on it.
struct OutsideYearRule: Rule {
  let codes: [FindingCode] = [.dateOutsideYear]

  /// The words by which a decision that holds is told from one that gives a title for a year.
  private struct Yearly {
    let always: WordSet
    let named: WordSet
    let lasting: WordSet

    init(_ lexicon: Lexicon) {
      always = WordSet(lexicon["files-yearly-words"])
      named = WordSet(lexicon["files-named-year-words"])
      lasting = WordSet(lexicon["files-lasting-words"])
    }
  }

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let year = subject.index.year, !WrongYearRule.isDoubtful(yearOf: subject) else {
      return []
    }
    return required(subject, year) + evidence(subject, year)
  }

  private func required(_ subject: AuditSubject, _ year: Int) -> [Finding] {
    let rules = subject.profile.dates
    return subject.readDocuments.compactMap { document in
      guard let date = document.file.faceDate else { return nil }
      let first = (document.item.earliest ?? rules.earliest)?.date(for: year)
      let last = (document.item.latest ?? rules.latest)?.date(for: year)
      if let first, date.value < first {
        return finding(document.file, document.item.id, date, year, "before", first)
      }
      if let last, date.value > last, !isLate(document.item, date.value, subject, year) {
        return finding(document.file, document.item.id, date, year, "after", last)
      }
      return nil
    }
  }

  /// Whether `date.deadline` says it already.
  private func isLate(
    _ item: DossierItem, _ date: CalendarDate, _ subject: AuditSubject, _ year: Int
  ) -> Bool {
    guard item.isSent, let end = subject.profile.dates.deadline?.date(for: year) else {
      return false
    }
    return date > end
  }

  private func evidence(_ subject: AuditSubject, _ year: Int) -> [Finding] {
    let lasting = Set(subject.lexicon["files-lasting-types"].map(ItemScorer.typeKey))
    let yearly = Yearly(subject.lexicon)
    let report = subject.document(as: .report)?.faceDate?.value
    let last = [report, subject.profile.dates.deadline?.date(for: year)].compactMap { $0 }.max()
    let evidence = subject.profile.evidenceItem?.id
    let documents = Set(subject.requiredDocuments.map(\.file.path))
    let firstYear = year - subject.profile.dates.evidenceYears
    return subject.ownFiles.compactMap { file in
      guard !file.placement.criteria.isEmpty || evidence != nil && file.placement.item == evidence,
        !documents.contains(file.path),
        let date = file.facts.header.date
      else { return nil }
      if let last, date.value > last {
        return finding(file, file.placement.item, date, year, "evidence-after", last)
      }
      guard date.value.year < firstYear, let type = file.facts.header.typeAbbreviation,
        !lasting.contains(ItemScorer.typeKey(type)) || isOfItsYear(file, yearly),
        file.facts.header.notation?.number != nil,
        !YearSpan.covers(year, in: ItemScorer.title(of: file)),
        let first = CalendarDate(year: firstYear, month: 1, day: 1)
      else { return nil }
      return finding(file, file.placement.item, date, year, "evidence-before", first)
    }
  }

  /// Whether a lasting type gives what is won anew every year: a title that always is, or one of a
  /// year that it names.
  private func isOfItsYear(_ file: IndexedFile, _ yearly: Yearly) -> Bool {
    let written = ItemScorer.title(of: file)
    let title = SlugText(written)
    guard !yearly.lasting.matches(title) else { return false }
    return yearly.always.matches(title)
      || yearly.named.matches(title) && !YearSpan.years(in: written).isEmpty
  }

  private func finding(
    _ file: IndexedFile, _ item: String?, _ date: Stated<CalendarDate>, _ year: Int,
    _ variant: String, _ bound: CalendarDate
  ) -> Finding {
    Finding(
      .dateOutsideYear, path: file.path, item: item, criterion: file.placement.criteria.first,
      variant: variant,
      arguments: [
        "date": .date(date.value), "year": .text(String(year)), "bound": .date(bound),
      ], quotes: Quote.list(file.path, date.quote))
  }
}

/// The years a title names.
enum YearSpan {
  /// Whether a title speaks of a year, alone or inside a span ("giai đoạn 2021-2025").
  static func covers(_ year: Int, in title: String) -> Bool {
    let years = years(in: title)
    if years.contains(year) { return true }
    return zip(years, years.dropFirst()).contains { $0 <= year && year <= $1 }
  }

  /// The years a title names, in their order.
  static func years(in title: String) -> [Int] {
    FoldedText(title).tokens.filter { $0.kind == .number && $0.folded.utf8.count == 4 }
      .compactMap { Int($0.folded) }.filter { (1900...2200).contains($0) }
  }
}
