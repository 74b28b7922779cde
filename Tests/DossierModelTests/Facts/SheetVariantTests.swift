import DossierModel
import Foundation
import Testing

/// Score sheets as offices really lay them out.
@Suite struct SheetVariantTests {
  static let short = [
    "1": "Điều kiện xây dựng ĐVHT",
    "1a": "Có chủ trương/kế hoạch cho thành viên học tập thường xuyên",
    "1b": "Có quy định cụ thể động viên thành viên học tập",
    "1c": "Quan tâm đầu tư nguồn lực", "2": "Kết quả học tập của thành viên",
    "2a": "Có kế hoạch tự học, tự bồi dưỡng được lãnh đạo phê duyệt",
    "2b": "Tuân thủ kỷ luật lao động, nội quy",
    "2c": "Hoàn thành chương trình bồi dưỡng bắt buộc", "2d": "Đạt danh hiệu LĐTT trở lên",
    "3": "Hiệu quả, tác động", "3a": "Đáp ứng năng lực, phẩm chất công dân học tập",
    "3b": "Đạt Tập thể LĐTT trở lên", "3c": "Chia sẻ tri thức với đơn vị khác",
  ]

  static func rows(
    _ head: [String], total: [String], names: [String: String] = short,
    _ make: (String, String, String, String) -> [String]
  ) -> [[String]] {
    [head]
      + SheetTests.order.map {
        make($0, names[$0] ?? "", "\(SheetTests.maxima[$0] ?? 0)", SheetTests.own[$0] ?? "")
      } + [total]
  }

