import ArchiveIO
import DossierModel
import Testing

@testable import DossierEngine

/// Documents and workbooks of 2003 in one XML file.
@Suite struct OfficeXMLTests {
  private static let office = "xmlns:o='urn:schemas-microsoft-com:office:office'"

  private func read(
    _ text: String, depth: DocumentReader.Depth = .full, name: String = "a.xml"
  ) -> DocumentReading {
    DocumentReader().read(
      MemorySource(name: name, bytes: Array(text.utf8)), name: name, depth: depth)
  }

  private func workbook(_ rows: String) -> String {
    "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>"
      + "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' \(Self.office) "
      + "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>"
      + "<DocumentProperties xmlns='urn:schemas-microsoft-com:office:office'>"
      + "<Author>Nguyễn Văn An</Author><Created>2023-12-01T08:00:00Z</Created>"
      + "<Version>16.00</Version></DocumentProperties>"
      + "<Worksheet ss:Name='Biểu điểm'><Table>\(rows)</Table></Worksheet></Workbook>"
  }

  private func cell(_ text: String, _ attributes: String = "") -> String {
    "<Cell \(attributes)><Data ss:Type='String'>\(text)</Data></Cell>"
  }

  @Test func readsTheCellsOfAWorkbookAndWhoMadeIt() {
    let reading = read(
      workbook(
        "<Row>\(cell("TT"))\(cell("Tiêu chí", "ss:MergeAcross='1' ss:MergeDown='1'"))</Row>"
          + "<Row ss:Index='3'>\(cell("1"))<Cell ss:Index='3'><Data ss:Type='Number'>10</Data>"
          + "<Comment><ss:Data>xem lại</ss:Data></Comment></Cell></Row>"), name: "a.xls")
    #expect(reading.format == .xml)
    #expect(reading.metadata.text(.creator) == "Nguyễn Văn An")
    #expect(reading.metadata.date(.created)?.normalized == "2023-12-01T08:00:00Z")
    #expect(reading.metadata.flags == [.comments])
    #expect(reading.tables.map(\.name) == ["Biểu điểm"])
    #expect(reading.tables.first?.outline == ["0,0 TT", "0,1 +2x2 Tiêu chí", "2,0 1", "2,2 10"])
  }

  private func document(_ body: String) -> String {
    "<?xml version='1.0'?><w:wordDocument \(Self.office) "
      + "xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml' "
      + "xmlns:wx='http://schemas.microsoft.com/office/word/2003/auxHint' "
      + "xmlns:aml='http://schemas.microsoft.com/aml/2001/core'><o:DocumentProperties>"
      + "<o:Title>Kế hoạch</o:Title><o:LastAuthor>Bình</o:LastAuthor><o:TotalTime>12</o:TotalTime>"
      + "</o:DocumentProperties><w:body>\(body)</w:body></w:wordDocument>"
  }

