/// Two documents, two tables or two sentences state different points, or ratings, for one thing; in
/// a regime without points, two documents state different levels for the unit.
struct DisagreementRule: Rule {
  let codes: [FindingCode] = [.scoreDisagreement]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let scoring = subject.profile.scoring else { return levels(subject) }
    let documents = ScoreView(subject).documents
    var findings = documents.flatMap { within($0, subject.profile) }
    findings += across(documents, subject.profile)
    let titles = scoring.ratings.map { ($0.id, $0.title) }
    func title(_ id: String) -> FindingArgument { Self.title(id, titles) }
    // Minutes tell what was proposed as well as what was agreed on.
    let bearers = documents.filter { $0.item.role != .minutes }
    return findings + bearers.compactMap { twoRatings($0, title: title) }
      + ratings(documents, title: title)
  }

  private func levels(_ subject: AuditSubject) -> [Finding] {
    let documents = subject.readDocuments.filter { $0.item.role != .plan }
    let scores = documents.map {
      DocumentScore(item: $0.item, file: $0.file, profile: subject.profile)
    }
    let titles = subject.profile.levels.map { ($0.id, $0.title) }
    func title(_ id: String) -> FindingArgument { Self.title(id, titles) }
    let within = subject.profile.hasCumulativeLevels ? scores : []
    return ratings(scores, title: title) + within.compactMap { twoRatings($0, title: title) }
      + IndicatorLevels(documents, title: title).findings
  }

  /// Two ratings, or levels, that one document states for the unit.
  private func twoRatings(
    _ document: DocumentScore, title: (String) -> FindingArgument
  ) -> Finding? {
    guard let first = document.ratings.first, let second = document.ratings.dropFirst().first else {
      return nil
    }
    return Finding(
      .scoreDisagreement, path: document.path, item: document.item.id, variant: "within-rating",
      arguments: [
        "firstRating": title(first.value), "secondRating": title(second.value),
        "firstFile": .text(document.path),
      ],
      quotes: Quote.list(document.path, first.quote) + Quote.list(document.path, second.quote))
  }

  private func subjects(_ profile: Profile) -> [(DocumentScore.Subject, Criterion?)] {
    [(.total, nil)] + profile.allCriteria.map { (.code($0.code), $0) }
  }

  private func within(_ document: DocumentScore, _ profile: Profile) -> [Finding] {
    subjects(profile).compactMap { subject, criterion in
      guard let (first, second) = document.conflict(subject) else { return nil }
      let isOfTables = first.table != nil && second.table != nil && first.table != second.table
      return finding(
        variant: isOfTables ? "tables" : Self.within(criterion), criterion: criterion,
        first: (document, first.points, first.quote),
        second: (document, second.points, second.quote))
    }
  }

  private static func within(_ criterion: Criterion?) -> String {
    guard let criterion else { return "within" }
    return criterion.isLeaf ? "within-criterion" : "within-group"
  }

  private func across(_ documents: [DocumentScore], _ profile: Profile) -> [Finding] {
    subjects(profile).flatMap { subject, criterion -> [Finding] in
      let stated = documents.compactMap { document -> (DocumentScore, Points)? in
        guard !document.isContradictory(subject) else { return nil }
        let value =
          criterion.map { document.value(ofGroup: $0) } ?? document.total(profile)
        return value.map { (document, $0) }
      }
      guard let first = stated.first else { return [] }
      return stated.dropFirst().compactMap { document, points in
        guard points != first.1 else { return nil }
        let variant =
          criterion == nil ? "total" : (criterion?.isLeaf == true ? "criterion" : "group")
        return finding(
          variant: variant, criterion: criterion,
          first: (first.0, first.1, quote(first.0, subject, criterion, profile)),
          second: (document, points, quote(document, subject, criterion, profile)))
      }
    }
  }

  private func quote(
    _ document: DocumentScore, _ subject: DocumentScore.Subject, _ criterion: Criterion?,
    _ profile: Profile
  ) -> String {
    let own = document.quotes(subject)
    let parts =
      own.isEmpty
      ? document.quotes(ofPartsIn: criterion?.children ?? profile.criteria) : own
    return parts.map(\.text).joined(separator: "; ")
  }

  private typealias Side = (document: DocumentScore, points: Points, quote: String)

  private func finding(
    variant: String, criterion: Criterion?, first: Side, second: Side
  ) -> Finding {
    var arguments: [String: FindingArgument] = [
      "first": .points(first.points), "second": .points(second.points),
      "firstFile": .text(first.document.path), "secondFile": .text(second.document.path),
    ]
    arguments["criterion"] = .text(criterion?.code ?? "")
    return Finding(
      .scoreDisagreement, path: second.document.path, item: second.document.item.id,
      criterion: criterion?.code, variant: variant, arguments: arguments,
      quotes: Quote.list(first.document.path, first.quote)
        + Quote.list(second.document.path, second.quote))
  }

  /// What a rating or level is called.
  private static func title(
    _ id: String, _ titles: [(id: String, title: LocalizedText)]
  ) -> FindingArgument {
    titles.first { $0.id == id }.map { .localized($0.title) } ?? .text(id)
  }

  private func ratings(
    _ documents: [DocumentScore], title: (String) -> FindingArgument
  ) -> [Finding] {
    let stated = documents.filter { $0.ratings.count == 1 }
    guard let first = stated.first, let own = first.ratings.first else { return [] }
    return stated.dropFirst().compactMap { document in
      guard let other = document.ratings.first, other.value != own.value else { return nil }
      return Finding(
        .scoreDisagreement, path: document.path, item: document.item.id, variant: "rating",
        arguments: [
          "firstRating": title(own.value), "secondRating": title(other.value),
          "firstFile": .text(first.path), "secondFile": .text(document.path),
        ],
        quotes: Quote.list(first.path, own.quote) + Quote.list(document.path, other.quote))
    }
  }
}
