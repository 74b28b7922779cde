/// Finds the cover before the head of a report.
///
/// It has the names of the bodies, the title, place and year, perhaps the list of those who made the
/// report; the head with its number and date stands behind it.
struct CoverReader {
  /// The most words and signs a line of a cover has.
  private static let longestLine = 24

  let terms: Terms

  /// Where the head begins; nothing where no cover stands before it.
  func end(of lines: [Line]) -> Int? {
    guard let name = nationalName(in: lines) else { return nil }
    let place = lines[name].place
    let start =
      place.isInTable ? lines.firstIndex { $0.place.block == place.block } ?? name : name
    let cover = lines[..<start]
    let titles = TitleReader(terms)
    guard
      let title = cover.firstIndex(where: {
        titles.title($0, isFirst: false, hasNational: false)?.isUpper == true
      })
    else { return nil }
    // A head in one column has its bodies above the national name: the cover's come again there.
    let named = Set(cover[..<title].map { LetterRun.letters($0.text).bytes })
    let again = cover.indices.first { index in
      index > title
        && cover[index...].allSatisfy { named.contains(LetterRun.letters($0.text).bytes) }
    }
    return again ?? start
  }

  /// The line of the national name, where short lines stand before it and capitals among them: most
  /// texts are no cover after a few words.
  private func nationalName(in lines: [Line]) -> Int? {
    var hasCapitals = false
    for (index, line) in lines.enumerated() {
      let isUpper = line.isMostlyUpper
      if hasCapitals || isUpper, holdsNationalName(line) { return hasCapitals ? index : nil }
      guard isShort(line) else { return nil }
      hasCapitals = hasCapitals || isUpper
    }
    return nil
  }

  /// Whether a line has the national name or the Party's as heads do: in capitals, or first.
  ///
  /// "Tổ chức Đảng Cộng sản Việt Nam" in a table of contents is the title of a part.
  private func holdsNationalName(_ line: Line) -> Bool {
    guard line.count <= Self.longestLine * 2,
      let name = LetterRun.first(terms.nationalNames, in: line.text)
    else { return false }
    return line.isMostlyUpper || name.lowerBound == line.text.tokens.first?.start
  }

  private func isShort(_ line: Line) -> Bool {
    guard line.count <= Self.longestLine else { return false }
    return line.place.isInTable || !line.isSign(line.count - 1, ".")
  }
}
