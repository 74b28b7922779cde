import ArchiveIO
import DossierEngine
import DossierModel
import Foundation
import TestSupport
import Testing

private typealias Forged = ForgedPackage

@Suite struct WordTextTests {
  @Test func keepsDeletedAndMovedTextApart() {
    let body =
      "<w:p><w:r><w:t>Đạt </w:t></w:r><w:del w:author='Ha'><w:r><w:delText>30</w:delText></w:r></w:del>"
      + "<w:ins w:author='Lan'><w:r><w:t>25</w:t></w:r></w:ins>"
      + "<w:moveFrom w:author='Ha'><w:r><w:t> xa</w:t></w:r></w:moveFrom></w:p>"
      + "<w:p><w:pPr><w:rPr><w:del w:author='Ha'/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p>"
      + "<w:p><w:r><w:t>dòng</w:t></w:r></w:p>"
    let reading = Forged.docx(body).read("a.docx")
    #expect(reading.lines() == ["Đạt 25", "một dòng"])
    #expect(reading.lines(.deleted) == ["30 xa"])
    #expect(reading.metadata.flags.contains(.trackedChanges))
    #expect(reading.metadata.details["revisionAuthors"] == ["Ha", "Lan"])
  }

  @Test func readsRunContentAsItIsShown() {
    let body =
      "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr><w:r><w:tab/><w:t>A</w:t>"
      + "<w:br/><w:t>B</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
      + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r>"
      + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
      + "<w:fldSimple w:instr='DATE'><w:r><w:t>8</w:t></w:r></w:fldSimple>"
      + "<w:sdt><w:sdtContent><w:r><w:t>9</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    #expect(Forged.docx(body).read("a.docx").lines() == ["\tA\nB-\u{AD}✓789"])
  }

  @Test func keepsAFormulaInItsPlaceAmongTheRuns() {
    let formula = { (text: String) in
      "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        + "<m:r><w:rPr/><m:t>\(text)</m:t></m:r></m:oMath>"
    }
    let body =
      "<w:p><w:r><w:t>Tỷ lệ </w:t></w:r>\(formula("12/30"))<w:r><w:t> là 40%</w:t></w:r></w:p>"
      + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>\(formula("a+b"))</w:p>"
      + "<w:p>\(formula("c"))<w:del w:author='Ha'>\(formula("d"))</w:del></w:p>"
    let reading = Forged.docx(body).read("a.docx")
    #expect(reading.lines() == ["Tỷ lệ 12/30 là 40%", "a+b", "c"])
    #expect(reading.lines(.deleted) == ["d"])
    #expect(reading.metadata.details["hiddenText"] == ["ẩn"])
  }

  @Test func readsATextBoxOnce() {
    let box = { (text: String) in "<w:txbxContent>\(Forged.paragraph(text))</w:txbxContent>" }
    let body =
      "<w:p><w:r><w:t>A</w:t><mc:AlternateContent><mc:Choice Requires='wps'>\(box("hộp"))</mc:Choice>"
      + "<mc:Fallback><w:pict>\(box("hộp"))</w:pict></mc:Fallback></mc:AlternateContent>"
      + "<mc:AlternateContent><mc:Choice Requires='zz'>\(box("lạ"))</mc:Choice>"
      + "<mc:Fallback><w:pict>\(box("thay"))</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    let reading = Forged.docx(body).read("a.docx")
    #expect(reading.lines() == ["A"])
    #expect(reading.lines(.textBox) == ["hộp", "thay"])
  }

