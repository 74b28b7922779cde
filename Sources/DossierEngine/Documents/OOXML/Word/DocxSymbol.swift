import XMLPull

/// The characters of `w:sym` (ISO/IEC 29500-1 17.3.3.30).
enum DocxSymbol {
  static func text(_ element: borrowing XMLElement) -> String {
    guard let code = element.value(.char, .word).flatMap({ UInt32($0, radix: 16) }) else {
      return ""
    }
    let font = (element.value(.font, .word) ?? "").lowercased()
    let low = code & 0xFF
    if code >= 0xF000, code <= 0xF0FF || code < 0x100 {
      if font.hasPrefix("wingdings"), let known = wingdings[low] { return known }
      if font == "symbol", let known = symbol[low] { return known }
    }
    return Unicode.Scalar(code).map { String($0) } ?? ""
  }

  private static let wingdings: [UInt32: String] = [
    0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x78: "☒", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let symbol: [UInt32: String] = [
    0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠",
  ]
}
