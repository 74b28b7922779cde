/// Text of unknown origin, made fit to show: nothing in it can hide, draw or turn what is read.
public enum VisibleText {
  /// Whether a character controls the terminal, turns the direction of text or has no width.
  public static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// So many marks at most stand on one letter (Unicode, UAX #15, 13: the Stream-Safe Text Format).
  ///
  /// Putting more of them in order takes the square of the time.
  private static let mostMarks = 30

  /// Whether more marks stand on a letter than any language has.
  public static func hasEndlessMarks(_ text: String) -> Bool {
    // Every name of a bag is asked; a mark takes two bytes at least.
    guard text.utf8.count > 2 * mostMarks else { return false }
    var marks = 0
    for scalar in text.unicodeScalars {
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks { return true }
    }
    return false
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// The text for a terminal, what cannot be seen as `\n`, `\r`, `\t` or `\u{202E}`.
  public static func escaped(_ text: String) -> String {
    text.unicodeScalars.contains(where: isUnseen) || hasEndlessMarks(text)
      ? escaped(text, limit: .max) : text
  }

  /// The beginning of a text for a terminal.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - limit: the most characters of it that are shown; an ellipsis stands for the rest.
  public static func escaped(_ text: String, limit: Int) -> String {
    var result = ""
    var count = 0
    var marks = 0
    for scalar in text.unicodeScalars {
      if count == limit { return result + "…" }
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks { continue }
      count += 1
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isUnseen(scalar): result += "\\u{\(hex(scalar))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text for a page, where no backslash is expected.
  ///
  /// Control characters become the pictures of U+2400, others that cannot be seen their number in
  /// angle brackets. Line feeds and tabs become spaces.
  public static func pictured(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(" ")
      case 0x00..<0x20:
        if let picture = Unicode.Scalar(0x2400 + scalar.value) { result.append(picture) }
      case 0x7F: result.append("\u{2421}")
      case _ where isUnseen(scalar):
        let digits = hex(scalar)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
        result.append(contentsOf: "⟨U+\(zeros)\(digits)⟩".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16, uppercase: true)
  }
}
