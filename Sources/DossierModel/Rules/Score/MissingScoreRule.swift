/// No total is stated anywhere, although every document that should state it was read.
struct MissingScoreRule: Rule {
  let codes: [FindingCode] = [.scoreMissing]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard subject.profile.scoring != nil else { return [] }
    let view = ScoreView(subject)
    var findings: [Finding] = []
    for document in view.documents {
      if let text = document.unreadable {
        findings.append(
          Finding(
            .scoreMissing, path: document.path, item: document.item.id, variant: "sheet",
            arguments: ["text": .text(text)], quotes: Quote.list(document.path, text)))
      } else if document.hasBlankTable, document.item.role == .scoreSheet, !document.hasPoints {
        findings.append(
          Finding(
            .scoreMissing, path: document.path, item: document.item.id, variant: "blank-sheet"))
      }
    }
    if !findings.isEmpty { return findings }
    let bearers = view.documents.filter { $0.item.role != .minutes }
    guard view.hasBearer, !view.hasUnread else { return [] }
    if bearers.allSatisfy({ $0.entries[.total] == nil }) {
      let isSaidElsewhere = subject.score.claimed != nil
      return [
        Finding(
          .scoreMissing, path: bearers.first { $0.item.role == .report }?.path,
          variant: isSaidElsewhere ? "bearers" : nil)
      ]
    }
    guard let report = view.document(.report) else { return [] }
    if report.entries[.total] == nil, let blank = report.blankTotal {
      return [
        Finding(
          .scoreMissing, path: report.path, item: report.item.id, variant: "blank-total",
          quotes: Quote.list(report.path, blank))
      ]
    }
    // A report without any number of points does not report.
    guard !report.hasPoints, report.ratings.isEmpty else { return [] }
    return [Finding(.scoreMissing, path: report.path, item: report.item.id, variant: "report")]
  }
}
