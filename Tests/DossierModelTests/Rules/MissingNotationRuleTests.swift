import DossierModel
import Testing

@Suite struct MissingNotationRuleTests {
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

  /// The Party leaves its blank before a dash, without a colon.
  @Test(arguments: [("Số      -BC/CB", true), ("Số 12-BC/CB", false), ("Số …-BC/CB", true)])
  func aBlankOfThePartys(line: String, isBlank: Bool) {
    let header = Reading.facts(
      "ĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ TRƯỜNG AN SƠN\n*\n\(line)\nBÁO CÁO\nNăm 2023"
    ).header
    #expect(header.hasNotationLine)
    #expect((header.notation?.number == nil) == isBlank)
  }
}
