import DossierModel
import Testing

@Suite struct LinkRuleTests {
  @Test(arguments: [
    ("../ngoai.docx", "outside"), ("/etc/passwd", "outside"), ("a/../../../b", "outside"),
    ("/\u{338}etc", "outside"), ("..\u{2F}\u{338}x", "outside"),
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

  /// A shortcut among the evidence stands for a file that is not there; it is no rubbish to delete.
  @Test func aShortcutIsNotTheFile() {
    var dossier = DossierFixture.good()
    dossier.add("5-minh-chung/1a/Quyết định.docx.lnk")
    #expect(dossier.codes() == ["file.link"])
    #expect(dossier.findings(.fileLink).first?.variant == "shortcut")
    dossier.declaration.ignore = ["*.lnk"]
    #expect(dossier.codes() == [])
  }

  @Test func specialFile() {
    #expect(DossierFixture.codesAfter { $0.add("fifo") { $0.kind = .special } } == ["file.special"])
  }

  @Test func anIgnoredLinkIsNotJudged() {
    var dossier = DossierFixture.good()
    dossier.declaration.ignore = ["lien-ket"]
    dossier.add("lien-ket") {
      $0.kind = .link
      $0.linkTarget = "/etc/passwd"
    }
    #expect(dossier.codes() == [])
  }
}
