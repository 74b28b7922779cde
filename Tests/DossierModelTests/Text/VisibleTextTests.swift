import DossierModel
import Testing

@Suite struct VisibleTextTests {
  static let unseen: [UInt32] = [
    0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x061C, 0x180E, 0x200B, 0x200D, 0x200F, 0x2028,
    0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xFFF9, 0xE0041, 0xE007F,
  ]

  @Test(arguments: unseen)
  func whatCannotBeSeenIsShownByItsNumber(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let text = "a" + String(scalar) + "b"
    let hex = String(value, radix: 16, uppercase: true)
    #expect(VisibleText.isUnseen(scalar))
    #expect(VisibleText.escaped(text) == "a\\u{\(hex)}b")
    #expect(!VisibleText.pictured(text).unicodeScalars.contains(scalar))
  }

  @Test(arguments: ["Kế hoạch số 05", "e\u{302}\u{301}", "日本語", "❤\u{FE0F}", "a\\b", ""])
  func whatCanBeSeenStaysAsItIs(_ text: String) {
    #expect(Array(VisibleText.escaped(text).utf8) == Array(text.utf8))
    #expect(Array(VisibleText.pictured(text).utf8) == Array(text.utf8))
  }

  @Test func aNameCannotDrawOnTheTerminal() {
    #expect(VisibleText.escaped("a\u{1B}[31m\n\u{202E}b") == "a\\u{1B}[31m\\n\\u{202E}b")
  }

  @Test func aPageShowsPicturesAndKeepsItsSpaces() {
    #expect(VisibleText.pictured("a\n\u{1B}\u{202E}b") == "a ␛⟨U+202E⟩b")
  }

  @Test func aLongTextEndsInAnEllipsis() {
    #expect(VisibleText.escaped("abcdef", limit: 3) == "abc…")
    #expect(VisibleText.escaped("abc", limit: 3) == "abc")
    #expect(VisibleText.escaped("\u{1B}\u{1B}\u{1B}", limit: 2) == "\\u{1B}\\u{1B}…")
  }

  /// No language puts more than a few marks on a letter (Unicode, UAX #15, 13).
  @Test func marksWithoutEndAreCut() {
    let marks = String(repeating: "\u{301}", count: 1000)
    #expect(VisibleText.hasEndlessMarks("a" + marks))
    #expect(VisibleText.escaped("a" + marks + "b").unicodeScalars.count == 32)
    #expect(!VisibleText.hasEndlessMarks("ê\u{323}\u{301} thu\u{31b}\u{323}c"))
    #expect(VisibleText.escaped("e\u{302}\u{301}") == "e\u{302}\u{301}")
  }
}
