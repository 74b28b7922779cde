import DossierModel
import Testing

@Suite struct AmbiguousItemRuleTests {
  private static func second(_ name: String, _ number: Int) -> DossierFixture {
    var dossier = DossierFixture.good()
    dossier.bare("2-bao-cao/\(name)") {
      $0.describe(
        "BÁO CÁO", "BC", number, (2024, 1, 5), "Tự đánh giá, xếp loại Đơn vị học tập năm 2023")
      $0.sha256 = "other"
    }
    return dossier
  }

  @Test func twoReportsOfEqualStandingAreAskedAbout() {
    #expect(Self.second("bao-cao khac.docx", 14).codes().contains("item.ambiguous"))
  }

  @Test func theSignedFileOfTheSameReportIsNone() {
    #expect(!Self.second("bao-cao đã ký.pdf", 12).codes().contains("item.ambiguous"))
  }
}
