import DossierCatalog
import DossierModel
import Testing

/// Levels of a regime that gives no points.
@Suite struct LevelTests {
  static let profile: Profile = {
    do {
      guard let profile = try ProfileCatalog.builtIn("tt24-2023") else { fatalError("no profile") }
      return profile
    } catch { fatalError("\(error)") }
  }()
  private static let reader = FactReader(lexicon: Reading.lexicon, profile: profile)

  static func facts(_ text: String) -> DocumentFacts {
    let head = "BÁO CÁO\nTự đánh giá đơn vị học tập năm 2024\n\nMở đầu văn bản.\n"
    return reader.facts(from: Reading.paragraphs(head + text), title: nil)
  }

  @Test(arguments: [
    ("Trường tự đánh giá đạt đơn vị học tập mức 2 năm 2024.", "muc-2"),
    ("Đối chiếu với các tiêu chí, chỉ tiêu, nhà trường đạt Đơn vị học tập Mức 1.", "muc-1"),
    ("Kết quả chung: Mức 2", "muc-2"), ("Xếp loại chung: Không đạt", "khong-dat"),
    ("Đề nghị công nhận danh hiệu “Đơn vị học tập” mức 1 năm 2024.", "muc-1"),
    ("Đủ điều kiện đề nghị công nhận ĐVHT năm 2024 ở mức độ 2.", "muc-2"),
  ])
  func readsTheLevelOfTheUnit(_ text: String, _ expected: String) {
    #expect(Self.facts(text).ratings.map(\.value) == [expected])
  }

  @Test(arguments: [
    "Chỉ tiêu 1.1: đạt mức 1", "Tiêu chí 2 đạt mức 2.",
    "Phấn đấu đạt đơn vị học tập mức 2 trong năm 2025.",
    "Đơn vị đã được công nhận đơn vị học tập mức 1.",
    "Năm 2023 đơn vị đạt đơn vị học tập mức 1.", "Được tặng đơn vị học tập mức 1 năm 2023.",
    "Các tiêu chí đơn vị học tập mức 1 và mức 2.", "Đơn vị học tập mức 1, mức 2",
    "Đơn vị học tập mức 1: từ 90% thành viên trở lên",
    "Duy trì danh hiệu đơn vị học tập mức 1.", "Xây dựng đơn vị học tập mức 2.",
  ])
  func takesNoOtherLevelForTheUnits(_ text: String) {
    #expect(Self.facts(text).ratings.isEmpty)
  }

  @Test(arguments: [
    ("Đơn vị tự đánh giá: Đạt mức 2", ["muc-2"]),
    ("III. TỰ XẾP LOẠI\nTự đánh giá: Đạt mức 1.", ["muc-1"]),
    ("1. Chỉ tiêu 1.1: có kế hoạch.\nTự đánh giá: đạt mức 2.", []),
    ("a) Có kế hoạch học tập\nTự đánh giá: đạt mức 2.", []),
    ("Tự đánh giá: Mức 1 □ Mức 2 ☑", ["muc-2"]),
    ("Tự đánh giá: Mức 1 □ Mức 2 □", []), ("Kết quả chung: ☒ Mức 2 ☐ Mức 1", ["muc-2"]),
    ("Đơn vị học tập: [x] Mức 1 [ ] Mức 2", ["muc-1"]),
    ("1. Chỉ tiêu 1.1: có kế hoạch.\nTự đánh giá: ☑ Mức 1 ☐ Mức 2", []),
    ("Chỉ tiêu 1.1: có kế hoạch: ☐ Mức 1 ☑ Mức 2", []),
    ("Kết quả: chưa đạt chuẩn 02 giáo viên", []),
    ("Kết quả: chưa đạt.", ["khong-dat"]),
    ("II. PHƯƠNG HƯỚNG NĂM 2025\nTự đánh giá: phấn đấu đạt mức 2.", []),
  ])
  func readsTheUnitsLevelOutsideOfAnIndicator(_ text: String, _ expected: [String]) {
    #expect(Self.facts(text).ratings.map(\.value) == expected)
  }

  private static func shown(_ facts: DocumentFacts) -> String {
    facts.indicators.map { "\($0.code) \($0.level)" }.joined(separator: "; ")
  }

