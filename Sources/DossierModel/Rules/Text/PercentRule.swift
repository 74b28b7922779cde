/// Percentages of people without their number, counted once a document.
struct PercentRule: Rule {
  let codes: [FindingCode] = [.textPercentWithoutCount]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.readDocuments.filter { $0.item.role == .report || $0.item.role == .minutes }
      .compactMap { document in
        let claims = document.file.facts.percentages
        let bare = claims.filter { !$0.hasCount }
        guard let first = bare.first else { return nil }
        return Finding(
          .textPercentWithoutCount, path: document.file.path, item: document.item.id,
          arguments: ["count": .count(bare.count)],
          quotes: Quote.list(
            document.file.path, first.quote, bare.count > 1 ? bare.last?.quote : nil))
      }
  }
}