  private func p(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func readsTheTextOfADocument() {
    let label = "<w:listPr><w:ilvl w:val='0'/><wx:t wx:val='I.'/></w:listPr>"
    let change =
      "<w:p><w:r><w:t>a</w:t></w:r><aml:annotation w:type='Word.Deletion'><aml:content><w:r>"
      + "<w:delText>b</w:delText></w:r></aml:content></aml:annotation><w:r><w:tab/><w:t>c</w:t></w:r>"
      + "</w:p>"
    let head = "<w:sectPr><w:hdr w:type='odd'>\(p("đầu"))</w:hdr></w:sectPr>"
    let reading = read(document(p("Mục đích", label) + change + head))
    let shown = reading.blocks.flatMap(\.paragraphs).map(\.shown)
    #expect(shown == ["I. Mục đích", "a\tc", "đầu"])
    #expect(reading.blocks.flatMap(\.paragraphs).map(\.region) == [.body, .body, .header])
    #expect(reading.metadata.flags == [.trackedChanges])
    #expect(reading.metadata.text(.title) == "Kế hoạch")
    #expect(reading.metadata.number(.totalTime) == 12)
  }

  @Test func readsMergedCellsOfADocument() {
    func tc(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
    }
    let start = "<w:vmerge w:val='restart'/>"
    let reading = read(
      document(
        "<w:tbl><w:tr>\(tc("A", start))\(tc("B", "<w:gridSpan w:val='2'/>"))</w:tr>"
          + "<w:tr>\(tc("", "<w:vmerge/>"))\(tc("C"))\(tc("D"))</w:tr></w:tbl>"))
    #expect(reading.tables.first?.outline == ["0,0 +2x1 A", "0,1 +1x2 B", "1,1 C", "1,2 D"])
  }

  @Test(arguments: [
    "<?xml version='1.0'?><a><Author>x</Author><p><t>y</t></p></a>", "<?xml version='1.0'?><a><b>",
    "<?xml version='1.0'?><Workbook><Worksheet><Table><Row/></Table></Worksheet></Workbook>",
  ])
  func anotherXMLFileStaysWhatItIs(_ text: String) {
    let reading = read(text)
    #expect(reading.format == .xml)
    #expect(reading.problem == nil)
    #expect(reading.metadata.fields.isEmpty)
    #expect(reading.blocks.isEmpty)
  }

  @Test func aWorkbookThatIsCutIsUnreadableAndWhatWasReadIsPartial() {
    let reading = read(String(workbook("<Row>\(cell("TT"))</Row>").dropLast(30)))
    #expect(reading.problem?.reason == .malformedXML)
    #expect(reading.metadata.isPartial)
    #expect(reading.metadata.text(.creator) == "Nguyễn Văn An")
  }

  @Test func metadataAloneNeedsNoText() {
    let text = workbook("<Row>\(cell("TT"))</Row>")
    #expect(read(text, depth: .metadata).metadata.fields == read(text).metadata.fields)
  }
}

/// Web pages that office programs saved, alone or with their pictures in one file.
@Suite struct WebPageTests {
  private static let page =
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><title>Báo cáo</title>"
    + "<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Hà</o:Author>"
    + "<o:LastSaved>2023-12-02T08:00:00Z</o:LastSaved><o:Pages>2</o:Pages>"
    + "</o:DocumentProperties></xml><![endif]--></head><body><p>Số: 12/BC-TH</p></body></html>"

  private func read(_ text: String, name: String = "a.doc") -> DocumentReading {
    DocumentReader().read(MemorySource(name: name, bytes: Array(text.utf8)), name: name)
  }

  @Test func readsThePropertiesThatWordHidesInAPage() {
    let metadata = read(Self.page).metadata
    #expect(metadata.text(.title) == "Báo cáo")
    #expect(metadata.text(.creator) == "Hà")
    #expect(metadata.date(.modified)?.normalized == "2023-12-02T08:00:00Z")
    #expect(metadata.number(.pages) == 2)
  }

  @Test(arguments: [
    "<html><p>&lt;o:DocumentProperties&gt;&lt;o:Author&gt;x</p></html>",
    "<html><!-- <o:DocumentProperties><o:Author>x --></html>",
    "<html><!-- <o:DocumentProperties><o:Author>x</o:DocumentProperties> --></html>",
  ])
  func aPageWithoutThemHasNone(_ page: String) {
    #expect(read(page).metadata.fields.isEmpty)
  }

  private func message(_ encoding: String, _ body: String) -> String {
    "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
      + "\ttype=\"text/html\"; boundary=\"--=_a\"\r\n\r\nMột trang.\r\n----=_a\r\n"
      + "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: \(encoding)\r\n"
      + "\r\n\(body)\r\n----=_a\r\nContent-Type: image/png\r\n\r\nx\r\n----=_a--\r\n"
  }

  private static let encoded = [
    ("8bit", "<html><p>Số 12</p>\r\n</html>"),
    ("quoted-printable", "<html><p>S=E1=BB=91 =\r\n12</p></html>"),
    ("base64", "PGh0bWw+PHA+U+G7kSAx\r\nMjwvcD48L2h0bWw+"),
  ]

  @Test(arguments: encoded)
  func readsThePageOfAMessageInItsEncoding(encoding: String, body: String) {
    for name in ["a.mht", "a.doc"] {
      let reading = read(message(encoding, body), name: name)
      #expect(reading.format == .html)
      #expect(reading.lines() == ["Số 12"])
    }
  }

  @Test(arguments: [
    "Kính gửi: Phòng GDĐT\n\nMIME-Version: 1.0\nContent-Type: text/html\n",
    "From: An\nSubject: x\nContent-Type: text/plain\nMIME-Version: 1.0\n\nxin chào\n",
    "Content-Type: text/html là kiểu của trang\n\nvăn bản\n",
  ])
  func aTextThatIsNoSuchMessageStaysText(_ text: String) {
    #expect(read(text, name: "a.txt").format == .text)
  }

  @Test func aMessageCutAnywhereIsReadToItsEnd() {
    let text = message("quoted-printable", Self.page)
    for length in stride(from: 0, to: text.count, by: 7) {
      _ = read(String(text.prefix(length)), name: "a.mht")
    }
  }
}
