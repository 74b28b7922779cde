/// Two numbers of one statement that do not fit each other.
public struct FigureFault: Sendable, Hashable {
  /// How they belong together.
  public enum Kind: String, Sendable, Hashable {
    /// A percentage and the headcount beside it.
    case share
    /// A number of people and its parts.
    case parts
  }

  /// How they belong together.
  public var kind: Kind
  /// The number as stated: a percentage, or people.
  public var stated: Points
  /// What the numbers beside it make.
  public var computed: Points
  /// The words.
  public var quote: String
}

/// Finds statements whose own numbers do not fit: "43/45 (100%)", "43 người, trong đó CBQL 3, giáo viên
/// 37, nhân viên 5", "có mặt 40/43, vắng 1".
///
/// Only numbers that stand side by side are compared; a percentage may be rounded to a whole one.
struct FigureFaultReader {
  /// So many words may stand between a fraction and its percentage.
  private static let mostBetween = 16
  /// What stands below the stroke is a headcount without saying so: no month, no class, no year.
  private static let headcounts = 13...999

  private static let kindsOfStaff: Set<TermKey> = [.partManagers, .partTeachers, .partOthers]
  private static let sexes: Set<TermKey> = [.partMen, .partWomen]
  private static let kindsOfPeople = kindsOfStaff.union(sexes)

  let terms: Terms

  func faults(in line: Line) -> [FigureFault] {
    var found: [FigureFault] = []
    for position in line.tokens.indices where line.isNumber(position) {
      if let fraction = fraction(in: line, at: position) {
        if let share = share(behind: fraction, in: line) ?? share(before: fraction, in: line) {
          found.append(share)
        }
        if let absent = absence(beside: fraction, in: line) { found.append(absent) }
      } else if let parts = parts(of: position, in: line) {
        found.append(parts)
      }
    }
    return found
  }

  // MARK: Shares

  private struct Fraction {
    let part: Int
    let whole: Int
    let range: Range<Int>
  }

  private func fraction(in line: Line, at position: Int) -> Fraction? {
    guard let part = line.number(position, digits: 1...4),
      !NumberScanner.isTail(in: line, at: position), line.isSign(position + 1, "/"),
      line.tokens[position + 1].gap == .none,
      let whole = line.number(position + 2, digits: 1...4), line.tokens[position + 2].gap == .none,
      whole > 0, part <= whole,
      !line.isSign(position + 3, in: ["/", "-", ".", ","]) || isEnd(line, position + 3)
    else { return nil }
    return Fraction(part: part, whole: whole, range: position..<position + 3)
  }

  /// Whether a sign behind a number ends a clause and does not lead on to more of the number.
  private func isEnd(_ line: Line, _ sign: Int) -> Bool {
    !line.isSign(sign, "/") && line.token(sign + 1).map { $0.gap != .none } ?? true
  }

  private func share(behind fraction: Fraction, in line: Line) -> FigureFault? {
    var position = fraction.range.upperBound
    let people = peopleEnd(line, position)
    guard isHeadcount(fraction, line, isSaid: people != nil) else { return nil }
    position = people ?? position
    let isSetApart = line.isSign(position, "(")
    var isLinked = isSetApart
    while position < line.count, position - fraction.range.upperBound < Self.mostBetween {
      if let percent = percent(in: line, at: position) {
        // "28/30 (100% minh chứng)", "43/45 người, 100% giáo viên", "43/45 người đạt 100% chỉ tiêu"
        // speak of something else.
        let next = line.token(percent.end)
        guard isLinked, next == nil || next?.kind == .sign,
          !isSetApart || line.isSign(percent.end, ")")
        else { return nil }
        return fault(fraction, percent.hundredths, line, fraction.range.lowerBound..<percent.end)
      }
      if line.isSign(position, in: ["(", ",", "-", "=", ":"]) {
        isLinked = isLinked || line.isSign(position, "=")
        position += 1
      } else if let link = terms.match(.shareLink, line.ids, at: position) {
        isLinked = true
        position = link.end
      } else if let people = peopleEnd(line, position) {
        position = people
      } else {
        return nil
      }
    }
    return nil
  }

