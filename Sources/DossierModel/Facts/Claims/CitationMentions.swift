/// Reads documents that a sentence says were made, without a number: "Nhà trường xây dựng kế hoạch …".
struct CitationMentions {
  /// The most words before the verb.
  private static let longestSubject = 14

  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// The documents that the sentences of a line say were made.
  func mentions(in line: Line, _ criterion: String?) -> [Citation] {
    var found: [Citation] = []
    var position = line.firstWord
    while position < line.count {
      if let first = mention(in: line, from: position, criterion) {
        found.append(first.citation)
        position = first.end
        // "… và thực hiện cam kết …"
        while let and = terms.match(.and, line.ids, at: position),
          let next = made(in: line, at: and.end, from: and.end, criterion)
        {
          found.append(next.citation)
          position = next.end
        }
      }
      position =
        line.tokens.indices.first {
          $0 > position && line.isClauseEnd($0 - 1)
            && (line.tokens[$0].gap >= .wide
              || line.isSign($0 - 1, ".") && line.tokens[$0].isCapitalized)
        } ?? line.count
    }
    return found
  }

  /// What a sentence says was made, its subject before the verb.
  private func mention(
    in line: Line, from start: Int, _ criterion: String?
  ) -> (citation: Citation, end: Int)? {
    var position = start
    while position < line.count, position - start < Self.longestSubject,
      let subject = terms.match(.unitSubject, line.ids, at: position)
    {
      position = subject.end
      while line.isSign(position, in: [",", "-"]) { position += 1 }
    }
    // A cell without a subject names what is to be done, and says of nobody that it was.
    guard !line.place.isInTable || position > start else { return nil }
    return made(in: line, at: position, from: start, criterion)
  }

  private func made(
    in line: Line, at position: Int, from start: Int, _ criterion: String?
  ) -> (citation: Citation, end: Int)? {
    if let verb = terms.match(.foundVerb, line.ids, at: position),
      terms.match(.foundBody, line.ids, at: verb.end) != nil
    {
      var end = end(in: line, from: verb.end)
      // Who sits on it is no part of what the decision is called.
      if let rest = (verb.end..<end).first(where: {
        terms.match(.foundRest, line.ids, at: $0) != nil
      }) {
        end = rest
      }
      var citation = Citation(
        typeAbbreviation: terms.lexicon.foundingType, notation: nil, date: nil,
        title: line.quote(position..<end), isLegalAct: false, criterion: criterion,
        quote: line.quote(start..<end))
      citation.basis = .mention
      return (citation, end)
    }
    guard let place = thing(in: line, behindVerbAt: position),
      let type = terms.types.citations.match(line.ids, at: place)
    else { return nil }
    let end = end(in: line, from: type.end)
    guard end - type.end >= 3 else { return nil }
    let citation = titled(line, place..<end, type: type, criterion, basis: .mention)
    return (citation, end)
  }

  /// Where the type of a thing begins that a verb makes.
  private func thing(in line: Line, behindVerbAt position: Int) -> Int? {
    if let verb = terms.match(.madeVerb, line.ids, at: position),
      terms.match(.mentionedType, line.ids, at: verb.end) != nil
    {
      return verb.end
    }
    guard let verb = terms.match(.promiseVerb, line.ids, at: position),
      terms.match(.promisedType, line.ids, at: verb.end) != nil
    else { return nil }
    return verb.end
  }

  /// A document called by type and title.
  func titled(
    _ line: Line, _ range: Range<Int>, type: PhraseSet.Match, _ criterion: String?,
    basis: Citation.Basis
  ) -> Citation {
    let kind = terms.types.types[type.entry]
    var citation = Citation(
      typeAbbreviation: kind.abbreviation.isEmpty ? nil : kind.abbreviation, notation: nil,
      date: nil, title: line.quote(range), isLegalAct: kind.isLegalAct, criterion: criterion,
      quote: line.quote(range))
    citation.basis = basis
    return citation
  }

  private func end(in line: Line, from start: Int) -> Int {
    var end = start
    while end < line.count, end - start < 24, !line.isClauseEnd(end), !line.isSign(end, ":"),
      line.tokens[end].gap < .wide || end == start, !isNext(line, end)
    {
      end += 1
    }
    return end
  }

  /// Whether "và" joins another thing that is made.
  private func isNext(_ line: Line, _ position: Int) -> Bool {
    guard let and = terms.match(.and, line.ids, at: position) else { return false }
    return thing(in: line, behindVerbAt: and.end) != nil
  }
}
