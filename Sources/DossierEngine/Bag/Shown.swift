/// Text of a bag as a person may safely see it on a terminal.
enum Shown {
  /// A path: everything kept, what cannot be seen escaped.
  static func path(_ bytes: some Sequence<UInt8>) -> String {
    escaped(String(decoding: Array(bytes), as: UTF8.self), limit: 4096)
  }

  /// A line of a tag file: at most 120 characters of it.
  static func line(_ bytes: some Sequence<UInt8>) -> String {
    escaped(String(decoding: Array(bytes.prefix(480)), as: UTF8.self), limit: 120)
  }

  private static func escaped(_ text: String, limit: Int) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit {
        result += "…"
        break
      }
      count += 1
      if isUnseen(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a character controls the terminal, changes the direction of text or has no width.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
