import DossierModel
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
struct RealReportTests {
  let facts = Reading.reader.facts(from: Reading.realReport, title: nil)

  @Test func statesItsHeader() {
    let header = facts.header
    #expect(header.superiorBody == "UBND HUYỆN NAM SÁCH")
    #expect(header.issuingBody == "TRƯỜNG TIỂU HỌC AN SƠN")
    #expect(header.notation == Notation(written: "12/BC- THAS", number: 12, symbol: "BC-THAS"))
    #expect(header.place == "An Sơn")
    #expect(header.date?.value == CalendarDate(year: 2024, month: 1, day: 5))
    #expect(header.typeName == "BÁO CÁO")
    #expect(header.typeAbbreviation == "BC")
    #expect(header.subject == "Tự đánh giá, xếp loại Đơn vị học tập năm 2023")
    #expect(header.signer == nil)
    #expect(header.recipients == ["Phòng GDĐT Nam Sách", "Lưu VT."])
    #expect(facts.assessedYear?.value == 2023)
  }

  @Test func statesItsScore() {
    #expect(
      facts.points.map(PointTests.shown) == ["total=95/100", "1=30/30", "2=30/30", "3=35/40"])
    #expect(facts.ratings.map(\.value) == ["tot"])
    #expect(facts.unknownCriteria.map(\.value) == ["3d"])
    #expect(facts.scoreSheets.isEmpty)
  }

  @Test func countsPeople() {
    let shown = facts.counts.map { "\($0.subject) \($0.qualifiers) \($0.count)" }
    #expect(
      shown == [
        "giay-khen [\"huyen\"] 6", "cstd-co-so [] 3", "cstd-co-so [] 3", "sang-kien [\"co-so\"] 6",
        "giay-khen [\"huyen\"] 3",
      ])
    #expect(facts.percentages.count == 8)
    #expect(facts.percentages.count { $0.hundredths == 10_000 && !$0.hasCount } == 8)
  }

  @Test func numbersItsHeadings() {
    #expect(facts.headings.filter { $0.style == .roman }.map(\.value) == [1, 3, 4, 5])
    #expect(
      facts.headings.filter { $0.style == .letter }.map(\.value) == [
        1, 2, 3, 1, 2, 3, 4, 1, 2, 3, 4,
      ])
  }

  @Test func citesActsAndPapers() {
    let numbered = facts.citations.filter { $0.basis == .notation }
    #expect(
      numbered.map { $0.notation?.written } == [
        "22/2020/TT-BGDĐT", "1455/UBND- GDĐT", "22/2020/TT-BGD", "22/2020/TT-BGD",
      ])
    #expect(numbered.map(\.isLegalAct) == [true, false, true, true])
    #expect(numbered.count { $0.date != nil } == 4)
    let mentioned = facts.citations.filter { $0.basis == .mention }.compactMap(\.title)
    #expect(mentioned.contains("kế hoạch bồi dưỡng giáo viên hàng năm"))
    #expect(mentioned.contains("thành lập Hội đồng tự đánh giá xếp loại đơn vị học tập"))
    #expect(facts.annexes.map(\.label) == [nil, nil])
    #expect(facts.annexes.map(\.isHeading) == [false, false])
  }

  @Test func isHalfDecomposed() {
    #expect(facts.encoding.decomposedMarks == 41)
    #expect(facts.encoding.noBreakSpaces == 30)
    #expect(facts.encoding.isHalfDecomposed)
    #expect(facts.encoding.legacySample == nil)
  }

  @Test func meansTheSameInEveryNormalForm() {
    let forms: [(String) -> String] = [
      { $0.precomposedStringWithCanonicalMapping }, { $0.decomposedStringWithCanonicalMapping },
      { $0.replacingOccurrences(of: " ", with: "\u{A0}") },
    ]
    var expected = facts
    expected.encoding = TextEncodingFacts()
    for form in forms {
      let blocks = Reading.realReport.map { block -> TextBlock in
        .paragraph(Paragraph(form(block.paragraphs[0].text)))
      }
      var found = Reading.reader.facts(from: blocks, title: nil)
      found.encoding = TextEncodingFacts()
      #expect(found.points == expected.points)
      #expect(found == expected)
    }
  }

  /// TCVN 3 stands in the file as Latin-1 letters; what it says must be read all the same.
  @Test func readsLegacyEncoding() {
    let blocks = Reading.realReport.map { block -> TextBlock in
      .paragraph(Paragraph(LegacyWriter.tcvn3(block.paragraphs[0].text)))
    }
    let found = Reading.reader.facts(from: blocks, title: nil)
    #expect(found.encoding.legacySample != nil)
    #expect(found.points.map(PointTests.shown) == facts.points.map(PointTests.shown))
    #expect(found.ratings.map(\.value) == ["tot"])
    #expect(found.header.date?.value == facts.header.date?.value)
    #expect(found.header.notation?.number == 12)
    #expect(found.assessedYear?.value == 2023)
    #expect(found.header.typeAbbreviation == "BC")
  }
}

/// Writes text in TCVN 3, small letters as its fonts do for capitals.
enum LegacyWriter {
  private static let letters: [Character: Character] = {
    let from = Array("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ")
    let to = Array("µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{AD}õøö÷ùúýûüþ")
    return Dictionary(uniqueKeysWithValues: zip(from, to))
  }()

  static func tcvn3(_ text: String) -> String {
    String(
      text.precomposedStringWithCanonicalMapping.map { character in
        if let letter = letters[character] { return letter }
        if let letter = letters[Character(character.lowercased())] { return letter }
        return character
      })
  }
}
