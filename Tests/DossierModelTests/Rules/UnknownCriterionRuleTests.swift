import DossierModel
import Testing

@Suite struct UnknownCriterionRuleTests {
  @Test func unknownCriterion() {
    #expect(
      DossierFixture.codes(DossierFixture.report) {
        $0.facts.unknownCriteria = [Stated("3d", quote: "d. Tập huấn")]
      }
        == ["score.unknown-criterion"])
    #expect(
      DossierFixture.codes(DossierFixture.sheet) {
        $0.facts.scoreSheets[0].rows.append(
          .init(code: nil, written: "Điểm cộng", points: Points(2)))
      } == ["score.unknown-criterion"])
  }
}