  @Test(arguments: [
    ("- Chỉ tiêu 1.2. Bố trí kinh phí: đạt mức 2.", "1.2 muc-2"),
    ("1.2. Bố trí kinh phí\nMinh chứng: Quyết định số 12/QĐ-THHM\nKết quả: đạt mức 1", "1.2 muc-1"),
    ("1.2. Bố trí kinh phí\n- Kết quả: 12 triệu đồng\n- Đánh giá: đạt mức 1.", "1.2 muc-1"),
    ("1.2. Bố trí kinh phí\n- Tổ chuyên môn đạt mức 1.", ""),
    ("Chỉ báo 2.1: chưa đạt", "2.1 khong-dat"), ("Tiêu chí 3 đạt mức 2", "3 muc-2"),
    ("Chỉ tiêu 1.1: Mức 1: từ 90% thành viên; Mức 2: từ 95%", ""),
    ("Chỉ tiêu 1.1: 96% thành viên, vượt mức 1", ""),
    ("Chỉ tiêu 1.1: đáp ứng yêu cầu của mức 2", ""),
    ("Chỉ tiêu 1.1: phấn đấu đạt mức 2", ""), ("Chỉ tiêu 1.1 mức 1 trở lên", ""),
    ("Chỉ tiêu 1.1: 1.2 tỷ đồng\nIV. KẾT LUẬN\nĐơn vị đạt mức 2", ""),
    ("95.5% thành viên đạt mức 2", ""),
    ("Tiêu chí 1: có 3 chỉ tiêu đạt mức 2", ""), ("Tiêu chí 1: 4/5 chỉ tiêu đạt mức 2", ""),
    ("Tiêu chí 1: các chỉ tiêu đều đạt mức 2", "1 muc-2"),
    // Two levels said of one thing: which is its own cannot be told.
    ("1.1. Có kế hoạch, năm 2023 đạt mức 1\nKết quả: đạt mức 2", ""),
    ("1.1. Ba thành viên chưa đạt chuẩn\nKết quả: đạt mức 2", "1.1 muc-2"),
    (
      "1.1. Có kế hoạch: đạt mức 1\nI. TỔNG HỢP\n1.1. Có kế hoạch: đạt mức 2",
      "1.1 muc-1; 1.1 muc-2"
    ),
  ])
  func readsTheLevelOfAnIndicator(_ text: String, _ expected: String) {
    #expect(Self.shown(Self.facts(text)) == expected)
  }

  @Test(arguments: [
    (["TT", "Chỉ tiêu", "Kết quả"], ["1.2", "Bố trí kinh phí", "Mức 2"], "1.2 muc-2"),
    (["TT", "Chỉ tiêu", "Mức đạt"], ["1.2", "Bố trí kinh phí", "1"], "1.2 muc-1"),
    (["TT", "Chỉ tiêu", "Mức 1", "Mức 2"], ["1.2", "Bố trí kinh phí", "", "x"], "1.2 muc-2"),
    (["TT", "Chỉ tiêu", "Mức 1", "Mức 2"], ["1.2", "Bố trí kinh phí", "-", "-"], ""),
    (["TT", "Chỉ tiêu", "Mức 1", "Mức 2"], ["1.2", "Bố trí kinh phí", "từ 90%", "từ 95%"], ""),
    (["TT", "Chỉ tiêu", "Số minh chứng"], ["1.2", "Bố trí kinh phí", "2"], ""),
  ])
  func readsTheLevelInARow(_ head: [String], _ row: [String], _ expected: String) {
    let facts = Self.reader.facts(
      from: Reading.paragraphs("BẢNG TỔNG HỢP\nKết quả năm 2024\n") + [Reading.table([head, row])],
      title: nil)
    #expect(Self.shown(facts) == expected)
  }

  @Test func rowsThatTellWhatEachLevelAsksForStateNone() {
    for code in ["1.1", ""] {
      let rows = [
        ["TT", "Mức độ", "Yêu cầu", "Kết quả"], ["1.1", "Mức 1", "từ 90%", "Đạt"],
        [code, "Mức 2", "từ 95%", "Đạt"],
      ]
      let facts = Self.reader.facts(
        from: Reading.paragraphs("BẢNG TỔNG HỢP\nKết quả năm 2024\n") + [Reading.table(rows)],
        title: nil)
      #expect(Self.shown(facts) == "")
    }
  }

