/// Reads what a document states from its text blocks.
///
/// Pure and linear: a hand-written scanner over folded tokens, no regular expression. It is made
/// once for a lexicon and a profile and may be used from many threads.
public struct FactReader: Sendable {
  let terms: Terms
  let profile: Profile
  private let years: YearReader

  /// Compiles the words of a lexicon and a profile.
  public init(lexicon: Lexicon, profile: Profile) {
    var terms = Terms(lexicon)
    let yearWords = terms.compile(profile.yearWords)
    self.terms = terms
    self.profile = profile
    years = YearReader(terms: terms, yearWords: yearWords)
  }

  /// The facts of one document.
  ///
  /// - Parameters:
  ///   - blocks: its paragraphs and tables in reading order.
  ///   - title: the title in its metadata, used only where the text names no year.
  /// - Returns: what the text states; empty facts for an empty text.
  public func facts(from blocks: [TextBlock], title: String?) -> DocumentFacts {
    var facts = DocumentFacts()
    let lines = LineReader.lines(of: blocks, terms.vocabulary)
    let head = HeaderReader(terms).header(of: lines)
    facts.header = head.header
    let heading = [head.header.typeName, head.header.subject].compactMap { $0 }.joined(
      separator: " ")
    let body = lines.dropFirst(head.bodyStart)
    years.read(subject: heading.isEmpty ? nil : heading, body: body, into: &facts)
    if facts.assessedYear == nil, facts.schoolYear == nil, let title {
      years.read(subject: title, body: [], into: &facts)
    }
    EncodingReader.read(blocks, into: &facts)
    return facts
  }
}
