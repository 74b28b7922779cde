import DossierModel
import Testing

@Suite struct EmptyFileRuleTests {
  @Test func emptyFile() {
    #expect(
      DossierFixture.codesAfter { $0.edit(DossierFixture.evidence("1a")) { $0.size = 0 } }
        == ["criterion.no-evidence", "file.empty"])
    #expect(
      DossierFixture.codesAfter { $0.add("5-minh-chung/1a/.gitkeep") { $0.size = 0 } } == [
        "file.temporary"
      ])
  }

  @Test func aFileOfOneByteIsNotEmpty() {
    #expect(
      DossierFixture.codesAfter { $0.edit(DossierFixture.evidence("1a")) { $0.size = 1 } } == [])
  }

  @Test func whatMayNotBeOpenedIsNotCalledEmpty() {
    var dossier = DossierFixture.good()
    dossier.add("5-minh-chung/1a/khoa") {
      $0.size = 0
      $0.problem = ReadProblem(.io, detail: "Permission denied")
    }
    #expect(dossier.codes() == ["file.unreadable"])
  }
}
