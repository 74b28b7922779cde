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
  init(text: String) { html = Self.escaped(VisibleText.pictured(text)) }

  /// Takes over markup that was put together from escaped parts.
  init(trusted html: String) { self.html = html }

  /// A number.
  init(_ number: Int) { html = String(number) }

  /// The text with the five special characters as references; safe in text and in quoted attributes.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
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

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

/// Relative links.
enum Link {
  /// A relative path as a URL reference.
  ///
  /// ASCII but letters, digits and a few marks is percent-encoded; letters beyond ASCII stand as
  /// they are, which a URL in HTML may hold and every browser encodes as UTF-8.
  static func reference(to path: String) -> String {
    // One buffer of bytes: a page of many files has as many links.
    var result: [UInt8] = []
    result.reserveCapacity(path.utf8.count * 2)
    for scalar in path.unicodeScalars {
      if isPlain(scalar) {
        result.append(contentsOf: scalar.utf8)
      } else {
        for byte in scalar.utf8 {
          result += [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 0xF)]
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~", "/", "(", ")", ",", "!", "@", "+",
      "=":
      true
    default: scalar.value >= 0xC0 && scalar.properties.isAlphabetic
    }
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + (digit - 10)
  }
}
