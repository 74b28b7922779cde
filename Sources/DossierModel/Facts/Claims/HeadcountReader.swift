/// Reads how many people a unit has: "Tổng số cán bộ, giáo viên, nhân viên: 32 người".
///
/// Only the same words count the same people: the teachers of a school are no part of a comparison
/// with its staff, nor are those of them that a sentence tells more of.
struct HeadcountReader: Sendable {
  /// The most words that name who is counted.
  private static let mostWords = 14
  /// So far before the lead a word may say that only some are meant.
  private static let mostBefore = 60

  let terms: Terms

  func claims(in line: Line, year: Int?) -> [CountClaim] {
    let hasWhole = line.contains(terms[.headcountLead])
    let hasUnit = line.contains(terms[.headcountUnit]) && !line.contains(terms[.headcountMoment])
    let hasPresent = line.contains(terms[.present])
    guard hasWhole || hasUnit || hasPresent, isOfYear(line, year) else { return [] }
    var found = hasPresent ? present(in: line) : []
    guard hasWhole || hasUnit else { return found }
    found += outOfAll(in: line)
    var position = 0
    while position < line.count {
      if let lead = terms.match(.headcountLead, line.ids, at: position) {
        if let claim = claim(in: line, leadAt: position, behind: lead.end) {
          found.append(claim)
        }
        position = lead.end
      } else if hasUnit, let lead = terms.match(.headcountUnit, line.ids, at: position) {
        if let claim = claim(in: line, leadAt: position, behind: lead.end),
          isOfAllKinds(line, behind: lead.end)
        {
          found.append(claim)
        }
        position = lead.end
      } else {
        position += 1
      }
    }
    return found
  }

  private func claim(
    in line: Line, leadAt start: Int, behind lead: Int
  ) -> CountClaim? {
    let clause = line.quote(start..<min(line.count, lead + Self.mostWords + 3))
    let first = max(0, start - Self.mostBefore)
    guard !line.contains(terms[.part], from: first, to: start),
      !line.contains(terms[.aim], from: first, to: start), isOfTheUnit(line, first..<start)
    else { return nil }
    var position = lead
    if let link = skipLinks(line, position), let number = number(line, link) {
      // "Tổng số có 32 cán bộ, giáo viên, nhân viên."
      let end = peopleEnd(line, number.end)
      guard isWhole(line, end) else { return nil }
      return claim(of: number.end..<end, number.value, line, quote: clause)
    }
    position = peopleEnd(line, lead)
    let people = lead..<position
    while let owner = terms.match(.headcountOwner, line.ids, at: position) { position = owner.end }
    guard let link = skipLinks(line, position), link > position || line.isNumber(position),
      let number = number(line, link)
    else { return nil }
    let end = terms.match(.people, line.ids, at: number.end)?.end ?? number.end
    guard isWhole(line, end) else { return nil }
    return claim(of: people, number.value, line, quote: clause)
  }

  /// "Cán bộ, giáo viên, nhân viên: có mặt 42/45": all the staff there is stands behind the stroke.
  private func present(in line: Line) -> [CountClaim] {
    for start in line.tokens.indices {
      guard let staff = terms.match(.allStaff, line.ids, at: start) else { continue }
      var position = staff.end
      while let owner = terms.match(.headcountOwner, line.ids, at: position) {
        position = owner.end
      }
      while line.isSign(position, in: [":", "(", "-", ","]) { position += 1 }
      guard let word = terms.match(.present, line.ids, at: position) else { continue }
      position = line.isSign(word.end, ":") ? word.end + 1 : word.end
      guard let here = line.number(position, digits: 1...4), line.isSign(position + 1, "/"),
        let all = line.number(position + 2, digits: 1...4), here <= all,
        !line.isSign(position + 3, "/"),
        let claim = claim(
          of: start..<staff.end, all, line, quote: line.quote(start..<position + 3))
      else { continue }
      return [claim]
    }
    return []
  }

  /// "Trong tổng số 50 cán bộ, giáo viên, nhân viên còn một số …": what follows is of some, the number
  /// of all.
  private func outOfAll(in line: Line) -> [CountClaim] {
    line.tokens.indices.compactMap { start in
      guard let lead = terms.match(.outOf, line.ids, at: start),
        terms.match(.headcountLead, line.ids, at: start + 1)?.end == lead.end,
        let number = number(line, lead.end),
        let staff = terms.match(.allStaff, line.ids, at: number.end),
        isWhole(line, staff.end) || terms.match(.wholeThen, line.ids, at: staff.end) != nil
      else { return nil }
      return claim(
        of: number.end..<staff.end, number.value, line, quote: line.quote(start..<staff.end))
    }
  }

