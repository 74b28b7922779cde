/// Finds a regime's evidence codes (`H1-1.1-01`, `MC.1.3.01`) in names.
struct EvidenceCodeReader: Sendable {
  /// A code as the regime writes it, with the criterion it belongs to.
  struct Found: Sendable, Hashable {
    var code: String
    var criterion: String
  }

  private enum Piece: Sendable {
    case letter(UInt8)
    case separator
    case digits(String)
  }

  private let forms: [(pieces: [Piece], form: EvidenceCodeForm)]

  init(profile: Profile) {
    forms = profile.evidenceCodes.map { (Self.pieces(of: $0.form), $0) }
  }

  /// The codes in a name, in reading order.
  ///
  /// Any of ".", "-" and "_" stands for another: systems that store files change them.
  func codes(in name: String) -> [Found] {
    guard !forms.isEmpty else { return [] }
    let bytes = Array(name.utf8)
    var found: [Found] = []
    for (pieces, form) in forms {
      var position = 0
      while position < bytes.count {
        guard let (fields, end) = match(pieces, bytes, at: position) else {
          position += 1
          continue
        }
        found.append(
          Found(
            code: Self.fill(form.form, fields, isPadded: true),
            criterion: Self.fill(form.criterion, fields, isPadded: false)))
        position = end
      }
    }
    return found
  }

  private func match(
    _ pieces: [Piece], _ bytes: [UInt8], at start: Int
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
        guard index < bytes.count, [0x2D, 0x2E, 0x5F].contains(bytes[index]) else { return nil }
        index += 1
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
