import DossierModel
import Testing

@Suite struct NotationFormTests {
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
}
