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

  @Test(arguments: [
    "Phụ lục kèm theo: Biểu điểm tự đánh giá; Danh mục minh chứng.",
    "Phụ lục: Biểu điểm tự đánh giá (kèm theo).", "(Có biểu điểm tự đánh giá kèm theo phụ lục)",
  ])
  func anAnnexCalledByTheNameOfAnItemThatIsThere(_ text: String) {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) { file in
      file.facts.annexes = Reading.facts(text).annexes
      #expect(!file.facts.annexes.isEmpty)
    }
    #expect(dossier.findings(.textAppendixDangling).isEmpty)
    dossier.files.removeAll { $0.path == DossierFixture.sheet }
    #expect(!dossier.findings(.textAppendixDangling).isEmpty)
  }

  @Test(arguments: [
    (DossierFixture.plan, DossierFixture.report, true),
    (DossierFixture.plan, DossierFixture.plan, false),
    (DossierFixture.minutes, DossierFixture.report, false),
    (DossierFixture.plan, DossierFixture.evidence("1a"), false),
  ])
  func theAnnexOfAReportIsNoneOfThePlans(citing: String, carrying: String, isFound: Bool) {
    var dossier = DossierFixture.good()
    dossier.edit(carrying) { $0.facts.annexes = [Self.annex(nil, isHeading: true)] }
    dossier.edit(citing) { $0.facts.annexes.append(Self.annex("I")) }
    #expect(dossier.findings(.textAppendixDangling).isEmpty != isFound)
  }

  @Test func annexInAFileOfItsOwn() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.annexes = [Self.annex("1")]
    }
    dossier.bare("2-bao-cao/Phu luc 01.docx")
    #expect(dossier.findings(.textAppendixDangling).isEmpty)
  }
}
