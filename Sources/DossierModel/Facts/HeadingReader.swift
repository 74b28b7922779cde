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
    guard !line.place.isInTable, let label = labels.label(of: line),
      line.tokens[label.range.upperBound...].contains(where: { $0.kind == .word })
    else { return nil }
    let isWorded = line.isWord(0) && line.tokens[0].folded == label.form
    // "Phần III" is a heading of its own kind; "Điều 3" or "Tiêu chí 3" may leave numbers out.
    let isPart = label.style == .roman && terms.match(.partWord, line.ids, at: 0) != nil
    return NumberedHeading(
      style: isWorded && !isPart ? .decimal : label.style, value: label.value,
      label: line.quote(label.range), text: line.quote(label.range.upperBound..<line.count))
  }
}
