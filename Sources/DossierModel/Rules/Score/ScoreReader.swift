/// Reads the score of a dossier from its sheet, report and minutes.
public enum ScoreReader {
  /// The score as the documents state it and as its parts add up.
  ///
  /// The sheet is believed before the report, the report before the minutes. A value that one
  /// document states in two ways is left open: the findings say so, and no wrong number is shown.
  ///
  /// - Parameters:
  ///   - index: the dossier.
  ///   - profile: the regime; one without points gives the claimed level at most.
  public static func summary(index: DossierIndex, profile: Profile) -> ScoreSummary {
    var summary = ScoreSummary()
    let documents = ScoreView(index: index, profile: profile).documents
    summary.claimedRating = rating(documents)
    guard let scoring = profile.scoring else { return summary }
    func stated(_ subject: DocumentScore.Subject) -> Points? {
      documents.first { $0.entries[subject] != nil }?.value(subject)
    }
    summary.claimed = stated(.total)
    for criterion in profile.leafCriteria {
      if let points = stated(.code(criterion.code)) { summary.criteria[criterion.code] = points }
    }
    summary.groups = profile.criteria.filter { !$0.isLeaf }.map { group in
      let claimed = stated(.code(group.code))
      return ScoreSummary.Group(
        code: group.code, claimed: claimed, computed: computed(group, documents) ?? claimed,
        maximum: group.maximum)
    }
    summary.computed = total(profile, summary, documents)
    if let total = summary.computed ?? summary.claimed {
      summary.computedRating = scoring.rating(for: total)?.id
    }
    return summary
  }

  /// The sum of a group's criteria by the first document that states them all.
  private static func computed(_ group: Criterion, _ documents: [DocumentScore]) -> Points? {
    documents.lazy.compactMap { $0.sum(of: group) }.first
  }

  private static func total(
    _ profile: Profile, _ summary: ScoreSummary, _ documents: [DocumentScore]
  ) -> Points? {
    let byGroup = profile.criteria.map { criterion in
      criterion.isLeaf
        ? summary.criteria[criterion.code]
        : summary.groups.first { $0.code == criterion.code }?.computed
    }
    guard !byGroup.isEmpty, !byGroup.contains(nil) else { return nil }
    return byGroup.compactMap { $0 }.reduce(.zero, +)
  }

  /// The rating of the report, else of the sheet, else of the minutes; nothing where one document
  /// gives two.
  private static func rating(_ documents: [DocumentScore]) -> String? {
    let order: [DossierItem.Role] = [.report, .scoreSheet, .minutes]
    for role in order {
      guard let document = documents.first(where: { $0.item.role == role }),
        !document.ratings.isEmpty
      else { continue }
      return document.ratings.count == 1 ? document.ratings[0].value : nil
    }
    return nil
  }
}
