/// Puts together again what a narrow column of the head has broken: the national name, the motto,
/// the date, a stamp.
struct HeadJoiner {
  /// So many letters of a name must stand on the first line to be known as its beginning.
  private static let leastLetters = 8
  /// A date takes at most so many words.
  private static let dateWords = 8
  /// A stamp has fewer words.
  private static let stampWords = 8

  let terms: Terms
  let dates: DateScanner

  init(_ terms: Terms) {
    self.terms = terms
    dates = DateScanner(terms: terms)
  }

  /// As many lines as given: what went on with the line before is left out of its own.
  func joined(_ lines: [Line]) -> [Line] {
    var lines = lines
    for index in lines.indices.dropLast() {
      if let (first, second) = date(lines[index], lines[index + 1])
        ?? stamp(lines[index], lines[index + 1])
      {
        lines[index] = first
        lines[index + 1] = second
      }
      let ends = endLetters(of: lines[index])
      guard ends.count >= Self.leastLetters else { continue }
      // A line of the other column may stand between.
      for below in [index + 1, index + 2] where below < lines.count {
        guard let (first, second) = name(lines[index], ending: ends, lines[below]) else { continue }
        lines[index] = first
        lines[below] = second
        break
      }
    }
    return lines
  }

  /// "An Sơn, ngày 20 tháng 01 năm" with "2023" below.
  private func date(_ first: Line, _ second: Line) -> (Line, Line)? {
    guard first.place.column == second.place.column, second.count > 0,
      second.count <= Self.dateWords
    else { return nil }
    let start = max(0, first.count - Self.dateWords)
    guard (start..<first.count).contains(where: { terms.match(.day, first.ids, at: $0) != nil })
    else { return nil }
    let whole = line(first.text.source + " " + second.text.source, like: first)
    for position in start..<first.count {
      guard let match = dates.match(in: whole, at: position), match.date != nil else { continue }
      guard match.range.upperBound == whole.count else { return nil }
      return (whole, line("", like: second))
    }
    return nil
  }

  /// "CÔNG VĂN" with "ĐẾN" below, in a small frame.
  private func stamp(_ first: Line, _ second: Line) -> (Line, Line)? {
    guard first.count > 0, first.count < Self.stampWords, first.isMostlyUpper,
      first.begins(with: terms[.stamp]) == nil
    else { return nil }
    let whole = line(first.text.source + " " + second.text.source, like: first)
    guard let stamp = whole.begins(with: terms[.stamp]), stamp.end > first.count,
      whole.isMostlyUpper(0..<stamp.end)
    else { return nil }
    let rest = String(whole.text.slice(stamp.end..<whole.count))
    return (whole.part(0..<stamp.end, vocabulary: terms.vocabulary), line(rest, like: second))
  }

  /// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA" with "VIỆT NAM" below, another column beside it or not.
  private func name(
    _ first: Line, ending ends: [UInt8], _ second: Line
  ) -> (Line, Line)? {
    var read: (bytes: [UInt8], starts: [Int], ends: [Int])?
    for name in terms.brokenNames {
      var count = min(name.count - 1, ends.count)
      while count >= Self.leastLetters {
        if ends[ends.count - 1] == name[count - 1],
          ends.suffix(count).elementsEqual(name.prefix(count))
        {
          // Few lines end like this: the one below is read only then.
          let below = read ?? LetterRun.letters(second.text)
          read = below
          if let (end, rest) = goesOn(below, with: name.dropFirst(count), in: second) {
            return (
              line(first.text.source + " " + end, like: first), line(rest, like: second)
            )
          }
        }
        count -= 1
      }
    }
    return nil
  }

  /// The last base letters of a line, as many as a name may have.
  private func endLetters(of line: Line) -> [UInt8] {
    var letters: [UInt8] = []
    for index in line.tokens.indices.reversed() {
      guard letters.count < terms.longestName else { break }
      let bytes = line.tokens[index].folded.utf8.span
      var place = bytes.count
      while place > 0 {
        place -= 1
        guard (0x61...0x7A).contains(bytes[place]) else { continue }
        letters.append(bytes[place])
        // Most lines end like no name: their last two letters tell.
        if letters.count == 2, !terms.isInName(letters[1], letters[0]) { return [] }
      }
    }
    return letters.reversed()
  }

  /// The end of a name that a line begins or ends with, and the rest of the line.
  private func goesOn(
    _ run: (bytes: [UInt8], starts: [Int], ends: [Int]), with wanted: ArraySlice<UInt8>,
    in line: Line
  ) -> (end: String, rest: String)? {
    let bytes = line.text.source.utf8
    if run.bytes.starts(with: wanted) {
      let cut = bytes.index(bytes.startIndex, offsetBy: run.ends[wanted.count - 1])
      return (String(line.text.source[..<cut]), String(line.text.source[cut...]))
    }
    if run.bytes.count > wanted.count, run.bytes.suffix(wanted.count).elementsEqual(wanted) {
      let cut = bytes.index(
        bytes.startIndex, offsetBy: run.starts[run.bytes.count - wanted.count])
      return (String(line.text.source[cut...]), String(line.text.source[..<cut]))
    }
    return nil
  }

  private func line(_ text: String, like line: Line) -> Line {
    Line(
      text, place: line.place, isAfterBlank: line.isAfterBlank, headingLevel: line.headingLevel,
      vocabulary: terms.vocabulary)
  }
}
