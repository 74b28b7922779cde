import DossierModel
import Testing

@Suite struct MissingDateRuleTests {
  @Test func missingDate() {
    #expect(DossierFixture.codes(DossierFixture.report, dated: nil) == ["date.missing"])
    let blank = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.date = nil
      $0.facts.header.incompleteDate = "ngày … tháng 01 năm 2024"
    }
    #expect(blank.findings(.dateMissing).first?.variant == "blank")
  }

  @Test func aDayThatIsNotInTheCalendarIsNotBlank() {
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.date = nil
      $0.facts.header.incompleteDate = "ngày 31 tháng 02 năm 2024"
      $0.facts.header.isUnrealDate = true
    }
    #expect(dossier.findings(.dateMissing).first?.variant == "unreal")
  }

  @Test func aDateInFiguresAloneIsQuoted() {
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.date = nil
      $0.facts.header.informalDate = "An Sơn, 14/01/2025"
    }
    let finding = dossier.findings(.dateMissing).first
    #expect(finding?.variant == "form")
    #expect(finding?.quotes.map(\.text) == ["An Sơn, 14/01/2025"])
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
}
