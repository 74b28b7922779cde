import NativeReaders
import Testing

@Suite struct PDFRulingTests {
  private struct Refused: Error {}

  /// The lines of a page of 100 by 100 points.
  private func rulings(
    _ content: String, page: String = "", asks: Bool = true
  ) throws
    -> [PDFRuling]
  {
    var pdf = ForgedPDF.page(content: content + " BT (x) Tj ET")
    pdf.objects[2].body = Array(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R \(page) >>".utf8)
    let bytes = pdf.bytes()
    guard let file = MemoryFile(), file.append(bytes) else { throw Refused() }
    let facts = try PDFInspector.inspect(
      path: file.path, size: UInt64(bytes.count), wantsRulings: asks)
    return facts.rulings[1] ?? []
  }

  /// Three lines across and three down: a table of two rows and two columns.
  private static let frame =
    "10 90 m 90 90 l S 10 50 m 90 50 l S 10 10 m 90 10 l S "
    + "10 10 m 10 90 l S 50 10 m 50 90 l S 90 10 m 90 90 l S "

  private static let shown = [
    PDFRuling(isHorizontal: true, position: 10, start: 10, end: 90),
    PDFRuling(isHorizontal: true, position: 50, start: 10, end: 90),
    PDFRuling(isHorizontal: true, position: 90, start: 10, end: 90),
    PDFRuling(isHorizontal: false, position: 10, start: 10, end: 90),
    PDFRuling(isHorizontal: false, position: 50, start: 10, end: 90),
    PDFRuling(isHorizontal: false, position: 90, start: 10, end: 90),
  ]

  private static let forms: [(String, String)] = [
    ("strokes", frame),
    (
      "thin rectangles",
      "10 89.5 80 1 re f 10 49.5 80 1 re f 10 9.5 80 1 re f "
        + "9.5 10 1 80 re f 49.5 10 1 80 re f 89.5 10 1 80 re f"
    ),
    (
      "a matrix",
      "q 10 0 0 10 0 0 cm 0 0 0 RG 1 9 m 9 9 l 1 5 m 9 5 l 1 1 m 9 1 l S "
        + "1 1 m 1 9 l 5 1 m 5 9 l 9 1 m 9 9 l S Q"
    ),
    (
      "words that only look like drawing",
      "(1 2 m \\) S) Tj /S 0 Tf <</S 1>> BDC % 3 4 l S\n"
        + frame + "BI /W 1 ID 1 2 m 3 4 l S EI 0 0 50 50 re f 0 0 m 50 40 l S 1 1 m 2 2 3 3 4 4 c S"
    ),
  ]

  @Test(arguments: forms)
  func findsLinesHoweverTheyAreDrawn(form: String, content: String) throws {
    #expect(try rulings(content) == Self.shown, "\(form)")
  }

  @Test(arguments: [90, 180, 270, -90])
  func aTurnedPageIsReadAsItIsShown(rotation: Int) throws {
    let found = Set(try rulings(Self.frame, page: "/Rotate \(rotation)"))
    #expect(found == Set(Self.shown))
  }

  @Test func fewLinesFrameNoTableAndNoneAreSoughtUnasked() throws {
    #expect(try rulings("10 90 m 90 90 l S").isEmpty)
    #expect(try rulings(Self.frame, asks: false).isEmpty)
  }

  /// A small file may have gigabytes of drawing: its pages share one content stream.
  @Test(arguments: ["10 90 m 90 90 l S ", "10 90 m 90 90 l "])
  func whatPagesShareIsSoughtInBounds(drawing: String) throws {
    var pdf = ForgedPDF()
    let pages = 5..<155
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    pdf.add(1, "<< /Type /Catalog /Pages 2 0 R >>")
    pdf.add(2, "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    let content = String(repeating: drawing, count: 20_000) + "S BT (x) Tj ET"
    pdf.add(4, dictionary: "", stream: Array(content.utf8))
    for page in pages {
      pdf.add(page, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>")
    }
    let bytes = pdf.bytes()
    guard let file = MemoryFile(), file.append(bytes) else { throw Refused() }
    let facts = try PDFInspector.inspect(
      path: file.path, size: UInt64(bytes.count), wantsRulings: true)
    #expect(facts.pageCount == pages.count)
    #expect(!facts.rulings.isEmpty)
    #expect(facts.rulings.values.reduce(0) { $0 + $1.count } < 30_000)
  }

  @Test func aStreamWrittenAsTextIsRead() throws {
    var pdf = ForgedPDF.page(content: "")
    let content = Array((Self.frame + "BT (x) Tj ET").utf8)
    pdf.objects.removeLast()
    pdf.add(4, dictionary: "/Filter /ASCII85Decode", stream: Self.asText(content))
    let bytes = pdf.bytes()
    guard let file = MemoryFile(), file.append(bytes) else { throw Refused() }
    let facts = try PDFInspector.inspect(
      path: file.path, size: UInt64(bytes.count), wantsRulings: true)
    #expect(facts.hasTextLayer == true)
    #expect(facts.rulings[1] == Self.shown)
  }

  /// Bytes in base 85.
  private static func asText(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let part = Array(bytes[start..<min(start + 4, bytes.count)])
      var value = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32($1 < part.count ? part[$1] : 0) }
      var digits: [UInt8] = []
      for _ in 0..<5 {
        digits.insert(UInt8(value % 85) + 0x21, at: 0)
        value /= 85
      }
      text += digits.prefix(part.count + 1)
    }
    return text + Array("~>".utf8)
  }
}
