import DossierModel
import Testing

@Suite struct NoDetailRuleTests {
  @Test func groupsAloneAreANote() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) { $0.facts.scoreSheets = [] } == [
        "score.no-detail"
      ])
  }

  @Test func aSheetWithEveryCriterionAndATotalIsDetailEnough() {
    #expect(!DossierFixture.codesAfter { _ in }.contains("score.no-detail"))
  }

  @Test func aSheetWithoutATotalIsANoteAndItsSumIsComparedAllTheSame() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) { $0.facts.scoreSheets[0].total = nil } == [
        "score.no-detail"
      ])
    let lower = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].total = nil
      $0.facts.scoreSheets[0].rows[0].points = Points(8)
    }
    #expect(lower.codes().contains("score.disagreement"))
  }
}
