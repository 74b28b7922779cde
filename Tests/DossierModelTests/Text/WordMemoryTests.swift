import Testing

@testable import DossierModel

@Suite struct WordMemoryTests {
  private static let pieces: [String] = [
    "học", "HỌC", "Học", "ho\u{323}c", "vie\u{302}\u{323}t", "Đánh", "\u{D0}ánh", "a", "1a", "12",
    "d9",
    "hoc", "Straße", "Кирилл", "漢字", "nghiêngnghiêngnghiêngnghiêng", "b\u{AD}c", "t\u{200B}",
    "\u{200B}t",
    "\u{FEFF}x", "\u{301}a", "e\u{1}e", "\u{A0}", " ", "   ", "\t", "\n", ".", "...", "…", "_", ",",
    "–", "-",
    "“", "”", "'", "/", "(", ")", "%", "•", "☑", "\u{1F600}", "ẞ", "ﬁ", "ŉ", "ǅ", "\u{130}",
    "x\u{31B}",
  ]

  /// Texts put together from pieces, alike in every run.
  private static func text(_ seed: Int, length: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<length).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
  }

  @Test func foldsWhatItKnowsAsWhatItDoesNot() {
    let memory = Reading.reader.memory()
    for seed in 0..<3000 {
      let text = Self.text(seed, length: seed % 40)
      let folded = FoldedText(text)
      let known = memory.fold(text)
      #expect(known.text == folded, "\(text.debugDescription)")
      #expect(known.ids == folded.tokens.map { memory.vocabulary.id($0.folded) })
    }
  }

  @Test func keepsWordsOfOneSlotApart() {
    let memory = Reading.reader.memory()
    // Far more words than there are slots.
    for number in 0..<20_000 {
      var word = ""
      for digit in String(number) {
        word += ["a", "ế", "c", "đ", "E", "g", "Ở", "i", "k", "l"][digit.wholeNumberValue ?? 0]
      }
      #expect(memory.fold(word).text == FoldedText(word))
    }
    #expect(memory.fold("trường Trường TRƯỜNG").text == FoldedText("trường Trường TRƯỜNG"))
  }
}
