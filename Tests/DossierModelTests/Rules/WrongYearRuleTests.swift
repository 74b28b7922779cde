import DossierModel
import Testing

@Suite struct WrongYearRuleTests {
  @Test func wrongYear() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.assessedYear = Stated(2022, quote: "năm 2022")
    }
    #expect(codes == ["item.wrong-year"])
  }

  /// Where every document names the same other year, the declared one is doubtful.
  @Test func aDeclaredYearThatNoDocumentNames() {
    var dossier = DossierFixture.good()
    dossier.declaration.year = 2022
    let found = dossier.findings(.itemWrongYear)
    #expect(found.count > 2 && found.allSatisfy { $0.variant == "agreeing" })
    // Nor is any date measured by it.
    #expect(dossier.codes().filter { $0.hasPrefix("date.") } == [])
    dossier.edit(DossierFixture.minutes) { $0.facts.assessedYear = Stated(2022, quote: "năm 2022") }
    #expect(dossier.findings(.itemWrongYear).allSatisfy { $0.variant == nil })
    #expect(dossier.codes().contains("date.outside-year"))
    // One document against the year that the others name is the one to change.
    dossier.declaration.year = 2023
    #expect(dossier.findings(.itemWrongYear).map(\.variant) == [nil])
  }

  @Test func schoolYearThatHoldsTheYearIsRight() {
    #expect(
      DossierFixture.codes(DossierFixture.plan) {
        $0.facts.assessedYear = nil
        $0.facts.schoolYear = Stated(.init(first: 2023, last: 2024), quote: "năm học 2023-2024")
      } == [])
    #expect(
      DossierFixture.codes(DossierFixture.plan) {
        $0.facts.assessedYear = nil
        $0.facts.schoolYear = Stated(.init(first: 2020, last: 2021), quote: "năm học 2020-2021")
      } == ["item.wrong-year"])
  }

  /// A report on a school year, and a plan of the next: "2023-2024" holds the year 2023 of neither.
  @Test(arguments: [
    ("Tự đánh giá năm học 2023-2024", 2023, ["item.wrong-year"]),
    ("Tự đánh giá năm học 2022-2023", 2022, []), ("Tự đánh giá", 2023, []),
  ])
  func thePlanOfTheNextSchoolYear(subject: String, first: Int, codes: [String]) {
    var dossier = DossierFixture.good()
    for path in [DossierFixture.plan, DossierFixture.report] {
      dossier.edit(path) {
        $0.facts.assessedYear = nil
        $0.facts.header.subject = "Tự đánh giá năm học 2022-2023"
        $0.facts.schoolYear = Stated(.init(first: 2022, last: 2023), quote: "năm học 2022-2023")
      }
    }
    dossier.edit(DossierFixture.plan) {
      $0.facts.header.subject = subject
      $0.facts.schoolYear = Stated(.init(first: first, last: first + 1), quote: "năm học")
    }
    #expect(dossier.codes() == codes)
  }
}
