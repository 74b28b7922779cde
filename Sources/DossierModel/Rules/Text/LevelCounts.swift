/// The numbers of criteria that a document says reach a level, where they are not those of the levels
/// it states for its criteria.
struct LevelCounts {
  let findings: [Finding]

  /// - Parameter title: what a level is called, by its id.
  init(_ documents: [AuditSubject.RequiredDocument], levels: [Profile.Level]) {
    let summary = documents.first { $0.item.role == .scoreSheet }?.file.facts
    let listed = summary.map { $0.hasUnsureIndicators ? [] : $0.indicators } ?? []
    findings = documents.flatMap { document -> [Finding] in
      guard !document.file.facts.hasUnsureIndicators,
        let known = Known(document.file.facts, summary: listed, levels)
      else { return [] }
      var seen: Set<LevelCount> = []
      return document.file.facts.levelCounts.compactMap { count in
        guard let actual = known.actual(count) else { return nil }
        var key = count
        key.quote = ""
        guard seen.insert(key).inserted else { return nil }
        return Self.finding(count, actual, document, levels)
      }
    }
  }

  private static func finding(
    _ count: LevelCount, _ actual: Known.Actual, _ document: AuditSubject.RequiredDocument,
    _ levels: [Profile.Level]
  ) -> Finding {
    let title = levels.first { $0.id == count.level }?.title
    let variant =
      switch actual {
      case .criteria: "criteria"
      case .reached: count.isReached ? "reached" : count.isBelow ? "below-level" : "level"
      }
    return Finding(
      .textContradiction, path: document.file.path, item: document.item.id, variant: variant,
      arguments: [
        "level": title.map { .localized($0) } ?? .text(""),
        "first": .count(actual.isOfWhole ? count.whole ?? count.count : count.count),
        "second": .count(actual.number), "firstFile": .text(document.file.path),
      ],
      quotes: Quote.list(document.file.path, count.quote))
  }
}

/// The levels that one document states for its criteria, where it states them for all.
private struct Known {
  /// What a number should be.
  enum Actual {
    /// How many criteria there are.
    case criteria(Int)
    /// How many reach the level, or do not.
    case reached(Int)

    var number: Int {
      switch self {
      case .criteria(let number), .reached(let number): number
      }
    }

    var isOfWhole: Bool { if case .criteria = self { true } else { false } }
  }

  /// The place of each criterion's level among the profile's, best first.
  private var places: [String: Int] = [:]
  private let ids: [String]
  /// The levels that not all criteria have.
  private let partial: Set<String>
  /// Whether the criteria treated under headings, or those of the summary, are the very same.
  private let isWhole: Bool

  /// - Parameter summary: the levels of the dossier's own summary, by which a text without numbers
  ///   of its own is counted.
  init?(_ facts: DocumentFacts, summary: [IndicatorLevel], _ levels: [Profile.Level]) {
    ids = levels.map(\.id)
    partial = Set(levels.filter(\.isOfSome).map(\.id))
    let own = facts.indicators.filter { $0.code.contains(".") }
    let listed = summary.filter { $0.code.contains(".") }
    for level in own.isEmpty ? listed : own {
      guard let place = ids.firstIndex(of: level.level),
        places[level.code].map({ $0 == place }) ?? true
      else { return nil }
      places[level.code] = place
    }
    let headings = Set(facts.criterionHeadings.map(\.code).filter { $0.contains(".") })
    guard !places.isEmpty, headings.isSubset(of: places.keys) else { return nil }
    isWhole = headings.count == places.count || Set(listed.map(\.code)) == Set(places.keys)
  }

  /// What a number should be; nothing where it is right, or not known to be wrong.
  ///
  /// A text may count those that reach a level, or those that reach it and none above.
  func actual(_ count: LevelCount) -> Actual? {
    // The highest level has criteria of its own where not all have it.
    guard count.level != ids.first || !partial.contains(ids[0]) else { return nil }
    let counted = places.filter { code, _ in
      count.standard.map { code.hasPrefix($0 + ".") } ?? true
    }.values
    guard !counted.isEmpty else { return nil }
    if let whole = count.whole, whole < counted.count, let id = count.level,
      partial.contains(id)
    {
      return actual(count, of: whole, id, counted)
    }
    if let whole = count.whole, whole != counted.count {
      return isWhole && count.count <= whole ? .criteria(counted.count) : nil
    }
    if count.isReached, count.whole != nil {
      // What is asked may be any of the levels.
      let reached = ids.indices.dropLast().map { place in counted.count { $0 <= place } }
      let all = reached.last ?? 0
      return count.count == all || count.count > 0 && reached.contains(count.count)
        ? nil : .reached(all)
    }
    guard count.whole != nil || isWhole, let id = count.level,
      let place = ids.firstIndex(of: id)
    else { return nil }
    let isLast = place == ids.count - 1
    let reached = isLast ? counted.count { $0 == place } : counted.count { $0 <= place }
    let exact = counted.count { $0 == place }
    if count.isBelow {
      return count.count == counted.count - reached ? nil : .reached(counted.count - reached)
    }
    return [reached, exact].contains(count.count) ? nil : .reached(reached)
  }

  /// What a number of the criteria that have a level should be: a table marks it in the others as
  /// reached, or leaves it blank.
  private func actual(
    _ count: LevelCount, of whole: Int, _ id: String, _ counted: Dictionary<String, Int>.Values
  ) -> Actual? {
    guard let place = ids.firstIndex(of: id) else { return nil }
    let reached = counted.count { $0 <= place }
    let short = counted.count - reached
    let right = count.isBelow ? [whole - reached, short] : [reached, whole - short]
    return right.contains(count.count) ? nil : .reached(right[0])
  }
}