  /// "100% (43/43 người)".
  private func share(before fraction: Fraction, in line: Line) -> FigureFault? {
    let open = fraction.range.lowerBound - 1
    guard line.isSign(open, "("), open > 1,
      case let people = peopleEnd(line, fraction.range.upperBound),
      people != nil || line.isSign(fraction.range.upperBound, ")"),
      isHeadcount(fraction, line, isSaid: people != nil)
    else { return nil }
    for start in max(0, open - 4)..<open {
      guard let percent = percent(in: line, at: start), percent.end == open else { continue }
      return fault(fraction, percent.hundredths, line, start..<fraction.range.upperBound)
    }
    return nil
  }

  private func peopleEnd(_ line: Line, _ position: Int) -> Int? {
    [.allStaff, .people, .staff].lazy.compactMap {
      terms.match($0, line.ids, at: position)?.end
    }.first
  }

  /// Whether a fraction counts people: it is no day, month, class or week ("ngày 5/9", "tháng 9/2023",
  /// "lớp 4/5", "tuần 3/4") and no number of a document.
  ///
  /// - Parameter isSaid: whether a word for people stands behind it.
  private func isHeadcount(_ fraction: Fraction, _ line: Line, isSaid: Bool) -> Bool {
    let before = fraction.range.lowerBound - 1
    let isLabelled = [TermKey.numberLabel, .day, .month, .year, .schoolYear].contains { key in
      (max(0, before - 1)...max(0, before)).contains {
        terms.match(key, line.ids, at: $0)?.end == before + 1
      }
    }
    return !isLabelled && (isSaid || Self.headcounts.contains(fraction.whole))
  }

  private func percent(in line: Line, at position: Int) -> (hundredths: Int, end: Int)? {
    guard line.isNumber(position), !NumberScanner.isTail(in: line, at: position),
      let number = NumberScanner.points(in: line, at: position),
      let sign = terms.match(.percent, line.ids, at: number.end),
      terms.match(.percentNotAfter, line.ids, at: sign.end) == nil
    else { return nil }
    return (number.points.hundredths, sign.end)
  }

  private func fault(
    _ fraction: Fraction, _ hundredths: Int, _ line: Line, _ range: Range<Int>
  ) -> FigureFault? {
    let exact = (fraction.part * 20_000 + fraction.whole) / (2 * fraction.whole)
    guard abs(exact - hundredths) >= 100 else { return nil }
    return FigureFault(
      kind: .share, stated: Points(hundredths: hundredths), computed: Points(hundredths: exact),
      quote: line.quote(range))
  }

  // MARK: People and their parts

