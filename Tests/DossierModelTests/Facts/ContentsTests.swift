import DossierModel
import Testing

/// A table of contents repeats the headings; its page numbers are no points.
@Suite struct ContentsTests {
  private static let head = "TRƯỜNG THCS HOA SEN\nBÁO CÁO\nTự đánh giá đơn vị học tập năm 2022\n\n"
  private static let body = """
    I. ĐẶC ĐIỂM TÌNH HÌNH
    Đơn vị có 30 thành viên.
    II. KẾT QUẢ TỰ ĐÁNH GIÁ
    Tổng điểm tự đánh giá: 90/100 điểm.
    III. PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2023 VÀ NHỮNG NĂM TIẾP THEO
    Tiếp tục duy trì.
    """

  private func shown(_ text: String) -> String {
    let facts = Reading.facts(Self.head + text)
    let headings = facts.headings.map { "\($0.label) \($0.text)" }.joined(separator: " ")
    let points = facts.points.map { "\($0.points)" }.joined(separator: " ")
    return "\(headings) | \(points)"
  }

  @Test(arguments: [
    """
    MỤC LỤC
    I. ĐẶC ĐIỂM TÌNH HÌNH\t1
    II. KẾT QUẢ TỰ ĐÁNH GIÁ\t1
    III. PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2023 VÀ NHỮNG NĂM TIẾP THEO\t12
    """,
    """
    MỤC LỤC:

    I. ĐẶC ĐIỂM TÌNH HÌNH ............................ 1
    II. KẾT QUẢ TỰ ĐÁNH GIÁ……………………………… 2
    III. PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2023
    VÀ NHỮNG NĂM TIẾP THEO ............................ 3
    """,
    """
    Mục lục
    Đặc điểm tình hình 1
    Kết quả tự đánh giá 2
    """,
    // A page ends within the table.
    """
    MỤC LỤC
    I. ĐẶC ĐIỂM TÌNH HÌNH 1


    II. KẾT QUẢ TỰ ĐÁNH GIÁ 2
    III. PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2023 VÀ NHỮNG NĂM TIẾP THEO 12
    """,
    // The page numbers stand in a column of their own.
    """
    MỤC LỤC
    I. ĐẶC ĐIỂM TÌNH HÌNH
    II. KẾT QUẢ TỰ ĐÁNH GIÁ
    III. PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2023 VÀ NHỮNG NĂM TIẾP THEO
    1
    2
    12
    """,
  ])
  func leavesATableOfContentsOut(_ contents: String) {
    #expect(shown(contents + "\n" + Self.body) == shown(Self.body))
  }

  private func shown(_ table: [[String]]) -> String {
    let facts = Reading.reader.facts(
      from: Reading.paragraphs(Self.head + "MỤC LỤC\n") + [Reading.table(table)]
        + Reading.paragraphs(Self.body), title: nil)
    return facts.headings.map { "\($0.label) \($0.text)" }.joined(separator: " ")
  }

  /// The entries stand in a table, their pages in its last column.
  @Test func leavesATableWithPagesOut() {
    let plain = Reading.facts(Self.head + Self.body).headings.map { "\($0.label) \($0.text)" }
    #expect(
      shown([
        ["NỘI DUNG", "Trang"], ["I. ĐẶC ĐIỂM TÌNH HÌNH", "1"], ["II. KẾT QUẢ TỰ ĐÁNH GIÁ", "3"],
        ["IV. PHỤ LỤC", "9"],
      ]) == plain.joined(separator: " "))
    #expect(
      shown([
        ["I", "ĐẶC ĐIỂM TÌNH HÌNH", "1"], ["II", "KẾT QUẢ TỰ ĐÁNH GIÁ", "3"],
        ["IV", "PHỤ LỤC", "9"],
      ]) == plain.joined(separator: " "))
  }

  /// Nothing of it comes again, or its last column holds no pages.
  @Test(arguments: [
    [["Kế hoạch số 12/KH-HS", "1"], ["Kế hoạch số 13/KH-HS", "3"]],
    [["I. ĐẶC ĐIỂM TÌNH HÌNH", "Tổ 1"], ["II. KẾT QUẢ TỰ ĐÁNH GIÁ", "Kế hoạch số 13/KH-HS"]],
  ])
  func keepsATableOfOtherThings(_ table: [[String]]) {
    let facts = Reading.reader.facts(
      from: Reading.paragraphs(Self.head + "MỤC LỤC\n") + [Reading.table(table)]
        + Reading.paragraphs(Self.body), title: nil)
    #expect(facts.citations.contains { $0.notation?.number == 13 })
  }

  @Test(arguments: [
    // Points behind dots, with no such title.
    "Điều kiện xây dựng ...... 30 điểm\nTổng cộng ...... 90 điểm",
    // An empty line, and what stands behind it does not come again.
    "MỤC LỤC\nĐặc điểm tình hình\t1\nKết quả tự đánh giá\t2\n\nI. Số lớp: 12",
    // Nothing of it comes again: a list of what the dossier holds.
    "MỤC LỤC\nI. Kế hoạch số 12/KH-HS\t1\nII. Biên bản\t3",
  ])
  func keepsWhatIsNoTableOfContents(_ text: String) {
    let with = Reading.facts(Self.head + text + "\n" + Self.body)
    let without = Reading.facts(Self.head + Self.body)
    #expect(
      with.headings.count + with.points.count > without.headings.count + without.points.count)
  }

  @Test(.timeLimit(.minutes(1))) func manyTablesOfContentsTakeNoLongTime() {
    let lines = (1...4000).map { "Mục lục\nPhần \($0) mở\t9\nPhần \($0) kết\t9\nA\nB\nC" }
    let blocks = Reading.paragraphs(lines.joined(separator: "\n"))
    _ = Reading.reader.facts(from: blocks, title: nil)
  }
}
