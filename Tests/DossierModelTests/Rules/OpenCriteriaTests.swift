import DossierCatalog
import DossierModel
import Testing

/// Dossiers of a regime that leaves the list of criteria open.
@Suite struct OpenCriteriaTests {
  private static let report = "1-bao-cao/bao-cao.docx"

  private static func profile(_ id: String) throws -> Profile {
    try #require(try ProfileCatalog.builtIn(id))
  }

  private static func dossier(
    _ profile: Profile, _ text: String, evidence: [String], more: [String] = []
  ) -> DossierFixture {
    let reader = FactReader(lexicon: Reading.lexicon, profile: profile)
    var dossier = DossierFixture()
    dossier.add(report, "x") { file in
      file.facts = reader.facts(
        from: Reading.paragraphs(
          "TRƯỜNG TIỂU HỌC HOA MAI\nSố: 12/BC-THHM\nHoa Mai, ngày 20 tháng 12 năm 2023\nBÁO CÁO\n"
            + "Tự đánh giá năm 2023\n\nKết quả như sau.\n" + text),
        title: nil)
    }
    for name in evidence + more { dossier.add(name, "DANH SÁCH\n\nCó 9 người.") }
    return dossier
  }

  private static let headings = """
    1. Tiêu chí 1: Hạ tầng số
    Có đủ máy tính.
    2. Tiêu chí 2: Dữ liệu số
    Có cơ sở dữ liệu.
    3. Tiêu chí 3: Nhân lực số
    Có tập huấn.
    """

  @Test func aCriterionOfTheReportWithoutAnyFile() throws {
    let profile = try Self.profile("generic")
    let found = Self.dossier(
      profile, Self.headings,
      evidence: ["4-minh-chung/Tiêu chí 1/a.docx", "4-minh-chung/Tiêu chí 2/b.docx"]
    ).report(profile: profile).findings.filter { $0.code == .criterionNoEvidence }
    #expect(found.map(\.criterion) == ["3"])
    #expect(found.first?.arguments["title"] == .text("Nhân lực số"))
  }

  /// All have some; hardly any has; a file of no criterion may be the one that is wanting; the
  /// criterion is only spoken of.
  @Test(arguments: [
    (headings, ["Tiêu chí 1/a", "Tiêu chí 2/b", "Tiêu chí 3/c"], []),
    (headings, ["Tiêu chí 1/a"], []), (headings, ["Tiêu chí 1/a", "Tiêu chí 2/b"], ["anh"]),
    (headings, ["Tiêu chí 1/a", "Tiêu chí 2/b", "Tiêu chí 3.1/c"], []),
    (
      "Tiêu chí 1: Hạ tầng số\nTiêu chí 2: Dữ liệu số\nTiêu chí 3 đã nêu ở trên.",
      ["Tiêu chí 1/a", "Tiêu chí 2/b"], []
    ),
  ])
  func aCriterionThatMayHaveEvidence(text: String, evidence: [String], loose: [String]) throws {
    let profile = try Self.profile("generic")
    let codes = Self.dossier(
      profile, text, evidence: evidence.map { "4-minh-chung/\($0).docx" },
      more: loose.map { "4-minh-chung/\($0).docx" }
    ).codes(profile: profile)
    #expect(!codes.contains("criterion.no-evidence"))
  }

  @Test(arguments: [("[H1-1.1-01]", []), ("hồ sơ đầy đủ", ["1.2"])])
  func aCriterionThatCitesTheEvidenceOfAnotherHasIt(cited: String, bare: [String]) throws {
    let profile = try Self.profile("kdclgd")
    let found = Self.dossier(
      profile,
      "Tiêu chí 1.1: Phương hướng\nCó chiến lược [H1-1.1-01].\nTiêu chí 1.2: Hội đồng trường\n"
        + "Nhà trường có \(cited).\nTiêu chí 1.3: Tổ chức Đảng\nCó chi bộ [H1-1.3-01].\n"
        + "II. TỰ ĐÁNH GIÁ TIÊU CHÍ MỨC 4\nTiêu chí 6: Nội dung được tham khảo\nKhông đạt.",
      evidence: ["4-minh-chung/H1-1.1-01 a.docx", "4-minh-chung/H1-1.3-01 b.docx"]
    ).report(profile: profile).findings.filter { $0.code == .criterionNoEvidence }
    #expect(found.map { $0.criterion ?? "" } == bare)
  }

  private static let sorted = (1...4).map { "4-minh-chung/Tiêu chí \($0)/a\($0).docx" }

  @Test(arguments: [
    (["giay-moi"], 1), ([], 0), (["giay-moi", "anh-hop", "so-theo-doi"], 0),
  ])
  func aFileBesideTheEvidenceOfCriteria(loose: [String], count: Int) throws {
    let profile = try Self.profile("generic")
    let found = Self.dossier(
      profile, "Có đủ.", evidence: Self.sorted, more: loose.map { "4-minh-chung/\($0).docx" }
    ).report(profile: profile).findings.filter { $0.code == .evidenceUnassigned }
    #expect(found.count == count)
  }

