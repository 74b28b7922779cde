import DossierModel
import Testing

@Suite struct CollisionRuleTests {
  @Test func collision() {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/1a/VAN-BAN.docx")
    #expect(dossier.codes() == ["name.collision"])
    #expect(dossier.findings(.nameCollision).first?.variant == "case")
    var other = DossierFixture.good()
    other.bare("5-minh-chung/1a/van-ban 2.docx")
    #expect(other.codes() == [])
  }

  @Test func decomposedTwin() {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/1a/\u{1EA3}nh.docx")
    dossier.bare("5-minh-chung/1a/a\u{309}nh.docx") { $0.sha256 = "other" }
    #expect(dossier.codes() == ["name.collision", "name.not-portable"])
    #expect(dossier.findings(.nameCollision).first?.variant == "normalization")
  }
}
