import DossierModel
import Testing

@Suite struct TemporaryFileRuleTests {
  @Test func temporaryFilesAreANoteAndNothingElse() {
    let found = DossierFixture.codesAfter { dossier in
      dossier.add("~$bao-cao.docx")
      dossier.add("2-bao-cao/bao-cao.docx.bak")
      dossier.add("2-bao-cao/AutoRecovery.asd")
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

  /// Names that hold the words and signs of temporary files, and are none.
  @Test(arguments: [
    "Thumbs.docx", "Tạm ứng.docx", "bao-cao.bak.docx", "ke hoach ~ du thao.docx", "tmp.docx",
    "Bản kê desktop.ini.docx",
  ])
  func namesThatOnlyLookTemporary(name: String) {
    #expect(DossierFixture.codesAfter { $0.bare("5-minh-chung/1a/\(name)") } == [])
  }
}
