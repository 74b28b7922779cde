import DossierModel
import Testing

/// Text made to be slow or to break the reading.
@Suite struct HostileTextTests {
  static let pieces = [
    "Số: ", "ngày ", "tháng ", "điểm ", "1", "/", "đạt ", "xếp loại ", "tổng ", "(", "tiêu chí ",
    "Phụ lục ", "kế hoạch số ", "6 cá nhân ", ",", "100% ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT ", "mười ", "1.1.1.", "\u{323}", "\u{200B}", "…", "Tốt/", "I.",
    "của ", "- ", "năm 2023 ", "a) ",
  ]

  @Test(arguments: pieces)
  func readsARunOfOneThing(_ piece: String) {
    let text = String(repeating: piece, count: 500)
    let facts = Reading.facts("BÁO CÁO\nTự đánh giá\n\n" + text)
    #expect(facts.wordCount >= 0)
  }

  @Test func readsManyShortLines() {
    let text = String(repeating: "1. Tiêu chí 1: 10/10 điểm\n", count: 500)
    #expect(Reading.facts("BÁO CÁO\nTự đánh giá\n\n" + text).points.count == 500)
  }

  @Test func refusesHugeTables() {
    let cell = TableCell(
      row: 0, column: 0, rowSpan: Int.max / 4, columnSpan: Int.max / 4,
      paragraphs: [Paragraph("Điểm")])
    let far = TableCell(row: 1_000_000, column: 900_000, paragraphs: [Paragraph("Điểm tự chấm")])
    let odd = TableCell(
      row: -1, column: -5, rowSpan: 0, columnSpan: -3, paragraphs: [Paragraph("Tiêu chí")])
    for cells in [[cell], [far], [odd, cell], [cell, far]] {
      let table = TextTable(cells: cells, rowCount: Int.max / 4, columnCount: Int.max / 4)
      #expect(Reading.reader.facts(from: [.table(table)], title: nil).scoreSheets.isEmpty)
    }
  }

  @Test func readsEveryScalar() {
    var text = ""
    for value in stride(from: UInt32(1), to: 0x3_0000, by: 7) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    #expect(Reading.facts(text).points.isEmpty)
  }

  @Test func readsHugeNumbers() {
    let digits = String(repeating: "9", count: 400)
    let facts = Reading.facts(
      "BÁO CÁO\nTự đánh giá\n\nTổng điểm: \(digits) điểm. ngày \(digits)/\(digits)/\(digits). Số: \(digits)/BC-A\nSố: 99999/BC"
    )
    #expect(facts.points.isEmpty)
  }
}
