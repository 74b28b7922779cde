/// Finds dates in a line: "ngày 05 tháng 01 năm 2024", "ngày 5/1/2024", with blanks left open.
struct DateScanner {
  /// A date found.
  struct Match {
    /// Its tokens, with the word for day where it stands.
    var range: Range<Int>
    /// The date, or nothing where a part is blank or the calendar has no such day.
    var date: CalendarDate?
    /// Whether no part is blank, so that it is the calendar that has no such day.
    var isWhole = false
  }

  let terms: Terms

  /// The first date from a token on.
  ///
  /// - Parameter allowsBare: whether "5/1/2024" without the word for day counts.
  func first(in line: Line, from start: Int = 0, allowsBare: Bool = false) -> Match? {
    var position = start
    while position < line.count {
      if let match = match(in: line, at: position, allowsBare: allowsBare) { return match }
      position += 1
    }
    return nil
  }

  /// The date that begins at a token.
  func match(in line: Line, at start: Int, allowsBare: Bool = false) -> Match? {
    if let day = terms.match(.day, line.ids, at: start) {
      return worded(in: line, from: start, at: day.end)
        ?? numeric(in: line, from: start, at: day.end)
    }
    guard line.isNumber(start) else { return nil }
    if start + 1 < line.count, terms.match(.month, line.ids, at: start + 1) != nil,
      let match = worded(in: line, from: start, at: start), match.date != nil
    {
      return match
    }
    guard allowsBare, !line.isSign(start - 1, "/"), !line.isSign(start - 1, ".") else { return nil }
    return numeric(in: line, from: start, at: start)
  }

  /// Day, month and year with their words; each number may be blank.
  private func worded(in line: Line, from start: Int, at position: Int) -> Match? {
    var position = position
    let day = value(in: line, at: &position, digits: 1...2)
    skipComma(in: line, &position)
    guard let month = terms.match(.month, line.ids, at: position) else { return nil }
    position = month.end
    let monthValue = value(in: line, at: &position, digits: 1...2)
    skipComma(in: line, &position)
    guard let year = terms.match(.year, line.ids, at: position) else {
      return Match(range: start..<position, date: nil)
    }
    position = year.end
    let yearValue = value(in: line, at: &position, digits: 4...4)
    if yearValue == nil { skipPartialYear(in: line, &position) }
    guard let day, let monthValue, let yearValue else {
      return Match(range: start..<position, date: nil)
    }
    return Match(
      range: start..<position, date: CalendarDate(year: yearValue, month: monthValue, day: day),
      isWhole: true)
  }

  /// Day, month and year with "/", "-" or "." between them.
  private func numeric(in line: Line, from start: Int, at position: Int) -> Match? {
    guard let day = line.number(position, digits: 1...2),
      let sign = line.token(position + 1), sign.kind == .sign,
      ["/", "-", "."].contains(sign.folded),
      let month = line.number(position + 2, digits: 1...2),
      line.isSign(position + 3, sign.folded),
      let year = line.number(position + 4, digits: 4...4)
    else { return nil }
    return Match(
      range: start..<position + 5, date: CalendarDate(year: year, month: month, day: day),
      isWhole: true)
  }

  private func value(in line: Line, at position: inout Int, digits: ClosedRange<Int>) -> Int? {
    if line.isSign(position, in: ["…", ".", "_"]) {
      position += 1
      return nil
    }
    guard let number = line.number(position, digits: digits) else { return nil }
    position += 1
    return number
  }

  private func skipComma(in line: Line, _ position: inout Int) {
    if line.isSign(position, ",") { position += 1 }
  }

  /// "năm 20…": a year begun and left open.
  private func skipPartialYear(in line: Line, _ position: inout Int) {
    if line.isNumber(position) { position += 1 }
    if line.isSign(position, in: ["…", ".", "_"]) { position += 1 }
  }
}
