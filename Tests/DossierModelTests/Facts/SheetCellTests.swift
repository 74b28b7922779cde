import DossierModel
import Testing

/// Cells that say together what one cell says elsewhere, and tables of numbers that are no points.
@Suite struct SheetCellTests {
  private static func facts(_ rows: [[String]]) -> DocumentFacts {
    Reading.reader.facts(
      from: Reading.paragraphs("BIÊN BẢN\nTự đánh giá, xếp loại Đơn vị học tập năm 2023\n\n")
        + [Reading.table(rows)], title: nil)
  }

  private static func points(_ rows: [[String]]) -> [String: Int] {
    let rows = facts(rows).scoreSheets.flatMap(\.rows)
    return Dictionary(
      rows.compactMap { row in
        row.code.flatMap { code in row.points.map { (code, $0.hundredths / 100) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let whole: [[String]] = [
    ["TT", "Tiêu chí", "Tối đa", "Tự chấm"], ["1", "Điều kiện xây dựng", "30", "28"],
    ["2", "Kết quả học tập", "30", "28"], ["3", "Hiệu quả, tác động", "40", "36"],
    ["", "Tổng cộng", "100", "92"],
  ]

  @Test(arguments: [["", "Xếp loại", "", "Tốt"], ["", "Tự xếp loại:", "Loại Tốt", ""]])
  func theRatingMayHaveACellOfItsOwn(_ row: [String]) {
    #expect(Self.facts(Self.whole + [row]).ratings.map(\.value) == ["tot"])
  }

  @Test(arguments: [["", "Xếp loại", "", ""], ["", "Xếp loại học sinh", "", "Tốt"]])
  func aLabelAloneIsNoRating(_ row: [String]) {
    #expect(Self.facts(Self.whole + [row]).ratings.isEmpty)
  }

  @Test func aGroupAndItsLetterMayHaveACellEach() {
    let rows = [
      ["Nhóm", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"], ["1", "a", "10", "10"],
      ["", "b", "10", "9"], ["", "c", "10", "9"], ["", "Cộng nhóm 1", "30", "28"],
      ["2", "a", "10", "8"], ["", "b", "5", "5"], ["", "c", "10", "7"], ["", "d", "5", "4"],
      ["", "Cộng nhóm 2", "30", "24"],
    ]
    let read = Self.points(rows)
    #expect(read["1a"] == 10 && read["1c"] == 9 && read["2a"] == 8 && read["2d"] == 4)
    #expect(read["1"] != 10)
  }

  @Test func votesAreNoPoints() {
    let rows = [
      ["TC", "Dự kiến", "Biểu quyết (đồng ý/không)", "Điểm chốt"], ["1a", "10", "30/0", "10"],
      ["1b", "10", "12/18", "9"], ["1c", "9", "30/0", "9"], ["2a", "9", "30/0", "9"],
      ["2b", "5", "30/0", "5"],
    ]
    #expect(!Self.points(rows).values.contains { $0 > 10 })
  }

  @Test func aGroupThatListsItsCriteriaInACellIsTheGroup() {
    let rows = [
      ["Nhóm tiêu chí", "Nội dung", "Điểm"],
      ["1. Điều kiện", "a) Kế hoạch; b) Quy định; c) Nguồn lực", "30"],
      ["2. Kết quả học tập", "a) Tự học; b) Kỷ luật; c) Bồi dưỡng; d) LĐTT", "28"],
      ["3. Hiệu quả, tác động", "a) Năng lực; b) Tập thể; c) Chia sẻ", "35"],
    ]
    let read = Self.points(rows)
    #expect(read["1a"] == nil && read["2a"] == nil && read["3a"] == nil)
  }

  @Test func criteriaFromLeftToRightAreNoSheetFromTopToBottom() {
    let rows = [
      ["Nhóm tiêu chí", "a", "b", "c", "d", "Cộng"], ["1. Điều kiện", "10", "10", "9", "", "29"],
      ["2. Kết quả học tập", "10", "4", "9", "4", "27"],
      ["3. Hiệu quả, tác động", "19", "10", "5", "", "34"], ["Tổng điểm", "", "", "", "", "90"],
    ]
    #expect(Self.points(rows).isEmpty)
  }

  @Test func lettersMayNumberTheColumns() {
    let rows = [["A", "B", "1", "2"]] + Self.whole
    #expect(Self.points(rows) == ["1": 28, "2": 28, "3": 36])
  }
}
