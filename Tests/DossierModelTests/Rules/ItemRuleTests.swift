import DossierModel
import Testing

@Suite struct ItemRuleTests {
  @Test func goodDossierRaisesNothing() {
    #expect(DossierFixture.codes() == [])
    #expect(DossierFixture.good().report().verdict == .complete)
  }

  @Test(arguments: [
    DossierFixture.plan, DossierFixture.report, DossierFixture.minutes, DossierFixture.sheet,
  ])
  func missingItemIsNamed(path: String) {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == path }
    let found = dossier.findings(.itemMissing)
    #expect(found.count == 1)
    #expect(dossier.report().verdict == .incomplete)
  }

  @Test func missingEvidenceIsSaidOnce() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path.hasPrefix("5-") }
    #expect(dossier.codes() == ["item.missing"])
  }

  @Test func unreadScansAreNamedWithTheMissingItem() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.minutes }
    dossier.add("CamScanner 01-05-2024.pdf")
    #expect(dossier.findings(.itemMissing).first?.variant == "unread")
  }

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

  @Test func wrongYear() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.assessedYear = Stated(2022, quote: "năm 2022")
    }
    #expect(codes == ["item.wrong-year"])
  }

  @Test func schoolYearThatHoldsTheYearIsRight() {
    #expect(
      DossierFixture.codes(DossierFixture.plan) {
        $0.facts.assessedYear = nil
        $0.facts.schoolYear = Stated(.init(first: 2023, last: 2024), quote: "năm học 2023-2024")
      } == [])
    #expect(
      DossierFixture.codes(DossierFixture.plan) {
        $0.facts.assessedYear = nil
        $0.facts.schoolYear = Stated(.init(first: 2020, last: 2021), quote: "năm học 2020-2021")
      } == ["item.wrong-year"])
  }

  @Test(arguments: [
    ("TRƯỜNG TIỂU HỌC KIM ĐỒNG", true), ("TRƯỜNG MẦM NON HOA MAI", true),
    ("Trường TH Hoa Mai", false), ("HỘI ĐỒNG TỰ ĐÁNH GIÁ", false),
    ("TRƯỜNG TIỂU HỌC HOA MAI HUYỆN LẠC THỦY", false), ("TRUONG TIEU HOC HOA MAI", false),
  ])
  func otherUnit(body: String, isOther: Bool) {
    let codes = DossierFixture.codes(DossierFixture.minutes) {
      $0.facts.header.issuingBody = body
      if body.hasPrefix("HỘI") { $0.facts.header.superiorBody = "TRƯỜNG TIỂU HỌC HOA MAI" }
    }
    #expect(codes == (isOther ? ["item.other-unit"] : []))
  }

  @Test func acceptedFindingStaysAndDoesNotCount() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.plan }
    dossier.declaration.accept = [
      .init(finding: "item.missing", path: nil, reason: "Kế hoạch của cấp trên")
    ]
    let report = dossier.report()
    #expect(report.verdict == .complete)
    #expect(report.findings.first?.accepted == "Kế hoạch của cấp trên")
    dossier.declaration.accept = [
      .init(finding: "item.missing", path: "khac.docx", reason: "Không phải")
    ]
    #expect(dossier.report().verdict == .incomplete)
  }

  @Test func strictCountsWarnings() {
    let dossier = DossierFixture.dossier(DossierFixture.plan) { $0.metadata.flags = [.comments] }
    #expect(dossier.report().verdict == .complete)
    #expect(dossier.report(isStrict: true).verdict == .incomplete)
  }

  @Test func findingsComeGravestFirst() {
    var dossier = DossierFixture.dossier(DossierFixture.plan) { $0.metadata.flags = [.comments] }
    dossier.files.removeAll { $0.path == DossierFixture.minutes }
    dossier.add("~$x.docx")
    let severities = dossier.report().findings.map { DossierFixture.severities[$0.code] }
    #expect(severities == [.error, .warning, .note])
  }
}
