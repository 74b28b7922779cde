import DossierModel
import Testing

@Suite struct EmptyFileRuleTests {
  private func codes(_ change: (inout DossierFixture) -> Void) -> [String] {
    var dossier = DossierFixture.good()
    change(&dossier)
    return dossier.codes()
  }

  @Test func emptyFile() {
    #expect(
      codes { $0.edit(DossierFixture.evidence("1a")) { $0.size = 0 } }
        == ["criterion.no-evidence", "file.empty"])
    #expect(codes { $0.add("5-minh-chung/1a/.gitkeep") { $0.size = 0 } } == ["file.temporary"])
  }
}