  /// Whether a unit's people are told by all their kinds ("Trường có 24 cán bộ, giáo viên, nhân
  /// viên"): "có 3 giáo viên" may be any three.
  private func isOfAllKinds(_ line: Line, behind lead: Int) -> Bool {
    guard let link = skipLinks(line, lead), let number = number(line, link) else { return false }
    let people = number.end..<peopleEnd(line, number.end)
    return people.count { terms.match(.staff, line.ids, at: $0) != nil } > 1
      || isAllStaff(line, people)
  }

  /// Whether the words are one of the ways to write "cán bộ, giáo viên, nhân viên".
  private func isAllStaff(_ line: Line, _ people: Range<Int>) -> Bool {
    terms.match(.allStaff, line.ids, at: people.lowerBound)?.end == people.upperBound
  }

  /// Whether nothing stands before the lead in its clause but the unit and the year: "Cấp tiểu học
  /// có tổng số …" and "Đầu năm tổng số …" are others.
  private func isOfTheUnit(_ line: Line, _ before: Range<Int>) -> Bool {
    var position =
      line.tokens[before].lastIndex { $0.kind == .sign }.map { $0 + 1 }
      ?? before.lowerBound
    while position < before.upperBound {
      if line.isNumber(position) {
        position += 1
        continue
      }
      let known = [.headcountOwner, .unitSubject, .countLink, .schoolYear, .year].compactMap {
        terms.match($0, line.ids, at: position)?.end
      }.max()
      guard let known else { return false }
      position = known
    }
    return true
  }

  /// Where the words for people end: "cán bộ, giáo viên, nhân viên và người lao động".
  private func peopleEnd(_ line: Line, _ start: Int) -> Int {
    var end = start
    var position = start
    while position < line.count, position - start < Self.mostWords {
      if let people = terms.match(.people, line.ids, at: position) {
        position = people.end
        end = position
      } else if position > start,
        line.isSign(position, in: [",", "-", "/"])
          || terms.match(.and, line.ids, at: position) != nil
      {
        position += 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether nothing that picks out some of them stands behind the people ("… tham gia tập huấn",
  /// "… (tiểu học)").
  private func isWhole(_ line: Line, _ end: Int) -> Bool {
    guard let next = line.token(end) else { return true }
    if line.isSign(end, "("), !line.isNumber(end + 1) {
      return [.headcountParts, .headcountSexes].contains {
        terms.match($0, line.ids, at: end + 1) != nil
      }
    }
    return next.kind == .sign || terms.match(.headcountOwner, line.ids, at: end) != nil
      || terms.match(.headcountParts, line.ids, at: end) != nil
  }

  private func skipLinks(_ line: Line, _ start: Int) -> Int? {
    var position = start
    while position < line.count {
      if line.isSign(position, in: [":", "=", "-"]) {
        position += 1
      } else if let link = terms.match(.countLink, line.ids, at: position) {
        position = link.end
      } else {
        return position
      }
    }
    return nil
  }

  private func number(_ line: Line, _ position: Int) -> (value: Int, end: Int)? {
    guard let value = line.number(position, digits: 1...4),
      !NumberScanner.isTail(in: line, at: position), !line.isSign(position + 1, in: ["/", "%"]),
      !NumberScanner.hasDecimals(in: line, at: position + 1)
    else { return nil }
    return (value, position + 1)
  }

  /// The claim about some people, where a unit's staff is among them.
  private func claim(
    of people: Range<Int>, _ count: Int, _ line: Line, quote: String
  )
    -> CountClaim?
  {
    guard people.contains(where: { terms.match(.staff, line.ids, at: $0) != nil }) else {
      return nil
    }
    let words = line.tokens[people].filter { $0.kind != .sign }.map(\.folded)
    let subject = isAllStaff(line, people) ? terms.lexicon[TermKey.allStaff.name].first : nil
    return CountClaim(
      subject: subject ?? words.joined(separator: " "), name: line.quote(people), qualifiers: [],
      count: count, quote: quote)
  }

  private func isOfYear(_ line: Line, _ year: Int?) -> Bool {
    YearReader(terms: terms, yearWords: PhraseSet()).mentions(in: line).allSatisfy {
      $0.first == year || $0.last == year
    }
  }
}
