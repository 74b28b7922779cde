import DossierCatalog
import DossierModel
import Testing

/// The papers of the self-assessment council beside the report: minutes of each meeting, the decision
/// that founds it.
@Suite struct CouncilPapersTests {
  private static func paper(
    _ type: String, _ subject: String, _ date: String, unit: String = "TRƯỜNG TIỂU HỌC HOA MAI",
    number: String = ""
  ) -> String {
    "\(unit)\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\(number)\nHoa Mai, \(date)\n\(type)\n\(subject)\n\nMở đầu văn bản."
  }

  private static func dossier(
    _ more: [(path: String, text: String)], report: String = ""
  ) throws -> (DossierFixture, Profile) {
    let profile = try #require(try ProfileCatalog.builtIn("kdclgd"))
    let reader = FactReader(lexicon: Reading.lexicon, profile: profile)
    let own = [
      (
        "Báo cáo/Báo cáo tự đánh giá.docx",
        paper(
          "BÁO CÁO", "Tự đánh giá chất lượng giáo dục", "ngày 20 tháng 5 năm 2024",
          number: "Số: 12/BC-THHM") + "\nCó chiến lược [H1-1.1-01]." + report
      ),
      (
        "Kế hoạch/Kế hoạch tự đánh giá.docx",
        paper(
          "KẾ HOẠCH", "Tự đánh giá chất lượng giáo dục", "ngày 09 tháng 10 năm 2023",
          number: "Số: 45/KH-THHM")
      ),
    ]
    var dossier = DossierFixture()
    for (path, text) in own + more.map({ ($0.path, $0.text) }) {
      dossier.add(path, text) {
        $0.facts = reader.facts(from: Reading.paragraphs(text), title: nil)
      }
    }
    dossier.add("Minh chứng/H1-1.1-01 Chiến lược.jpg")
    return (dossier, profile)
  }

  private static let meeting = "Họp Hội đồng tự đánh giá"
  private static let founding = "Về việc thành lập Hội đồng tự đánh giá"

  /// What the council spoke of is named in the subject of its minutes.
  @Test(arguments: [
    " thông qua báo cáo tự đánh giá", " công bố quyết định thành lập",
    " thống nhất kế hoạch tự đánh giá",
  ])
  func minutesNameWhatWasSpokenOf(topic: String) throws {
    let (dossier, profile) = try Self.dossier([
      (
        "Biên bản họp Hội đồng tự đánh giá.docx",
        Self.paper("BIÊN BẢN", Self.meeting + topic, "ngày 05 tháng 5 năm 2024")
      )
    ])
    let index = dossier.index(profile: profile)
    #expect(index.placement("Biên bản họp Hội đồng tự đánh giá.docx")?.item == "minutes")
    #expect(index.placement("Báo cáo/Báo cáo tự đánh giá.docx")?.item == "report")
  }

  /// Wherever they lie, and however many meetings there were.
  @Test(arguments: ["", "Báo cáo/", "Kế hoạch/"])
  func minutesAndDecisionsBelongToTheDossier(folder: String) throws {
    let (dossier, profile) = try Self.dossier([
      (
        folder + "Biên bản họp Hội đồng TĐG lần 1.docx",
        Self.paper("BIÊN BẢN", Self.meeting, "ngày 05 tháng 10 năm 2023")
      ),
      (
        folder + "Biên bản họp Hội đồng TĐG lần 2.docx",
        Self.paper("BIÊN BẢN", Self.meeting, "ngày 25 tháng 5 năm 2024")
      ),
      (
        folder + "Quyết định thành lập Hội đồng tự đánh giá.docx",
        Self.paper(
          "QUYẾT ĐỊNH", Self.founding, "ngày 02 tháng 10 năm 2023", number: "Số: 40/QĐ-THHM")
      ),
    ])
    // The first meeting was before the plan, the last after the report.
    #expect(dossier.codes(profile: profile) == [])
    let index = dossier.index(profile: profile)
    #expect(index.files(of: "minutes").count == 2)
    #expect(index.files(of: "decision").count == 1)
    #expect(index.files(of: "report").map(\.name) == ["Báo cáo tự đánh giá.docx"])
  }

  @Test(arguments: [
    ("ngày 10 tháng 5 năm 2024", "TRƯỜNG TIỂU HỌC HOA MAI", []),
    ("ngày 30 tháng 5 năm 2024", "TRƯỜNG TIỂU HỌC HOA MAI", ["date.order"]),
    ("ngày 10 tháng 5 năm 2024", "TRƯỜNG TIỂU HỌC BÌNH MINH", ["item.other-unit"]),
  ])
  func theirDatesAndBodies(date: String, unit: String, codes: [String]) throws {
    let (dossier, profile) = try Self.dossier([
      (
        "Báo cáo/Biên bản họp Hội đồng tự đánh giá.docx",
        Self.paper("BIÊN BẢN", Self.meeting, date, unit: unit)
      )
    ])
    #expect(dossier.codes(profile: profile) == codes)
  }

  /// Other minutes and decisions are nobody's.
  @Test(arguments: [
    ("BIÊN BẢN", "Họp phụ huynh học sinh"), ("QUYẾT ĐỊNH", "Về việc nâng lương thường xuyên"),
  ])
  func otherPapersAreAskedAbout(type: String, subject: String) throws {
    let (dossier, profile) = try Self.dossier([
      (
        "van ban 1.docx",
        Self.paper(type, subject, "ngày 10 tháng 5 năm 2024", number: "Số: 7/X-THHM")
      )
    ])
    #expect(dossier.codes(profile: profile).contains("evidence.unassigned"))
  }

