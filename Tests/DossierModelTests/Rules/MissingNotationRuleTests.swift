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
}
