import DossierModel
import Mustache

/// HTML that is safe to put into a page: made from text by escaping, or from markup of our own.
///
/// The template library escapes by `Character`, so that `"` with a combining mark slips through;
/// here every scalar is looked at, and the templates only hold unescaped fields of this type.
struct Markup: MustacheCustomRenderable {
  /// The HTML.
  let html: String

  var renderText: String { html }
  var isNull: Bool { false }

  /// Escapes a text; what cannot be seen is shown by its name.
  init(text: String) { html = Self.escaped(DisplayText.visible(text)) }

  /// Takes over markup that was put together from escaped parts.
  init(trusted html: String) { self.html = html }

  /// A number.
  init(_ number: Int) { html = String(number) }

  /// The text with the five special characters as references; safe in text and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Text of unknown origin, made fit to show.
public enum DisplayText {
  /// The text with what cannot be seen, or would turn the reading direction, shown by its name.
  ///
  /// Control characters become the pictures of U+2400, direction marks, zero-width and further
  /// control characters their number in angle brackets. Line feeds and tabs become spaces.
  public static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { needsName($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(" ")
      case 0x00..<0x20:
        if let picture = Unicode.Scalar(0x2400 + scalar.value) { result.append(picture) }
      case 0x7F: result.append("\u{2421}")
      default:
        if needsName(scalar) {
          result.append(contentsOf: "⟨U+\(hex(scalar.value))⟩".unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }

  private static func needsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Relative links.
enum Link {
  /// A relative path as a URL reference.
  ///
  /// ASCII but letters, digits and a few marks is percent-encoded; letters beyond ASCII stand as
  /// they are, which a URL in HTML may hold and every browser encodes as UTF-8.
  static func reference(to path: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      if isPlain(scalar) {
        result.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          result.append(contentsOf: "%\(byte < 16 ? "0" : "")\(hex(byte))".unicodeScalars)
        }
      }
    }
    return String(result)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~", "/", "(", ")", ",", "!", "@", "+", "=":
      true
    default: scalar.value >= 0xC0 && scalar.properties.isAlphabetic
    }
  }

  private static func hex(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }
}
