/// The `{name}` fields of a sentence.
enum Placeholders {
  /// A piece of a sentence.
  enum Piece: Equatable {
    case literal(Substring)
    /// `{name}`: the value.
    case value(String)
    /// `{name:one|many}`: a word by the count's number.
    case plural(String, one: Substring, many: Substring)
  }

  /// Cuts a sentence into literal text and fields; a brace without a partner is literal.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { pieces.append(.literal(rest[..<open])) }
      pieces.append(field(rest[rest.utf8.index(after: open)..<close]))
      rest = rest[rest.utf8.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(rest)) }
    return pieces
  }

  /// The names of the fields, in order.
  static func names(in text: String) -> [String] {
    pieces(of: text).compactMap {
      switch $0 {
      case .literal: nil
      case .value(let name), .plural(let name, _, _): name
      }
    }
  }

  private static func field(_ inside: Substring) -> Piece {
    guard let colon = inside.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return .value(String(inside))
    }
    let forms = inside[inside.utf8.index(after: colon)...].split(
      separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    guard forms.count == 2 else { return .value(String(inside)) }
    return .plural(String(inside[..<colon]), one: forms[0], many: forms[1])
  }
}
