import DossierModel
import Foundation
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("hòa", "hoà"), ("khóa", "khoá"), ("thủy", "thuỷ"), ("Đ", "\u{D0}"), ("đ", "\u{F0}"),
    ("HÒA BÌNH", "hoà  bình"),
    ("học\u{A0}tập", "học tập"), ("học\ttập", "HỌC\nTẬP"), ("việt", "vie\u{302}\u{323}t"),
    ("việt", "vi\u{EA}\u{323}t"),
    ("việt", "vi\u{1EB9}\u{302}t"), ("học", "ho\u{323}c"), ("ươm", "u\u{31B}o\u{31B}m"),
    ("tập", "t\u{200B}ập"), ("ă", "a\u{306}"),
  ])
  func foldsAlike(_ left: String, _ right: String) {
    #expect(FoldedText(left).key == FoldedText(right).key)
  }

  @Test(arguments: [
    ("quý", "quí"), ("ma", "má"), ("o", "ơ"), ("d", "đ"), ("hoa", "hòa"), ("sốt", "sót"),
  ])
  func keepsApart(_ left: String, _ right: String) {
    #expect(FoldedText(left).key != FoldedText(right).key)
  }

  @Test func quotesTheOwnWords() {
    let text = FoldedText("Trường\u{A0}\u{A0}TIỂU  học An Sơn")
    #expect(text.firstRange(of: Phrase("tiểu học")) == 1..<3)
    #expect(text.quote(1..<3) == "TIỂU học")
    #expect(text.quote(0..<5) == "Trường TIỂU học An Sơn")
  }

  @Test func findsWholeWordsOnly() {
    #expect(FoldedText("học tập suốt đời").contains("học tập"))
    #expect(!FoldedText("họct ập").contains("học tập"))
    #expect(FoldedText("họ\u{301}c").tokens.count == 1)
    #expect(!FoldedText("").contains(""))
  }

  @Test func cutsLongQuotes() {
    let text = FoldedText(String(repeating: "học tập ", count: 100))
    #expect(text.quote.count == 161)
    #expect(text.quote.hasSuffix("…"))
  }

  @Test(arguments: [
    ("HuoNG_DaN_CaI_daT", "huong dan cai dat"), ("KẾ HOẠCH số 05.docx", "ke hoach so 05 docx"),
    ("20.2017.TT-BGDĐT", "20 2017 tt bgddt"),
    ("1a. Minh chứng", "1 a minh chung"),
  ])
  func makesSlugs(_ name: String, _ slug: String) {
    #expect(Slug.fold(name) == slug)
  }

  @Test func foldsEveryLetterInEveryForm() {
    let letters = "aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
    var keys: Set<String> = []
    for letter in letters {
      let text = String(letter)
      let key = FoldedText(text).key
      #expect(FoldedText(text.decomposedStringWithCanonicalMapping).key == key)
      #expect(FoldedText(text.uppercased()).key == key)
      keys.insert(key)
    }
    #expect(keys.count == letters.count)
  }
}
