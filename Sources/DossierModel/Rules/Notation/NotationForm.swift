/// How a number and notation should be written (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).
struct NotationForm: Sendable {
  /// A fault of a written notation.
  struct Fault: Sendable, Hashable {
    /// The catalogue's variant.
    var variant: String
    /// How it should be written.
    var expected: String
  }

  private let types: [String: String]
  /// The state's highest bodies, folded, with their spelling.
  private let organs: [(folded: String, written: String)]
  private let yearTypes: Set<String>
  /// Bodies that number by rules of their own.
  private let ownRules: [[String]]

  init(lexicon: Lexicon) {
    types = Dictionary(
      lexicon.documentTypes.filter { !$0.abbreviation.isEmpty }.map {
        ($0.abbreviation.uppercased(), $0.abbreviation)
      }, uniquingKeysWith: { first, _ in first })
    organs = lexicon.legalOrgans.map { (Self.fold($0), $0) }
    yearTypes = Set(lexicon.yearTypes.map { Slug.fold($0) })
    ownRules = lexicon["units-own-notation"].map { SlugText($0).words }.filter { !$0.isEmpty }
  }

  /// Whether a document is the Party's or the Youth Union's, which write "12-BC/ĐU".
  func hasOwnRules(_ header: DocumentHeader) -> Bool {
    header.isOfParty
      || [header.issuingBody, header.superiorBody].compactMap { $0 }.contains { body in
        let words = SlugText(body).words
        return ownRules.contains { words.starts(with: $0) }
      }
  }

  /// The first fault of a notation, or nothing.
  ///
  /// No spaces; "/" after the number and "-" between the parts; a number under ten takes a leading
  /// zero where a document numbers itself.
  func fault(in notation: Notation, needsLeadingZero: Bool) -> Fault? {
    let written = notation.written
    let scalars = Array(written.unicodeScalars)
    let expected = expected(notation, needsLeadingZero: needsLeadingZero)
    if scalars.contains(where: { $0.properties.isWhitespace || $0.value == 0xA0 }) {
      if lacksSlash(notation) { return wrongSigns(in: notation) }
      return Fault(variant: "spaces", expected: expected)
    }
    if scalars.contains(where: { (0x2010...0x2015).contains($0.value) || $0.value == 0x2212 }) {
      return Fault(variant: "dash", expected: expected)
    }
    if needsLeadingZero, let number = notation.number, number < 10,
      written.prefix(while: \.isNumber).utf8.count == 1
    {
      return Fault(variant: "leading-zero", expected: expected)
    }
    return nil
  }

  /// The first fault of a notation by which another document is cited.
  func fault(in citation: Citation, _ notation: Notation) -> Fault? {
    // The Party's acts are numbered rightly as "29-NQ/TW".
    let isOwnForm =
      citation.isLegalAct && notation.written.drop(while: \.isNumber).hasPrefix("-")
    if let fault = fault(in: notation, needsLeadingZero: false)
      ?? (isOwnForm ? nil : wrongSigns(in: notation))
    {
      return fault
    }
    guard citation.isLegalAct else { return nil }
    return shortBody(in: notation) ?? missingYear(in: notation, citation)
  }

  /// A highest body's name cut short: "22/2020/TT-BGD".
  private func shortBody(in notation: Notation) -> Fault? {
    let parts = notation.symbol.split(separator: "-").map(String.init)
    guard parts.count > 1 else { return nil }
    let bodies = parts.dropFirst().map(Self.fold)
    let whole = bodies.joined()
    let isKnown = organs.contains { bodies.contains($0.folded) || $0.folded == whole }
    guard !isKnown, whole.utf8.count >= 3 else { return nil }
    let meant = organs.filter { Self.isCutShort(whole, of: $0.folded) }
    guard meant.count == 1, notation.written.hasSuffix(parts.dropFirst().joined(separator: "-"))
    else { return nil }
    let head = notation.written.dropLast(parts.dropFirst().joined(separator: "-").count)
    return Fault(variant: "form", expected: head + meant[0].written)
  }

