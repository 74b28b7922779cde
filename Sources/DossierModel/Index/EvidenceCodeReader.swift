/// Finds a regime's evidence codes (`H1-1.1-01`, `MC.1.3.01`) in names and texts.
struct EvidenceCodeReader: Sendable {
  /// A code as the regime writes it, with the criterion it belongs to.
  struct Found: Sendable, Hashable {
    var code: String
    var criterion: String
    /// The number it ends with, as written.
    var number = ""
  }

  /// A code where it stands.
  struct Place: Sendable {
    /// The position of its form in the profile.
    fileprivate var form: Int
    fileprivate var fields: [String: String]
    /// Its bytes.
    var range: Range<Int>
    /// The number it ends with, as written: codes that differ in it alone may make a run.
    var number: String
  }

  private enum Piece: Sendable {
    case letter(UInt8)
    case separator
    case digits(String)
  }

  /// So many spaces may stand on either side of a hyphen in a text.
  private static let mostSpaces = 2

  private let forms: [(pieces: [Piece], form: EvidenceCodeForm)]

  init(profile: Profile) {
    forms = profile.evidenceCodes.map { (Self.pieces(of: $0.form), $0) }
  }

  /// The codes in a name, in reading order.
  ///
  /// Any of ".", "-" and "_" stands for another: systems that store files change them.
  func codes(in name: String) -> [Found] {
    guard !forms.isEmpty else { return [] }
    return forms.indices.flatMap { form in
      places(of: form, in: Array(name.utf8), isText: false).map(found)
    }
  }

  /// Where the codes of a text stand, in reading order.
  ///
  /// In a text the hyphens of a code may have spaces around them: lines are broken behind them.
  ///
  /// - Parameter text: the bytes of a text, its dashes as "-".
  func places(in text: [UInt8]) -> [Place] {
    forms.indices.flatMap { places(of: $0, in: text, isText: true) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The code at a place.
  func found(_ place: Place) -> Found {
    let form = forms[place.form].form
    return Found(
      code: Self.fill(form.form, place.fields, isPadded: true),
      criterion: Self.fill(form.criterion, place.fields, isPadded: false),
      number: place.number)
  }

  /// The code that a place would hold with another number at its end.
  func found(_ place: Place, number: String) -> Found {
    var other = place
    if let last = lastField(of: place.form) {
      other.fields[last] = number
      other.number = number
    }
    return found(other)
  }

  /// Whether two codes differ in the number at their end alone.
  func areAlike(_ first: Place, _ second: Place) -> Bool {
    first.form == second.form && found(first, number: "") == found(second, number: "")
  }

  /// A code without the zeros that pad its numbers, for comparison: "H1-1.1-1" is "H1-1.1-01".
  static func key(_ code: String) -> String {
    Slug.fold(code).split(separator: " ").map { word in
      guard word.allSatisfy(\.isNumber) else { return String(word) }
      let short = word.drop { $0 == "0" }
      return short.isEmpty ? "0" : String(short)
    }.joined(separator: " ")
  }

  private func lastField(of form: Int) -> String? {
    guard case .digits(let name)? = forms[form].pieces.last else { return nil }
    return name
  }

  private func places(of form: Int, in bytes: [UInt8], isText: Bool) -> [Place] {
    let pieces = forms[form].pieces
    let last = lastField(of: form)
    var found: [Place] = []
    var position = 0
    while position < bytes.count {
      guard let (fields, end) = match(pieces, bytes, at: position, isText: isText) else {
        position += 1
        continue
      }
      found.append(
        Place(
          form: form, fields: fields, range: position..<end,
          number: last.flatMap { fields[$0] } ?? ""))
      position = end
    }
    return found
  }

  private func match(
    _ pieces: [Piece], _ bytes: [UInt8], at start: Int, isText: Bool
  ) -> (fields: [String: String], end: Int)? {
    if start > 0, Self.isLetter(bytes[start - 1]) { return nil }
    var fields: [String: String] = [:]
    var index = start
    for piece in pieces {
      switch piece {
      case .letter(let letter):
        guard index < bytes.count, bytes[index] | 0x20 == letter else { return nil }
        index += 1
      case .separator:
        guard let end = separatorEnd(bytes, from: index, isText: isText) else { return nil }
        index = end
      case .digits(let name):
        let first = index
        while index < bytes.count, Self.isDigit(bytes[index]), index - first < 3 { index += 1 }
        guard index > first else { return nil }
        fields[name] = String(decoding: bytes[first..<index], as: UTF8.self)
      }
    }
    if index < bytes.count, Self.isDigit(bytes[index]) { return nil }
    return (fields, index)
  }

  /// Behind a sign that separates the parts of a code.
  private func separatorEnd(_ bytes: [UInt8], from start: Int, isText: Bool) -> Int? {
    var index = start
    if isText { index = Self.behindSpaces(bytes, from: index) }
    guard index < bytes.count, [0x2D, 0x2E, 0x5F].contains(bytes[index]) else { return nil }
    guard bytes[index] == 0x2D, isText else { return index == start ? index + 1 : nil }
    return Self.behindSpaces(bytes, from: index + 1)
  }

  private static func behindSpaces(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, index - start < mostSpaces, bytes[index] == 0x20 { index += 1 }
    return index
  }

  private static func pieces(of form: String) -> [Piece] {
    var pieces: [Piece] = []
    var field: [UInt8]?
    for byte in form.utf8 {
      if byte == 0x7B {
        field = []
      } else if byte == 0x7D, let name = field {
        pieces.append(.digits(String(decoding: name, as: UTF8.self)))
        field = nil
      } else if field != nil {
        field?.append(byte)
      } else if isLetter(byte) {
        pieces.append(.letter(byte | 0x20))
      } else if ![0x5B, 0x5D, 0x20].contains(byte) {
        pieces.append(.separator)
      }
    }
    return pieces
  }

  private static func fill(
    _ form: String, _ fields: [String: String], isPadded: Bool
  ) -> String {
    var result = ""
    var rest = form[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let value = fields[String(rest[rest.index(after: open)..<close])] ?? ""
      let short = value.drop { $0 == "0" }
      result += isPadded || short.isEmpty ? value : String(short)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
