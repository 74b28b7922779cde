import DossierModel
import Testing

@Suite struct NoDetailRuleTests {
  private func codes(_ path: String, _ change: (inout IndexedFile) -> Void) -> [String] {
    DossierFixture.codes(path, change)
  }

  @Test func groupsAloneAreANote() {
    #expect(codes(DossierFixture.sheet) { $0.facts.scoreSheets = [] } == ["score.no-detail"])
  }
}
