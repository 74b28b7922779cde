import DossierModel
import Testing

@Suite struct DuplicateNotationRuleTests {
  @Test func oneNumberTwice() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2023, 5, 2), "Tập huấn")
    }
    #expect(dossier.codes() == ["notation.duplicate"])
    // Another year, another body, or the same document again is no duplicate.
    dossier.edit(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2022, 5, 2), "Tập huấn")
    }
    #expect(dossier.codes() == [])
    dossier.edit(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2023, 2, 10), "Học tập thường xuyên năm 2023")
    }
    #expect(dossier.codes() == [])
    dossier.edit(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2023, 5, 2), "Tập huấn")
      $0.facts.header.issuingBody = "TRƯỜNG TIỂU HỌC KIM ĐỒNG"
    }
    #expect(dossier.codes() == [])
  }
}
