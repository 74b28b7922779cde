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

  init(lexicon: Lexicon) {
    types = Dictionary(
      lexicon.documentTypes.filter { !$0.abbreviation.isEmpty }.map {
        ($0.abbreviation.uppercased(), $0.abbreviation)
      }, uniquingKeysWith: { first, _ in first })
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
      return Fault(variant: "spaces", expected: expected)
    }
    if scalars.contains(where: { (0x2010...0x2015).contains($0.value) || $0.value == 0x2212 }) {
      return Fault(variant: "dash", expected: expected)
    }
    if needsLeadingZero, let number = notation.number, number < 10,
      let digits = written.split(separator: "/").first, digits.utf8.count == 1
    {
      return Fault(variant: "leading-zero", expected: expected)
    }
    return nil
  }

  /// Signs changed about: "05-BC/LTT", "05/BC/LTT"; a year behind the number keeps its slash.
  func wrongSigns(in notation: Notation) -> Fault? {
    var parts = notation.symbol.split(whereSeparator: { $0 == "-" || $0 == "/" }).map(String.init)
    guard let number = notation.number, parts.count > 1 else { return nil }
    let isYear = parts[0].utf8.count == 4 && Int(parts[0]) != nil
    let year = isYear ? parts.removeFirst() + "/" : ""
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
      let first = notation.symbol.split(separator: "-").first.map(String.init),
      let claimed = types[first.uppercased()], claimed.uppercased() != type.uppercased()
    else { return nil }
    let rest = notation.symbol.dropFirst(first.count)
    let number = notation.number.map { $0 < 10 ? "0\($0)" : String($0) } ?? ""
    return Fault(variant: "type", expected: "\(number)/\(type)\(rest)")
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
      parts.first.map({ $0 == String(number) }) ?? false
    {
      joined = "0" + joined
    }
    return joined
  }
}
