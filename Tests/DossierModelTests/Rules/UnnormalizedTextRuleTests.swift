import DossierModel
import Testing

@Suite struct UnnormalizedTextRuleTests {
  private func codes(_ change: (inout DocumentFacts) -> Void) -> [String] {
    DossierFixture.codes(DossierFixture.report) { change(&$0.facts) }
  }

  @Test func unnormalizedText() {
    #expect(
      codes {
        $0.encoding.decomposedMarks = 41
        $0.encoding.precomposedMarks = 900
      } == ["text.unnormalized"])
    #expect(
      codes {
        $0.encoding.precomposedMarks = 900
        $0.encoding.noBreakSpaces = 30
      } == [])
  }
}
