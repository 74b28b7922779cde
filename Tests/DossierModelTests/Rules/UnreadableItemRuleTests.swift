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
