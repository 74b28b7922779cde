import DossierModel
import Testing

@Suite struct UnreadableItemRuleTests {
  @Test func unreadableItem() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.problem = ReadProblem(.corruptZIP)
      $0.hasText = false
    }
    #expect(codes == ["item.unreadable"])
    let dossier = DossierFixture.dossier(DossierFixture.report) { $0.hasText = false }
    #expect(dossier.findings(.itemUnreadable).first?.variant == "empty")
  }

  /// One thing to do: the password is told once, under both codes.
  @Test func aLockedItemIsToldOnce() {
    var dossier = DossierFixture.good()
    for path in [DossierFixture.report, DossierFixture.evidence("1a")] {
      dossier.edit(path) { file in
        file.problem = ReadProblem(.encryptedOLE)
        file.hasText = false
        file.facts = DocumentFacts()
      }
    }
    let findings = dossier.report().findings
    #expect(findings.count { $0.code == .documentEncrypted } == 2)
    let told = findings.told()
    #expect(told.first { $0.code == .itemUnreadable }?.also == [.documentEncrypted])
    #expect(
      told.filter { $0.code == .documentEncrypted }.map(\.path) == [DossierFixture.evidence("1a")])
    // What is accepted alone leaves the other to be told.
    dossier.declaration.accept = [
      Declaration.Acceptance(
        finding: "item.unreadable", path: nil, reason: "Đã nộp bản giấy")
    ]
    #expect(dossier.report().findings.told().count { $0.code == .documentEncrypted } == 2)
  }

  @Test(arguments: [FileFormat.pdf, .jpeg, .doc])
  func scanOfAnItemIsNotUnreadable(format: FileFormat) {
    let codes = DossierFixture.codes(DossierFixture.minutes) {
      $0.format = format
      $0.hasText = false
      $0.facts = DocumentFacts()
      if format == .doc { $0.problem = ReadProblem(.legacyOLE) }
    }
    #expect(codes == (format == .pdf ? ["document.no-text", "file.unsupported"] : codes))
    #expect(!codes.contains("item.unreadable") && !codes.contains("score.missing"))
    #expect(codes.contains("document.no-text"))
  }

  @Test func damagedMetadataLeavesADocumentReadable() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.problem = ReadProblem(.malformedXML, part: "docProps/core.xml")
    }
    #expect(codes == [])
  }
}
