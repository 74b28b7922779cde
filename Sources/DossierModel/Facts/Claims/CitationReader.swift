/// Reads which documents a text refers to.
struct CitationReader: Sendable {
  /// So many words the name of a body has.
  private static let longestIssuer = 14

  let terms: Terms
  private let notations: NotationScanner
  private let dates: DateScanner

  init(_ terms: Terms) {
    self.terms = terms
    notations = NotationScanner(terms: terms)
    dates = DateScanner(terms: terms)
  }

  /// The citations of a line.
  ///
  /// - Parameter criterion: the criterion in whose section or row the line stands.
  func citations(in line: Line, criterion: String?) -> [Citation] {
    var found: [Citation] = []
    var position = 0
    while position < line.count {
      if var cited = numbered(in: line, at: position, criterion) {
        cited.citation.isListed = isListed(line, position)
        if cited.citation.isListed { cited.citation.piece = cited.citation.quote }
        found.append(cited.citation)
        position = cited.end
      } else {
        position += 1
      }
    }
    if found.isEmpty { found = CitationMentions(terms).mentions(in: line, criterion) }
    return found + listed(in: line, criterion)
  }

  /// Whether "Minh chứng:" stands before a place, in its parenthesis where it stands in one.
  private func isListed(_ line: Line, _ position: Int) -> Bool {
    for start in 0..<position {
      guard let lead = terms.match(.evidenceLead, line.ids, at: start), line.isSign(lead.end, ":"),
        lead.end < position
      else { continue }
      return !line.isSign(start - 1, "(")
        || !(lead.end..<position).contains { line.isSign($0, ")") }
    }
    return false
  }

  /// What a line of running text lists as evidence without a number ("Minh chứng: …; …").
  ///
  /// Prose calls its papers as it likes: they are asked for only under a criterion without evidence.
  private func listed(in line: Line, _ criterion: String?) -> [Citation] {
    guard let lead = terms.match(.evidenceLead, line.ids, at: line.firstWord),
      line.isSign(lead.end, ":"), lead.end + 1 < line.count
    else { return [] }
    // A quote is cut to its length; the list is read to its end.
    let list = String(line.text.slice(lead.end + 1..<line.count))
    return evidence(list, criterion: criterion).compactMap {
      guard $0.notation == nil, $0.basis != .mention else { return nil }
      var citation = $0
      if citation.basis == .evidenceList { citation.basis = criterion == nil ? .named : .mention }
      return citation
    }
  }

  /// The documents a list of evidence names, by number, by title or by the name of a file.
  func evidence(_ text: String, criterion: String?) -> [Citation] {
    var found: [Citation] = []
    for piece in text.split(whereSeparator: { $0.isNewline || $0 == ";" }) {
      let line = Line(String(piece), place: .init(block: 0), vocabulary: terms.vocabulary)
      let numbered = citations(in: line, criterion: criterion).filter { $0.notation != nil }
      let cited =
        !numbered.isEmpty
        ? numbered : titled(line, criterion).map { [$0] } ?? named(line, criterion)
      found += cited.map {
        var citation = $0
        citation.piece = line.text.quote
        return citation
      }
    }
    return found
  }

  // MARK: With a number

  private func numbered(
    in line: Line, at start: Int, _ criterion: String?
  ) -> (citation: Citation, end: Int)? {
    if let type = terms.types.citations.match(line.ids, at: start) {
      guard let place = numberPlace(line, from: type.end),
        let found = notation(in: line, at: place, isTyped: true)
      else { return nil }
      return finish(line, start, found, type: terms.types.types[type.entry], criterion)
    }
    var position = start
    if let label = terms.match(.numberLabel, line.ids, at: start) {
      position = label.end
      if line.isSign(position, ":") { position += 1 }
    }
    guard line.isNumber(position), !NumberScanner.isTail(in: line, at: position),
      let found = notation(in: line, at: position, isTyped: false)
    else { return nil }
    let type = terms.types.type(ofSymbol: found.notation.symbol)
    guard type != nil || position > start && found.notation.symbol.contains("-") else { return nil }
    guard type != nil || found.notation.symbol.utf8.count > 3 else { return nil }
    return finish(line, start, found, type: type, criterion)
  }

  /// Where the number of a typed citation stands: at once, or behind the body's name.
  private func numberPlace(_ line: Line, from start: Int) -> Int? {
    var position = start
    while position < line.count, position - start < 12 {
      if let label = terms.match(.numberLabel, line.ids, at: position) {
        let behind = line.isSign(label.end, ":") ? label.end + 1 : label.end
        return line.isNumber(behind) ? behind : nil
      }
      if line.isNumber(position) {
        return line.isSign(position + 1, "/") ? position : nil
      }
      if line.tokens[position].kind == .sign { return nil }
      if terms.types.citations.match(line.ids, at: position) != nil { return nil }
      position += 1
    }
    return nil
  }

  private func notation(
    in line: Line, at position: Int, isTyped: Bool
  ) -> (notation: Notation, end: Int)? {
    if let found = notations.bare(in: line, at: position, allowsBlank: false) { return found }
    // The Party's form: "29-NQ/TW".
    if isTyped, let found = notations.changedAbout(in: line, at: position, from: position),
      let notation = found.notation
    {
      return (notation, found.range.upperBound)
    }
    guard isTyped, terms.match(.numberLabel, line.ids, at: position - 1) != nil,
      let number = line.number(position, digits: 1...5), !line.isSign(position + 1, "/")
    else { return nil }
    let written = line.quote(position..<position + 1)
    return (Notation(written: written, number: number, symbol: ""), position + 1)
  }

