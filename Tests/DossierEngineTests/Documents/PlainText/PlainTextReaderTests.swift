import ArchiveIO
import DossierModel
import Testing

@testable import DossierEngine

@Suite struct PlainTextReaderTests {
  private func read(_ bytes: [UInt8]) -> DocumentReading {
    PlainTextReader.read(MemorySource(name: "f.txt", bytes: bytes), wantsText: true)
  }

  private func html(_ text: String) -> DocumentReading {
    PlainTextReader.readHTML(MemorySource(name: "f", bytes: Array(text.utf8)), wantsText: true)
  }

  private static let encodings: [([UInt8], String)] = [
    (Array("Độc lập".utf8), "Độc lập"), ([0xEF, 0xBB, 0xBF] + Array("Độc".utf8), "Độc"),
    ([0xFF, 0xFE, 0x10, 0x01, 0x63, 0x00], "Đc"), ([0xFE, 0xFF, 0x01, 0x10, 0x00, 0x63], "Đc"),
    // windows-1258: "Đôc" with the dot below behind its vowel.
    ([0xD0, 0xF4, 0xF2, 0x63, 0x20, 0x6C, 0xE2, 0xF2, 0x70], "Đô\u{323}c lâ\u{323}p"),
    // TCVN3: "Céng hoµ".
    ([0x43, 0xE9, 0x6E, 0x67, 0x20, 0x68, 0x6F, 0xB5], "Cộng hoà"),
    ([0x63, 0x61, 0x66, 0xE9], "café"),
  ]

  @Test(arguments: encodings)
  func findsTheEncoding(bytes: [UInt8], expected: String) {
    #expect(read(bytes).lines().first.map { Array($0.utf8) } == Array(expected.utf8))
  }

  @Test(arguments: [
    ("một\nhai", ["một", "hai"]), ("một\r\nhai\r\n", ["một", "hai"]),
    ("một\u{85}hai\u{2028}ba\u{2029}", ["một", "hai", "ba"]),
    ("một\u{B}hai\u{C}ba", ["một", "hai", "ba"]),
    // Bytes of a line break that begin other characters: no-break space, "é", dashes, the ellipsis.
    ("a\u{A0}b Â é – … ‧", ["a\u{A0}b Â é – … ‧"]),
    (" \t \n\u{A0}\u{3000}\n hai ", [" hai "]), ("\u{2028}", []),
  ])
  func endsALineAtEveryBreakAndNowhereElse(text: String, lines: [String]) {
    #expect(read(Array(text.utf8)).blocks.flatMap(\.paragraphs).map(\.text) == lines)
  }

  @Test func flagsLegacyText() {
    #expect(
      read([0x43, 0xE9, 0x6E, 0x67, 0x20, 0x68, 0x6F, 0xB5]).metadata.flags == [.legacyEncoding])
    #expect(read(Array("Cộng hoà".utf8)).metadata.flags.isEmpty)
  }

  @Test func takesTextOutOfHTML() {
    let reading = html(
      """
      <html><head><title>Báo cáo</title><meta name="author" content="An &amp; B">
      <style>p > a {}</style><script>if (a < b) "</p>"</script></head>
      <body><h2>Mục I</h2><p>Một <b>hai</b><br>ba &#7879;&nbsp;x <!-- <p>no</p> --></p>5 < 6
      <table><tr><td rowspan=2>A<td colspan="2">B</tr><tr><td>C</td><td><p>D<p>E</td></tr></table>
      """)
    #expect(reading.metadata.text(.title) == "Báo cáo")
    #expect(reading.metadata.text(.creator) == "An & B")
    #expect(reading.lines() == ["Mục I", "Một hai\nba ệ\u{A0}x", "5 < 6"])
    #expect(reading.tables.first?.outline == ["0,0 +2x1 A", "0,1 +1x2 B", "1,1 C", "1,2 D\nE"])
  }

  @Test func numbersTheItemsOfLists() {
    let reading = html(
      """
      <ol type="I" start="2"><li><p>Kết quả</p><p>Chung</p><ol><li>Điều kiện<ol type="a"><li>Có kế hoạch
      <li value="4">Có quy định</ol><li>Tác dụng</ol></li></ol><ul><li>Lưu: VT</ul><p>Hết</p>
      """)
    #expect(
      reading.blocks.flatMap(\.paragraphs).map(\.shown) == [
        "II. Kết quả", "Chung", "1. Điều kiện", "a. Có kế hoạch", "d. Có quy định", "2. Tác dụng",
        "• Lưu: VT", "Hết",
      ])
  }

  @Test(arguments: [
    ("30<sup><a href=\"#note1\"><sup>1</sup></a></sup> điểm", "30 điểm"),
    ("<a href=\"#n\">30</a><sup>1</sup> điểm", "301 điểm"), ("120 m<sup>2</sup>", "120 m2"),
    ("lớp <sup><a href=\"#a\">chọn</a></sup> 30", "lớp chọn 30"),
  ])
  func leavesTheMarkOfANoteOut(_ body: String, _ text: String) {
    #expect(html("<p>\(body)</p>").lines() == [text])
  }

  @Test func readsTheDatesThatAnOfficeSuiteWritesIntoHTML() {
    let metadata = html(
      """
      <meta name="created" content="2023-01-10T08:30:15"/><meta name="changed" content="00:00:00"/>
      <meta name="changedby" content="Trần Thị Hà"/><meta name="classification" content="Học tập"/>
      """
    ).metadata
    #expect(metadata.date(.created)?.normalized == "2023-01-10T08:30:15")
    #expect(metadata.date(.modified) == nil)
    #expect(metadata.text(.lastModifiedBy) == "Trần Thị Hà")
    #expect(metadata.text(.subject) == "Học tập")
  }

  @Test func anEmptyFileHasItsReason() {
    #expect(read([]).problem?.reason == .emptyFile)
  }
}
