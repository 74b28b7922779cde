import DossierModel
import Testing

@Suite struct OtherUnitRuleTests {
  @Test(arguments: [
    ("TRƯỜNG TIỂU HỌC KIM ĐỒNG", true), ("TRƯỜNG MẦM NON HOA MAI", true),
    ("Trường TH Hoa Mai", false), ("HỘI ĐỒNG TỰ ĐÁNH GIÁ", false),
    ("TRƯỜNG TIỂU HỌC HOA MAI HUYỆN LẠC THỦY", false), ("TRUONG TIEU HOC HOA MAI", false),
  ])
  func otherUnit(body: String, isOther: Bool) {
    let codes = DossierFixture.codes(DossierFixture.minutes) {
      $0.facts.header.issuingBody = body
      if body.hasPrefix("HỘI") { $0.facts.header.superiorBody = "TRƯỜNG TIỂU HỌC HOA MAI" }
    }
    #expect(codes == (isOther ? ["item.other-unit"] : []))
  }
}