  private func finish(
    _ line: Line, _ start: Int, _ found: (notation: Notation, end: Int),
    type: Lexicon.DocumentType?, _ criterion: String?
  ) -> (citation: Citation, end: Int) {
    var end = found.end
    var date: CalendarDate?
    if let match = dateBehind(line, end) {
      date = match.date
      end = match.range.upperBound
    }
    let title = title(line, from: end)
    let quoteEnd = title?.end ?? end
    let symbolType = terms.types.type(ofSymbol: found.notation.symbol)
    let abbreviation = type?.abbreviation ?? symbolType?.abbreviation
    let citation = Citation(
      typeAbbreviation: abbreviation?.isEmpty == false ? abbreviation : nil,
      notation: found.notation, date: date, title: title?.text,
      isLegalAct: isLegal(found.notation, type ?? symbolType, line, end), criterion: criterion,
      issuer: issuer(line, behind: end), quote: line.quote(start..<quoteEnd))
    return (citation, end)
  }

  /// Whose document it is, where a body is named behind it: "… của Liên đoàn Lao động tỉnh về …".
  private func issuer(_ line: Line, behind end: Int) -> String? {
    var position = end
    while line.isSign(position, in: [",", ")"]) { position += 1 }
    guard let of = terms.match(.bodyOf, line.ids, at: position) else { return nil }
    // The line of a PDF ends where the body begins.
    if of.end == line.count { return "" }
    guard line.token(of.end)?.isCapitalized == true,
      terms.match(.bodyStart, line.ids, at: of.end) != nil
    else { return nil }
    var last = of.end
    while last < line.count, last - of.end < Self.longestIssuer, !line.isClauseEnd(last),
      !line.isSign(last, ","), terms.match(.titleLead, line.ids, at: last) == nil
    {
      last += 1
    }
    return line.quote(of.end..<last)
  }

  private func dateBehind(_ line: Line, _ start: Int) -> DateScanner.Match? {
    var position = start
    while position < min(line.count, start + 4) {
      // "38/QĐ-THAS, 12/5/2023", "38/QĐ-THAS (12/5/2023)".
      let allowsBare = line.isSign(position - 1, in: ["(", ","])
      if let match = dates.match(in: line, at: position, allowsBare: allowsBare),
        match.date != nil || !line.isSign(position - 1, ",")
      {
        return match
      }
      guard
        line.isSign(position, in: [",", "("])
          || terms.match(.dateLead, line.ids, at: position) != nil
      else { return nil }
      position += 1
    }
    return nil
  }

  /// "của … về việc …": the words of the subject, to the end of the clause.
  private func title(_ line: Line, from start: Int) -> (text: String, end: Int)? {
    var position = start
    while line.isSign(position, in: [",", ")", "\""]) { position += 1 }
    if let of = terms.match(.bodyOf, line.ids, at: position) {
      position = of.end
      let limit = min(line.count, position + 14)
      while position < limit, terms.match(.titleLead, line.ids, at: position) == nil,
        !line.isSign(position, in: [";", ".", ")", "("])
      {
        position += 1
      }
    }
    guard let lead = terms.match(.titleLead, line.ids, at: position) else { return nil }
    let first = lead.end
    var end = first
    while end < line.count, end - first < 40, !line.isClauseEnd(end) { end += 1 }
    guard end > first else { return nil }
    return (line.quote(first..<end), end)
  }

  private func isLegal(
    _ notation: Notation, _ type: Lexicon.DocumentType?, _ line: Line, _ end: Int
  ) -> Bool {
    if type?.isLegalAct == true { return true }
    let parts = Set(CriterionMatcher.parts(of: notation.symbol))
    if !parts.isDisjoint(with: terms.legalOrgans) { return true }
    guard let of = terms.match(.bodyOf, line.ids, at: end) else { return false }
    return terms.match(.legalBody, line.ids, at: of.end) != nil
      && line.tokens[of.end].isCapitalized
  }

  // MARK: By title

  /// A piece of an evidence list that names no type, whole and in its parts between commas.
  private func named(_ line: Line, _ criterion: String?) -> [Citation] {
    var first = line.firstWord
    if let label = LabelReader(terms).label(of: line) { first = label.range.upperBound }
    guard first < line.count, line.count - first <= 40 else { return [] }
    var parts: [Range<Int>] = [first..<line.count]
    let commas = (first..<line.count).filter { line.isSign($0, ",") }
    if !commas.isEmpty {
      parts += zip([first] + commas.map { $0 + 1 }, commas + [line.count]).map { $0..<max($0, $1) }
    }
    return parts.filter { $0.count >= 2 }.map { part in
      var citation = Citation(
        typeAbbreviation: nil, notation: nil, date: nil, title: line.quote(part),
        isLegalAct: false, criterion: criterion, quote: line.quote(part))
      citation.basis = .named
      return citation
    }
  }

  /// A piece of an evidence list that begins with a type's name.
  private func titled(_ line: Line, _ criterion: String?) -> Citation? {
    var position = line.firstWord
    if let label = LabelReader(terms).label(of: line) { position = label.range.upperBound }
    guard let type = terms.types.citations.match(line.ids, at: position),
      line.count - type.end >= 2, line.count <= 60
    else { return nil }
    var end = line.count
    while end > type.end, line.isSign(end - 1, in: [".", ",", ";"]) { end -= 1 }
    return CitationMentions(terms).titled(
      line, position..<end, type: type, criterion, basis: .evidenceList)
  }
}