  @Test func evidenceInOneFolderIsNotSorted() throws {
    let profile = try Self.profile("generic")
    let found = Self.dossier(
      profile, "Có đủ.", evidence: (1...6).map { "4-minh-chung/a\($0).docx" }
    ).report(profile: profile).findings.filter { $0.code == .evidenceUnassigned }
    #expect(found.isEmpty)
  }

  @Test(arguments: [
    ("generic", ["minutes", "report"]), ("kdclgd", ["plan", "minutes", "report"]),
  ])
  func datesRunInTheOrderOfThePapers(id: String, order: [String]) throws {
    #expect(try Self.profile(id).dates.order == order)
  }

  @Test(arguments: [("Số:     /BC-THHM", ["notation.missing"]), ("", [])])
  func aBlankForANumberWantsOneThoughNoneIsAskedFor(line: String, codes: [String]) throws {
    let profile = try Self.profile("generic")
    let reader = FactReader(lexicon: Reading.lexicon, profile: profile)
    var dossier = Self.dossier(profile, "Có đủ.", evidence: Self.sorted)
    dossier.edit(Self.report) { file in
      file.facts = reader.facts(
        from: Reading.paragraphs(
          "TRƯỜNG TIỂU HỌC HOA MAI\n\(line)\nHoa Mai, ngày 20 tháng 12 năm 2023\nBÁO CÁO\n"
            + "Tự đánh giá năm 2023\n\nCó đủ."), title: nil)
    }
    #expect(dossier.codes(profile: profile) == codes)
  }

  @Test(arguments: [((2024, 1, 14), false), ((2024, 1, 15), true)])
  func theLetterThatSendsTheReportHasItsDeadline(date: (Int, Int, Int), isLate: Bool) throws {
    let profile = try Self.profile("tt24-2023")
    var dossier = DossierFixture()
    dossier.bare("1-de-nghi/to-trinh.docx") {
      $0.describe("TỜ TRÌNH", "TTr", 3, date, "Đề nghị công nhận Đơn vị học tập năm 2023")
    }
    dossier.bare("3-tong-hop/bang-tong-hop.docx") {
      $0.describe(nil, nil, nil, date, "Bảng tổng hợp các tiêu chí, chỉ tiêu năm 2023")
    }
    let found = dossier.report(profile: profile).findings
    #expect(found.filter { $0.code == .dateDeadline }.count == (isLate ? 1 : 0))
    #expect(!found.contains { $0.code == .dateOutsideYear })
  }

  /// What stands behind "Minh chứng:" is handed in, whoever made it; what a unit acts on is not.
  @Test(arguments: [
    ("(Minh chứng: Quyết định số 215/QĐ-UBND ngày 12/5/2023 của UBND huyện)", true),
    ("Thực hiện Quyết định số 215/QĐ-UBND ngày 12/5/2023 của UBND huyện.", false),
    ("(Minh chứng: ảnh) theo Quyết định số 215/QĐ-UBND ngày 12/5/2023", false),
  ])
  func aDecisionOfAnotherBody(line: String, isWanting: Bool) throws {
    let profile = try Self.profile("generic")
    let codes = Self.dossier(profile, line, evidence: Self.sorted).codes(profile: profile)
    #expect(codes.contains("evidence.dangling") == isWanting)
  }

  @Test(arguments: [
    ("Quyết định thành lập Hội đồng trường", "Biên bản kiểm kê tài sản", true),
    ("Kế hoạch năm học 2021-2022", "Kế hoạch năm học 2022-2023", false),
    ("Kế hoạch chiến lược", "Kế hoạch chiến lược phát triển nhà trường", false),
  ])
  func aListThatGivesOneCodeTwice(first: String, second: String, isFound: Bool) throws {
    let profile = try Self.profile("kdclgd")
    let list = "3-danh-muc/danh-muc-ma-minh-chung.docx"
    var dossier = Self.dossier(
      profile, "Tiêu chí 1.1: Chiến lược\nCó chiến lược [H1-1.1-01].",
      evidence: ["4-minh-chung/H1-1.1-01 a.docx"])
    dossier.add(list, "x") { file in
      file.facts = FactReader(lexicon: Reading.lexicon, profile: profile).facts(
        from: Reading.paragraphs("DANH MỤC MÃ MINH CHỨNG\n") + [
          Reading.table([
            ["TT", "Mã minh chứng", "Tên minh chứng"], ["1", "[H1-1.1-01]", first],
            ["2", "H1-1.1-01", second],
          ])
        ], title: nil)
    }
    let found = dossier.report(profile: profile).findings.filter { $0.code == .evidenceDangling }
    #expect(found.map(\.variant) == (isFound ? ["listed-twice"] : []))
  }

  @Test(arguments: [("kdclgd", false), ("generic", true)])
  func whatATextTellsOfHasACodeWhereEvidenceHasCodes(id: String, isWanting: Bool) throws {
    let profile = try Self.profile(id)
    let codes = Self.dossier(
      profile, "Nhà trường ban hành Quyết định thành lập Hội đồng tự đánh giá.",
      evidence: ["4-minh-chung/danh sach.docx"]
    ).codes(profile: profile)
    #expect(codes.contains("evidence.dangling") == isWanting)
  }
}
