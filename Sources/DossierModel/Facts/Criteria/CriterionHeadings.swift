/// A criterion that a document treats under a heading of its own, where the regime leaves the list
/// of criteria open.
public struct CriterionHeading: Sendable, Hashable {
  /// Its number ("1", "1.2").
  public var code: String
  /// Its name as the heading has it.
  public var title: String
  /// Whether the text below it cites evidence by code.
  public var hasCodes = false
  /// The heading.
  public var quote: String

  /// Makes a heading.
  public init(code: String, title: String, hasCodes: Bool = false, quote: String) {
    self.code = code
    self.title = title
    self.hasCodes = hasCodes
    self.quote = quote
  }
}

/// Reads under which criteria a report is set out: "Tiêu chí 1.2: Hội đồng trường".
struct CriterionHeadingReader {
  /// So many words a heading may have.
  private static let mostWords = 45

  let terms: Terms
  private let labels: LabelReader

  init(_ terms: Terms) {
    self.terms = terms
    labels = LabelReader(terms)
  }

  /// The headings of a document's running text.
  ///
  /// - Parameter coded: the rows and paragraphs that cite evidence by code.
  func headings(in lines: [Line], coded: Set<Line.Place>) -> [CriterionHeading] {
    var found: [CriterionHeading] = []
    for line in lines {
      if let heading = heading(line) {
        found.append(heading)
      } else if let last = found.indices.last, coded.contains(line.place.rowPlace) {
        found[last].hasCodes = true
      }
    }
    return found
  }

  private func heading(_ line: Line) -> CriterionHeading? {
    guard !line.place.isInTable, line.count <= Self.mostWords else { return nil }
    let start = lead(line)
    guard line.token(start)?.isCapitalized == true,
      let word = terms.match(.headedCriterion, line.ids, at: start),
      let first = line.number(word.end, digits: 1...2)
    else { return nil }
    var code = String(first)
    var end = word.end + 1
    if line.isSign(end, "."), line.tokens[end].gap == .none,
      let second = line.number(end + 1, digits: 1...2), line.tokens[end + 1].gap == .none
    {
      code += ".\(second)"
      end += 2
    }
    guard line.isSign(end, in: [":", ".", "-"]) else { return nil }
    let title = line.quote(end + 1..<line.count)
    guard line.isWord(end + 1), line.tokens[end + 1].isCapitalized else { return nil }
    return CriterionHeading(code: code, title: title, quote: line.text.quote)
  }

  /// The first token behind a number of the heading's own, "3.1." before "Tiêu chí 1: …".
  private func lead(_ line: Line) -> Int {
    let start = line.firstWord
    if terms.match(.headedCriterion, line.ids, at: start) != nil { return start }
    guard let label = labels.label(of: line) else { return start }
    var position = label.range.upperBound
    while line.token(position)?.kind == .sign { position += 1 }
    return position
  }
}
