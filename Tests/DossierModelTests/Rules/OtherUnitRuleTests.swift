import DossierModel
import Testing

@Suite struct OtherUnitRuleTests {
  @Test(arguments: [
    ("TRƯỜNG TIỂU HỌC KIM ĐỒNG", true), ("TRƯỜNG MẦM NON HOA MAI", true),
    ("Trường TH Hoa Mai", false), ("HỘI ĐỒNG TỰ ĐÁNH GIÁ", false), ("TRƯỜNG TH HM", false),
    ("TRƯỜNG TH KD", true),
    ("TRƯỜNG TIỂU HỌC HOA MAI HUYỆN LẠC THỦY", false), ("TRUONG TIEU HOC HOA MAI", false),
    ("TRƯỜNG TIỂU HỌC HOA M", false), ("TRƯỜNG TIỂU HỌC HOA L", true),
    ("Đơn vị học tập năm 2023", false),
  ])
  func otherUnit(body: String, isOther: Bool) {
    let codes = DossierFixture.codes(DossierFixture.minutes) {
      $0.facts.header.issuingBody = body
      if body.hasPrefix("HỘI") { $0.facts.header.superiorBody = "TRƯỜNG TIỂU HỌC HOA MAI" }
    }
    #expect(codes == (isOther ? ["item.other-unit"] : []))
  }

  /// A union below the federation is the unit; one inside a school speaks for the school.
  @Test(arguments: [
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH HÒA BÌNH", "CÔNG ĐOÀN NGÀNH GIÁO DỤC"),
    ("TRƯỜNG TIỂU HỌC HOA MAI", "TRƯỜNG TIỂU HỌC HOA MAI"),
  ])
  func aUnionIsAUnitBelowItsOwnKind(superior: String, unit: String) {
    var dossier = DossierFixture.good()
    for path in [DossierFixture.plan, DossierFixture.report, DossierFixture.minutes] {
      dossier.edit(path) {
        $0.facts.header.superiorBody = superior
        $0.facts.header.issuingBody = "CÔNG ĐOÀN NGÀNH GIÁO DỤC"
      }
    }
    #expect(dossier.index().unit == unit)
  }

  @Test func theUnitIsWhoseMostDocumentsAre() {
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.issuingBody = "TRƯỜNG TIỂU HỌC KIM ĐỒNG"
    }
    #expect(dossier.index().unit == "TRƯỜNG TIỂU HỌC HOA MAI")
    #expect(dossier.findings(.itemOtherUnit).map(\.path) == [DossierFixture.report])
  }

  /// Where as many say the one as the other, the report is believed.
  @Test func theReportTellsTheUnitWhereTheDocumentsAreDivided() {
    var dossier = DossierFixture.good()
    for path in [DossierFixture.plan, DossierFixture.minutes] {
      dossier.edit(path) { $0.facts.header.issuingBody = "TRƯỜNG TIỂU HỌC KIM ĐỒNG" }
    }
    #expect(dossier.index().unit == "TRƯỜNG TIỂU HỌC HOA MAI")
    #expect(
      dossier.findings(.itemOtherUnit).map(\.path) == [
        DossierFixture.plan, DossierFixture.minutes,
      ])
  }

  @Test func aShortNameCountsForTheUnitAsTheReportWritesIt() {
    var dossier = DossierFixture.good()
    for path in [DossierFixture.plan, DossierFixture.minutes] {
      dossier.edit(path) { $0.facts.header.issuingBody = "Trường TH Hoa Mai" }
    }
    #expect(dossier.index().unit == "TRƯỜNG TIỂU HỌC HOA MAI")
    #expect(dossier.codes() == [])
  }
}
