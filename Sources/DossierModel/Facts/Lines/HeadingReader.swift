/// Collects the headings and items that carry a number.
struct HeadingReader {
  let labels: LabelReader

  private let terms: Terms

  init(_ terms: Terms) {
    self.terms = terms
    labels = LabelReader(terms)
  }

  /// The heading a line of running text is, or nothing.
  func heading(_ line: Line) -> NumberedHeading? {
    if let part = ordinalPart(line) { return part }
    guard !line.place.isInTable, let label = labels.label(of: line) else { return nil }
    let isWorded = line.isWord(0) && line.tokens[0].folded == label.form
    // "Phần III" is a heading of its own kind, with its title below; "Điều 3" or "Tiêu chí 3" may
    // leave numbers out.
    let isPart = label.style == .roman && terms.match(.partWord, line.ids, at: 0) != nil
    guard isPart || line.tokens[label.range.upperBound...].contains(where: { $0.kind == .word })
    else { return nil }
    return NumberedHeading(
      style: isWorded && !isPart ? .decimal : label.style, value: label.value,
      label: line.quote(label.range), text: line.quote(label.range.upperBound..<line.count))
  }

  /// "Phần thứ ba: KẾT LUẬN", its title on this line or the next.
  private func ordinalPart(_ line: Line) -> NumberedHeading? {
    let start = line.firstWord
    guard !line.place.isInTable, line.token(start)?.isCapitalized == true,
      let part = terms.match(.partWord, line.ids, at: start),
      let number = terms.match(.criterionNumber, line.ids, at: part.end - 1),
      let place = line.token(number.end).flatMap({ terms.numerals.ordinal($0.folded) })
    else { return nil }
    var end = number.end + 1
    let isClosed = line.isSign(end, in: [":", ".", "-"])
    guard isClosed || end == line.count || line.tokens[end].isCapitalized else { return nil }
    if isClosed { end += 1 }
    return NumberedHeading(
      style: .arabic, value: place, label: line.quote(start..<number.end + 1),
      text: line.quote(end..<line.count))
  }
}
