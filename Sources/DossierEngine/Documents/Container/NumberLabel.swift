/// Numbers as list labels show them.
enum NumberLabel {
  /// The ways to write a number.
  enum Form {
    case decimal
    /// At least two digits: 01, 02, … 10.
    case decimalZero
    case upperRoman
    case lowerRoman
    /// A, B, … Z, AA, BB, … as word processors go on.
    case upperLetter
    case lowerLetter
    /// A, B, … Z, AA, AB, … as sheets and ODF go on.
    case upperLetterCounting
    case lowerLetterCounting
    case inDashes
    case inCircle
    case none
  }

  /// Writes a number.
  static func text(_ number: Int, _ form: Form) -> String {
    switch form {
    case .decimal: "\(number)"
    case .decimalZero: number >= 0 && number < 10 ? "0\(number)" : "\(number)"
    case .upperRoman: roman(number)
    case .lowerRoman: roman(number).lowercased()
    case .upperLetter: repeated(number)
    case .lowerLetter: repeated(number).lowercased()
    case .upperLetterCounting: counted(number)
    case .lowerLetterCounting: counted(number).lowercased()
    case .inDashes: "- \(number) -"
    case .inCircle: circled(number)
    case .none: ""
    }
  }

  private static let romanSteps: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  private static func roman(_ number: Int) -> String {
    guard (1...32_767).contains(number) else { return "\(number)" }
    var rest = number
    var result = ""
    for (value, letters) in romanSteps {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }

  private static func letter(_ index: Int) -> String {
    String(Unicode.Scalar(UInt8(0x41 + index)))
  }

  private static func repeated(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    return String(repeating: letter((number - 1) % 26), count: (number - 1) / 26 + 1)
  }

  private static func counted(_ number: Int) -> String {
    guard number >= 1 else { return "\(number)" }
    var rest = number
    var result = ""
    while rest > 0 {
      rest -= 1
      result = letter(rest % 26) + result
      rest /= 26
    }
    return result
  }

  private static func circled(_ number: Int) -> String {
    guard (1...20).contains(number), let scalar = Unicode.Scalar(0x2460 + number - 1) else {
      return "\(number)"
    }
    return String(scalar)
  }

  /// A bullet as it can be shown: those of symbol fonts stand at private places of Unicode.
  static func bullet(_ text: String) -> String? {
    let trimmed = PropertyText.trimmed(text)
    guard let first = trimmed.unicodeScalars.first else { return nil }
    guard (0xE000...0xF8FF).contains(first.value) else { return trimmed }
    switch first.value & 0xFF {
    case 0x6E, 0xA7: return "▪"
    case 0x6F: return "o"
    case 0x71, 0xA8: return "□"
    case 0x76: return "❖"
    case 0xD8: return "➢"
    case 0xE0, 0xE8: return "→"
    case 0xFC: return "✓"
    case 0x2D: return "-"
    default: return "•"
    }
  }
}
