import DossierModel
import Testing

@testable import DossierEngine

@Suite struct PDFUnruledTableTests {
  private typealias Line = [(String, Double, Double)]

  private static func rows(_ block: TextBlock?) -> [String] {
    guard case .table(let table)? = block else { return [] }
    return (0..<table.rowCount).map { row in
      table.cells.filter { $0.row == row }.map {
        ($0.columnSpan > 1 ? "\($0.columnSpan)×" : "") + $0.text.replacing("\n", with: "|")
      }.joined(separator: " ; ")
    }
  }

  private static let head: Line = [
    ("TT", 50, 100), ("Nội dung", 80, 100), ("Điểm chuẩn", 300, 100), ("Tự chấm", 400, 100),
  ]

  @Test func rowsBelowOneAnotherAreATable() {
    let page = PDFPageForge.page(
      1,
      [
        [("Căn cứ Thông tư của Bộ Giáo dục và Đào tạo", 50, 60)], Self.head,
        [("I", 50, 120), ("Điều kiện", 80, 120), ("30", 300, 120), ("28", 400, 120)],
        [
          ("a", 50, 140), ("Có kế hoạch cho thành viên", 80, 140), ("10", 300, 140),
          ("8", 400, 140),
        ],
        [("học tập thường xuyên", 80, 152)],
        [("b", 50, 172), ("Có quy định", 80, 172), ("20", 300, 172), ("20", 400, 172)],
        [("Xếp loại của đơn vị: Tốt", 50, 210)],
      ])
    let blocks = PDFPageForge.blocks([page])
    #expect(blocks.count == 3)
    #expect(
      Self.rows(blocks.dropFirst().first) == [
        "TT ; Nội dung ; Điểm chuẩn ; Tự chấm", "I ; Điều kiện ; 30 ; 28",
        "a ; Có kế hoạch cho thành viên học tập thường xuyên ; 10 ; 8",
        "b ; Có quy định ; 20 ; 20",
      ])
    #expect(blocks.last?.paragraphs.map(\.text) == ["Xếp loại của đơn vị: Tốt"])
  }

  @Test func rowsThatStandCloseBeginAtTheirNumbers() {
    var lines: [Line] = [Self.head]
    for (index, code) in ["a", "b", "c"].enumerated() {
      let top = 112 + Double(index) * 24
      lines.append([
        (code, 50, top), ("Có kế hoạch cho thành viên", 80, top), ("10", 300, top),
        ("8", 400, top),
      ])
      lines.append([("học tập thường xuyên", 80, top + 12)])
    }
    let rows = Self.rows(PDFPageForge.blocks([PDFPageForge.page(1, lines)]).first)
    #expect(rows.count == 4)
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix("viên học tập thường xuyên ; 10 ; 8") })
  }

  @Test func numbersAtTheMiddleOfTheirRowsAreOfThoseRows() {
    var lines: [Line] = [Self.head]
    for (index, code) in ["a", "b", "c"].enumerated() {
      let top = 120 + Double(index) * 34
      lines.append([("Có kế hoạch cho thành viên", 80, top), ("Quyết định số", 450, top)])
      lines.append([(code, 50, top + 6), ("10", 300, top + 6), ("8", 400, top + 6)])
      lines.append([("học tập thường xuyên", 80, top + 12), ("12/QĐ-THAS", 450, top + 12)])
    }
    let rows = Self.rows(PDFPageForge.blocks([PDFPageForge.page(1, lines)]).first)
    #expect(
      rows.dropFirst().first
        == "a ; Có kế hoạch cho thành viên học tập thường xuyên ; 10 ; 8 ; Quyết định số 12/QĐ-THAS"
    )
    #expect(rows.count == 4)
  }

  @Test func aColumnThatTouchesTheNextIsKnownByItsEdge() {
    // 44 letters of 5 points from 80: the text ends at 300, where the points begin.
    let long = String(repeating: "x", count: 44)
    var lines: [Line] = [Self.head]
    for (index, text) in [long, "Có quy định", long, "Kế hoạch", long].enumerated() {
      let top = 120 + Double(index) * 20
      lines.append([("a", 50, top), (text, 80, top), ("10", 300, top), ("8", 400, top)])
    }
    let rows = Self.rows(PDFPageForge.blocks([PDFPageForge.page(1, lines)]).first)
    #expect(rows[1] == "a ; \(long) ; 10 ; 8")
    #expect(rows.count == 6)
  }

  @Test func wordsThatEachRowRepeatsAreNoColumns() {
    var lines: [Line] = [Self.head]
    for (index, number) in [12, 7, 113, 45].enumerated() {
      let top = 120 + Double(index) * 20
      lines.append([
        ("a", 50, top), ("Quyết định số \(number)/QĐ-THAS", 80, top), ("10", 300, top),
        ("8", 400, top),
      ])
    }
    let rows = Self.rows(PDFPageForge.blocks([PDFPageForge.page(1, lines)]).first)
    #expect(rows.dropFirst().first == "a ; Quyết định số 12/QĐ-THAS ; 10 ; 8")
  }

  @Test func aNumberAtTheRightEdgeIsNoneOfTheNextColumn() {
    var lines: [Line] = [[("TT", 50, 100), ("Nội dung", 80, 100), ("Điểm", 290, 100)]]
    for (index, points) in [10, 8, 9, 10].enumerated() {
      let top = 120 + Double(index) * 20
      let left = 310 - Double(String(points).count) * 5
      lines.append([
        ("a", 50, top), ("Có quy định", 80, top), ("\(points)", left, top),
        ("Quyết định số 12", 313, top),
      ])
    }
    let rows = Self.rows(PDFPageForge.blocks([PDFPageForge.page(1, lines)]).first)
    #expect(rows.last == "a ; Có quy định ; 10 ; Quyết định số 12")
    #expect(rows.count == 5)
  }

  @Test func aTitleThatRunsOverColumnsIsOneCell() {
    var lines: [Line] = [Self.head]
    for top in [120.0, 140, 160, 200, 220, 240] {
      lines.append([("a", 50, top), ("Có kế hoạch", 80, top), ("10", 300, top), ("8", 400, top)])
    }
    lines.insert([("II. Kết quả học tập của các thành viên", 50, 180), ("28", 400, 180)], at: 4)
    let rows = Self.rows(PDFPageForge.blocks([PDFPageForge.page(1, lines)]).first)
    #expect(rows.count == 8)
    #expect(rows[4] == "2×II. Kết quả học tập của các thành viên ; 28")
  }

  @Test func aTableGoesOnOverleafAndEndsBeforeTheSignature() {
    var first: [Line] = [Self.head]
    for top in [120.0, 140, 160] {
      first.append([("a", 50, top), ("Có kế hoạch", 80, top), ("10", 300, top), ("8", 400, top)])
    }
    first.append([("1", 250, 780)])
    let second: [Line] = [
      [("2", 250, 20)], [("d", 50, 50), ("Có quy định", 80, 50), ("5", 300, 50), ("5", 400, 50)],
      [("Tổng cộng", 80, 70), ("100", 300, 70), ("91", 400, 70)],
      [("Xếp loại của đơn vị: Tốt", 50, 90)], [("NGƯỜI LẬP", 80, 120), ("HIỆU TRƯỞNG", 400, 120)],
    ]
    let blocks = PDFPageForge.blocks([PDFPageForge.page(1, first), PDFPageForge.page(2, second)])
    let rows = Self.rows(blocks.first)
    #expect(rows.count == 6)
    #expect(rows.last == "Tổng cộng ; 100 ; 91")
    #expect(
      blocks.dropFirst().flatMap(\.paragraphs).map(\.text) == [
        "1", "Xếp loại của đơn vị: Tốt", "NGƯỜI LẬP HIỆU TRƯỞNG", "2",
      ])
  }

  @Test func aCodeOnTwoLinesIsOfOneRow() {
    var lines: [Line] = [
      [("Tiêu chí", 50, 100), ("TT", 120, 100), ("Mã", 160, 100), ("Tên", 240, 100)]
    ]
    for (index, name) in ["Giấy chứng nhận", "Ảnh chụp", "Biên bản họp"].enumerated() {
      let top = 124 + Double(index) * 34
      lines.append([("Tiêu", 50, top), ("H1-1.1", 160, top), (name, 240, top)])
      lines.append([("\(index + 1)", 120, top + 6)])
      lines.append([("chí 1.1", 50, top + 12), ("-0\(index + 1)", 160, top + 12)])
    }
    let rows = Self.rows(PDFPageForge.blocks([PDFPageForge.page(1, lines)]).first)
    #expect(rows.count == 4)
    #expect(rows.dropFirst().first == "Tiêu chí 1.1 ; 1 ; H1-1.1-01 ; Giấy chứng nhận")
  }

  @Test func aRowThatAPageHasCutIsOne() {
    var first: [Line] = [[("TT", 50, 100), ("Mã", 120, 100), ("Tên", 240, 100)]]
    for row in 1...5 {
      let top = 100 + Double(row) * 20
      first.append([("\(row)", 50, top), ("H1-1.1-0\(row)", 120, top), ("Quy chế", 240, top)])
    }
    let second: [Line] = [
      [("(trang 2)", 120, 40), ("Dân chủ", 240, 40)],
      [("6", 50, 60), ("H1-1.1-06", 120, 60), ("Nội quy", 240, 60)],
    ]
    let rows = Self.rows(
      PDFPageForge.blocks([PDFPageForge.page(1, first), PDFPageForge.page(2, second)]).first)
    #expect(rows.count == 7)
    #expect(rows[5] == "5 ; H1-1.1-05 (trang 2) ; Quy chế Dân chủ")
  }

  @Test func aTotalOverleafIsARowOfItsOwn() {
    var first: [Line] = [[("TT", 50, 100), ("Nội dung", 120, 100), ("Điểm", 300, 100)]]
    for row in 1...5 {
      let top = 100 + Double(row) * 20
      first.append([("\(row)", 50, top), ("Có kế hoạch", 120, top), ("10", 300, top)])
    }
    let second: [Line] = [[("Tổng cộng", 120, 40), ("50", 300, 40)]]
    let rows = Self.rows(
      PDFPageForge.blocks([PDFPageForge.page(1, first), PDFPageForge.page(2, second)]).first)
    #expect(rows.last == "Tổng cộng ; 50")
  }

  @Test func aParagraphBelowATableIsNoneOfIt() {
    var lines: [Line] = []
    for (index, name) in ["Số lớp", "Số học sinh", "Tổng số giáo viên"].enumerated() {
      let top = 100 + Double(index) * 25
      lines.append([(name, 50, top), ("18", 250, top), ("39", 400, top)])
    }
    lines.append([("Phần II. TỰ ĐÁNH GIÁ", 50, 175)])
    let blocks = PDFPageForge.blocks([PDFPageForge.page(1, lines)])
    #expect(Self.rows(blocks.first).last == "Tổng số giáo viên ; 18 ; 39")
    #expect(blocks.last?.paragraphs.map(\.text) == ["Phần II. TỰ ĐÁNH GIÁ"])
  }

  @Test func rowsWithFewGapsAreRowsAllTheSame() {
    // The code stands close to the text, and the text to the level.
    var lines: [Line] = [
      [("TT", 50, 100), ("Tiêu chí", 70, 100), ("Mức", 260, 100), ("Minh chứng", 320, 100)]
    ]
    for (index, text) in ["Có kế hoạch học tập", "Đầu tư", "Có quy định cụ thể"].enumerated() {
      let top = 120 + Double(index) * 30
      lines.append([(text + " cho thành", 70, top), ("Kế hoạch số", 320, top)])
      lines.append([("1.\(index + 1)", 50, top + 6), ("Mức 2", 260, top + 6)])
      lines.append([("viên", 70, top + 12), ("1\(index)/KH-THAS", 320, top + 12)])
    }
    let rows = Self.rows(PDFPageForge.blocks([PDFPageForge.page(1, lines)]).first)
    #expect(
      Array(rows.dropFirst()) == [
        "1.1 ; Có kế hoạch học tập cho thành viên ; Mức 2 ; Kế hoạch số 10/KH-THAS",
        "1.2 ; Đầu tư cho thành|viên ; Mức 2 ; Kế hoạch số 11/KH-THAS",
        "1.3 ; Có quy định cụ thể cho thành viên ; Mức 2 ; Kế hoạch số 12/KH-THAS",
      ])
  }

  /// Text set to both edges, with wide gaps at ever other places.
  private static let wideText: [Line] = (0..<6).map { row in
    let top = Double(row) * 14
    return [("Đơn vị đã", 50, top), ("tổ", 110 + Double(row) * 9, top)]
  }

  /// Persons and their offices with tabs, without numbers of their own.
  private static let persons: [Line] = [
    [("Ông An", 50, 20), ("Hiệu trưởng", 200, 20), ("Chủ trì", 350, 20)],
    [("Bà Bình", 50, 34), ("Giáo viên", 200, 34), ("Thư ký", 350, 34)],
    [("Bà Chi", 50, 48), ("Kế toán", 200, 48), ("Ủy viên", 350, 48)],
    [("Bà Dung", 50, 62), ("Văn thư", 200, 62), ("Ủy viên", 350, 62)],
  ]

  /// Numbers and texts alone.
  private static let list: [Line] = (0..<5).map { row in
    let top = 20 + Double(row) * 14
    return [("\(row).", 50, top), ("Có kế hoạch", 80, top)]
  }

  @Test func whatOnlyLooksLikeColumnsIsText() {
    for lines in [Self.wideText, Self.persons, Self.list] {
      let blocks = PDFPageForge.blocks([PDFPageForge.page(2, lines)])
      #expect(!blocks.isEmpty)
      #expect(blocks.allSatisfy { if case .paragraph = $0 { true } else { false } })
    }
  }

  @Test(.timeLimit(.minutes(1))) func aPageFullOfFiguresTakesNoLongTime() {
    let lines = (0..<300).map { line -> Line in
      (0..<100).map { word in ("1", Double(10 + word * 14), Double(10 + line * 12)) }
    }
    _ = PDFPageForge.blocks([PDFPageForge.page(1, lines)])
  }
}
