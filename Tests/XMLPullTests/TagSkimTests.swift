import Testing

@testable import XMLPull

@Suite struct TagSkimTests {
  private let skim = TagSkim(names: ["ins", "vanish"], suffix: "Change", longest: 20)

  private func finds(_ text: String) -> Bool { skim.finds(in: Array(text.utf8).span.bytes) }

  private func isUTF8(_ bytes: [UInt8]) -> Bool { TagSkim.isUTF8(bytes.span.bytes) }

  @Test(arguments: [
    "<a><w:ins/></a>", "<ins>", "<x:vanish w:val='0'/>", "<a\n/><long-prefix:ins\t/>",
    "<w:pPrChange w:id='1'>", "<w:Change/>", "<!DOCTYPE a>", "text<w:ins ",
  ])
  func findsNamesWhateverThePrefix(_ text: String) { #expect(finds(text)) }

  @Test(arguments: [
    "", "<", "<a", "</w:ins>", "<w:inside/>", "<w:in/>", "<w:vanishing/>", "w:ins", "<ins",
    "<!-- w:ins -->", "<![CDATA[ins]]>", "<w:Changes/>",
    "<w:\(String(repeating: "x", count: 20))Change/>",
  ])
  func takesNothingElseForThem(_ text: String) { #expect(!finds(text)) }

  @Test func countsLettersAsOneWouldByHand() {
    let texts = ["", "abc", "é", "Trường Tiểu học", String(repeating: "Công hoµ ế ", count: 300)]
    var samples = texts.map { Array($0.utf8) }
    // Every byte in every place of a word, and words of nothing else.
    samples.append((0..<7 * 257).map { UInt8($0 % 257 & 0xFF) })
    samples += (UInt8.min...UInt8.max).map { [UInt8](repeating: $0, count: 299) }
    for bytes in samples {
      let letters = TagSkim.letters(in: bytes.span.bytes)
      #expect(letters.latin == bytes.count { $0 == 0xC2 || $0 == 0xC3 })
      #expect(letters.vietnamese == bytes.count { (0xC4...0xCC).contains($0) || $0 == 0xE1 })
    }
  }

  @Test(arguments: [
    ("<a/>", true), ("\u{FEFF}<a/>", true), ("<?xml version='1.0'?><a/>", true),
    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", true),
    ("<?xml version='1.0' encoding = 'utf-8'?><a/>", true),
    ("<?xml version='1.0' encoding='windows-1258'?><a/>", false), ("<?xml ", false), ("a", false),
    ("", false),
  ])
  func knowsUTF8ByWhatIsDeclared(_ text: String, _ isUTF8: Bool) {
    #expect(self.isUTF8(Array(text.utf8)) == isUTF8)
  }

  @Test func takesUTF16ForNoUTF8() {
    let units = Array("<?xml version='1.0'?><a/>".utf16)
    let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(!isUTF8(bytes))
    #expect(!isUTF8([0xFF, 0xFE] + bytes))
  }
}
