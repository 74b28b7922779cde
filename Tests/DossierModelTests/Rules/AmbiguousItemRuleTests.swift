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

  /// A copy of the report in the same folder, with a number that a system gave it.
  private static func copy(_ change: (inout DocumentFacts) -> Void) -> DossierFixture {
    var dossier = DossierFixture.good()
    guard var file = dossier.files.first(where: { $0.path == DossierFixture.report }) else {
      return dossier
    }
    file.path = "2-bao-cao/bao-cao (2).docx"
    file.sha256 = "saved again"
    change(&file.facts)
    dossier.files.append(file)
    return dossier
  }

  @Test func aNumberedCopyWithOtherResultsIsAskedAbout() {
    let changed = Self.copy { $0.points[0].points = Points(94) }
    #expect(changed.codes().contains("item.ambiguous"))
  }

  @Test func aNumberedCopyWithTheSameResultsIsNone() {
    #expect(!Self.copy { $0.wordCount += 1 }.codes().contains("item.ambiguous"))
  }
}
