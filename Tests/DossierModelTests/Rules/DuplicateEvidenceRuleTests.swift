import DossierModel
import Testing

@Suite struct DuplicateEvidenceRuleTests {
  @Test func copiesAreANote() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.evidence("1b")) { $0.sha256 = "same" }
    dossier.edit(DossierFixture.evidence("1c")) { $0.sha256 = "same" }
    #expect(dossier.codes() == ["evidence.duplicate"])
  }
}
