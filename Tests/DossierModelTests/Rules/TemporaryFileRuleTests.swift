import DossierModel
import Testing

@Suite struct TemporaryFileRuleTests {
  private func codes(_ change: (inout DossierFixture) -> Void) -> [String] {
    var dossier = DossierFixture.good()
    change(&dossier)
    return dossier.codes()
  }

  @Test func temporaryFilesAreANoteAndNothingElse() {
    let found = codes { dossier in
      dossier.add("~$bao-cao.docx")
      dossier.add("__MACOSX/2-bao-cao/._bao-cao.docx")
    }
    #expect(found == ["file.temporary"])
  }

  @Test func ignoredFilesAreNotJudged() {
    var dossier = DossierFixture.good()
    dossier.declaration.ignore = ["nhap/**", "*.rar"]
    dossier.add("nhap/con:.docx")
    dossier.add("5-minh-chung/1a/a.rar", format: .rar)
    #expect(dossier.codes() == [])
  }
}
