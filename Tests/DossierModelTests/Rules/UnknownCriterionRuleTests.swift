import DossierModel
import Testing

@Suite struct UnknownCriterionRuleTests {
  private func codes(_ path: String, _ change: (inout IndexedFile) -> Void) -> [String] {
    DossierFixture.codes(path, change)
  }

  @Test func unknownCriterion() {
    #expect(
      codes(DossierFixture.report) {
        $0.facts.unknownCriteria = [Stated("3d", quote: "d. Tập huấn")]
      }
        == ["score.unknown-criterion"])
    #expect(
      codes(DossierFixture.sheet) {
        $0.facts.scoreSheets[0].rows.append(
          .init(code: nil, written: "Điểm cộng", points: Points(2)))
      } == ["score.unknown-criterion"])
  }
}