  /// That a piece of evidence is empty is said of the file; its code is borne all the same.
  @Test(arguments: [(0, ["file.empty"]), (1000, [])])
  func anEmptyFileBearsItsCode(size: Int, codes: [String]) throws {
    var (dossier, profile) = try Self.dossier([])
    let place = try #require(dossier.files.firstIndex { $0.path.hasPrefix("Minh chứng") })
    dossier.files[place].size = Int64(size)
    dossier.add("Minh chứng/H1-1.1-02 Ảnh.jpg")
    let found = Set(
      dossier.report(profile: profile).findings.filter { $0.code != .evidenceUnassigned }
        .map(\.code.rawValue))
    #expect(found.sorted() == codes)
  }

  /// The sheet of a criterion is no evidence for it, and says a level as the report does.
  @Test(arguments: [("Mức 2", []), ("Mức 1", ["score.disagreement"])])
  func theSheetsOfTheCriteria(level: String, codes: [String]) throws {
    let sheet =
      "TRƯỜNG TIỂU HỌC HOA MAI\nPHIẾU ĐÁNH GIÁ TIÊU CHÍ\n\nTiêu chí 1.1: Chiến lược\n"
      + "Có chiến lược [H1-1.1-01].\n5. Tự đánh giá: Đạt \(level)"
    let (dossier, profile) = try Self.dossier(
      [("Phiếu/Phiếu đánh giá tiêu chí 1.1.docx", sheet)],
      report: "\nTiêu chí 1.1: Chiến lược\n5. Tự đánh giá: Đạt Mức 2")
    #expect(dossier.codes(profile: profile) == codes)
    let sheets = dossier.index(profile: profile).files(of: "criterion-sheets")
    #expect(sheets.map { $0.placement.criteria.count } == [0])
  }

  /// One cycle of assessment takes five years.
  @Test(arguments: [(2019, []), (2018, ["date.outside-year"])])
  func evidenceOfTheCycle(year: Int, codes: [String]) throws {
    var (dossier, profile) = try Self.dossier([])
    let text = Self.paper(
      "KẾ HOẠCH", "Giáo dục kỹ năng sống", "ngày 15 tháng 3 năm \(year)", number: "Số: 31/KH-THHM")
    dossier.files.removeAll { $0.path.hasPrefix("Minh chứng") }
    dossier.add("Minh chứng/H1-1.1-01.docx", text)
    dossier.year = 2024
    #expect(dossier.codes(profile: profile) == codes)
  }

  /// A page has broken the table: its last row heads no section.
  @Test(arguments: [
    ("Tiêu chí 1.1: x x", 0), ("Tiêu chí 1.1:\nĐạt\nĐạt", 0),
    ("Tiêu chí 1.1: Chiến lược\nĐạt Đạt -", 0),
    ("Tiêu chí 1.1\nChiến lược", 1),
    ("Tiêu chí 1.1: Kết quả giáo dục Đạt Đạt", 0),
    ("Tiêu chí 1.1: Có chiến lược", 1),
  ])
  func aRowOfMarksHeadsNothing(row: String, count: Int) throws {
    let profile = try #require(try ProfileCatalog.builtIn("kdclgd"))
    let facts = FactReader(lexicon: Reading.lexicon, profile: profile).facts(
      from: Reading.paragraphs(
        "BÁO CÁO\nTự đánh giá năm 2024\n\nMở đầu.\n\(row)\nKết quả: Đạt Mức 2."),
      title: nil)
    #expect(facts.indicators.count == count)
  }

  /// A sheet of points has its place in a dossier of no regime.
  @Test(arguments: [
    ("Bảng tự chấm điểm.xlsx", "BẢNG TỰ CHẤM ĐIỂM", true), ("Bảng kê.xlsx", "BẢNG KÊ", false),
  ])
  func aScoreSheetOfNoRegime(name: String, title: String, isItem: Bool) throws {
    let profile = try #require(try ProfileCatalog.builtIn("generic"))
    var dossier = DossierFixture()
    dossier.add(
      "1-bao-cao/bao-cao.docx",
      Self.paper(
        "BÁO CÁO", "Kết quả tự đánh giá", "ngày 20 tháng 5 năm 2024", number: "Số: 12/BC-THHM"))
    dossier.add("4-minh-chung/a.docx", "DANH SÁCH\n\nCó 9 người.")
    dossier.add(name, title + "\nNăm 2024") {
      $0.facts = FactReader(lexicon: Reading.lexicon, profile: profile).facts(
        from: Reading.paragraphs(title + "\nNăm 2024") + [
          Reading.table([
            ["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"],
            ["A1", "Thành lập ban chỉ đạo", "5", "5"], ["A2", "Ban hành kế hoạch", "10", "10"],
          ])
        ], title: nil)
    }
    #expect(dossier.codes(profile: profile) == (isItem ? [] : ["evidence.unassigned"]))
  }

  /// A sentence with its subject says that the unit has done it.
  @Test(arguments: [("Thành lập ban chỉ đạo", 0), ("Nhà trường thành lập ban chỉ đạo", 1)])
  func aCellThatNamesWhatIsToBeDoneCitesNothing(cell: String, count: Int) throws {
    let profile = try #require(try ProfileCatalog.builtIn("generic"))
    let facts = FactReader(lexicon: Reading.lexicon, profile: profile).facts(
      from: Reading.paragraphs("BÁO CÁO\nTự đánh giá năm 2024\n\nKết quả như sau.") + [
        Reading.table([["TT", "Nội dung", "Kết quả"], ["1", cell, "Tốt"]])
      ], title: nil)
    #expect(facts.citations.count == count)
  }
}
