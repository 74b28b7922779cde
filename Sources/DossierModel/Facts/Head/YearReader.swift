/// Reads which year a document is about.
struct YearReader {
  /// A year or school year in the text.
  struct Mention {
    var first: Int
    var last: Int?
    var range: Range<Int>
  }

  let terms: Terms
  /// The profile's words before a year.
  let yearWords: PhraseSet

  /// Fills the years of a document.
  ///
  /// - Parameters:
  ///   - subject: its title and subject.
  ///   - body: the lines of its text.
  func read(subject: String?, body: ArraySlice<Line>, into facts: inout DocumentFacts) {
    if let subject {
      let line = Line(subject, place: .init(block: 0), vocabulary: terms.vocabulary)
      take(inRole(line), in: line, &facts)
      if facts.assessedYear == nil, facts.schoolYear == nil {
        take(mentions(in: line), in: line, &facts)
      }
    }
    for line in body {
      take(inRole(line), in: line, &facts)
    }
  }

  private func take(_ mentions: [Mention], in line: Line, _ facts: inout DocumentFacts) {
    for mention in mentions {
      let quote = line.quote(mention.range)
      if let last = mention.last {
        if facts.schoolYear == nil {
          facts.schoolYear = Stated(.init(first: mention.first, last: last), quote: quote)
        }
        continue
      }
      if let assessed = facts.assessedYear {
        if assessed.value != mention.first {
          facts.otherYears.append(Stated(mention.first, quote: quote))
        }
      } else {
        facts.assessedYear = Stated(mention.first, quote: quote)
      }
    }
  }

  /// The years that stand behind the profile's words.
  private func inRole(_ line: Line) -> [Mention] {
    var found: [Mention] = []
    var position = 0
    while position < line.count {
      guard let words = yearWords.match(line.ids, at: position) else {
        position += 1
        continue
      }
      position = words.end
      let isYearLast = terms.match(.year, line.ids, at: words.end - 1) != nil
      if let mention = year(
        in: line, at: isYearLast ? words.end - 1 : words.end, from: words.end - 1)
      {
        found.append(mention)
        position = mention.range.upperBound
      }
    }
    return found
  }

  /// Every "năm YYYY" of a line that is no part of a date.
  func mentions(in line: Line) -> [Mention] {
    var found: [Mention] = []
    var position = 0
    while position < line.count {
      let isYearWord =
        terms.match(.year, line.ids, at: position) != nil
        || terms.match(.schoolYear, line.ids, at: position) != nil
      if isYearWord, !isAfterMonth(line, position),
        let mention = year(in: line, at: position, from: position)
      {
        found.append(mention)
        position = mention.range.upperBound
        // "năm học 2021-2022 và 2022-2023".
        if let and = terms.match(.and, line.ids, at: position), line.isNumber(and.end),
          let other = year(in: line, at: and.end, from: and.end)
        {
          found.append(other)
          position = other.range.upperBound
        }
      } else {
        position += 1
      }
    }
    return found
  }

  /// Whether "năm" ends a date: "tháng 6 năm 2023".
  private func isAfterMonth(_ line: Line, _ position: Int) -> Bool {
    line.isNumber(position - 1) && terms.match(.month, line.ids, at: position - 2) != nil
  }

  /// The year at a token, its word optional: "năm 2023", "năm học: 2022 - 2023", "2023".
  private func year(in line: Line, at start: Int, from quoteStart: Int) -> Mention? {
    var position = start
    if let word = terms.match(.schoolYear, line.ids, at: position) {
      position = word.end
    } else if let word = terms.match(.year, line.ids, at: position) {
      position = word.end
    }
    while line.isSign(position, in: [":", "\"", "("]) { position += 1 }
    guard let first = line.number(position, digits: 4...4), (1990...2100).contains(first) else {
      return nil
    }
    if line.isSign(position + 1, in: ["-", "/"]) {
      if let last = line.number(position + 2, digits: 4...4), last == first + 1 {
        return Mention(first: first, last: last, range: quoteStart..<position + 3)
      }
      if let short = line.number(position + 2, digits: 2...2), short == (first + 1) % 100 {
        return Mention(first: first, last: first + 1, range: quoteStart..<position + 3)
      }
      if line.isSign(position + 1, "/") { return nil }
    }
    return Mention(first: first, last: nil, range: quoteStart..<position + 1)
  }
}
