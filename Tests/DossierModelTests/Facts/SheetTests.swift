import DossierModel
import Testing

@Suite struct SheetTests {
  /// "1=30/30 1a=10/10 …; total=95/100; unmapped=0".
  static func shown(_ sheet: ScoreSheet) -> String {
    func value(_ row: ScoreSheet.Row) -> String {
      let points = row.points.map { $0.formatted() } ?? row.unreadablePoints.map { "?\($0)" } ?? ""
      return points + (row.maximum.map { "/" + $0.formatted() } ?? "")
    }
    var parts = sheet.rows.map { "\($0.code ?? "-")=\(value($0))" }
    if let total = sheet.total { parts.append("total=\(value(total))") }
    if sheet.unmappedRows > 0 { parts.append("unmapped=\(sheet.unmappedRows)") }
    return parts.joined(separator: " ")
  }

  static func read(_ blocks: [TextBlock]) -> [String] {
    Reading.reader.facts(from: blocks, title: nil).scoreSheets.map(shown)
  }

  static let names = [
    "1": "Các tiêu chí về điều kiện xây dựng đơn vị học tập",
    "1a": "Đơn vị có chủ trương hoặc kế hoạch cho các thành viên học tập thường xuyên",
    "1b": "Đơn vị có quy định cụ thể nhằm động viên, khuyến khích thành viên học tập",
    "1c": "Đơn vị quan tâm đầu tư các nguồn lực, bao gồm tài chính, cơ sở vật chất, trang thiết bị",
    "2": "Các tiêu chí về kết quả học tập của các thành viên trong đơn vị",
    "2a": "100% thành viên có kế hoạch tự học tập, tự bồi dưỡng hằng năm được lãnh đạo phê duyệt",
    "2b": "100% thành viên tuân thủ kỷ luật lao động, nội quy của đơn vị; có tinh thần hợp tác",
    "2c": "100% thành viên hoàn thành đầy đủ chương trình học tập, bồi dưỡng bắt buộc",
    "2d": "100% thành viên đạt danh hiệu Lao động tiên tiến trở lên",
    "3": "Các tiêu chí về hiệu quả, tác động của việc xây dựng đơn vị học tập",
    "3a": "100% thành viên đáp ứng đầy đủ năng lực, phẩm chất của công dân học tập",
    "3b": "Đơn vị đạt danh hiệu Tập thể lao động tiên tiến trở lên",
    "3c": "Đơn vị góp phần tạo lập môi trường chia sẻ tri thức với đơn vị khác",
  ]
  static let order = ["1", "1a", "1b", "1c", "2", "2a", "2b", "2c", "2d", "3", "3a", "3b", "3c"]
  static let maxima = [
    "1": 30, "1a": 10, "1b": 10, "1c": 10, "2": 30, "2a": 10, "2b": 5, "2c": 10, "2d": 5, "3": 40,
    "3a": 25, "3b": 10, "3c": 5,
  ]
  static let own = [
    "1": "30", "1a": "10", "1b": "10", "1c": "10", "2": "30", "2a": "10", "2b": "5", "2c": "10",
    "2d": "5", "3": "35", "3a": "25", "3b": "5", "3c": "5",
  ]
  static let expected =
    "1=30/30 1a=10/10 1b=10/10 1c=10/10 2=30/30 2a=10/10 2b=5/5 2c=10/10 2d=5/5 3=35/40 3a=25/25 3b=5/10 3c=5/5 total=95/100"
  static let expectedNoMax = expected.split(separator: " ").map { $0.split(separator: "/")[0] }
    .joined(separator: " ")

  /// Rows by a function of code, name, maximum and points.
  static func rows(
    _ head: [[String]], total: [String]?, _ make: (String, String, String, String) -> [String]
  ) -> [[String]] {
    head + order.map { make($0, names[$0] ?? "", "\(maxima[$0] ?? 0)", own[$0] ?? "") }
      + (total.map { [$0] } ?? [])
  }

  @Test func readsThePlainSheet() {
    let rows = Self.rows(
      [["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"]],
      total: ["", "Tổng cộng", "100", "95", ""]
    ) { code, name, maximum, own in [code, name, maximum, own, "KH số 05/KH-THAS"] }
    #expect(Self.read([Reading.table(rows)]) == [Self.expected])
  }

