import DossierModel
import Testing

@Suite struct DuplicateNotationRuleTests {
  @Test func oneNumberTwice() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2023, 5, 2), "Tập huấn")
    }
    #expect(dossier.codes() == ["notation.duplicate"])
    // Another year, another body, or the same document again is no duplicate.
    dossier.edit(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2022, 5, 2), "Tập huấn")
    }
    #expect(dossier.codes() == [])
    dossier.edit(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2023, 2, 10), "Học tập thường xuyên năm 2023")
    }
    #expect(dossier.codes() == [])
    dossier.edit(DossierFixture.evidence("1b")) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2023, 5, 2), "Tập huấn")
      $0.facts.header.issuingBody = "TRƯỜNG TIỂU HỌC KIM ĐỒNG"
    }
    #expect(dossier.codes() == [])
  }

  @Test(arguments: [("QĐ khen thưởng", "QĐ khen thưởng", false), ("QĐ khen thưởng", "QĐ 31", true)])
  func thePrintOfAPaperIsThatPaperHoweverItsHeadWasRead(
    name: String, other: String, isFound: Bool
  ) {
    var dossier = DossierFixture.good()
    for (path, subject) in [("\(name).docx", "Khen thưởng lớp học"), ("\(other).pdf", "Cộng hòa")] {
      dossier.add("5-minh-chung/1b/\(path)", "Quyết định") {
        $0.describe("QUYẾT ĐỊNH", "QĐ", 31, (2023, 5, 2), subject)
      }
    }
    #expect(dossier.codes().contains("notation.duplicate") == isFound)
  }
}
