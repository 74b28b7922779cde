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

  /// A heading between the rows claims no points for anything.
  @Test func aRowWithoutPointsIsNoCriterion() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) {
        $0.facts.scoreSheets[0].rows.append(.init(code: nil, written: "Ghi chú"))
      } == [])
  }
}
