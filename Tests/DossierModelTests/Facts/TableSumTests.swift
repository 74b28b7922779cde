import DossierModel
import Testing

/// Tables of people and rooms that end in a row "Cộng".
@Suite struct TableSumTests {
  private static func sums(_ rows: [[String]]) -> [String] {
    let facts = Reading.reader.facts(
      from: Reading.paragraphs("BÁO CÁO\nTổng kết năm 2023\n\nSố liệu như sau.")
        + [Reading.table(rows)], title: nil)
    return facts.columnSums.map { "\($0.column) \($0.stated) \($0.computed)" }
  }

  private static let staff = [
    ["", "Tổng số", "Nữ", "Đảng viên"], ["Hiệu trưởng", "1", "1", "1"],
    ["Giáo viên", "20", "15", "6"], ["Nhân viên", "4", "2", ""],
  ]

  @Test func aColumnThatIsNotItsSumWhereTheOthersAre() {
    #expect(Self.sums(Self.staff + [["Cộng", "28", "18", "7"]]) == ["Tổng số 28 25"])
  }

  @Test(arguments: [
    staff + [["Cộng", "25", "18", "7"]],
    // No column adds up: some rows are parts of others.
    [
      ["TT", "Phòng", "Năm 2022", "Năm 2023", "Năm 2024"],
      ["I", "Khối phòng học", "24", "25", "26"],
      ["1", "Phòng học", "20", "20", "20"], ["2", "Phòng bộ môn", "4", "5", "6"],
      ["", "Cộng", "24", "25", "26"],
    ],
    // Shares, and one column alone.
    [
      ["Loại", "Số lượng", "Tỷ lệ"], ["Tốt", "20", "80%"], ["Khá", "5", "20%"],
      ["Cộng", "26", "100%"],
    ],
    staff,
  ])
  func aTableThatSaysNothing(rows: [[String]]) {
    #expect(Self.sums(rows) == [])
  }
}
