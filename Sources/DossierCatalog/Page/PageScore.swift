import DossierModel

/// The score as a picture: the total against the ratings, groups and criteria against their maxima.
struct PageScore {
  let input: PageInput
  let words: PageWords

  private var score: ScoreSummary { input.report.score }

  /// The values of the template; nothing in a regime without points.
  var context: [String: Any]? {
    guard let scoring = input.profile.scoring else { return nil }
    var context: [String: Any] = [
      "maximum": words.points(scoring.maximum), "zones": zones(scoring),
      "rows": input.profile.criteria.flatMap { rows($0, depth: 0) },
    ]
    let differences = PageDifferences(input: input, words: words).rows
    context["differences"] = differences
    context["hasDifferences"] = !differences.isEmpty
    if let total = score.claimed ?? score.computed {
      context["total"] = words.points(total)
      context["marker"] = Markup(text: Self.percent(total, of: scoring.maximum))
    } else {
      context["noTotal"] = true
    }
    if let id = score.claimedRating ?? score.computedRating,
      let rating = scoring.ratings.first(where: { $0.id == id })
    {
      context["rating"] = words.both(rating.title)
    }
    if let claimed = score.claimed, let computed = score.computed, claimed != computed {
      context["computed"] = words.points(computed)
    }
    return context
  }

  /// A part of a whole in percent with one decimal, as a number for SVG.
  static func percent(_ part: Points, of whole: Points) -> String {
    guard whole.hundredths > 0 else { return "0" }
    let share = min(max(part.hundredths, 0), whole.hundredths) * 1000 / whole.hundredths
    return "\(share / 10).\(share % 10)"
  }

  /// The ratings from left to right, each with its share of the scale.
  private func zones(_ scoring: Scoring) -> [[String: Any]] {
    var upper = scoring.maximum
    var zones: [[String: Any]] = []
    for rating in scoring.ratings {
      let width = Points(hundredths: max(0, upper.hundredths - rating.minimum.hundredths))
      zones.append([
        "x": Markup(text: Self.percent(rating.minimum, of: scoring.maximum)),
        "width": Markup(text: Self.percent(width, of: scoring.maximum)),
        "title": words.both(rating.title), "minimum": words.points(rating.minimum),
        "rank": Markup(zones.count),
      ])
      upper = rating.minimum
    }
    return zones.reversed()
  }

  private func rows(_ criterion: Criterion, depth: Int) -> [[String: Any]] {
    let group = score.groups.first { $0.code == criterion.code }
    let claimed = group.map { $0.claimed ?? $0.computed } ?? score.criteria[criterion.code]
    var row: [String: Any] = [
      "code": Markup(text: criterion.code), "title": words.both(criterion.title),
      "isGroup": !criterion.isLeaf,
    ]
    if let maximum = criterion.maximum, let whole = widest {
      row["maximum"] = words.points(maximum)
      row["track"] = Markup(text: Self.percent(maximum, of: whole))
      if let claimed {
        row["claimed"] = words.points(claimed)
        row["bar"] = Markup(text: Self.percent(min(claimed, maximum), of: whole))
        row["isOver"] = claimed > maximum
        row["shade"] = Markup(
          trusted: claimed > maximum ? "over" : claimed == maximum ? "full" : "part")
      }
    }
    return [row] + criterion.children.flatMap { rows($0, depth: depth + 1) }
  }

  /// The largest maximum of a group, which fills the width of the picture.
  private var widest: Points? { input.profile.criteria.compactMap(\.maximum).max() }
}
