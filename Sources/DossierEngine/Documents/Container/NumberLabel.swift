import DossierCatalog
import DossierModel

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
    case hexadecimal
    /// *, †, ‡, §, then twice each.
    case noteSigns
    case lowerRussian
    case upperRussian
    case vietnameseWords
    /// 1st, 2nd; the language is the text's own, as for the next two.
    case ordinal
    /// One, Two.
    case cardinalWords
    /// First, Second.
    case ordinalWords
    case none
  }

  /// The words of languages; a broken file, which the tests rule out, leaves all numbers digits.
  private static let words = Result { try LexiconLoader.numberWords() }

  /// Writes a number; what cannot be written so is written in digits.
  ///
  /// - Parameter language: the tag of the text's language, which some forms follow.
  static func text(_ number: Int, _ form: Form, language: String? = nil) -> String {
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
    case .hexadecimal:
      number >= 0 ? String(number, radix: 16, uppercase: true) : "\(number)"
    case .none: ""
    default: words(number, form, language: language) ?? "\(number)"
    }
  }

  private static func words(_ number: Int, _ form: Form, language: String?) -> String? {
    guard case .success(let words) = words else { return nil }
    // The words of other languages are not known here.
    let isEnglish = language.map { $0.loweredASCII.beginsInBytes(of: "en") } ?? false
    return switch form {
    case .noteSigns: words.chicago(number)
    case .lowerRussian: words.russian(number)
    case .upperRussian: words.russian(number)?.uppercased()
    case .vietnameseWords: words.vietnamese(number)
    case .ordinal where isEnglish && number > 0: words.englishOrdinalDigits(number)
    case .cardinalWords where isEnglish: words.englishCardinal(number)
    case .ordinalWords where isEnglish: words.englishOrdinal(number)
    default: nil
    }
  }

  /// The number a file says a list starts with, held to what can be counted on from.
  static func start(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.map { max(-1_000_000, min($0, 1_000_000)) }
  }

  /// A bullet, or what stands around a number, held to a length that no honest one has.
  static func mark(_ text: String) -> String {
    text.utf8.count <= longestMark
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestMark)))
  }

  private static let longestMark = 255

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
