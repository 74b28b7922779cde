import DossierModel
import Testing

@Suite struct DanglingAppendixRuleTests {
  private static func annex(_ label: String?, isHeading: Bool = false) -> AnnexMention {
    AnnexMention(label: label, isHeading: isHeading, quote: "phụ lục \(label ?? "") kèm theo")
  }

  @Test func danglingAnnex() {
    #expect(
      DossierFixture.codesOfReport { $0.annexes = [Self.annex(nil)] } == ["text.appendix-dangling"])
    #expect(
      DossierFixture.codesOfReport { $0.annexes = [Self.annex("2")] } == ["text.appendix-dangling"])
    #expect(
      DossierFixture.codesOfReport {
        $0.annexes = [Self.annex(nil), Self.annex(nil, isHeading: true)]
      } == [])
    #expect(
      DossierFixture.codesOfReport {
        $0.annexes = [Self.annex("2"), Self.annex("II", isHeading: true)]
      } == [])
    #expect(
      DossierFixture.codesOfReport {
        $0.annexes = [Self.annex("2"), Self.annex("1", isHeading: true)]
      }
        == ["text.appendix-dangling"])
  }

  @Test func annexInAFileOfItsOwn() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.annexes = [Self.annex("1")]
    }
    dossier.bare("2-bao-cao/Phu luc 01.docx")
    #expect(dossier.findings(.textAppendixDangling).isEmpty)
  }
}
