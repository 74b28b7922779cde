import DossierModel
import Testing

@Suite struct HeadingGapRuleTests {
  private func gaps(_ text: String) -> [String] {
    let facts = Reading.facts("BÁO CÁO\nTự đánh giá năm 2023\n" + text)
    return DossierFixture.dossier(DossierFixture.report) {
      $0.facts.headings = facts.headings
      $0.facts.unknownCriteria = facts.unknownCriteria
    }.codes()
  }

  @Test func aPartLeftOutIsFound() {
    #expect(
      gaps("Phần I. TÌNH HÌNH\n1. Đội ngũ\nPhần II. KẾT QUẢ\n1. Điểm\nPhần IV. KẾT LUẬN")
        == ["text.heading-gap"])
  }

  @Test(arguments: [
    "Phần I. TÌNH HÌNH\nI. ĐỘI NGŨ\nII. CƠ SỞ\nIII. KHÁC\nPhần II. KẾT QUẢ\nI. ĐIỂM\nPhần III. HẾT",
    "Phần I. A\nPhần II. B\nPhần III. C\nPhần IV. KẾT LUẬN",
    "Điều 1. Quy định\nĐiều 3. Thi hành",
  ])
  func partsInOrderAreSilent(text: String) { #expect(gaps(text) == []) }
}