  /// "có mặt 40/43, vắng 1".
  private func absence(beside fraction: Fraction, in line: Line) -> FigureFault? {
    let start = fraction.range.lowerBound
    guard
      (max(0, start - 4)..<start).contains(where: { place in
        terms.match(.present, line.ids, at: place).map {
          $0.end == start || $0.end + 1 == start && line.isSign($0.end, ":")
        } ?? false
      })
    else { return nil }
    var position = fraction.range.upperBound
    while position < line.count, position - fraction.range.upperBound < 6 {
      if let absent = terms.match(.absent, line.ids, at: position) {
        let place = line.isSign(absent.end, ":") ? absent.end + 1 : absent.end
        guard let away = line.number(place, digits: 1...3),
          fraction.part + away != fraction.whole,
          // "vắng 2 có phép, 1 không phép" goes on.
          !(place + 1..<line.count).contains(where: line.isNumber)
        else { return nil }
        return FigureFault(
          kind: .parts, stated: Points(fraction.whole), computed: Points(fraction.part + away),
          quote: line.quote(start..<place + 1))
      }
      if let people = terms.match(.people, line.ids, at: position) {
        position = people.end
      } else if line.isSign(position, in: [",", ";", "-", "("]) {
        position += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// People in a line, and the kinds behind them into which they fall without rest: a school's staff
  /// into managers, teachers and others, whoever they are into men and women.
  private func parts(of position: Int, in line: Line) -> FigureFault? {
    guard let whole = line.number(position, digits: 1...3),
      !NumberScanner.isTail(in: line, at: position),
      case let staff = staffEnd(line, around: position),
      var place = staff ?? peopleEnd(line, position + 1)
    else { return nil }
    var isOpened = false
    while true {
      if let opening = terms.match(.headcountParts, line.ids, at: place) {
        place = opening.end
        isOpened = true
      } else if line.isSign(place, in: [",", "(", ";", ":"]) {
        isOpened = isOpened || line.isSign(place, in: ["(", ":"])
        place += 1
      } else {
        break
      }
    }
    var kinds: Set<TermKey> = []
    var sum = 0
    while let part = part(in: line, at: place) {
      guard kinds.insert(part.kind).inserted else { return nil }
      sum += part.count
      place = part.end
      while line.isSign(place, in: [",", ";", "-"]) || terms.match(.and, line.ids, at: place) != nil
      {
        place += 1
      }
    }
    guard
      kinds == Self.kindsOfStaff && staff != nil
        || kinds == Self.sexes && isOpened && isFirstCount(line, position),
      sum != whole, place == line.count || line.isSign(place, in: [")", "."])
    else { return nil }
    return FigureFault(
      kind: .parts, stated: Points(whole), computed: Points(sum),
      quote: line.quote(max(0, position - 8)..<place))
  }

  /// Whether no people are counted before: in "24 giáo viên, 5 nhân viên, trong đó 20 nữ, 9 nam" the
  /// sexes are those of all.
  private func isFirstCount(_ line: Line, _ position: Int) -> Bool {
    let start = LabelReader(terms).label(of: line)?.range.upperBound ?? line.firstWord
    return !(start..<max(start, position)).contains { line.number($0, digits: 1...3) != nil }
  }

  /// Where the words for the whole staff end that a number counts: before it ("cán bộ, giáo viên, nhân
  /// viên: 43 người") or behind it.
  private func staffEnd(_ line: Line, around position: Int) -> Int? {
    if let behind = terms.match(.allStaff, line.ids, at: position + 1) { return behind.end }
    let colon = line.isSign(position - 1, ":") ? position - 1 : position
    for start in max(0, colon - 9)..<colon {
      guard terms.match(.allStaff, line.ids, at: start)?.end == colon else { continue }
      return terms.match(.people, line.ids, at: position + 1)?.end ?? position + 1
    }
    return nil
  }

  /// "giáo viên: 37", "37 giáo viên", "GV 37".
  private func part(in line: Line, at place: Int) -> (kind: TermKey, count: Int, end: Int)? {
    if let count = line.number(place, digits: 1...3) {
      for kind in Self.kindsOfPeople {
        if let word = terms.match(kind, line.ids, at: place + 1) { return (kind, count, word.end) }
      }
      return nil
    }
    for kind in Self.kindsOfPeople {
      guard let word = terms.match(kind, line.ids, at: place) else { continue }
      let number = line.isSign(word.end, ":") ? word.end + 1 : word.end
      guard let count = line.number(number, digits: 1...3) else { return nil }
      let end = terms.match(.people, line.ids, at: number + 1)
      // "giáo viên 37 nhân viên 5": the next kind is no word for people.
      let isNext = Self.kindsOfPeople.contains { terms.match($0, line.ids, at: number + 1) != nil }
      return (kind, count, isNext ? number + 1 : end?.end ?? number + 1)
    }
    return nil
  }
}
