/// A document's rating is not the one its total gives.
struct RatingRule: Rule {
  let codes: [FindingCode] = [.scoreRating]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let scoring = subject.profile.scoring else { return [] }
    return ScoreView(subject).documents.compactMap { document in
      guard let total = document.total(subject.profile) ?? fallback(document, subject),
        let right = scoring.rating(for: total), let claimed = document.ratings.first,
        !document.ratings.contains(where: { $0.value == right.id }),
        let wrong = scoring.ratings.first(where: { $0.id == claimed.value })
      else { return nil }
      return Finding(
        .scoreRating, path: document.path, item: document.item.id,
        arguments: [
          "claimed": .localized(wrong.title), "computed": .localized(right.title),
          "total": .points(total),
        ],
        quotes: Quote.list(document.path, claimed.quote) + document.quotes(.total))
    }
  }

  /// The dossier's total, for a document that states a rating and no points at all.
  private func fallback(_ document: DocumentScore, _ subject: AuditSubject) -> Points? {
    document.isContradictory(.total) ? nil : subject.score.claimed
  }
}
