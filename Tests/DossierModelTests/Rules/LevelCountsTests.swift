import DossierCatalog
import DossierModel
import Testing

/// How many criteria a report of accreditation says reach a level, against the levels it states.
@Suite struct LevelCountsTests {
  private static let table = Reading.table([
    ["Tiêu chí", "Không đạt", "Mức 1", "Mức 2", "Mức 3"],
    ["Tiêu chuẩn 1", "", "", "", ""], ["Tiêu chí 1.1", "", "x", "x", ""],
    ["Tiêu chí 1.2", "", "x", "", ""], ["Tiêu chuẩn 2", "", "", "", ""],
    ["Tiêu chí 2.1", "", "x", "x", "x"],
  ])

  private static func found(
    _ text: String, headings: [String] = ["1.1", "1.2", "2.1"], table: TextBlock = table,
    code: FindingCode = .textContradiction
  ) throws -> [String] {
    let profile = try #require(try ProfileCatalog.builtIn("kdclgd"))
    let reader = FactReader(lexicon: Reading.lexicon, profile: profile)
    let criteria = headings.map { "Tiêu chí \($0): Nội dung\nHồ sơ đầy đủ.\n" }.joined()
    var dossier = DossierFixture()
    dossier.add("1-bao-cao/bao-cao.docx", "x") { file in
      file.facts = reader.facts(
        from: Reading.paragraphs(
          "TRƯỜNG TIỂU HỌC HOA MAI\nSố: 12/BC-THHM\nHoa Mai, ngày 20 tháng 5 năm 2024\nBÁO CÁO\n"
            + "Tự đánh giá năm học 2023-2024\n\nKết quả như sau.\n" + criteria + "KẾT LUẬN CHUNG\n")
          + [table] + Reading.paragraphs(text), title: nil)
    }
    return dossier.report(profile: profile).findings.filter { $0.code == code }
      .map { finding in
        "\(finding.variant ?? "") \(finding.arguments["first"] ?? .count(0)) "
          + "\(finding.arguments["second"] ?? .count(0))"
      }
  }

  @Test(arguments: [
    ("- Số lượng tiêu chí đạt Mức 2: 3/3 tiêu chí, chiếm tỷ lệ 100%.", "level"),
    ("Trường đạt 3/3 tiêu chí ở Mức 1, 1/3 tiêu chí ở Mức 2 và 2/3 tiêu chí ở Mức 3.", "level"),
    (
      "- Tổng số tiêu chí đạt: 3/3. Trong đó: Mức 1: 3 tiêu chí, Mức 2: 3 tiêu chí (100%).", "level"
    ),
    ("Số tiêu chí không đạt Mức 3: 1/3 tiêu chí.", "below-level"),
    ("Số lượng tiêu chí đạt Mức 1: 4/4 tiêu chí.", "criteria"),
    ("Kết luận về Tiêu chuẩn 1\nSố tiêu chí đạt Mức 2: 2/2 tiêu chí.", "level"),
    // Of the criteria that have Mức 3, all would be at it.
    ("Số lượng tiêu chí đạt Mức 3: 2/2 tiêu chí.", "level"),
    ("Số lượng tiêu chí đạt Mức 2: 3 tiêu chí/3 tiêu chí.", "level"),
    ("Có 2/3 tiêu chí đạt Mức 2 (66,7%), 2 tiêu chí không đạt Mức 2.", "below-level"),
    ("Số tiêu chí đạt Mức 1: 3/3 (100%); không đạt: 1/3 (33,3%).", "below-level"),
    ("Kết luận về Tiêu chuẩn 1\n- Số lượng tiêu chí đạt yêu cầu: 0/2.", "reached"),
    ("Mức 2 là mức có đủ tiêu chí: đạt 2/2 tiêu chí.", "criteria"),
  ])
  func aNumberThatIsNotThatOfTheLevels(text: String, variant: String) throws {
    let found = try Self.found(text)
    #expect(found.count == 1 && found[0].hasPrefix(variant + " "), "\(found)")
  }

