import DossierModel
import Testing

@Suite struct NoEvidenceRuleTests {
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

  /// A declared file goes by what is declared, and no longer by its folder.
  @Test func evidenceDeclaredElsewhereIsNamedWhereItIsMissed() {
    var dossier = DossierFixture.good()
    let path = DossierFixture.evidence("1a")
    dossier.declaration.evidence = ["3c": [path]]
    let found = dossier.findings(.criterionNoEvidence)
    #expect(found.map(\.criterion) == ["1a"])
    #expect(found.map(\.variant) == ["declared-elsewhere"])
    #expect(found.first?.arguments["files"] == .list([path]))
    dossier.declaration.evidence["1a"] = [path]
    #expect(dossier.codes() == [])
  }

  @Test func whatIsDeclaredFromAnotherFolderTakesNothingAway() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.evidence("1b") }
    dossier.bare("khac/van-ban.docx")
    dossier.declaration.evidence = ["3c": ["khac/van-ban.docx"]]
    #expect(dossier.findings(.criterionNoEvidence).map(\.variant) == [nil])
  }
}
