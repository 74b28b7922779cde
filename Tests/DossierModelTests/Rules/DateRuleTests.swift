import DossierModel
import Testing

@Suite struct DateRuleTests {
  private func codes(_ path: String, _ date: (Int, Int, Int)?) -> [String] {
    DossierFixture.codes(path) { $0.facts.header.date = date.flatMap { IndexedFile.stated($0) } }
  }

  @Test(arguments: [
    (DossierFixture.minutes, (2024, 1, 6), ["date.order"]),
    (DossierFixture.minutes, (2024, 1, 5), []), (DossierFixture.minutes, (2023, 2, 10), []),
    (DossierFixture.minutes, (2023, 2, 9), ["date.order"]),
    (DossierFixture.plan, (2022, 11, 1), []), (DossierFixture.plan, (2023, 12, 28), []),
    (DossierFixture.plan, (2023, 12, 29), ["date.order"]),
    (DossierFixture.plan, (2024, 1, 3), ["date.order", "date.outside-year"]),
    (DossierFixture.report, (2024, 3, 31), []),
    (DossierFixture.report, (2024, 4, 1), ["date.deadline"]),
    (DossierFixture.report, (2022, 12, 30), ["date.order", "date.outside-year"]),
  ])
  func orderDeadlineAndYear(path: String, date: (Int, Int, Int), codes: [String]) {
    #expect(self.codes(path, date) == codes)
  }

  @Test func orderQuotesBothDates() {
    let found = DossierFixture.dossier(DossierFixture.minutes) {
      $0.facts.header.date = IndexedFile.stated((2024, 2, 1))
    }.findings(.dateOrder)
    #expect(found.first?.quotes.count == 2)
  }

  @Test func missingDate() {
    #expect(codes(DossierFixture.report, nil) == ["date.missing"])
    let blank = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.date = nil
      $0.facts.header.incompleteDate = "ngày … tháng 01 năm 2024"
    }
    #expect(blank.findings(.dateMissing).first?.variant == "blank")
  }

  @Test func theDayOfTheMeetingDatesTheMinutes() {
    let codes = DossierFixture.codes(DossierFixture.minutes) {
      $0.facts.header.date = nil
      $0.facts.minutes = MinutesFacts()
      $0.facts.minutes?.date = IndexedFile.stated((2023, 12, 28))
    }
    #expect(codes == [])
  }

  @Test func theSignedScanMayBearTheDate() {
    var dossier = DossierFixture.dossier(DossierFixture.report) { $0.facts.header.date = nil }
    dossier.add("2-bao-cao/bao-cao.pdf")
    #expect(dossier.codes() == ["document.no-text"])
  }

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
