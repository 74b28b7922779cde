/// Points are stated in less detail than the regime's criteria have.
struct NoDetailRule: Rule {
  let codes: [FindingCode] = [.scoreNoDetail]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard subject.profile.scoring != nil else { return [] }
    let view = ScoreView(subject)
    let leaves = subject.profile.leafCriteria.map { DocumentScore.Subject.code($0.code) }
    let groups = subject.profile.criteria.filter { !$0.isLeaf }.map {
      DocumentScore.Subject.code($0.code)
    }
    if let sheet = view.document(.scoreSheet), sheet.tableCount > 0, sheet.hasPoints,
      sheet.entries[.total] == nil
    {
      return [
        Finding(
          .scoreNoDetail, path: sheet.path, item: sheet.item.id, variant: "sheet-without-total")
      ]
    }
    if let sheet = view.document(.scoreSheet), let codes = sheet.missingRows(subject.profile) {
      return [
        Finding(
          .scoreNoDetail, path: sheet.path, item: sheet.item.id, variant: "sheet-without-row",
          arguments: ["codes": .list(codes)])
      ]
    }
    let hasDetail = view.documents.contains { document in
      leaves.contains { document.entries[$0] != nil }
    }
    guard !view.hasUnread, !hasDetail else { return [] }
    if let document = view.documents.first(where: { document in
      groups.contains { document.entries[$0] != nil }
    }) {
      return [
        Finding(
          .scoreNoDetail, path: document.path, item: document.item.id,
          quotes: groups.flatMap { document.quotes($0) })
      ]
    }
    guard let document = view.documents.first(where: { $0.entries[.total] != nil }) else {
      return []
    }
    return [
      Finding(
        .scoreNoDetail, path: document.path, item: document.item.id, variant: "total",
        quotes: document.quotes(.total))
    ]
  }
}
