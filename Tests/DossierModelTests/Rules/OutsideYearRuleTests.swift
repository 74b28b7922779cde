import DossierModel
import Testing

@Suite struct OutsideYearRuleTests {
  @Test(arguments: [
    ("KH", (2020, 3, 1), "Học tập", ["date.outside-year"]), ("KH", (2022, 3, 1), "Học tập", []),
    ("QĐ", (2019, 3, 1), "Quy định", []), ("KH", (2020, 3, 1), "Giai đoạn 2020-2025", []),
    ("KH", (2024, 5, 1), "Học tập", ["date.outside-year"]), ("QĐ", (2024, 2, 1), "Công nhận", []),
    ("QĐ", (2020, 3, 1), "Công nhận danh hiệu Lao động tiên tiến năm 2019", ["date.outside-year"]),
    ("QĐ", (2022, 3, 1), "Công nhận danh hiệu Lao động tiên tiến năm 2021", []),
    ("QĐ", (2020, 3, 1), "Công nhận danh hiệu cá nhân năm 2020", ["date.outside-year"]),
    ("QĐ", (2020, 3, 1), "Công nhận danh hiệu đơn vị văn hóa", []),
    ("QĐ", (2020, 3, 1), "Ban hành quy chế xét danh hiệu Lao động tiên tiến", []),
  ])
  func evidence(type: String, date: (Int, Int, Int), subject: String, codes: [String]) {
    let found = DossierFixture.codes(DossierFixture.evidence("1b")) {
      $0.describe(type, type, 40, date, subject)
    }
    #expect(found == codes)
  }

  /// The first and the last day that fit each required document.
  @Test(arguments: [
    (DossierFixture.plan, (2023, 12, 28), false), (DossierFixture.plan, (2024, 1, 1), true),
    (DossierFixture.report, (2024, 3, 31), false), (DossierFixture.report, (2022, 12, 31), true),
    (DossierFixture.minutes, (2023, 3, 1), false), (DossierFixture.minutes, (2022, 12, 31), true),
  ])
  func requiredDocuments(path: String, date: (Int, Int, Int), isOutside: Bool) {
    let found = DossierFixture.codes(path, dated: date)
    #expect(found.contains("date.outside-year") == isOutside)
  }
}
