import ArchiveIO
import DossierModel
import NativeReaders
import TestSupport
import Testing

@testable import DossierEngine

@Suite struct PDFTableTests {
  private static func frame(_ x: [Double], _ y: [Double]) -> [PDFRuling] {
    y.map { PDFRuling(isHorizontal: true, position: $0, start: x[0], end: x[x.count - 1]) }
      + x.map { PDFRuling(isHorizontal: false, position: $0, start: y[0], end: y[y.count - 1]) }
  }

  private let columns: [Double] = [50, 90, 300, 350]

  @Test func wordsStandInTheCellsThatLinesFrame() {
    let page = PDFPageForge.page(
      1,
      [
        [("Căn cứ Thông tư", 50, 40)], [("TT", 55, 105)],
        [("Nội dung của tiêu chí được đánh giá và được", 95, 105)], [("tự chấm", 95, 118)],
        [("Điểm", 305, 110)], [("1a", 55, 145), ("Có kế hoạch", 95, 145), ("9,5", 305, 145)],
        [("- QĐ số 45/QĐ-", 95, 157)], [("THAS", 95, 168)], [("Xếp loại: Tốt", 50, 200)],
      ])
    let blocks = PDFPageForge.blocks([page], [1: Self.frame(columns, [100, 140, 180])])
    #expect(blocks.count == 3)
    #expect(blocks[0].paragraphs.map(\.text) == ["Căn cứ Thông tư"])
    #expect(
      PDFPageForge.table(blocks[1]) == [
        "0,0 TT", "0,1 Nội dung của tiêu chí được đánh giá và được tự chấm", "0,2 Điểm", "1,0 1a",
        "1,1 Có kế hoạch|- QĐ số 45/QĐ-THAS", "1,2 9,5",
      ])
    #expect(blocks[2].paragraphs.map(\.text) == ["Xếp loại: Tốt"])
    #expect(blocks.flatMap(\.paragraphs).allSatisfy { $0.page == 1 })
  }

  @Test func placesWithoutALineBetweenThemAreOneCell() {
    var rulings = Self.frame(columns, [100, 140, 180])
    rulings.removeAll { !$0.isHorizontal && $0.position == 90 }
    rulings.append(PDFRuling(isHorizontal: false, position: 90, start: 100, end: 140))
    let page = PDFPageForge.page(
      1,
      [
        [("TT", 55, 105), ("Nội dung", 95, 105), ("Điểm", 305, 105)],
        [("Tổng cộng", 120, 150), ("95", 305, 150)],
      ])
    guard case .table(let table)? = PDFPageForge.blocks([page], [1: rulings]).first else {
      Issue.record("no table")
      return
    }
    let total = table.cells.first { $0.text == "Tổng cộng" }
    #expect(total?.column == 0 && total?.columnSpan == 2 && total?.row == 1)
  }

  @Test func aTableGoesOnBehindThePageNumber() {
    let rulings = Self.frame(columns, [100, 140, 180])
    let first = PDFPageForge.page(
      1,
      [
        [("TT", 55, 105), ("Nội dung", 95, 105), ("Điểm", 305, 105)],
        [("1a", 55, 150), ("Có kế hoạch", 95, 150), ("10", 305, 150)], [("1", 200, 780)],
      ])
    let second = PDFPageForge.page(
      2, [[("và quy chế", 95, 110)], [("1b", 55, 150), ("Có quy định", 95, 150), ("9", 305, 150)]])
    let joined = PDFPageForge.blocks([first, second], [1: rulings, 2: rulings])
    #expect(
      PDFPageForge.table(joined[0]) == [
        "0,0 TT", "0,1 Nội dung", "0,2 Điểm", "1,0 1a", "1,1 Có kế hoạch và quy chế", "1,2 10",
        "2,0 1b", "2,1 Có quy định", "2,2 9",
      ])
    let apart = PDFPageForge.page(
      2, [[("Biểu số hai của đơn vị", 50, 60)], [("2", 55, 150), ("x", 95, 110)]])
    #expect(PDFPageForge.blocks([first, apart], [1: rulings, 2: rulings]).count == 4)
  }

  @Test func framesThatHoldNoTableLeaveTheTextAlone() {
    let page = PDFPageForge.page(1, [[("Họ và tên", 95, 105)], [("Đơn vị", 95, 118)]])
    let whole = [
      TextBlock.paragraph(Paragraph("Họ và tên", page: 1)),
      .paragraph(Paragraph("Đơn vị", page: 1)),
    ]
    // One cell with text; a border around the page; lines that cross nothing.
    for rulings in [
      Self.frame(columns, [100, 140, 180]), Self.frame([10, 590], [10, 790]),
      Self.frame([10, 12, 588, 590], [10, 12, 788, 790]),
    ] {
      #expect(PDFPageForge.blocks([page], [1: rulings]) == whole)
    }
  }

  @Test func aTableMayBeOpenAtItsSides() {
    let rulings =
      [100.0, 140, 180].map { PDFRuling(isHorizontal: true, position: $0, start: 50, end: 350) }
      + [90.0, 300].map { PDFRuling(isHorizontal: false, position: $0, start: 100, end: 180) }
    let page = PDFPageForge.page(
      1, [[("TT", 55, 105), ("Nội dung", 95, 105)], [("1a", 55, 150), ("Mục", 95, 150)]])
    #expect(PDFPageForge.table(PDFPageForge.blocks([page], [1: rulings])[0]).count == 6)
  }

  @Test(arguments: [
    // A code that the cell has broken; two numbers, a code and a number with room for more.
    ("MC.1.7.0", "1", 60.0, ["MC.1.7.01"]), ("H1-1.1", "-01", 50.0, ["H1-1.1-01"]),
    ("H1-1.1", "-01", 80.0, ["H1-1.1", "-01"]), ("H1-1.1", "-Ảnh", 50.0, ["H1-1.1", "-Ảnh"]),
    ("MC.1", ".7.01", 40.0, ["MC.1.7.01"]), ("MC.1.", "7.01", 40.0, ["MC.1.7.01"]),
    ("MC.1", "mục", 40.0, ["MC.1 mục"]),
    ("2023", "15", 36.0, ["2023 15"]),
    ("MC.1.7.0", "1", 80.0, ["MC.1.7.0", "1"]),
    // Numbers below one another, where a column is as narrow as they are.
    ("9,5", "10", 30.0, ["9,5 10"]), ("1.", "2.", 24.0, ["1. 2."]),
    ("MC.1.7.0", "MC.1.7.1", 60.0, ["MC.1.7.0 MC.1.7.1"]),
  ])
  func aCodeThatItsCellHasBrokenIsWhole(
    upper: String, lower: String, width: Double, expected: [String]
  ) {
    let words = [upper, lower].enumerated().map { line, text in
      let top = Double(line) * 12
      return PDFWord(
        text: text, left: 0, top: top, right: Double(text.count) * 6, bottom: top + 10)
    }
    #expect(PDFTableReader.paragraphs(of: words, width: width) == expected)
  }

  @Test func wordsThatTouchAreOneWord() {
    let line = [
      PDFWord(text: "Tự", left: 0, top: 0, right: 10, bottom: 10),
      PDFWord(text: "chấm", left: 13, top: 0, right: 30, bottom: 10),
      PDFWord(text: ":", left: 30.2, top: 0, right: 32, bottom: 10),
    ]
    #expect(PDFPageWords.text(of: line) == "Tự chấm:")
  }

  @Test(.enabled(if: Places.hasProgram("pdftotext"), "pdftotext is not installed"))
  func aRuledSheetInAFileIsATable() throws {
    var content = ""
    for y in [700, 660, 620] { content += "50 \(y) m 350 \(y) l S " }
    for x in [50, 90, 300, 350] { content += "\(x) 620 m \(x) 700 l S " }
    for (x, y, text) in [
      (55, 680, "TT"), (95, 680, "Noi dung"), (305, 680, "Diem"), (55, 640, "1a"),
      (95, 640, "Ke hoach"), (305, 640, "10"),
    ] {
      content += "BT /F 10 Tf 1 0 0 1 \(x) \(y) Tm (\(text)) Tj ET "
    }
    let reading = PDFReader.read(
      MemorySource(name: "m", bytes: Self.file(content)), wantsText: true)
    #expect(
      reading.blocks.map(PDFPageForge.table) == [
        ["0,0 TT", "0,1 Noi dung", "0,2 Diem", "1,0 1a", "1,1 Ke hoach", "1,2 10"]
      ])
  }

  /// A file of one page with a font that every reader has.
  private static func file(_ content: String) -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 800] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
    ]
    var text = "%PDF-1.4\n"
    var table = "xref\n0 5\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let digits = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += table + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  /// What a cell too narrow for a word or number has broken is one again; words and numbers that
  /// only stand below one another are not.
  @Test func whatANarrowCellHasBrokenIsWhole() {
    func text(_ lines: [String], width: Double) -> [String] {
      let words = lines.enumerated().map { index, text in
        let top = Double(index) * 12
        return PDFWord(
          text: text, left: 50, top: top, right: 50 + Double(text.count) * 5, bottom: top + 10)
      }
      return PDFTableReader.paragraphs(of: words, width: width)
    }
    #expect(text(["Tự", "chấ", "m"], width: 31) == ["Tự chấm"])
    #expect(text(["c", "hấm"], width: 20) == ["chấm"])
    #expect(text(["22,", "5"], width: 30) == ["22,5"])
    #expect(text(["9,5", "10"], width: 30) == ["9,5 10"])
    #expect(text(["Tự", "chấm"], width: 31) == ["Tự chấm"])
  }
}