  @Test func readsColumnsInAnyOrder() {
    let rows = Self.rows(
      [["Ghi chú", "Điểm tự đánh giá", "Điểm chuẩn", "Nội dung tiêu chí", "STT"]],
      total: ["", "95 điểm", "100", "TỔNG ĐIỂM", ""]
    ) { code, name, maximum, own in
      ["", own + " điểm", maximum, name, code.count == 1 ? code : String(code.dropFirst()) + ")"]
    }
    #expect(Self.read([Reading.table(rows)]) == [Self.expected])
  }

  @Test func readsRomanGroupsAndNumberedCriteria() {
    let roman = ["1": "I", "2": "II", "3": "III"]
    let rows = Self.rows(
      [["STT", "Nội dung đánh giá", "Thang điểm", "Đơn vị tự chấm", "Điểm thẩm định"]],
      total: ["", "Tổng điểm:", "100", "95", ""]
    ) { code, name, maximum, own in
      let position = code.last.map { ["a": "1", "b": "2", "c": "3", "d": "4"][$0] ?? "" } ?? ""
      return [roman[code] ?? position, name, maximum, own, "9"]
    }
    #expect(Self.read([Reading.table(rows)]) == [Self.expected])
  }

  @Test(arguments: ["1.a", "1a)", "(1a)", "1.1", "1.1.", "1-a", "Tiêu chí 1a", "TC 1.a"])
  func readsLabelStyles(_ style: String) {
    let rows = Self.rows(
      [["Mục", "Nội dung", "Điểm tối đa", "Tự chấm"]], total: ["Tổng cộng", "", "100", "95"]
    ) { code, name, maximum, own in
      guard code.count == 2, let group = code.first, let letter = code.last else {
        return [code, name, maximum, own]
      }
      let position = ["a": "1", "b": "2", "c": "3", "d": "4"][letter] ?? ""
      let label =
        style.contains("1.1")
        ? style.replacing("1.1", with: "\(group).\(position)")
        : style.replacing("a)", with: "\(letter))").replacing("1a", with: code)
          .replacing("1.a", with: "\(group).\(letter)").replacing("1-a", with: "\(group)-\(letter)")
          .replacing("1b", with: code).replacing("1c", with: code).replacing("1d", with: code)
          .replacing("1\(letter)", with: code)
      return [label, name, maximum, own]
    }
    #expect(Self.read([Reading.table(rows)]) == [Self.expected])
  }

  @Test func readsLabelsInTheWording() {
    let rows = Self.rows(
      [["Tiêu chí", "Điểm tối đa", "Điểm đạt được", "Hồ sơ minh chứng"]],
      total: ["Cộng", "100", "95", ""]
    ) { code, name, maximum, own in
      let text = code.count == 1 ? "\(code). \(name)" : "\(code.dropFirst())) \(name)"
      return [text, maximum, own, ""]
    }
    #expect(Self.read([Reading.table(rows)]) == [Self.expected])
  }

  @Test func readsByMeaningAlone() {
    let rows = Self.rows(
      [["Nội dung tiêu chí", "Điểm", "Tự chấm"]], total: ["Tổng", "100", "95"]
    ) { _, name, maximum, own in [name, maximum, own] }
    #expect(Self.read([Reading.table(rows)]) == [Self.expected])
  }

  @Test func readsRunningNumbers() {
    var number = 0
    let rows = Self.rows(
      [["TT", "Tiêu chí", "Điểm chuẩn", "Điểm tự chấm"]], total: ["", "Tổng số điểm", "100", "95"]
    ) { code, name, maximum, own in
      guard code.count == 2 else { return ["", name, maximum, own] }
      number += 1
      return ["\(number)", "Nội dung như Thông tư", maximum, own]
    }
    #expect(Self.read([Reading.table(rows)]) == [Self.expected])
  }

