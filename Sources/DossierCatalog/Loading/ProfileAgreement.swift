import DossierModel

/// Notes where the parts of a profile do not agree with each other, each at its own line.
struct ProfileAgreement {
  let profile: Profile
  let map: YAMLMap

  /// Notes every disagreement at its key.
  func note() {
    let items = map.list("items").compactMap { $0.map() }
    noteDuplicates(items.compactMap { $0.optional("id") })
    noteDuplicates(items.compactMap { $0.optional("folder") })
    noteDuplicates(
      items.compactMap { $0.optional("kind") }.filter { $0.shown == "evidence" })
    for item in items { noteWindow(item) }
    let criteria = allCriteria(map.list("criteria"))
    noteDuplicates(criteria.compactMap { $0.optional("code") })
    for criterion in criteria { noteCriterion(criterion) }
    if let value = map.optional("criteria"), profile.criteria.isEmpty, !profile.hasOpenCriteria {
      value.note(.emptyValue)
    }
    noteScoring()
    noteOrder()
  }

  private func allCriteria(_ values: [YAMLValue]) -> [YAMLMap] {
    values.compactMap { $0.map() }.flatMap { [$0] + allCriteria($0.list("criteria")) }
  }

  private func noteDuplicates(_ values: [YAMLValue]) {
    var seen: Set<[UInt8]> = []
    for value in values where !seen.insert(Array(value.shown.lowercased().utf8)).inserted {
      value.note(.duplicateValue, found: value.shown)
    }
  }

  /// The first day of an item's window must not come after its last.
  private func noteWindow(_ item: YAMLMap) {
    guard let id = item.optional("id")?.shown, let known = profile.item(id),
      let first = known.earliest?.date(for: 2023), let last = known.latest?.date(for: 2023),
      first > last
    else { return }
    item.optional("earliest")?.note(.disagreement, found: "earliest", expected: "≤ latest")
  }

  private func noteCriterion(_ criterion: YAMLMap) {
    guard let place = criterion.optional("code"), let known = profile.criterion(place.shown)
    else { return }
    noteSum(
      of: known.children.map(\.maximum), against: known.maximum,
      at: criterion.optional("maximum"))
    for step in criterion.list("steps") {
      guard let points = step.points(), let maximum = known.maximum, points > maximum else {
        continue
      }
      step.note(
        .disagreement, found: points.formatted(), expected: "≤ \(maximum.formatted())")
    }
  }

  private func noteSum(of parts: [Points?], against whole: Points?, at place: YAMLValue?) {
    let known = parts.compactMap { $0 }
    guard let whole, let place, !known.isEmpty, known.count == parts.count else { return }
    let sum = known.reduce(.zero, +)
    guard sum != whole else { return }
    place.note(
      .disagreement, found: whole.formatted(),
      expected: known.map { $0.formatted() }.joined(separator: " + ") + " = \(sum.formatted())")
  }

  private func noteScoring() {
    guard let scoring = profile.scoring, let map = map.optional("scoring")?.map() else { return }
    noteSum(
      of: profile.criteria.map(\.maximum), against: scoring.maximum, at: map.optional("maximum"))
    let ratings = map.list("ratings").compactMap { $0.map() }
    noteDuplicates(ratings.compactMap { $0.optional("id") })
    let places = ratings.compactMap { $0.optional("minimum") }
    if scoring.ratings.isEmpty { map.optional("ratings")?.note(.emptyValue) }
    guard places.count == scoring.ratings.count else { return }
    for (index, rating) in scoring.ratings.enumerated() {
      let shown = rating.minimum.formatted()
      if index == 0, rating.minimum > scoring.maximum {
        places[index].note(
          .disagreement, found: shown, expected: "≤ \(scoring.maximum.formatted())")
      }
      if index > 0, rating.minimum >= scoring.ratings[index - 1].minimum {
        places[index].note(
          .disagreement, found: shown,
          expected: "< \(scoring.ratings[index - 1].minimum.formatted())")
      }
      if index == scoring.ratings.count - 1, rating.minimum != .zero {
        places[index].note(.disagreement, found: shown, expected: "0")
      }
    }
  }

  private func noteOrder() {
    guard let map = map.optional("dates")?.map(), let order = map.optional("order") else { return }
    let ids = profile.items.map(\.id)
    for (index, id) in profile.dates.order.enumerated() where profile.item(id) == nil {
      let place = order.isList ? (order.list() ?? []) : [order]
      guard place.indices.contains(index) else { continue }
      place[index].note(
        .unknownReference, found: id, expected: ids.joined(separator: ", "),
        suggestion: Nearest.word(to: id, among: ids))
    }
  }
}
