import DossierModel
import Testing

/// Layouts of score sheets as clerks make them, and tables beside them that are none.
@Suite struct SheetLayoutTests {
  static let head = ["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"]
  static let plain = SheetVariantTests.rows(head, total: ["", "Tổng cộng", "100", "95"]) {
    [$0, $1, $2, $3]
  }
  static let staff = [
    ["TT", "Họ và tên", "Chức vụ", "Điểm thi đua"], ["1", "Lê Văn Nam", "Giáo viên", "90"],
    ["2", "Vũ Thị Lan", "Giáo viên", "91"], ["3", "Hồ Thị Mai", "Văn thư", "92"],
  ]

  /// The year before stands beside the unit's own for comparison, on either side.
  @Test(arguments: [
    ("Năm 2022", "Năm 2023"), ("Điểm năm 2022", "Điểm năm 2023"),
    ("Tự chấm năm 2022", "Tự chấm năm 2023"),
  ])
  func ofTwoYearsTheLatestIsTheUnits(before: String, own: String) {
    let head = ["TT", "Nội dung", "Điểm tối đa", before, own, "Tăng/giảm"]
    var rows = SheetVariantTests.rows(
      head, total: ["", "Tổng cộng", "100", "83", "95", "+12"], names: SheetTests.names
    ) {
      [$0, $1, $2, $0.count == 1 ? "" : "1", $3, ""]
    }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
    for row in rows.indices { rows[row].swapAt(3, 4) }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test(arguments: ["Điểm tổ 1 chấm", "Điểm cá nhân tự chấm", "Bộ phận chấm điểm"])
  func whatPartsGiveIsNotWhatWasAgreedOn(part: String) {
    let head = ["TT", "Nội dung", "Điểm tối đa", part, "Điểm thống nhất"]
    let rows = SheetVariantTests.rows(
      head, total: ["", "Tổng cộng", "100", "80", "95"], names: SheetTests.names
    ) { code, name, maximum, own in [code, name, maximum, code.count == 1 ? "" : "1", own] }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  /// Beside the unit's own points those agreed on are the inspectors'.
  @Test func theUnitsOwnPointsAreReadBesideThoseAgreedOn() {
    let head = ["TT", "Nội dung", "Điểm tối đa", "Đơn vị tự chấm", "Điểm thống nhất"]
    let rows = SheetVariantTests.rows(
      head, total: ["", "Tổng cộng", "100", "95", "80"], names: SheetTests.names
    ) { code, name, maximum, own in [code, name, maximum, own, "1"] }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  /// "Kết quả đạt được" in words beside "Điểm"; where it holds the numbers it is the column of points.
  @Test(arguments: [true, false])
  func resultsInWordsAreNoPoints(areWords: Bool) {
    let head = ["TT", "Nội dung", "Kết quả đạt được", "Điểm"]
    let rows = SheetVariantTests.rows(
      head, total: ["", "Tổng cộng", areWords ? "" : "95", areWords ? "95" : "100"],
      names: SheetTests.names
    ) { code, name, maximum, own in
      [code, name, areWords ? "Đầy đủ minh chứng" : own, areWords ? own : maximum]
    }
    #expect(
      SheetTests.read([Reading.table(rows)]) == [
        areWords ? SheetTests.expectedNoMax : SheetTests.expected
      ])
  }

  @Test func votesAreNoPoints() {
    let head = ["TT", "Nội dung", "Số phiếu tán thành", "Điểm thống nhất"]
    let rows = SheetVariantTests.rows(
      head, total: ["", "Tổng cộng", "", "95"], names: SheetTests.names
    ) { code, name, _, own in [code, name, "9/9", own] }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expectedNoMax])
  }

