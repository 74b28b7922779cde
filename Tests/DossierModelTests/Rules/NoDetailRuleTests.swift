import DossierModel
import Testing

@Suite struct NoDetailRuleTests {
  @Test func groupsAloneAreANote() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) { $0.facts.scoreSheets = [] } == [
        "score.no-detail"
      ])
  }

  @Test func aSheetWithEveryCriterionAndATotalIsDetailEnough() {
    #expect(!DossierFixture.codesAfter { _ in }.contains("score.no-detail"))
  }

  @Test func aRowThatIsNotInTheSheetIsANote() {
    let dossier = DossierFixture.dossier(DossierFixture.sheet) { file in
      file.facts.scoreSheets[0].rows.removeAll { $0.code == "2c" }
    }
    #expect(dossier.findings(.scoreNoDetail).map(\.variant) == ["sheet-without-row"])
    #expect(dossier.findings(.scoreNoDetail).first?.arguments["codes"] == .list(["2c"]))
  }

  @Test func aRowThatCouldNotBeMappedIsNotSaidToBeMissing() {
    let dossier = DossierFixture.dossier(DossierFixture.sheet) { file in
      for row in file.facts.scoreSheets[0].rows.indices
      where file.facts.scoreSheets[0].rows[row].code == "2c" {
        file.facts.scoreSheets[0].rows[row].code = nil
      }
    }
    #expect(dossier.findings(.scoreNoDetail).isEmpty)
  }

  @Test func aSheetOfOneGroupLacksNoRowsOfTheOthers() {
    let dossier = DossierFixture.dossier(DossierFixture.sheet) { file in
      file.facts.scoreSheets[0].rows.removeAll { !($0.code ?? "").hasPrefix("1") }
    }
    #expect(!dossier.findings(.scoreNoDetail).contains { $0.variant == "sheet-without-row" })
  }

  @Test func aSheetWithoutATotalIsANoteAndItsSumIsComparedAllTheSame() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) { $0.facts.scoreSheets[0].total = nil } == [
        "score.no-detail"
      ])
    let lower = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].total = nil
      $0.facts.scoreSheets[0].rows[0].points = Points(8)
    }
    #expect(lower.codes().contains("score.disagreement"))
  }
}
