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

  @Test func aPictureOfADocumentIsNotCalledAScan() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.minutes }
    dossier.add("3-bien-ban/IMG_0001.jpg")
    #expect(dossier.findings(.documentNoText).map(\.variant) == ["picture"])
  }

  @Test func aDocumentTooLargeToReadIsNotPassedInSilence() throws {
    var dossier = DossierFixture.good()
    let report = try #require(dossier.files.firstIndex { $0.path.hasPrefix("2-") })
    dossier.files[report].hasText = false
    dossier.files[report].facts = DocumentFacts()
    dossier.files[report].problem = ReadProblem(.tooLarge)
    let found = dossier.findings(.documentNoText)
    #expect(found.map(\.variant) == ["too-large"])
    #expect(found.map(\.path) == [dossier.files[report].path])
  }

  @Test func aTextDocumentWithoutAWordIsNoScan() {
    var dossier = DossierFixture.good()
    dossier.add("5-minh-chung/1a/trong.xlsx")
    #expect(dossier.findings(.documentNoText).map(\.variant) == ["blank"])
  }
}