  @Test(arguments: [
    "- Số lượng tiêu chí đạt Mức 2: 2/3 tiêu chí, chiếm tỷ lệ 66,67%.",
    "Trường đạt 3/3 tiêu chí ở Mức 1, 2/3 tiêu chí ở Mức 2 và 1/3 tiêu chí ở Mức 3.",
    // Each criterion at the level it reaches and no other.
    "Có 1 tiêu chí đạt Mức 1, 1 tiêu chí đạt Mức 2, 1 tiêu chí đạt Mức 3.",
    "Số tiêu chí không đạt Mức 3: 2/3 tiêu chí.", "Số lượng tiêu chí đạt Mức 4: 0/6.",
    "Năm 2025 phấn đấu đạt 3/3 tiêu chí ở Mức 2.",
    "Kết luận về Tiêu chuẩn 1\nSố tiêu chí đạt Mức 2: 1/2 tiêu chí.",
    "Có 12/15 giáo viên đạt chuẩn Mức 2.",
    // Not every criterion asks anything for Mức 3: one that does not is marked, or is not.
    "Số lượng tiêu chí đạt Mức 3: 1/2 tiêu chí, chiếm tỷ lệ 50%.",
    "Số tiêu chí đạt Mức 3: 1/2 (50%); không đạt: 1/2 (50%).",
    "Số tiêu chí đạt Mức 2: 2/3 (66,7%); không đạt: 1/3 (33,3%).",
    "Có 1/2 tiêu chí đạt Mức 3 (50%), 1 tiêu chí không đạt Mức 3.",
    "Số lượng tiêu chí đạt Mức 3: 1 tiêu chí/2 tiêu chí.",
    "Kết luận về Tiêu chuẩn 1\n- Số lượng tiêu chí đạt yêu cầu: 2/2.\n- Số lượng tiêu chí không đạt yêu cầu: 0.",
    "Kết luận về Tiêu chuẩn 1\n- Số lượng tiêu chí đạt yêu cầu: 1/2.",
  ])
  func aNumberThatIs(text: String) throws {
    #expect(try Self.found(text) == [])
  }

  @Test func whereALevelIsWantingNothingIsCounted() throws {
    let text = "- Số lượng tiêu chí đạt Mức 2: 3/4 tiêu chí."
    #expect(try Self.found(text, headings: ["1.1", "1.2", "2.1", "2.2"]) == [])
  }

  /// The level of the unit takes in those below it, and every criterion that has it reaches it.
  @Test(arguments: [
    ("Mức đánh giá của trường: Mức 2.", ["criterion"]),
    ("Mức đánh giá của trường: Mức 3.", ["criterion"]), ("Mức đánh giá của trường: Mức 1.", []),
    ("Mức đánh giá của trường: Mức 2.\nKết luận: Trường đạt Mức 1", []),
  ])
  func theLevelOfTheUnitIsReachedByEveryCriterion(text: String, variants: [String]) throws {
    #expect(
      try Self.found(text, code: .scoreRating).map { $0.split(separator: " ")[0].description }
        == variants)
  }

  /// Mức 3 asks nothing of some criteria: they are at Mức 2 in a unit of Mức 3.
  @Test(arguments: [
    ("Số tiêu chí đạt Mức 3: 2/2.\nMức đánh giá của trường: Mức 3.", []),
    ("Mức đánh giá của trường: Mức 3.", []),
    ("Số tiêu chí đạt Mức 3: 2/3.\nMức đánh giá của trường: Mức 3.", ["share"]),
    ("Số tiêu chí đạt Mức 3: 2/3.\nMức đánh giá của trường: Mức 2.", []),
  ])
  func aCriterionWithoutTheLevelIsInNoUnitsWay(text: String, variants: [String]) throws {
    let table = Reading.table([
      ["Tiêu chí", "Không đạt", "Mức 1", "Mức 2", "Mức 3"],
      ["Tiêu chí 1.1", "", "x", "x", "x"], ["Tiêu chí 1.2", "", "x", "x", "-"],
      ["Tiêu chí 2.1", "", "x", "x", "x"],
    ])
    #expect(
      try Self.found(text, table: table, code: .scoreRating).map {
        $0.split(separator: " ")[0].description
      }
        == variants)
  }

  @Test(arguments: [(["3", "2", "1"], 0), (["3", "3", "1"], 1)])
  func theTablesOwnTotal(totals: [String], count: Int) throws {
    guard case .table(let plain) = Self.table else { return }
    let row = ["Tổng cộng", "0"] + totals
    let cells = row.enumerated().map { column, text in
      TableCell(row: plain.rowCount, column: column, paragraphs: [Paragraph(text)])
    }
    let table = TextBlock.table(
      TextTable(
        cells: plain.cells + cells, rowCount: plain.rowCount + 1, columnCount: plain.columnCount))
    #expect(try Self.found("", table: table).count == count)
  }

  @Test(arguments: [
    ("2. Kết luận: Trường đạt Mức 1\nMức đánh giá của trường: Mức 2.", true),
    ("2. Kết luận: Trường đạt Mức 1\n- Mức đánh giá của trường: Đạt Mức 1.", false),
    ("Mức đánh giá: Mức 1\nKết luận: Trường chưa đạt Mức 4.", false),
    ("Mức đánh giá: Mức 1\nKết luận về Tiêu chuẩn 1: đạt Mức 2.", false),
    ("Mức đánh giá: Mức 1\nKết luận: Nhà trường phấn đấu đạt Mức 2.", false),
    ("Mức đánh giá: Mức 1\nKết quả: Đạt Mức 2", false),
  ])
  func theLevelOfTheUnitInTwoPlaces(text: String, isFound: Bool) throws {
    let found = try Self.found(text, code: .scoreDisagreement)
    #expect(found.isEmpty == !isFound, "\(found)")
  }
}