  @Test(.timeLimit(.minutes(1))) func oneLongLineTakesNoLongTime() {
    _ = Self.facts("Chỉ tiêu 1.1: " + String(repeating: "đạt mức 1 ", count: 20_000))
  }

  private static func accreditation(_ text: String, _ rows: [[String]] = []) throws -> [String] {
    let profile = try #require(try ProfileCatalog.builtIn("kdclgd"))
    let facts = FactReader(lexicon: Reading.lexicon, profile: profile).facts(
      from: Reading.paragraphs(
        "BÁO CÁO\nTự đánh giá chất lượng giáo dục năm học 2023-2024\n\nMở đầu văn bản.\n" + text)
        + [Reading.table(rows)], title: nil)
    return facts.indicators.map { "\($0.code)=\($0.level)" }
  }

  /// A criterion is told of level by level; what it reaches stands behind the word for it.
  @Test(arguments: [
    ("5. Tự đánh giá: Đạt mức 2.", ["1.1=muc-2"]), ("5. Tự đánh giá: Không đạt", ["1.1=khong-dat"]),
    ("Tự đánh giá: tiêu chí đạt Mức 3", ["1.1=muc-3"]), ("Nhà trường đạt mức 2.", []),
    ("4. Kế hoạch cải tiến: phấn đấu đạt mức 3.", []),
    ("Tiêu chí 1: Nội dung được tham khảo\nTự đánh giá: Không đạt", []),
    ("1.2. Đánh giá tiêu chí Mức 1, 2 và 3\nKết quả: Đạt Mức 1", []),
    ("1.2. Mức 2: Có giám sát.\n5. Tự đánh giá: Đạt mức 2.", ["1.1=muc-2"]),
    ("5. Tự đánh giá:\nĐạt Mức 2", ["1.1=muc-2"]), ("5. Tự đánh giá:\nMức 1", []),
    ("5. Tự đánh giá: Mức 1: Đạt; Mức 2: Đạt; Mức 3: Không đạt", ["1.1=muc-2"]),
    ("5. Tự đánh giá: Mức 1: Không đạt; Mức 2: Không đạt", ["1.1=khong-dat"]),
    ("5. Tự đánh giá: Mức 1, Mức 2", []),
    ("KẾT LUẬN CHUNG\nTự đánh giá: Đạt mức 1.", []), ("Kết luận về Tiêu chuẩn 1: đạt mức 1.", []),
  ])
  func aCriterionReachesWhatItsSelfAssessmentSays(_ line: String, _ levels: [String]) throws {
    #expect(
      try Self.accreditation(
        "Tiêu chí 1.1: Phương hướng\nMức 1\na) Phù hợp;\nMức 2\nCó giám sát.\n"
          + "1. Mô tả hiện trạng\nMức 1: Có chiến lược.\n\(line)") == levels)
  }

  @Test func ofTheLevelsMarkedTheHighestIsReached() throws {
    let head = ["Tiêu chí", "Không đạt", "Mức 1", "Mức 2", "Mức 3"]
    #expect(
      try Self.accreditation(
        "",
        [
          head, ["Tiêu chí 1.1", "", "x", "x", ""], ["Tiêu chí 1.2", "", "x", "x", "x"],
          ["Tiêu chí 1.3", "x", "", "", ""], ["Tiêu chí 1.4", "x", "x", "", ""],
        ]) == ["1.1=muc-2", "1.2=muc-3", "1.3=khong-dat"])
  }

  @Test func theIndicatorBehindItsCriterionIsTheRows() {
    let table = Reading.table([
      ["Tiêu chí", "Chỉ tiêu", "Tự đánh giá"], ["Tiêu chí 1", "1.2. Quy định", "Đạt mức 2"],
      ["Tiêu chí 1", "Như trên", "Đạt mức 1"],
    ])
    let facts = Self.reader.facts(
      from: Reading.paragraphs("BẢNG TỔNG HỢP\nNăm 2024\n") + [table], title: nil)
    #expect(facts.indicators.map { "\($0.code)=\($0.level)" } == ["1.2=muc-2", "1=muc-1"])
  }
}
