import DossierModel
import Testing

@Suite struct UnassignedEvidenceRuleTests {
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

  /// A list of the evidence stands above all criteria; a list of something is evidence.
  @Test(arguments: [
    ("5-minh-chung/00. Danh mục minh chứng.xlsx", false), ("Mục lục hồ sơ 2023.docx", false),
    ("5-minh-chung/Danh mục thiết bị.xlsx", true),
  ])
  func listsOfTheDossier(path: String, isUnassigned: Bool) {
    var dossier = DossierFixture.good()
    dossier.bare(path)
    #expect(dossier.codes() == (isUnassigned ? ["evidence.unassigned"] : []))
  }

  /// A report that is a scan cannot be seen to cite the decision that founds the council.
  @Test(arguments: [
    ("QD thanh lap Hoi dong tu danh gia.docx", true, false),
    ("QD thanh lap Hoi dong tu danh gia.docx", false, true),
    ("Quyết định thành lập Hội đồng thi đua.docx", true, true),
  ])
  func theCouncilBesideAScannedReport(name: String, isScanned: Bool, isUnassigned: Bool) {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/\(name)")
    if isScanned {
      dossier.edit(DossierFixture.report) {
        $0.facts = DocumentFacts()
        $0.hasText = false
        $0.metadata.flags = [.noText]
      }
    }
    #expect(dossier.codes().contains("evidence.unassigned") == isUnassigned)
  }

  @Test(arguments: ["dossier.yaml.txt", "Dossier.yaml", "dossier.yml"])
  func aDeclarationUnderAnotherNameIsSaidToHaveNoEffect(_ name: String) {
    var dossier = DossierFixture.good()
    dossier.bare(name)
    #expect(dossier.findings(.evidenceUnassigned).map(\.variant) == ["declaration"])
    dossier.add("dossier.yaml")
    #expect(dossier.findings(.evidenceUnassigned).map(\.variant) == [nil])
  }

  /// The folder above the dossier was named.
  @Test func aDeclarationInAFolderBelowIsSaidToHaveNoEffect() {
    var dossier = DossierFixture.good()
    dossier.bare("Hồ sơ 2023/dossier.yaml")
    #expect(dossier.findings(.evidenceUnassigned).map(\.variant) == ["declaration-below"])
    dossier.add("dossier.yaml")
    #expect(dossier.findings(.evidenceUnassigned).map(\.variant) == [nil])
  }

  @Test func citedFileIsPlacedByItsCitation() {
    var dossier = DossierFixture.good()
    dossier.bare("QD 38 thanh lap hoi dong.docx") {
      $0.describe("QUYẾT ĐỊNH", "QĐ", 38, (2023, 9, 12), "Thành lập Hội đồng tự đánh giá")
    }
    #expect(dossier.codes() == ["evidence.unassigned"])
    dossier.edit(DossierFixture.report) {
      $0.facts.citations = [Citation.decision(criterion: "1b")]
    }
    #expect(dossier.codes() == [])
    #expect(dossier.index().placement("QD 38 thanh lap hoi dong.docx")?.criteria == ["1b"])
  }

  /// Numbers begin anew every year: the decision 38 of one day is not that of another, unless no one
  /// cites it by its own.
  @Test(arguments: [(true, []), (false, ["1b"])])
  func twoDecisionsOfOneNumberAreToldByTheirDays(isCitedByItsDay: Bool, criteria: [String]) {
    let name = "QD 38 thanh lap hoi dong.docx"
    var dossier = DossierFixture.good()
    dossier.bare(name) {
      $0.describe("QUYẾT ĐỊNH", "QĐ", 38, (2024, 1, 2), "Thành lập Hội đồng tự đánh giá")
    }
    dossier.edit(DossierFixture.report) {
      $0.facts.citations = [Citation.decision(criterion: "1b")]
      guard isCitedByItsDay else { return }
      $0.facts.citations.append(Citation.decision())
      $0.facts.citations[1].date = CalendarDate(year: 2024, month: 1, day: 2)
    }
    #expect(dossier.index().placement(name)?.criteria == criteria)
  }

  /// "Tiêu chí 3d": the regime has 3a to 3c, and it is not the group 3 that is meant.
  @Test(arguments: [("Tiêu chí 3d", true), ("3d. Bồi dưỡng", true), ("Tiêu chí 3c", false)])
  func aFolderOfACriterionThatThereIsNot(folder: String, isUnassigned: Bool) {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/\(folder)/danh sach.docx")
    #expect(dossier.codes() == (isUnassigned ? ["evidence.unassigned"] : []))
    let found = dossier.findings(.evidenceUnassigned)
    #expect(found.map(\.variant) == (isUnassigned ? ["folder"] : []))
    #expect(found.allSatisfy { $0.arguments["name"] == .text(folder) })
  }
}
