/// A document's rating is not the one its total gives, or none that the profile has; in a regime
/// without points, the level of the whole is above that of every indicator.
struct RatingRule: Rule {
  let codes: [FindingCode] = [.scoreRating]

  /// So many indicators a document gives the levels of, for the whole to be measured by them.
  private static let fewestIndicators = 3

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let scoring = subject.profile.scoring else { return levels(subject) }
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

  private func levels(_ subject: AuditSubject) -> [Finding] {
    let levels = subject.profile.levels
    let documents = subject.readDocuments.filter { $0.item.role != .plan }
    if subject.profile.hasCumulativeLevels {
      return documents.compactMap { cumulative($0, levels) }
    }
    guard !documents.contains(where: \.file.facts.hasUnsureIndicators)
    else { return [] }
    func rank(_ id: String) -> Int? { levels.firstIndex { $0.id == id } }
    let best = documents.flatMap(\.file.facts.indicators).compactMap { rank($0.level) }.min()
    return documents.compactMap { document in
      let facts = document.file.facts
      let ratings = Set(facts.ratings.map(\.value))
      guard let best, facts.indicators.count >= Self.fewestIndicators, ratings.count == 1,
        let claimed = facts.ratings.first, let own = rank(claimed.value), own < best
      else { return nil }
      return Finding(
        .scoreRating, path: document.file.path, item: document.item.id, variant: "level",
        arguments: [
          "claimed": .localized(levels[own].title), "computed": .localized(levels[best].title),
        ], quotes: Quote.list(document.file.path, claimed.quote))
    }
  }

  /// A level of the whole that takes in those below it, above that of a criterion which must reach
  /// it, or of more criteria than the document says reach it.
  private func cumulative(
    _ document: AuditSubject.RequiredDocument, _ levels: [Profile.Level]
  ) -> Finding? {
    let facts = document.file.facts
    func rank(_ id: String) -> Int? { levels.firstIndex { $0.id == id } }
    guard !facts.hasUnsureIndicators, Set(facts.ratings.map(\.value)).count == 1,
      let claimed = facts.ratings.first, let own = rank(claimed.value), own < levels.count - 1
    else { return nil }
    func finding(_ variant: String, _ computed: FindingArgument, _ quote: String) -> Finding {
      Finding(
        .scoreRating, path: document.file.path, item: document.item.id, variant: variant,
        arguments: ["claimed": .localized(levels[own].title), "computed": computed],
        quotes: Quote.list(document.file.path, claimed.quote, quote))
    }
    // A criterion without the level stands in no unit's way: what it must reach is the next below.
    guard let needed = levels.indices.dropFirst(own).first(where: { !levels[$0].isOfSome }) else {
      return nil
    }
    let places = Dictionary(grouping: facts.indicators.filter { $0.code.contains(".") }, by: \.code)
    let short = facts.indicators.first { level in
      // A level that is stated twice and differently has a finding of its own.
      Set(places[level.code]?.map(\.level) ?? []).count == 1
        && rank(level.level).map { $0 > needed } ?? false
    }
    if let short, let place = rank(short.level) {
      var found = finding("criterion", .localized(levels[place].title), short.quote)
      found.criterion = short.code
      found.arguments["criterion"] = .text(short.code)
      return found
    }
    guard levels[own].isOfSome,
      let share = facts.levelCounts.first(where: { count in
        count.level == claimed.value && count.standard == nil && !count.isBelow
          && count.whole.map { $0 > count.count } ?? false
      })
    else { return nil }
    return finding("share", .text("\(share.count)/\(share.whole ?? share.count)"), share.quote)
  }

  /// The dossier's total, for a document that states a rating and no points at all.
  private func fallback(_ document: DocumentScore, _ subject: AuditSubject) -> Points? {
    document.isContradictory(.total) ? nil : subject.score.claimed
  }
}
