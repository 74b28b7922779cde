import DossierModel
import Testing

@Suite struct DateOrderRuleTests {
  @Test(arguments: [
    (DossierFixture.minutes, (2024, 1, 6), ["date.order"]),
    (DossierFixture.minutes, (2024, 1, 5), []), (DossierFixture.minutes, (2023, 2, 10), []),
    (DossierFixture.minutes, (2023, 2, 9), ["date.order"]),
    (DossierFixture.plan, (2022, 11, 1), []), (DossierFixture.plan, (2023, 12, 28), []),
    (DossierFixture.plan, (2023, 12, 29), ["date.order"]),
    (DossierFixture.plan, (2024, 1, 3), ["date.order", "date.outside-year"]),
    (DossierFixture.report, (2022, 12, 30), ["date.order", "date.outside-year"]),
  ])
  func orderAndYear(path: String, date: (Int, Int, Int), codes: [String]) {
    #expect(DossierFixture.codes(path, dated: date) == codes)
  }

  @Test func orderQuotesBothDates() {
    let found = DossierFixture.dossier(DossierFixture.minutes) {
      $0.facts.header.date = IndexedFile.stated((2024, 2, 1))
    }.findings(.dateOrder)
    #expect(found.first?.quotes.count == 2)
  }
}