  @Test func readsTwoHeadingRowsWithMergedCells() {
    var cells: [TableCell] = []
    func add(_ row: Int, _ column: Int, _ text: String, rows: Int = 1, columns: Int = 1) {
      cells.append(
        TableCell(
          row: row, column: column, rowSpan: rows, columnSpan: columns,
          paragraphs: [Paragraph(text)]))
    }
    add(0, 0, "STT", rows: 2)
    add(0, 1, "Nội dung", rows: 2)
    add(0, 2, "Điểm", columns: 2)
    add(0, 4, "Ghi chú", rows: 2)
    add(1, 2, "Tối đa")
    add(1, 3, "Tự đánh giá")
    for (column, text) in ["(1)", "(2)", "(3)", "(4)", "(5)"].enumerated() { add(2, column, text) }
    for (index, code) in Self.order.enumerated() {
      add(index + 3, 0, code)
      add(index + 3, 1, Self.names[code] ?? "")
      add(index + 3, 2, "\(Self.maxima[code] ?? 0)")
      add(index + 3, 3, Self.own[code] ?? "")
      add(index + 3, 4, "")
    }
    add(16, 0, "TỔNG ĐIỂM", columns: 2)
    add(16, 2, "100")
    add(16, 3, "95")
    let table = TextTable(cells: cells, rowCount: 17, columnCount: 5)
    #expect(Self.read([.table(table)]) == [Self.expected])
  }

