import DossierModel
import Testing

@Suite struct UnnormalizedTextRuleTests {
  @Test func unnormalizedText() {
    #expect(
      DossierFixture.codesOfReport {
        $0.encoding.decomposedMarks = 41
        $0.encoding.precomposedMarks = 900
      } == ["text.unnormalized"])
    #expect(
      DossierFixture.codesOfReport {
        $0.encoding.precomposedMarks = 900
        $0.encoding.noBreakSpaces = 30
      } == [])
  }
}
