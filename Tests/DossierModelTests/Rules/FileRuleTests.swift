import DossierModel
import Testing

@Suite struct FileRuleTests {
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

  @Test(arguments: [
    (FileFormat.rar, "a.rar", ["file.unsupported"]), (.zip, "a.zip", ["file.unsupported"]),
    (.unknown, "a.xyz", ["file.unsupported"]), (.jpeg, "a.jpg", []), (.mp4, "a.mp4", []),
    (.png, "a.jpg", []), (.html, "a.docx", ["file.unsupported"]), (.docx, "a.doc", []),
    (.text, "a.txt", []),
  ])
  func formats(format: FileFormat, name: String, codes: [String]) {
    let found = self.codes {
      $0.add("5-minh-chung/1a/\(name)", format: format) {
        $0.hasText = format == .docx || format == .html
      }
    }
    #expect(found == codes)
  }

  @Test func temporaryFilesAreANoteAndNothingElse() {
    let found = codes { dossier in
      dossier.add("~$bao-cao.docx")
      dossier.add("__MACOSX/2-bao-cao/._bao-cao.docx")
    }
    #expect(found == ["file.temporary"])
  }

  @Test(arguments: [
    ("../ngoai.docx", "outside"), ("/etc/passwd", "outside"), ("a/../../../b", "outside"),
    ("b.docx", nil), ("../x/b.docx", nil),
  ])
  func links(target: String, variant: String?) {
    var dossier = DossierFixture.good()
    let path = target.hasPrefix("../x") ? "a/lien-ket" : "lien-ket"
    dossier.add(path) {
      $0.kind = .link
      $0.linkTarget = target
    }
    #expect(dossier.codes() == ["file.link"])
    #expect(dossier.findings(.fileLink).first?.variant == variant)
  }

  @Test func specialFile() {
    #expect(codes { $0.add("fifo") { $0.kind = .special } } == ["file.special"])
  }

  @Test(arguments: [
    (UnreadableReason.truncated, ["file.unreadable"]), (.io, ["file.unreadable"]),
    (.encryptedOLE, ["document.encrypted"]), (.notOOXML, ["file.unreadable"]),
  ])
  func damagedEvidence(reason: UnreadableReason, codes: [String]) {
    let found = DossierFixture.codes(DossierFixture.evidence("1a")) {
      $0.problem = ReadProblem(reason)
      $0.hasText = false
    }
    #expect(found == codes)
  }

  @Test func ignoredFilesAreNotJudged() {
    var dossier = DossierFixture.good()
    dossier.declaration.ignore = ["nhap/**", "*.rar"]
    dossier.add("nhap/con:.docx")
    dossier.add("5-minh-chung/1a/a.rar", format: .rar)
    #expect(dossier.codes() == [])
  }
}

@Suite struct NameRuleTests {
  @Test(arguments: [
    "5-minh-chung/1a/aux.docx", "5-minh-chung/1a/a?.docx", "5-minh-chung/1a/a./b.docx",
    "5-minh-chung/1a/Bie\u{302}n.docx",
  ])
  func notPortable(path: String) {
    var dossier = DossierFixture.good()
    dossier.bare(path)
    #expect(dossier.codes() == ["name.not-portable"])
    #expect(dossier.findings(.nameNotPortable).first?.arguments["portable"] != nil)
  }

  @Test func collision() {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/1a/VAN-BAN.docx")
    #expect(dossier.codes() == ["name.collision"])
    var other = DossierFixture.good()
    other.bare("5-minh-chung/1a/van-ban 2.docx")
    #expect(other.codes() == [])
  }

  @Test func decomposedTwin() {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/1a/\u{1EA3}nh.docx")
    dossier.bare("5-minh-chung/1a/a\u{309}nh.docx") { $0.sha256 = "other" }
    #expect(dossier.codes() == ["name.collision", "name.not-portable"])
  }

  @Test func bytesThatAreNoText() {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/1a/\u{FFFD}.docx") { $0.rawPath = [0xFF] }
    #expect(dossier.codes() == ["name.not-utf8"])
  }
}