  @Test func putsTheCellsOfATableInPlace() throws {
    let cell = { (text: String, properties: String) in
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(Forged.paragraph(text))</w:tc>"
    }
    let nested = "<w:tbl><w:tr><w:tc>\(Forged.paragraph("trong"))</w:tc></w:tr></w:tbl>"
    let body =
      "<w:tbl><w:tr>\(cell("A", "<w:gridSpan w:val='2'/>"))\(cell("B", "<w:vMerge w:val='restart'/>"))</w:tr>"
      + "<w:tr>\(cell("C", ""))<w:tc><w:tcPr/>\(Forged.paragraph("D"))\(nested)</w:tc>\(cell("", "<w:vMerge/>"))</w:tr>"
      + "<w:tr><w:trPr><w:del w:author='Ha'/></w:trPr>\(cell("xoá", ""))</w:tr>"
      + "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>\(cell("E", ""))\(cell("F", ""))</w:tr></w:tbl>"
    let reading = Forged.docx(body).read("a.docx")
    let table = try #require(reading.tables.first)
    let shown = table.cells.map {
      "\($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan) \($0.text)"
    }
    #expect(
      shown == [
        "0,0 1x2 A", "0,2 2x1 B", "1,0 1x1 C", "1,1 1x1 D\ntrong", "2,1 1x1 E", "2,2 1x1 F",
      ])
    #expect(table.rowCount == 3 && table.columnCount == 3)
    #expect(reading.lines(.deleted) == ["xoá"])
  }

  @Test func cellsMergedTheOldWayAreOne() throws {
    let cell = { (text: String, properties: String) in
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(Forged.paragraph(text))</w:tc>"
    }
    let (first, next) = ("<w:hMerge w:val='restart'/>", "<w:hMerge w:val='continue'/>")
    let (top, below) = ("<w:vMerge w:val='restart'/>", "<w:vMerge/>")
    let body =
      "<w:tbl><w:tr>\(cell("A", first))\(cell("", "<w:hMerge/>"))\(cell("B", ""))</w:tr>"
      + "<w:tr>\(cell("C", first + top))\(cell("", next + top))\(cell("D", ""))</w:tr>"
      + "<w:tr>\(cell("", first + below))\(cell("", next + below))\(cell("E", ""))</w:tr>"
      + "<w:tr>\(cell("F", next))\(cell("G", first))\(cell("H", next))</w:tr></w:tbl>"
    let table = try #require(Forged.docx(body).read("a.docx").tables.first)
    let shown = table.cells.map {
      "\($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan) \($0.text)"
    }
    #expect(
      shown == [
        "0,0 1x2 A", "0,2 1x1 B", "1,0 2x2 C", "1,2 1x1 D", "2,2 1x1 E", "3,0 1x1 F",
        "3,1 1x2 G\nH",
      ])
    #expect(table.rowCount == 4 && table.columnCount == 3)
  }

  @Test func aContinuedCellBelowNoneThatBeganKeepsItsText() throws {
    let cell = { (text: String, properties: String) in
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(Forged.paragraph(text))</w:tc>"
    }
    let body =
      "<w:tbl><w:tr>\(cell("A", "<w:vMerge/>"))\(cell("B", ""))</w:tr>"
      + "<w:tr>\(cell("", "<w:vMerge/>"))\(cell("C", "<w:vMerge/>"))</w:tr></w:tbl>"
    let table = try #require(Forged.docx(body).read("a.docx").tables.first)
    #expect(table.outline == ["0,0 +2x1 A", "0,1 B", "1,1 C"])
  }

  @Test func readsNotesMarginsAndCommentsApart() {
    let note =
      "<w:footnote w:type='separator' w:id='0'>\(Forged.paragraph("kẻ"))</w:footnote>"
      + "<w:footnote w:id='1'>\(Forged.paragraph("chú"))</w:footnote>"
    let comment =
      "<w:comment w:id='1' w:author='Như' w:date='2024-01-02T03:04:05Z'>\(Forged.paragraph("ý"))</w:comment>"
    let body =
      Forged.paragraph("A")
      + "<w:sectPr><w:headerReference w:type='default' r:id='header1.xml'/></w:sectPr>"
    let reading = Forged.docx(
      body,
      parts: [
        ("footnotes", "footnotes.xml", Forged.wordXML("footnotes", note)),
        ("comments", "comments.xml", Forged.wordXML("comments", comment)),
        ("header", "header1.xml", Forged.wordXML("hdr", Forged.paragraph("đầu"))),
        ("header", "header2.xml", Forged.wordXML("hdr", Forged.paragraph("không dùng"))),
      ]
    ).read("a.docx")
    #expect(reading.lines() == ["A"])
    #expect(reading.lines(.footnote) == ["chú"])
    #expect(reading.lines(.header) == ["đầu"])
    #expect(reading.lines(.comment) == ["ý"])
    #expect(reading.metadata.details["commentAuthors"] == ["Như"])
    #expect(reading.metadata.flags == [.comments])
  }

  @Test func leavesHiddenTextOutAndTellsIt() {
    let body =
      "<w:p><w:r><w:t>thấy</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
      + "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>!</w:t></w:r></w:p>"
    let reading = Forged.docx(body).read("a.docx")
    #expect(reading.lines() == ["thấy!"])
    #expect(reading.metadata.flags == [.hiddenText])
    #expect(reading.metadata.details["hiddenText"] == ["ẩn"])
  }

  @Test func readsALegacyFontAsUnicode() {
    let fonts = "<w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr>"
    let body =
      "<w:p><w:r>\(fonts)<w:t>Céng hoµ x· h</w:t></w:r><w:r>\(fonts)<w:t>éi chñ nghÜa ViÖt Nam</w:t></w:r></w:p>"
    let reading = Forged.docx(body).read("a.docx")
    #expect(reading.lines() == ["Cộng hoà xã hội chủ nghĩa Việt Nam"])
    #expect(reading.metadata.flags == [.legacyEncoding])
  }

  @Test(
    .enabled(if: Places.shared != nil, "the shared corpora are not beside the project"),
    arguments: ["docx", "odt"])
  func readsARealReportLineByLine(_ kind: String) throws {
    let folder = try #require(Places.shared).appending(path: "real")
    let text = try String(
      contentsOf: folder.appending(path: "report-an-son-2023.txt"), encoding: .utf8)
    let bytes = try Data(contentsOf: folder.appending(path: "report-an-son-2023.\(kind)"))
    let reading = DocumentReader().read(
      MemorySource(name: kind, bytes: Array(bytes)), name: "report.\(kind)")
    let squeeze = { (text: String) in
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let ours = squeeze(
      reading.blocks.flatMap(\.paragraphs).map(\.shown).joined(separator: "\n"))
    #expect(ours == squeeze(text))
    #expect(reading.tables.first?.cells.count == 4)
    #expect(reading.metadata.flags.isEmpty)
  }
}
