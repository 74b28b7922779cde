import DossierModel
import Testing

@Suite struct PercentRuleTests {
  @Test func percentagesAreCountedOnce() {
    let bare = PercentClaim(hundredths: 10_000, hasCount: false, quote: "100%")
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.percentages = [bare, bare]
    }
    #expect(dossier.findings(.textPercentWithoutCount).map { $0.arguments["count"] } == [.count(2)])
    let counted = PercentClaim(hundredths: 10_000, hasCount: true, quote: "100% (32/32)")
    #expect(DossierFixture.codesOfReport { $0.percentages = [counted] } == [])
  }
}
