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

  @Test func aTableKeepsItsSumWhereTheTextBelowSaysAnother() {
    let right = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.points = [PointStatement.forged(.total, 96)]
    }
    #expect(right.findings(.scoreSum).isEmpty)
    let wrong = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].total?.points = Points(96)
      $0.facts.points = [PointStatement.forged(.total, 95)]
    }
    #expect(wrong.findings(.scoreSum).map(\.path) == [DossierFixture.sheet])
  }

  @Test func partialSheetIsNotSummed() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) { $0.facts.scoreSheets[0].rows.removeLast() }
        == ["score.no-detail"])
  }
}