  @Test func aListOfPeopleIsNoSheet() {
    #expect(SheetTests.read([Reading.table(Self.staff)]).isEmpty)
    #expect(
      SheetTests.read([Reading.table(Self.plain), Reading.table(Self.staff)]) == [
        SheetTests.expected
      ])
  }

  @Test func aListOfPeopleBelowTheTableIsNoPartOfIt() {
    let rows = Self.plain + [["", "", "", ""]] + Self.staff
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test func aSumWrittenOutBelowTheTableIsNoSecondTotal() {
    let rows = Self.plain + [["Tổng số điểm: 95/100 điểm.", "", "", ""]]
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test func wordsBelowTheTotalAreText() {
    let rows = Self.plain + [["", "", "", ""], ["Kết quả: đơn vị đạt loại Khá", "", "", ""]]
    let facts = Reading.reader.facts(from: [Reading.table(rows)], title: nil)
    #expect(facts.ratings.map(\.value) == ["kha"])
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test(arguments: ["Tổng điểm tối đa", "Tổng điểm thẩm định", "Tổng điểm chuẩn"])
  func theSumOfTheMaximaIsNotTheUnits(label: String) {
    let rows = Self.plain + [["", label, "", "100"]]
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test func aRepeatedHeadingWithItsCountingRowIsNoRow() {
    let counting = ["(1)", "(2)", "(3)", "(4)"]
    let rows =
      [Self.head, counting] + Self.plain[1..<9] + [Self.head, counting] + Self.plain[9...]
    #expect(SheetTests.read([Reading.table(Array(rows))]) == [SheetTests.expected])
  }

  @Test func theHeadingCellAboveTwoColumnsDoesNotDecide() {
    var cells = [
      ("TT", 0, 0, 2, 1), ("Nội dung", 0, 1, 2, 1), ("Thang điểm, điểm chấm", 0, 2, 1, 2),
      ("Tối đa", 1, 2, 1, 1), ("Đạt được", 1, 3, 1, 1),
    ].map { text, row, column, rows, columns in
      TableCell(
        row: row, column: column, rowSpan: rows, columnSpan: columns, paragraphs: [Paragraph(text)])
    }
    for (row, texts) in Self.plain.dropFirst().enumerated() {
      for (column, text) in texts.enumerated() {
        cells.append(TableCell(row: row + 2, column: column, paragraphs: [Paragraph(text)]))
      }
    }
    let table = TextTable(cells: cells, rowCount: Self.plain.count + 1, columnCount: 4)
    #expect(SheetTests.read([.table(table)]) == [SheetTests.expected])
  }

  @Test func maximaInTheWordingAreNoPoints() {
    let rows = SheetVariantTests.rows(
      ["STT", "Nội dung tiêu chí (điểm tối đa)", "Điểm tự chấm"],
      total: ["", "Tổng cộng (100 điểm)", "95"]
    ) { [$0, "\($1) (\($2) điểm)", $3] }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expectedNoMax])
  }

  @Test func aTableOnItsSideIsRead() {
    let codes = SheetTests.order.filter { $0.count == 2 }
    let rows = [
      ["Tiêu chí"] + codes + ["Tổng"],
      ["Điểm tối đa"] + codes.map { "\(SheetTests.maxima[$0] ?? 0)" } + ["100"],
      ["Điểm tự chấm"] + codes.map { SheetTests.own[$0] ?? "" } + ["95"],
    ]
    let title = ["BIỂU ĐIỂM TỰ ĐÁNH GIÁ NĂM 2023"]
    for table in [rows, [title] + rows + [["Tự xếp loại: Tốt"]]] {
      let sheet = Reading.reader.facts(from: [Reading.table(table)], title: nil).scoreSheets.first
      #expect(sheet?.rows.compactMap(\.code) == codes)
      #expect(sheet?.total?.points == Points(95))
    }
  }

  @Test func partsInRowsOfOneLabelMakeItsPoints() {
    let texts: [[(String, Int)]] = [
      [("TT", 1), ("Tiêu chí", 1), ("Điểm tối đa", 1), ("Nội dung chấm", 1), ("Điểm tự chấm", 1)],
      [("1a", 2), (SheetTests.names["1a"] ?? "", 2), ("10", 2), ("Có văn bản", 1), ("5", 1)],
      [("Có kết quả", 1), ("4", 1)],
      [("1b", 1), (SheetTests.names["1b"] ?? "", 1), ("10", 1), ("Có văn bản", 1), ("9", 1)],
    ]
    var cells: [TableCell] = []
    for (row, line) in texts.enumerated() {
      for (place, cell) in line.enumerated() {
        let column = place + (line.count == 2 ? 3 : 0)
        cells.append(
          TableCell(row: row, column: column, rowSpan: cell.1, paragraphs: [Paragraph(cell.0)]))
      }
    }
    let table = TextTable(cells: cells, rowCount: 4, columnCount: 5)
    #expect(SheetTests.read([.table(table)]) == ["1a=9/10 1b=9/10"])
  }

  @Test func theMaximumDecidesBetweenLabelAndWording() {
    var rows = Self.plain
    for row in rows.indices where rows[row][0] == "2d" { rows[row][1] = "Đạt danh hiệu trở lên" }
    #expect(SheetTests.read([Reading.table(rows)]) == [SheetTests.expected])
  }

  @Test func sumsBelowEachGroupAloneAreNoTotal() {
    var rows = [Self.head]
    for group in ["1", "2", "3"] {
      for row in Self.plain where row[0].first == Character(group) && row[0].count == 2 {
        rows.append(row)
      }
      rows.append(["", "Cộng", "\(SheetTests.maxima[group] ?? 0)", SheetTests.own[group] ?? ""])
    }
    let sheet = Reading.reader.facts(from: [Reading.table(rows)], title: nil).scoreSheets.first
    #expect(sheet?.total == nil)
    #expect(sheet?.rows.first { $0.code == "3" }?.points == Points(35))
  }

  private static func tab(_ name: String, _ rows: [[String]]) -> TextBlock {
    guard case .table(var table) = Reading.table(rows) else { return Reading.table(rows) }
    table.name = name
    return .table(table)
  }

  @Test(arguments: [["Năm 2022", "Năm 2023"], ["BĐ 2022", "Biểu điểm"]])
  func theTabOfAFormerYearGivesWay(names: [String]) {
    let title = [["ĐƠN VỊ HỌC TẬP NĂM 2023", "", "", ""]]
    var former = Self.plain
    former[2][3] = "7"
    let facts = Reading.reader.facts(
      from: [Self.tab(names[0], former), Self.tab(names[1], title + Self.plain)], title: nil)
    #expect(facts.scoreSheets.map(SheetTests.shown) == [SheetTests.expected])
    #expect(facts.assessedYear?.value != 2022)
  }

  @Test func twoTabsOfOneYearBothCount() {
    var other = Self.plain
    other[2][3] = "7"
    #expect(
      SheetTests.read([Self.tab("Sheet1", Self.plain), Self.tab("Sheet2", other)]).count == 2)
  }

  /// A table a group, its rows lettered from "a" on: the paragraph above says which group, else the
  /// wordings do.
  @Test(arguments: [true, false])
  func tablesOfLettersBelongToTheirGroups(isHeaded: Bool) {
    var blocks: [TextBlock] = []
    for group in ["1", "2", "3"] {
      let heading = "Nhóm tiêu chí \(group): \(SheetTests.names[group] ?? "")"
      blocks.append(.paragraph(Paragraph(isHeaded ? heading : "Bảng kê điểm")))
      let codes = SheetTests.order.filter { $0.hasPrefix(group) && $0 != group }
      let rows = codes.map {
        [
          "\($0.suffix(1))) \(SheetTests.names[$0] ?? "")", "\(SheetTests.maxima[$0] ?? 0)",
          SheetTests.own[$0] ?? "",
        ]
      }
      blocks.append(
        Reading.table(
          [["Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]] + rows + [
            ["Cộng", "\(SheetTests.maxima[group] ?? 0)", SheetTests.own[group] ?? ""]
          ]))
    }
    let sheets = Reading.reader.facts(from: blocks, title: nil).scoreSheets
    let codes = sheets.map { $0.rows.compactMap(\.code).filter { $0.count == 2 } }
    #expect(codes == [["1a", "1b", "1c"], ["2a", "2b", "2c", "2d"], ["3a", "3b", "3c"]])
  }
}
