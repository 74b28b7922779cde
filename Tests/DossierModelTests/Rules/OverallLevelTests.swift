import DossierCatalog
import DossierModel
import Testing

/// The level of the whole beside those of the indicators, and the dates of a request, in the regime
/// without points.
@Suite struct OverallLevelTests {
  private static func profile() throws -> Profile {
    try #require(try ProfileCatalog.builtIn("tt24-2023"))
  }

  private static let names = [
    "Kế hoạch hằng năm về học tập suốt đời", "Bố trí phòng đọc phục vụ tự học",
    "Chế độ hỗ trợ người đi học",
  ]

  /// A report of three indicators, a summary in rows, and a request.
  private static func dossier(
    _ levels: [String], overall: String, summary rows: [[String]]? = nil,
    request: (head: String, body: String) = ("An Sơn, ngày 08 tháng 01 năm 2025", "")
  ) throws -> (fixture: DossierFixture, profile: Profile) {
    let profile = try profile()
    let reader = FactReader(lexicon: Reading.lexicon, profile: profile)
    let head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG TIỂU HỌC AN SƠN\n"
    let lines = levels.enumerated().map {
      "Chỉ tiêu 1.\($0.offset + 1): \(names[$0.offset])\n- Đánh giá: \($0.element)."
    }
    let report =
      head + "Số: 12/BC-THAS\nAn Sơn, ngày 06 tháng 01 năm 2025\nBÁO CÁO\n"
      + "Tự đánh giá Đơn vị học tập năm 2024\n\nMở đầu văn bản.\n" + lines.joined(separator: "\n")
      + "\nIII. KẾT LUẬN\nKết quả chung: Đơn vị học tập \(overall)."
    let letter =
      head + "Số: 15/THAS\nV/v đề nghị công nhận Đơn vị học tập năm 2024\n\(request.head)\n"
      + "Kính gửi: Ủy ban nhân dân huyện Nam Sách\n\(request.body)\nNhà trường kính đề nghị."
    let summary =
      rows
      ?? [["TT", "Chỉ tiêu", "Mức đạt"]]
      + levels.enumerated().map { ["1.\($0.offset + 1)", names[$0.offset], $0.element] }
    var fixture = DossierFixture()
    for (path, blocks) in [
      ("1-de-nghi/de-nghi.docx", Reading.paragraphs(letter)),
      ("2-bao-cao/bao-cao.docx", Reading.paragraphs(report)),
      (
        "3-tong-hop/tong-hop.docx",
        Reading.paragraphs("BẢNG TỔNG HỢP\nCác tiêu chí, chỉ tiêu năm 2024\n\n")
          + [Reading.table(summary)]
      ),
    ] {
      fixture.add(path) {
        $0.hasText = true
        $0.facts = reader.facts(from: blocks, title: nil)
      }
    }
    return (fixture, profile)
  }

  @Test(arguments: [
    (["không đạt", "không đạt", "không đạt"], "mức 1", ["score.rating"]),
    (["đạt mức 1", "đạt mức 1", "đạt mức 1"], "mức 2", ["score.rating"]),
    (["đạt mức 1", "đạt mức 1", "đạt mức 2"], "mức 2", []),
    (["đạt mức 2", "đạt mức 2", "đạt mức 2"], "mức 1", []),
    (["đạt mức 1", "đạt mức 1", "đạt mức 1"], "mức 1", []),
  ])
  func theWholeIsNotAboveEveryIndicator(
    levels: [String], overall: String, codes: [String]
  ) throws {
    let (dossier, profile) = try Self.dossier(levels, overall: overall)
    #expect(dossier.codes(profile: profile) == codes)
  }

  /// Both levels marked in one row: which is its own is not for sure, so nothing is said.
  @Test func rowsThatMarkTwoLevelsProveNothing() throws {
    let rows =
      [["TT", "Chỉ tiêu", "Mức 1", "Mức 2"]]
      + Self.names.enumerated().map { ["1.\($0.offset + 1)", $0.element, "x", "x"] }
    let (dossier, profile) = try Self.dossier(
      ["đạt mức 1", "đạt mức 1", "đạt mức 1"], overall: "mức 2", summary: rows)
    #expect(dossier.codes(profile: profile) == [])
  }

  /// A summary without the numbers of the indicators: their names say which they are.
  @Test(arguments: [("Mức 1", ["score.disagreement"]), ("Mức 2", [])])
  func rowsAreKnownByTheirNames(last: String, codes: [String]) throws {
    let levels = ["Mức 1", "Mức 2", last]
    let rows =
      [["STT", "Tên chỉ tiêu", "Mức đạt được"]]
      + Self.names.enumerated().map { ["\($0.offset + 1)", $0.element, levels[$0.offset]] }
    let (dossier, profile) = try Self.dossier(
      ["đạt mức 1", "đạt mức 2", "đạt mức 2"], overall: "mức 1", summary: rows)
    #expect(dossier.codes(profile: profile) == codes)
  }

  /// How many indicators reach a level, against those of the text or of the summary.
  @Test(arguments: [
    ("Tổng số chỉ tiêu: 3; trong đó 2 chỉ tiêu đạt Mức 2, 1 chỉ tiêu đạt Mức 1.", []),
    ("Số chỉ tiêu đạt Mức 2: 2/3; số chỉ tiêu đạt Mức 1: 1/3.", []),
    ("Số chỉ tiêu đạt Mức 1 trở lên: 3/3.", []),
    ("Tổng số chỉ tiêu: 3; trong đó 3 chỉ tiêu đạt Mức 2.", ["text.contradiction"]),
    ("Số chỉ tiêu đạt Mức 2: 1/3; số chỉ tiêu đạt Mức 1: 1/3.", ["text.contradiction"]),
    // Members, and not indicators.
    ("Có 18/20 thành viên thực hiện các chỉ tiêu, đạt Mức 2.", []),
    ("Phấn đấu năm 2025 có 3/3 chỉ tiêu đạt Mức 2.", []),
  ])
  func howManyIndicatorsReachALevel(text: String, codes: [String]) throws {
    let (dossier, profile) = try Self.dossier(
      ["đạt mức 1", "đạt mức 2", "đạt mức 2"], overall: "mức 1.\n3. \(text)\nHết")
    #expect(dossier.codes(profile: profile) == codes)
  }

  /// The request hands in the report: it may be of its day, and of none before; the date of the
  /// report that it cites is not its own.
  @Test(arguments: [
    ("An Sơn, ngày 06 tháng 01 năm 2025", "", []),
    ("An Sơn, ngày 04 tháng 01 năm 2025", "", ["date.order"]),
    ("", "Căn cứ Báo cáo số 12/BC-THAS ngày 06/01/2025 của nhà trường,", ["date.missing"]),
  ])
  func theRequestAndItsDate(head: String, body: String, codes: [String]) throws {
    let (dossier, profile) = try Self.dossier(
      ["đạt mức 1", "đạt mức 1", "đạt mức 1"], overall: "mức 1", request: (head, body))
    #expect(dossier.codes(profile: profile) == codes)
  }
}
