import DossierModel
import Testing

@Suite struct EvidenceRuleTests {
  @Test func claimedCriterionWithoutEvidence() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.evidence("1b") }
    let found = dossier.findings(.criterionNoEvidence)
    #expect(found.map(\.criterion) == ["1b"])
    let state = dossier.report().criteria.first { $0.code == "1b" }
    #expect(state?.status == .unsupported)
  }

  @Test func criterionOfNoPointsNeedsNoEvidence() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.evidence("3b") }
    dossier.edit(DossierFixture.sheet) { file in
      file.facts.scoreSheets[0].rows[8].points = .zero
      file.facts.scoreSheets[0].total?.points = Points(90)
    }
    #expect(dossier.findings(.criterionNoEvidence).isEmpty)
    #expect(dossier.report().criteria.first { $0.code == "3b" }?.status == .notClaimed)
  }

  @Test func groupsAloneClaimTheirCriteria() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.evidence("2c") }
    dossier.edit(DossierFixture.sheet) { $0.facts.scoreSheets = [] }
    #expect(dossier.findings(.criterionNoEvidence).map(\.criterion) == ["2c"])
    #expect(dossier.findings(.criterionNoEvidence).first?.variant == "group")
  }

  @Test func evidenceAtTheGroupStandsForItsCriteria() {
    var dossier = DossierFixture.good()
    for code in ["1a", "1b", "1c"] {
      dossier.edit(DossierFixture.evidence(code)) {
        $0.path = "5-minh-chung/Tiêu chí 1/\(code.last ?? "a")x.docx"
      }
    }
    #expect(dossier.codes() == [])
  }

  @Test func strayFileAtAGroupIsAskedAboutOnlyWhereACriterionLacks() {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/Tiêu chí 1/danh muc.docx")
    #expect(dossier.codes() == [])
    dossier.files.removeAll { $0.path == DossierFixture.evidence("1b") }
    #expect(dossier.codes() == ["criterion.no-evidence", "evidence.unassigned"])
  }

  @Test func looseFiles() {
    var dossier = DossierFixture.good()
    dossier.bare("tai lieu.docx")
    dossier.bare("5-minh-chung/khac.docx")
    #expect(dossier.findings(.evidenceUnassigned).map(\.variant) == ["criterion", nil])
  }

  @Test func citedFileIsPlacedByItsCitation() {
    var dossier = DossierFixture.good()
    dossier.bare("QD 38 thanh lap hoi dong.docx") {
      $0.describe("QUYẾT ĐỊNH", "QĐ", 38, (2023, 9, 12), "Thành lập Hội đồng tự đánh giá")
    }
    #expect(dossier.codes() == ["evidence.unassigned"])
    dossier.edit(DossierFixture.report) { $0.facts.citations = [Self.decision(criterion: "1b")] }
    #expect(dossier.codes() == [])
    #expect(dossier.index().placement("QD 38 thanh lap hoi dong.docx")?.criteria == ["1b"])
  }

  static func decision(criterion: String? = nil, symbol: String = "QĐ-THHM") -> Citation {
    Citation(
      typeAbbreviation: "QĐ",
      notation: Notation(written: "38/\(symbol)", number: 38, symbol: symbol),
      date: CalendarDate(year: 2023, month: 9, day: 12),
      title: "thành lập Hội đồng tự đánh giá", isLegalAct: false, criterion: criterion,
      quote: "Quyết định số 38/\(symbol) ngày 12/9/2023")
  }

  @Test func citedAndAbsent() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.citations = [Self.decision()]
    }
    #expect(codes == ["evidence.dangling"])
  }

  @Test func actsAndLettersOfOthersAreNotAskedFor() {
    var law = Self.decision(symbol: "TT-BGDĐT")
    law.isLegalAct = true
    let letter = Self.decision(symbol: "UBND-GDĐT")
    let codes = DossierFixture.codes(DossierFixture.report) { $0.facts.citations = [law, letter] }
    #expect(codes == [])
  }

  @Test func decisionOfAnotherBodyBehindACriterionIsAskedFor() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.citations = [Self.decision(criterion: "3b", symbol: "QĐ-UBND")]
    }
    #expect(codes == ["evidence.dangling"])
  }

  @Test func anUnreadScanMayBeWhatIsCited() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Self.decision(criterion: "1b")]
    }
    dossier.add("5-minh-chung/1b/CamScanner 10-29-2023.pdf")
    #expect(dossier.codes() == ["document.no-text"])
  }

  @Test func anUnreadPlanMayBeThePlanThatIsCited() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [
        Citation(
          typeAbbreviation: "KH",
          notation: Notation(written: "26/KH-THHM", number: 26, symbol: "KH-THHM"), date: nil,
          title: nil, isLegalAct: false, quote: "Kế hoạch số 26/KH-THHM")
      ]
    }
    #expect(dossier.codes() == ["evidence.dangling"])
    dossier.edit(DossierFixture.plan) {
      $0.hasText = false
      $0.facts = DocumentFacts()
    }
    #expect(!dossier.codes().contains("evidence.dangling"))
  }

  @Test func citationOfAnItemIsTheItems() {
    let plan = Citation(
      typeAbbreviation: "KH", notation: nil, date: nil,
      title: "triển khai và thực hiện việc học tập thường xuyên năm 2023", isLegalAct: false,
      quote: "Kế hoạch triển khai và thực hiện việc học tập thường xuyên năm 2023")
    #expect(DossierFixture.codes(DossierFixture.report) { $0.facts.citations = [plan] } == [])
  }

  @Test func theReportIsNotTheDecisionItSpeaksOf() {
    let founding = Citation(
      typeAbbreviation: "QĐ", notation: nil, date: nil,
      title: "thành lập Hội đồng tự đánh giá xếp loại đơn vị học tập", isLegalAct: false,
      quote: "Nhà trường thành lập Hội đồng tự đánh giá xếp loại đơn vị học tập")
    let codes = DossierFixture.codes(DossierFixture.report) { $0.facts.citations = [founding] }
    #expect(codes == ["evidence.dangling"])
  }

  @Test func declaredPathWithoutAFile() {
    var dossier = DossierFixture.good()
    dossier.declaration.evidence = ["1a": ["5-minh-chung/khong-co/*.pdf"]]
    #expect(dossier.findings(.evidenceDangling).map(\.variant) == ["declared"])
  }

  @Test func copiesAreANote() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.evidence("1b")) { $0.sha256 = "same" }
    dossier.edit(DossierFixture.evidence("1c")) { $0.sha256 = "same" }
    #expect(dossier.codes() == ["evidence.duplicate"])
  }
}
