/// A document's rating is not the one its total gives, or none that the profile has.
struct RatingRule: Rule {
  let codes: [FindingCode] = [.scoreRating]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let scoring = subject.profile.scoring else { return [] }
    return ScoreView(subject).documents.compactMap { document in
      guard let total = document.total(subject.profile) ?? fallback(document, subject),
        let right = scoring.rating(for: total),
        !document.ratings.contains(where: { $0.value == right.id })
      else { return nil }
      func finding(_ claimed: FindingArgument, _ quote: String, variant: String?) -> Finding {
        Finding(
          .scoreRating, path: document.path, item: document.item.id, variant: variant,
          arguments: [
            "claimed": claimed, "computed": .localized(right.title), "total": .points(total),
          ],
          quotes: Quote.list(document.path, quote) + document.quotes(.total))
      }
      if let claimed = document.ratings.first {
        return scoring.ratings.first { $0.id == claimed.value }.map {
          finding(.localized($0.title), claimed.quote, variant: nil)
        }
      }
      return document.foreignRating.map { finding(.text($0.value), $0.quote, variant: "foreign") }
    }
  }

  /// The dossier's total, for a document that states a rating and no points at all.
  private func fallback(_ document: DocumentScore, _ subject: AuditSubject) -> Points? {
    document.isContradictory(.total) ? nil : subject.score.claimed
  }
}
