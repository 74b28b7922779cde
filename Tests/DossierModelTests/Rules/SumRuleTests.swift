import DossierModel
import Testing

@Suite struct SumRuleTests {
  private func codes(_ path: String, _ change: (inout IndexedFile) -> Void) -> [String] {
    DossierFixture.codes(path, change)
  }

  @Test func totalThatIsNotTheSum() {
    #expect(
      codes(DossierFixture.sheet) { $0.facts.scoreSheets[0].total?.points = Points(96) }
        == ["score.disagreement", "score.sum"])
  }

  @Test func partialSheetIsNotSummed() {
    #expect(codes(DossierFixture.sheet) { $0.facts.scoreSheets[0].rows.removeLast() } == [])
  }
}
