import DossierModel
import Testing

@Suite struct OutsideYearRuleTests {
  @Test(arguments: [
    ("KH", (2020, 3, 1), "Học tập", ["date.outside-year"]), ("KH", (2022, 3, 1), "Học tập", []),
    ("QĐ", (2019, 3, 1), "Quy định", []), ("KH", (2020, 3, 1), "Giai đoạn 2020-2025", []),
    ("KH", (2024, 5, 1), "Học tập", ["date.outside-year"]), ("QĐ", (2024, 2, 1), "Công nhận", []),
  ])
  func evidence(type: String, date: (Int, Int, Int), subject: String, codes: [String]) {
    let found = DossierFixture.codes(DossierFixture.evidence("1b")) {
      $0.describe(type, type, 40, date, subject)
    }
    #expect(found == codes)
  }
}
