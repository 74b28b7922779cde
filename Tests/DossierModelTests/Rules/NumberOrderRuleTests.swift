import DossierModel
import Testing

@Suite struct NumberOrderRuleTests {
  private func dossier(_ second: (Int, Int, Int)) -> DossierFixture {
    DossierFixture.dossier(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 16, second, "Tổ")
    }
  }

  @Test(arguments: [((2023, 1, 5), ["date.number-order"]), ((2023, 2, 10), [])])
  func numbersAgainstDates(date: (Int, Int, Int), codes: [String]) {
    #expect(dossier(date).codes() == codes)
  }

  @Test func aSeriesIsSaidOnceWithAFewQuotes() {
    var dossier = DossierFixture.good()
    for (place, code) in DossierFixture.codes.enumerated() {
      dossier.edit(DossierFixture.evidence(code)) {
        $0.describe("KẾ HOẠCH", "KH", 20 + place, (2023, 12 - place, 5), "Tổ \(place)")
      }
    }
    let found = dossier.findings(.dateNumberOrder)
    #expect(found.count == 1)
    #expect(found.first?.variant == "several")
    #expect(found.first?.arguments["count"] == .count(9))
    #expect(found.first?.quotes.count == 6)
  }

  @Test func theNumbersOfTwoBodiesAreTwoSeries() {
    var dossier = dossier((2023, 1, 5))
    dossier.edit(DossierFixture.evidence("1b")) { $0.facts.header.issuingBody = "TRƯỜNG THCS KHÁC" }
    #expect(dossier.findings(.dateNumberOrder).isEmpty)
  }
}
