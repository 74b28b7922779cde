import DossierModel
import Testing

@Suite struct SumRuleTests {
  @Test func totalThatIsNotTheSum() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) {
        $0.facts.scoreSheets[0].total?.points = Points(96)
      }
        == ["score.disagreement", "score.sum"])
  }

  @Test func partialSheetIsNotSummed() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) { $0.facts.scoreSheets[0].rows.removeLast() }
        == ["score.no-detail"])
  }
}
