import DossierModel
import Testing

@Suite struct NoTextRuleTests {
  @Test func photosAreEvidenceAsTheyAre() {
    var dossier = DossierFixture.good()
    dossier.add("5-minh-chung/1a/anh.jpg")
    #expect(dossier.codes() == [])
    dossier.add("5-minh-chung/1a/quet.pdf")
    #expect(dossier.codes() == ["document.no-text"])
  }
}