  @Test func readsShortWordings() {
    let rows = Self.rows(
      ["TT", "Nội dung", "Điểm chuẩn", "Điểm tự chấm"], total: ["", "Tổng cộng", "100", "95"]
    ) {
      [$0.count == 1 ? $0 : String($0.dropFirst()), $1, $2, $3]
    }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test(arguments: [
    ["Tiêu chí", "Nội dung", "Thang điểm", "Kết quả tự chấm", "Minh chứng"],
    ["Mã TC", "Nội dung tiêu chí", "Điểm tối đa", "Điểm đơn vị tự đánh giá", "Tên minh chứng"],
    ["Số TT", "Các tiêu chí đánh giá", "Điểm quy định", "Tự cho điểm", "Ghi chú"],
    ["STT", "Tiêu chí đánh giá", "Mức điểm tối đa", "Nhà trường tự chấm", "Hồ sơ, minh chứng"],
    ["STT", "TIÊU CHÍ", "ĐIỂM CHUẨN", "ĐIỂM TỰ ĐÁNH GIÁ", "MINH CHỨNG"],
    ["TT", "Nội dung đánh giá", "Khung điểm", "Điểm đạt", "Tài liệu minh chứng"],
    ["TT", "Nội dung", "Điểm tối đa theo Thông tư", "Trường chấm", "Lý do trừ điểm"],
    ["TT", "Tiêu chí", "Biểu điểm", "Điểm tự chấm của đơn vị", "Diễn giải"],
    ["TT", "Tiêu chí", "Tối đa", "Đạt được", "Ghi chú"],
    ["TT", "Yêu cầu", "Điểm", "Tự chấm", "Căn cứ"],
    ["TT", "Tiêu chí", "Điểm", "Điểm đạt được", "Ghi chú"],
    ["Mục", "Nội dung các tiêu chí", "Số điểm tối đa", "Số điểm đạt được", "Minh chứng"],
    ["TT", "Tiêu chí tự đánh giá", "Điểm tối đa", "Điểm", "Ghi chú"],
    ["TT", "Nội dung tự đánh giá", "Điểm chuẩn", "Tự đánh giá", "Minh chứng"],
  ])
  func readsHeadings(_ head: [String]) {
    let rows = Self.rows(head, total: ["", "Tổng cộng", "100", "95", ""], names: SheetTests.names) {
      [$0, $1, $2, $3, ""]
    }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected], "\(head)")
    let swapped = rows.map { [$0[0], $0[1], $0[3], $0[2], $0[4]] }
    #expect(SheetTests.read([Reading.table(swapped)]) == [SheetTests.expected], "swapped \(head)")
  }

  @Test(arguments: [
    "Tổng", "TỔNG ĐIỂM", "Tổng cộng (1+2+3)", "Tổng số điểm tự chấm", "Cộng", "Tổng cộng:",
    "TỔNG SỐ", "Tổng điểm đạt được",
  ])
  func readsTotals(_ label: String) {
    for row in [
      ["", label, "100", "95"], [label, "", "100", "95"], [label, label, "100", "95 điểm"],
    ] {
      let rows = Self.rows(["TT", "Nội dung", "Điểm chuẩn", "Điểm tự chấm"], total: row) {
        [$0, $1, $2, $3]
      }
      #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected], "\(row)")
    }
  }

  @Test func readsATotalWithoutLabel() {
    let rows = Self.rows(
      ["TT", "Nội dung", "Điểm chuẩn", "Điểm tự chấm"], total: ["", "", "100", "95"]
    ) { [$0, $1, $2, $3] }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test func readsGroupsWithoutPoints() {
    let rows = Self.rows(
      ["TT", "Nội dung", "Điểm chuẩn", "Điểm tự chấm"], total: ["", "Tổng", "100", "95"]
    ) {
      $0.count == 1
        ? [["1": "I", "2": "II", "3": "III"][$0] ?? "", $1, "", ""]
        : [String($0.dropFirst()), $1, $2, $3]
    }
    let expected = SheetTests.expected.replacing("1=30/30", with: "1=").replacing(
      "2=30/30", with: "2="
    ).replacing("3=35/40", with: "3=")
    #expect(SheetTests.read([Reading.table(rows)]) == [expected])
  }

  @Test func readsCapitalLettersAsGroups() {
    let rows = Self.rows(
      ["TT", "Nội dung", "Điểm chuẩn", "Điểm tự chấm"], total: ["", "Tổng", "100", "95"]
    ) {
      $0.count == 1
        ? [["1": "A", "2": "B", "3": "C"][$0] ?? "", $1, $2, $3]
        : [["a": "1", "b": "2", "c": "3", "d": "4"][$0.last ?? " "] ?? "", $1, $2, $3]
    }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test func readsCriteriaWithoutGroupRows() {
    let rows = Self.rows(
      ["Tiêu chí", "Nội dung", "Điểm tối đa", "Điểm tự chấm"], total: ["", "Tổng", "100", "95"]
    ) { [$0, $1, $2, $3] }
    .filter { $0[0].count != 1 }
    let expected = SheetTests.expected.replacing("1=30/30 ", with: "").replacing(
      "2=30/30 ", with: ""
    ).replacing("3=35/40 ", with: "")
    #expect(SheetTests.read([Reading.table(rows)]) == [expected])
  }

  @Test func readsMergedGroupCells() {
    // The group stands in a column of its own and spans its criteria.
    var cells: [TableCell] = []
    func add(_ row: Int, _ column: Int, _ text: String, rows: Int = 1) {
      cells.append(
        TableCell(row: row, column: column, rowSpan: rows, paragraphs: [Paragraph(text)]))
    }
    for (column, text) in [
      "Nhóm tiêu chí", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng",
    ].enumerated() { add(0, column, text) }
    var row = 1
    for (group, leaves) in [
      ("1", ["1a", "1b", "1c"]), ("2", ["2a", "2b", "2c", "2d"]), ("3", ["3a", "3b", "3c"]),
    ] {
      add(row, 0, "\(group). \(Self.short[group] ?? "")", rows: leaves.count)
      for leaf in leaves {
        add(row, 1, "\(leaf.dropFirst())) \(Self.short[leaf] ?? "")")
        add(row, 2, "\(SheetTests.maxima[leaf] ?? 0)")
        add(row, 3, SheetTests.own[leaf] ?? "")
        add(row, 4, "")
        row += 1
      }
    }
    add(row, 0, "Tổng cộng")
    add(row, 1, "")
    add(row, 2, "100")
    add(row, 3, "95")
    let expected = SheetTests.expected.replacing("1=30/30 ", with: "").replacing(
      "2=30/30 ", with: ""
    ).replacing("3=35/40 ", with: "")
    #expect(
      SheetTests.read([.table(TextTable(cells: cells, rowCount: row + 1, columnCount: 5))]) == [
        expected
      ])
  }

  @Test func readsEvidenceRowsBelowACriterion() {
    var cells: [TableCell] = []
    func add(_ row: Int, _ column: Int, _ text: String, rows: Int = 1) {
      cells.append(
        TableCell(row: row, column: column, rowSpan: rows, paragraphs: [Paragraph(text)]))
    }
    for (column, text) in ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"]
      .enumerated()
    { add(0, column, text) }
    for (index, code) in ["1a", "1b", "1c"].enumerated() {
      let row = 1 + index * 2
      add(row, 0, code, rows: 2)
      add(row, 1, Self.short[code] ?? "", rows: 2)
      add(row, 2, "10", rows: 2)
      add(row, 3, "9", rows: 2)
      add(row, 4, "Kế hoạch số 0\(index + 1)/KH-THAS")
      add(row + 1, 4, "Quyết định số 0\(index + 1)/QĐ-THAS")
    }
    let facts = Reading.reader.facts(
      from: [.table(TextTable(cells: cells, rowCount: 7, columnCount: 5))], title: nil)
    #expect(facts.scoreSheets.map(SheetTests.shown) == ["1a=9/10 1b=9/10 1c=9/10"])
    #expect(
      facts.citations.compactMap(\.notation?.written) == [
        "01/KH-THAS", "01/QĐ-THAS", "02/KH-THAS", "02/QĐ-THAS", "03/KH-THAS", "03/QĐ-THAS",
      ])
  }

  @Test func saysWhatIsNoNumber() {
    let rows = [
      ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"],
      ["1a", Self.short["1a"] ?? "", "10", "Đạt"], ["1b", Self.short["1b"] ?? "", "10", "x"],
      ["1c", Self.short["1c"] ?? "", "10", ""],
    ]
    #expect(SheetTests.read([Reading.table(rows)]) == ["1a=?Đạt/10 1b=?x/10 1c=/10"])
  }

  @Test func readsASheetInsideAReport() {
    let rows = Self.rows(
      ["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"], total: ["", "Tổng cộng", "100", "95"]
    ) { [$0, $1, $2, $3] }
    let blocks =
      Reading.paragraphs(
        "BÁO CÁO\nTự đánh giá, xếp loại Đơn vị học tập năm 2023\n\nKết quả như sau:") + [
        Reading.table(rows)
      ]
      + Reading.paragraphs(
        "Tổng điểm: 95/100 điểm. Xếp loại: Tốt\nNơi nhận:\n- Phòng GDĐT;\n- Lưu: VT.")
    let facts = Reading.reader.facts(from: blocks, title: nil)
    #expect(facts.scoreSheets.map(SheetTests.shown) == [SheetTests.expected])
    #expect(facts.points.map(PointTests.shown) == ["total=95/100"])
    #expect(facts.ratings.map(\.value) == ["tot"])
  }

  @Test func readsAListOfGroupsOnly() {
    let rows = [
      ["STT", "Nhóm tiêu chí", "Điểm tối đa", "Điểm tự chấm"],
      ["1", SheetTests.names["1"] ?? "", "30", "30"],
      ["2", SheetTests.names["2"] ?? "", "30", "30"],
      ["3", SheetTests.names["3"] ?? "", "40", "35"], ["Tổng cộng", "", "100", "95"],
    ]
    #expect(SheetTests.read([Reading.table(rows)]) == ["1=30/30 2=30/30 3=35/40 total=95/100"])
  }

  @Test func readsWorkbookNumbers() {
    let rows = Self.rows(
      ["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"], total: ["", "Tổng cộng", "100.0", "95.0"]
    ) {
      [$0, $1, $2 + ".0", $0 == "2b" ? "5.00000000001" : $3]
    }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test func readsASheetInDecomposedLetters() {
    let rows = Self.rows(
      ["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"], total: ["", "Tổng cộng", "100", "95"],
      names: SheetTests.names
    ) { [$0, $1, $2, $3] }
    .map { $0.map { $0.decomposedStringWithCanonicalMapping.replacing(" ", with: "\u{A0}") } }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test(arguments: ["Điểm năm 2022", "Điểm tự chấm năm 2022", "Điểm đạt năm 2022"])
  func thePointsOfAnotherYearAreNoMaxima(heading: String) {
    let rows = Self.rows(
      ["TT", "Nội dung", "Mức", heading, "Điểm tự chấm"], total: ["", "Tổng cộng", "", "", "95"]
    ) { [$0, $1, "", "3", $3] }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expectedNoMax])
  }

  /// Which of two columns without a readable heading holds the maxima, the regime's own tell.
  @Test func maximaBehindThePointsAreKnownByTheirValues() {
    let rows = Self.rows(
      ["TT", "Nội dung", "T c", "M đ"], total: ["", "Tổng cộng", "95", "100"]
    ) { [$0, $1, $3, $2] }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
    let usual = Self.rows(
      ["TT", "Nội dung", "M đ", "T c"], total: ["", "Tổng cộng", "100", "95"]
    ) { [$0, $1, $2, $3] }
    #expect(SheetTests.read([Reading.table(usual)]) == [SheetTests.expected])
  }
}
