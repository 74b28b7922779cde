import DossierModel
import Testing

@Suite struct WrongYearRuleTests {
  @Test func wrongYear() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.assessedYear = Stated(2022, quote: "năm 2022")
    }
    #expect(codes == ["item.wrong-year"])
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
}