  @Test func joinsATableSplitAcrossPages() {
    let head = ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]
    let rows = Self.rows([head], total: ["", "Tổng cộng", "100", "95"]) { [$0, $1, $2, $3] }
    let first = Reading.table(Array(rows[..<6]))
    let second = Reading.table([head] + rows[6...])
    let bare = Reading.table(Array(rows[6...]))
    #expect(Self.read([first, second]) == [Self.expected])
    #expect(Self.read([first, bare]) == [Self.expected])
    let repeated = Reading.table(rows[..<6] + [head] + rows[6...])
    #expect(Self.read([repeated]) == [Self.expected])
  }

  @Test func readsPointsAsTextAndFractions() {
    let rows = Self.rows(
      [["TT", "Tiêu chí", "Điểm tự chấm"]], total: ["", "Tổng điểm", "95/100"]
    ) { code, name, maximum, own in
      [code, name, code == "1a" ? "mười điểm" : "\(own)/\(maximum) điểm"]
    }
    let expected = Self.expected.replacing("1a=10/10", with: "1a=10")
    #expect(Self.read([Reading.table(rows)]) == [expected])
  }

  @Test func readsDecimalsWithAComma() {
    let rows = Self.rows(
      [["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]], total: nil
    ) { [$0, $1, $2, $0 == "2b" ? "4,5" : $3] }
    let found = Self.read([Reading.table(rows)])
    #expect(
      found == [
        Self.expected.replacing("2b=5/5", with: "2b=4.5/5").replacing(" total=95/100", with: "")
      ])
  }

  @Test func readsGroupTitlesAcrossTheTable() {
    var rows: [[String]] = [["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]]
    for code in Self.order {
      if code.count == 1 {
        rows.append(["Tiêu chí \(code): \(Self.names[code] ?? "")"])
      } else {
        rows.append([
          String(code.dropFirst()), Self.names[code] ?? "", "\(Self.maxima[code] ?? 0)",
          Self.own[code] ?? "",
        ])
      }
      if code == "1c" { rows.append(["", "Cộng", "30", "30"]) }
      if code == "2d" { rows.append(["", "Cộng tiêu chí 2", "30", "30"]) }
      if code == "3c" { rows.append(["", "Cộng nhóm 3", "40", "35"]) }
    }
    rows.append(["", "Tổng cộng", "100", "95"])
    let found = Self.read([Reading.table(rows)])
    #expect(found == [Self.expected])
  }

  @Test func sumsTheDetailsOfACriterion() {
    let rows = [
      ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"],
      ["1", Self.names["1"] ?? "", "30", "28"],
      ["1a", Self.names["1a"] ?? "", "10", ""],
      ["", "- Có kế hoạch", "5", "5"], ["", "- Có triển khai", "5", "3"],
      ["1b", Self.names["1b"] ?? "", "10", "10"], ["", "- Văn bản nội bộ", "5", "5"],
      ["1c", Self.names["1c"] ?? "", "10", "10"],
    ]
    #expect(Self.read([Reading.table(rows)]) == ["1=28/30 1a=8/10 1b=10/10 1c=10/10"])
  }

  @Test func countsRowsItDoesNotKnow() {
    let rows = [
      ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"],
      ["3", Self.names["3"] ?? "", "40", "35"], ["a", Self.names["3a"] ?? "", "25", "25"],
      ["b", Self.names["3b"] ?? "", "10", "5"], ["c", Self.names["3c"] ?? "", "5", "5"],
      ["d", "Công tác tập huấn cho cán bộ", "5", "5"],
    ]
    #expect(
      Self.read([Reading.table(rows)]) == ["3=35/40 3a=25/25 3b=5/10 3c=5/5 -=5/5 unmapped=1"])
  }

  @Test func readsASheetSetWithTabs() {
    let text =
      "BIỂU ĐIỂM TỰ ĐÁNH GIÁ\n"
      + Self.rows(
        [["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]], total: ["", "Tổng cộng", "100", "95"]
      ) { [$0, $1, $2, $3] }.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    #expect(Self.read(Reading.paragraphs(text)) == [Self.expected])
  }

  @Test func guessesColumnsWithoutHeading() {
    let rows = Self.rows([], total: ["", "Tổng cộng", "100", "95"]) { [$0, $1, $2, $3] }
    #expect(Self.read([Reading.table(rows)]) == [Self.expected])
  }

  @Test func readsAWorkbookWithHeaderAndFooterInOneTable() {
    var rows: [[String]] = [
      ["UBND HUYỆN NAM SÁCH", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""],
      ["TRƯỜNG TIỂU HỌC AN SƠN", "", "Độc lập - Tự do - Hạnh phúc", ""],
      ["BIỂU ĐIỂM TỰ ĐÁNH GIÁ ĐƠN VỊ HỌC TẬP NĂM 2023"],
    ]
    rows += Self.rows(
      [["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]], total: ["", "Tổng cộng", "100", "95"]
    ) { [$0, $1, $2, $3] }
    rows += [
      ["Xếp loại: Tốt"], ["", "", "An Sơn, ngày 05 tháng 01 năm 2024", ""],
      ["", "", "HIỆU TRƯỞNG", ""],
    ]
    let facts = Reading.reader.facts(from: [Reading.table(rows)], title: nil)
    #expect(facts.scoreSheets.map(Self.shown) == [Self.expected])
    #expect(facts.ratings.map(\.value) == ["tot"])
    #expect(facts.header.issuingBody == "TRƯỜNG TIỂU HỌC AN SƠN")
    #expect(facts.header.typeName == "BIỂU ĐIỂM")
    #expect(facts.assessedYear?.value == 2023)
    #expect(facts.header.date?.value == CalendarDate(year: 2024, month: 1, day: 5))
  }

  @Test(arguments: [
    [
      ["STT", "Họ và tên", "Chức vụ", "Ký tên"], ["1", "Nguyễn Văn A", "Hiệu trưởng", ""],
      ["2", "Trần Thị B", "Thư ký", ""],
    ],
    [
      ["STT", "Số, ký hiệu", "Ngày tháng", "Trích yếu", "Trang"],
      ["1", "12/KH", "05/01/2023", "Kế hoạch học tập thường xuyên", "1"],
      ["2", "13/QĐ", "06/01/2023", "Quyết định", "2"],
    ],
    [
      ["Tiêu chí", "Tên minh chứng", "Số, ký hiệu"], ["1a", "Kế hoạch", "05/KH"],
      ["1b", "Quy chế", "06/QC"], ["1c", "Dự toán", "07"],
    ],
    [
      ["STT", "Họ và tên", "Điểm thi", "Xếp loại"], ["1", "Nguyễn Văn A", "9", "Giỏi"],
      ["2", "Trần B", "8", "Khá"], ["3", "Lê C", "10", "Giỏi"], ["4", "Phạm D", "7", "Khá"],
    ],
    [
      ["TT", "Tiêu chí", "Điểm tối đa"], ["1", "Điều kiện xây dựng đơn vị học tập", "30"],
      ["1a", "Có kế hoạch cho thành viên học tập thường xuyên", "10"],
    ],
  ])
  func takesNoOtherTable(_ rows: [[String]]) {
    #expect(Self.read([Reading.table(rows)]) == [])
  }

  @Test func givesBothOfTwoSheets() {
    let rows = Self.rows(
      [["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]], total: ["", "Tổng cộng", "100", "95"]
    ) { [$0, $1, $2, $3] }
    #expect(
      Self.read([Reading.table(rows), Reading.table(rows)]) == [Self.expected, Self.expected])
  }
}
