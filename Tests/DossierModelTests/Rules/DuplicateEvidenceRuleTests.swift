import DossierModel
import Testing

@Suite struct DuplicateEvidenceRuleTests {
  @Test func copiesAreANote() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.evidence("1b")) { $0.sha256 = "same" }
    dossier.edit(DossierFixture.evidence("1c")) { $0.sha256 = "same" }
    #expect(dossier.codes() == ["evidence.duplicate"])
  }

  @Test func filesOfOneNameAndFilesThatCouldNotBeHashedAreNoCopies() {
    var dossier = DossierFixture.good()
    for code in ["1b", "1c"] { dossier.edit(DossierFixture.evidence(code)) { $0.sha256 = nil } }
    #expect(!dossier.codes().contains("evidence.duplicate"))
  }

  @Test func itemsOfTheSameBytesAreToldAsSuch() throws {
    var dossier = DossierFixture.good()
    let plan = try #require(dossier.files.firstIndex { $0.path.hasPrefix("1-") })
    let report = try #require(dossier.files.firstIndex { $0.path.hasPrefix("2-") })
    dossier.files[report].sha256 = dossier.files[plan].sha256
    #expect(dossier.findings(.evidenceDuplicate).map(\.variant) == ["items"])
  }
}
