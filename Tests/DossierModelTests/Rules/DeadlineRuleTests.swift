import DossierModel
import Testing

@Suite struct DeadlineRuleTests {
  @Test(arguments: [
    ((2024, 3, 31), []), ((2024, 4, 1), ["date.deadline"]), ((2024, 6, 15), ["date.deadline"]),
  ])
  func theReportIsDueByTheEndOfMarch(date: (Int, Int, Int), codes: [String]) {
    let found = DossierFixture.codes(DossierFixture.report) {
      $0.facts.header.date = IndexedFile.stated(date)
    }
    #expect(found == codes)
  }
}
