import DossierModel
import Testing

@Suite struct NoDetailRuleTests {
  @Test func groupsAloneAreANote() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) { $0.facts.scoreSheets = [] } == [
        "score.no-detail"
      ])
  }
}
