import DossierModel
import Testing

@Suite struct NotationRuleTests {
  @Test(arguments: [
    ("12/BC-THHM", []), ("12/BC- THHM", ["notation.malformed"]),
    ("12 /BC-THHM", ["notation.malformed"]), ("12/BC–THHM", ["notation.malformed"]),
    ("2/BC-THHM", ["notation.malformed"]), ("02/BC-THHM", []),
    ("12/KH-THHM", ["notation.malformed"]),
  ])
  func form(written: String, codes: [String]) {
    #expect(DossierFixture.codes(DossierFixture.report) { $0.number(written) } == codes)
  }

  @Test func saysHowItShouldBe() {
    let found = DossierFixture.dossier(DossierFixture.report) { $0.number("2 /BC – THHM") }
      .findings(.notationMalformed)
    #expect(found.first?.arguments["expected"] == .text("02/BC-THHM"))
  }

  @Test func documentsOfOtherBodiesAreLeftAlone() {
    let codes = DossierFixture.codes(DossierFixture.evidence("3b")) {
      $0.describe("QUYẾT ĐỊNH", "QĐ", 9, (2023, 6, 1), "Tặng danh hiệu")
      $0.facts.header.issuingBody = "UBND HUYỆN LẠC THỦY"
      $0.facts.header.superiorBody = nil
      $0.number("9 /QĐ- UBND")
    }
    #expect(codes == [])
  }

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

  @Test func missingNotation() {
    #expect(
      DossierFixture.codes(DossierFixture.plan) { $0.facts.header.notation = nil } == [
        "notation.missing"
      ])
    let blank = DossierFixture.dossier(DossierFixture.plan) {
      $0.facts.header.notation = nil
      $0.facts.header.hasNotationLine = true
    }
    #expect(blank.findings(.notationMissing).first?.variant == "blank")
    // Minutes and sheets carry none.
    #expect(DossierFixture.codes(DossierFixture.minutes) { $0.facts.header.notation = nil } == [])
  }
}
