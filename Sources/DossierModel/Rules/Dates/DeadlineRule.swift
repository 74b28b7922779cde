/// The report, or the letter that sends it, is dated after the last day to send it.
struct DeadlineRule: Rule {
  let codes: [FindingCode] = [.dateDeadline]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let year = subject.index.year,
      let deadline = subject.profile.dates.deadline?.date(for: year),
      !WrongYearRule.isDoubtful(yearOf: subject)
    else { return [] }
    return subject.readDocuments.filter { $0.item.isSent }.compactMap { document in
      guard let date = document.file.faceDate, date.value > deadline else { return nil }
      return Finding(
        .dateDeadline, path: document.file.path, item: document.item.id,
        arguments: [
          "item": .localized(document.item.title), "date": .date(date.value),
          "deadline": .date(deadline),
        ], quotes: Quote.list(document.file.path, date.quote))
    }
  }
}

extension DossierItem {
  /// Whether the deadline is for it: the report, or the letter that a regime has it sent with.
  var isSent: Bool { role == .report || role == .other && needsDate && needsNotation }
}
