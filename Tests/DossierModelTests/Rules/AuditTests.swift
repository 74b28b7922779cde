import DossierModel
import Testing

@Suite struct AuditTests {
  @Test func goodDossierRaisesNothing() {
    #expect(DossierFixture.codes() == [])
    #expect(DossierFixture.good().report().verdict == .complete)
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

  @Test func anAcceptanceThatNothingAnswersToIsSaid() {
    var dossier = DossierFixture.good()
    #expect(dossier.codes() == [])
    dossier.declaration.accept = [.init(finding: "item.missing", path: nil, reason: "Cũ")]
    #expect(dossier.codes() == ["file.acceptance-unused"])
    #expect(dossier.report().verdict == .complete)
    dossier.files.removeAll { $0.path == DossierFixture.plan }
    #expect(dossier.codes() == ["item.missing"])
    dossier.declaration.accept[0].path = "khac.docx"
    #expect(dossier.findings(.fileAcceptanceUnused).map(\.variant) == ["path"])
    // What a packer accepted may lie outside his archive.
    dossier.declaration.isPacked = true
    #expect(dossier.codes() == ["item.missing"])
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