  /// "22/TT-BGDĐT": acts of law name their year behind the number.
  private func missingYear(in notation: Notation, _ citation: Citation) -> Fault? {
    guard let date = citation.date, let type = citation.typeAbbreviation,
      yearTypes.contains(Slug.fold(type)),
      let first = notation.symbol.split(separator: "-").first,
      Slug.fold(String(first)) == Slug.fold(type),
      let slash = notation.written.firstIndex(of: "/")
    else { return nil }
    return Fault(
      variant: "form",
      expected: "\(notation.written[..<slash])/\(date.year)\(notation.written[slash...])")
  }

  /// Whether letters stand in another word in their order, the first at its beginning.
  private static func isCutShort(_ short: String, of long: String) -> Bool {
    guard short.utf8.first == long.utf8.first, short.utf8.count < long.utf8.count else {
      return false
    }
    var rest = Array(short.utf8)[...]
    for letter in long.utf8 where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private static func fold(_ text: String) -> String { Slug.fold(text).filter { $0 != " " } }

  /// Whether the symbol follows its number at once ("12 BC-THAS").
  private func lacksSlash(_ notation: Notation) -> Bool {
    notation.number != nil
      && notation.written.drop { $0.isNumber || $0.isWhitespace }.first?.isLetter == true
      && !notation.written.drop(while: \.isNumber).dropFirst().hasPrefix("/")
  }

  /// Signs changed about: "05-BC/LTT", "05/BC/LTT"; a year behind the number keeps its slash.
  func wrongSigns(in notation: Notation) -> Fault? {
    var parts = notation.symbol.split(whereSeparator: { $0 == "-" || $0 == "/" }).map(String.init)
    guard let number = notation.number, parts.count > 1 else { return nil }
    let isYear = parts[0].utf8.count == 4 && Int(parts[0]) != nil
    var year = isYear ? parts.removeFirst() : ""
    if isYear, parts[0].utf8.count == 4, Int(parts[0]) != nil { year += "-" + parts.removeFirst() }
    if isYear { year += "/" }
    let digits = notation.written.prefix { $0.isNumber }
    let head = digits.isEmpty ? String(number) : String(digits)
    let expected = "\(head)/\(year)\(parts.joined(separator: "-"))"
    let signs = notation.written.filter { $0 == "-" || $0 == "/" }
    let wanted = expected.filter { $0 == "-" || $0 == "/" }
    return signs == wanted ? nil : Fault(variant: "form", expected: expected)
  }

  /// The type another type's abbreviation claims, where a document's name says otherwise.
  func wrongType(_ header: DocumentHeader) -> Fault? {
    guard let notation = header.notation, let type = header.typeAbbreviation,
      header.typeName != nil, types[type.uppercased()] != nil,
      let first = notation.symbolParts.first.map(String.init),
      let claimed = types[first.uppercased()], claimed.uppercased() != type.uppercased()
    else { return nil }
    let rest = notation.symbol.dropFirst(first.count)
    let number = notation.number.map { $0 < 10 ? "0\($0)" : String($0) } ?? ""
    // The Party writes "12-BC/ĐU".
    let sign = rest.first == "/" && hasOwnRules(header) ? "-" : "/"
    return Fault(variant: "type", expected: "\(number)\(sign)\(type)\(rest)")
  }

  private func expected(_ notation: Notation, needsLeadingZero: Bool) -> String {
    let parts = notation.written.split(separator: "/").map { part in
      String(
        String.UnicodeScalarView(
          part.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            if scalar.properties.isWhitespace || scalar.value == 0xA0 { return nil }
            if (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212 { return "-" }
            return scalar
          }))
    }
    var joined = parts.joined(separator: "/")
    if needsLeadingZero, let number = notation.number, number < 10,
      joined.prefix(while: \.isNumber) == String(number)
    {
      joined = "0" + joined
    }
    return joined
  }
}
