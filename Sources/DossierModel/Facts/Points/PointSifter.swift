/// Tells, of all the points that a text states, those that are the unit's own.
///
/// Running text speaks of many points: of what a rubric gives, of what someone proposed, of the marks
/// of people. A statement whose form leaves no doubt counts; one that only may be about a criterion
/// counts where nothing speaks against it.
struct PointSifter {
  /// A statement with what its form leaves open.
  struct Found {
    var statement: PointStatement
    /// Whether it is nothing but a number in parentheses, as maxima often stand.
    var isParenthesis: Bool
    /// Whether no unit and no word of claiming stands by it.
    var isBare: Bool
    /// Whether its form says what the points are for, and that the unit has them.
    var isFirm: Bool
    /// Whether it is the value of a label.
    var isLabelled: Bool
    /// The line it stands in, by its number.
    var line = 0
  }

  /// So many criteria must state bare numbers for these to be points and no headcounts.
  private static let fewestBare = 3

  let matcher: CriterionMatcher

  /// The unit's own points, in reading order.
  func own(_ found: [Found]) -> [PointStatement] {
    let isBareList = found.count(where: \.isBare) >= Self.fewestBare
    let possible = withoutMaxima(found.filter { (isBareList || !$0.isBare) && isPossible($0) })
    let stated = withoutScales(possible)
    let isAgreed = Dictionary(grouping: stated, by: \.statement.subject).mapValues(Self.areAgreed)
    return stated.filter { $0.isFirm || isAgreed[$0.statement.subject] ?? false }.map(\.statement)
  }

  /// The most points that there are for something.
  func maximum(of subject: PointStatement.Subject) -> Points? {
    switch subject {
    case .total: matcher.maximum
    case .criterion(let code): matcher.index(of: code).flatMap { matcher.entries[$0].maximum }
    case .unknown, .unclear: nil
    }
  }

  /// Numbers alone in parentheses are maxima, unless one of them is less than its maximum.
  private func withoutMaxima(_ found: [Found]) -> [Found] {
    let isRubric = !found.contains { item in
      guard item.isParenthesis, let maximum = maximum(of: item.statement.subject) else {
        return false
      }
      return item.statement.points < maximum
    }
    return found.filter { !isRubric || !$0.isParenthesis }
  }

  /// Whether something can have so many points, or its form says that the unit claims them all the same.
  private func isPossible(_ item: Found) -> Bool {
    guard item.statement.maximum == nil, !item.isLabelled, !item.isFirm,
      let maximum = maximum(of: item.statement.subject)
    else { return true }
    return item.statement.points <= maximum
  }

  private static func areAgreed(_ all: [Found]) -> Bool {
    all.allSatisfy { $0.statement.points == all[0].statement.points }
  }

  /// Without lines that tell what there is to be had: "Thang điểm 100 (nhóm 1: 30 điểm, nhóm 2: …)"
  /// where other lines give other points.
  private func withoutScales(_ found: [Found]) -> [Found] {
    let firm = found.filter {
      $0.isFirm && $0.statement.points != maximum(of: $0.statement.subject)
    }
    let lessThanAll = Set(firm.map(\.statement.subject))
    let scales = Dictionary(grouping: found, by: \.line).filter { _, items in
      guard items.allSatisfy(isWholeMaximum) else { return false }
      let subjects = Set(items.map(\.statement.subject))
      guard subjects.count > 1 || subjects.contains(.total) else { return false }
      return !subjects.isDisjoint(with: lessThanAll)
    }
    return found.filter { scales[$0.line] == nil }
  }

  /// Whether a statement gives all that there is for something, and not as "10/10".
  private func isWholeMaximum(_ item: Found) -> Bool {
    item.statement.maximum == nil && item.statement.points == maximum(of: item.statement.subject)
  }
}
