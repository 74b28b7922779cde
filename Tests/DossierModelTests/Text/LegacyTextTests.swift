import Testing

@testable import DossierModel

@Suite struct LegacyTextTests {
  static let republic = "Cộng hoà xã hội chủ nghĩa việt nam"

  private static let samples: [(String, LegacyText.Encoding, String)] = [
    ("Céng hoµ x· héi chñ nghÜa viÖt nam", LegacyText.Encoding.tcvn3, republic),
    ("§éc lËp - Tù do - H¹nh phóc", .tcvn3, "Độc lập - Tự do - Hạnh phúc"),
    ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", .tcvn3, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", .vni, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", .vni, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
    ("Tröôøng Tieåu hoïc Nguyeãn Traõi", .vni, "Trường Tiểu học Nguyễn Trãi"),
  ]

  @Test(arguments: samples)
  func knowsAndReadsLegacyText(
    text: String, encoding: LegacyText.Encoding, expected: String
  ) {
    #expect(LegacyText.encoding(font: nil, text: text) == encoding)
    let decoded = LegacyText.decode(text, as: encoding, fontIsUpperCase: false)
    #expect(Array(decoded.text.utf8) == Array(expected.utf8))
    #expect(decoded.isCertain)
  }

  @Test(arguments: [
    "Cộng hoà xã hội chủ nghĩa Việt Nam", "Cá có vây, cò có cánh", "Hà Nội", "ASCII only, no marks",
    "La république française où tout est égal, été comme hiver", "naïve café façade, déjà vu",
    "Größe über alles schön für Bücher", "São Paulo não é a capital", "5 µm ± 10 °C, § 4, 3 m²",
    "© 2020 Công ty", "special characters, for example, © ¾ æ ç ñ ö ø ¢.",
    "El niño comió más jamón", "",
  ])
  func leavesOtherTextAlone(text: String) {
    #expect(LegacyText.encoding(font: nil, text: text) == nil)
  }

  @Test func aFontOfTheEncodingLetsOneWordDecide() {
    #expect(LegacyText.encoding(font: ".VnTime", text: "§iÓm") == .tcvn3)
    #expect(LegacyText.encoding(font: "VNI-Times", text: "Ñieåm") == .vni)
    #expect(LegacyText.encoding(font: ".VnTime", text: "Diem") == nil)
    #expect(LegacyText.encoding(font: ".VnTime", text: "Điểm") == nil)
  }

  @Test func aFontOfCapitalsMakesCapitals() {
    #expect(LegacyText.isUpperCase(font: ".VnTimeH"))
    #expect(LegacyText.isUpperCase(font: ".VnArialH Bold"))
    #expect(!LegacyText.isUpperCase(font: ".VnTime"))
    #expect(!LegacyText.isUpperCase(font: "ArialH"))
    let decoded = LegacyText.decode("b¸o c¸o", as: .tcvn3, fontIsUpperCase: true)
    #expect(decoded.text == "BÁO CÁO")
  }

  @Test func namesOfOneCapitalStaySmall() {
    let decoded = LegacyText.decode("¤ng Lª V©n T«", as: .tcvn3, fontIsUpperCase: false)
    #expect(decoded.text == "Ông Lê Vân Tô")
  }

  @Test func eachLetterOfTCVN3HasItsByte() {
    // TCVN 5712:1993, the letters in the order of their bytes.
    let expected =
      "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    let all = String(
      String.UnicodeScalarView((0xA1...0xFE).compactMap { Unicode.Scalar(UInt32($0)) }))
    let letters = TCVN3.decode(all).text.unicodeScalars.filter { scalar in
      expected.unicodeScalars.contains(scalar)
    }
    #expect(Array(letters).count >= expected.unicodeScalars.count)
    #expect(
      expected.unicodeScalars.allSatisfy { TCVN3.decode(all).text.unicodeScalars.contains($0) })
  }

  @Test func aDocumentLendsItsEncodingToItsShortParagraphs() {
    let blocks: [TextBlock] = [
      .paragraph(Paragraph("Céng hoµ x· héi chñ nghÜa viÖt nam")), .paragraph(Paragraph("§iÓm")),
      .paragraph(Paragraph("Điểm số")), .paragraph(Paragraph("café")),
    ]
    let decoded = LegacyText.decodeBlocks(blocks)
    #expect(decoded.found)
    #expect(
      decoded.blocks.flatMap(\.paragraphs).map(\.text) == [
        Self.republic, "Điểm", "Điểm số", "café",
      ])
  }

  /// "PGD§T" is no syllable in any encoding, and must not keep its line from being read.
  @Test(arguments: [
    ("Céng hoµ x· héi chñ nghÜa viÖt nam", "Sè: 18/BC-PGD§T", "Số: 18/BC-PGDĐT"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Soá: 18/QÑ-PGDÑT", "Số: 18/QĐ-PGDĐT"),
    ("Céng hoµ x· héi chñ nghÜa viÖt nam", "§ 12 Q§", "§ 12 Q§"),
    (
      "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "PHOØNG GD&ÑT HUYEÄN GOØ QUAO",
      "PHÒNG GD&ĐT HUYỆN GÒ QUAO"
    ),
  ])
  func abbreviationsSayNothingOfTheEncoding(document: String, line: String, expected: String) {
    let blocks = [document, line].map { TextBlock.paragraph(Paragraph($0)) }
    let read = LegacyText.decodeBlocks(blocks).blocks[1].paragraphs.map(\.text)
    // A short line of capitals is read as capitals throughout.
    #expect(read.map { $0.lowercased() } == [expected.lowercased()])
  }

  @Test(arguments: ["nghiêng", "Quyết", "giết", "gì", "uống", "khuya", "ỷ", "ổn", "đường", "xoong"])
  func knowsSyllables(word: String) { #expect(VietnameseSyllable.isValid(word)) }

  @Test(arguments: ["cafè", "rỗpublic", "hàt", "strasse", "bb", "áà", "ng", ""])
  func refusesWhatIsNoSyllable(word: String) { #expect(!VietnameseSyllable.isValid(word)) }
}
