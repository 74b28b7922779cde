/// How the symbol behind the number is made: the type's abbreviation, "-", the body.
extension NotationForm {
  /// What stands for a body whose initials are not known.
  private static let unknownBody = "…"

  /// The first fault of a document's symbol, where its name says its type: "12/BC", "12/bc-THAS",
  /// "12/BCTHAS", "12/BC_THAS", "12/THAS-BC".
  func wrongSymbol(_ header: DocumentHeader) -> Fault? {
    guard let notation = header.notation, let number = notation.number, header.typeName != nil,
      let type = header.typeAbbreviation, !type.isEmpty
    else { return nil }
    let year = notation.symbol.prefix { $0.isNumber || $0 == "/" }
    let symbol = String(notation.symbol.dropFirst(year.hasSuffix("/") ? year.count : 0))
    // "12/BCĐ" begins with a type's letters, but they are those of the body.
    if let body = header.issuingBody, Self.initials(body).hasPrefix(Slug.fold(symbol)) {
      return nil
    }
    let digits = notation.written.prefix { $0.isNumber }
    let head =
      "\(digits.isEmpty ? String(number) : String(digits))/\(year.hasSuffix("/") ? year : "")"
    guard let right = rightSymbol(symbol, type: type), right != symbol else { return nil }
    let isOnlyCase = right.lowercased() == symbol.lowercased()
    return Fault(variant: isOnlyCase ? "case" : "form", expected: head + right)
  }

  /// Small letters for the capitals of a type, where a body numbers by rules of its own: "12-bc/ĐU".
  func wrongCase(_ header: DocumentHeader) -> Fault? {
    guard let notation = header.notation, header.typeName != nil,
      let type = header.typeAbbreviation, !type.isEmpty
    else { return nil }
    let first = notation.symbol.prefix { $0 != "/" && $0 != "-" }
    guard Slug.fold(String(first)) == Slug.fold(type),
      zip(first, type).contains(where: { $0.isLowercase && $1.isUppercase }),
      notation.written.hasSuffix(notation.symbol)
    else { return nil }
    let head = notation.written.dropLast(notation.symbol.count)
    return Fault(variant: "case", expected: head + type + notation.symbol.dropFirst(first.count))
  }

  private static func initials(_ body: String) -> String {
    SlugText(body).words.compactMap(\.first).map(String.init).joined()
  }

  /// The symbol as it should be, or nothing where it is of another form that cannot be judged.
  private func rightSymbol(_ symbol: String, type: String) -> String? {
    if Slug.fold(symbol) == Slug.fold(type) { return "\(type)-\(Self.unknownBody)" }
    let parts = symbol.split(whereSeparator: { "-_.".contains($0) }).map(String.init)
    guard let first = parts.first, let last = parts.last else { return nil }
    if parts.count > 1, Slug.fold(first) == Slug.fold(type) {
      let sign = symbol.dropFirst(first.count).prefix(1)
      // "TTR-" for "TTr-" is capitals throughout; a small letter for a capital is a slip.
      let isSmall = zip(first, type).contains { $0.isLowercase && $1.isUppercase }
      guard sign != "-" || isSmall else { return nil }
      let rest = symbol.dropFirst(first.count + 1)
      return "\(type)-\(isSmall && rest == rest.lowercased() ? rest.uppercased() : String(rest))"
    }
    if parts.count == 2, Slug.fold(last) == Slug.fold(type) { return "\(type)-\(first)" }
    if parts.count == 1, first.utf8.count > type.utf8.count + 1, first.hasPrefix(type) {
      return "\(type)-\(first.dropFirst(type.count))"
    }
    return nil
  }
}
