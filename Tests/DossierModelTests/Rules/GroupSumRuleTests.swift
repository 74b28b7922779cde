import DossierModel
import Testing

@Suite struct GroupSumRuleTests {
  @Test func groupThatIsNotTheSumOfItsCriteria() {
    let found = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].rows.append(.init(code: "1", written: "1", points: Points(29)))
    }.findings(.scoreGroupSum)
    #expect(found.map(\.criterion) == ["1"])
    #expect(found.first?.quotes.count == 4)
  }

  @Test func groupThatIsTheSumOfItsCriteriaIsRight() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) {
        $0.facts.scoreSheets[0].rows.append(.init(code: "1", written: "1", points: Points(30)))
      } == [])
  }

  @Test func groupWhoseCriteriaAreNotAllKnownIsNotSummed() {
    let dossier = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].rows.removeAll { $0.code == "1b" }
      $0.facts.scoreSheets[0].rows.append(.init(code: "1", written: "1", points: Points(30)))
    }
    #expect(dossier.findings(.scoreGroupSum).isEmpty)
  }
}
