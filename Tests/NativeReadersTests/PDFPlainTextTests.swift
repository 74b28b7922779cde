import NativeReaders
import Testing

/// What is known of a PDF's text without reading it.
@Suite struct PDFPlainTextTests {
  private struct Refused: Error {}

  private static let win = "/Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding"

  private func isPlain(
    _ content: String, font: String = win, map: String? = nil, page: String = "",
    resources: String = "", form: String? = nil
  ) throws -> Bool {
    var pdf = ForgedPDF.page(content: content)
    pdf.objects[2].body = Array(
      """
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R \(page)
      /Resources << /Font << /F1 6 0 R >> \(resources) /XObject << /X 8 0 R >> >> >>
      """.utf8)
    pdf.add(6, "<< \(font) \(map == nil ? "" : "/ToUnicode 7 0 R") >>")
    if let map { pdf.add(7, dictionary: "", stream: Array(map.utf8)) }
    if let form {
      pdf.add(8, dictionary: "/Type /XObject /Subtype /Form", stream: Array(form.utf8))
    }
    let bytes = pdf.bytes()
    guard let file = MemoryFile(), file.append(bytes) else { throw Refused() }
    return try PDFInspector.inspect(
      path: file.path, size: UInt64(bytes.count), asksForPlainText: true
    ).isPlainText
  }

  @Test(arguments: [
    ("/F1 9 Tf (So 45) Tj", true), ("/F1 9 Tf [(a)-2<62>] TJ", true),
    (#"/F1 9 Tf (a\(b\)) Tj"#, true), ("/F1 9 Tf (   ) Tj", false), ("/F1 9 Tf <20> Tj", false),
    (#"/F1 9 Tf (C\351ng) Tj"#, false), ("/F1 9 Tf <43E96E67> Tj", false),
    ("/F1 9 Tf (Céng) Tj", false), ("(a) Tj", false), ("/F2 9 Tf (a) Tj", false), ("q Q", false),
    ("q /F1 9 Tf (a) Tj Q (b) Tj", false), ("/F1 9 Tf q /F2 8 Tf Q (b) Tj", true),
    ("/Span << /ActualText (x) >> BDC /F1 9 Tf (a) Tj EMC", false),
  ])
  func onlyASCIIInAnOrdinaryFontIsCertain(_ content: String, _ isCertain: Bool) throws {
    #expect(try isPlain(content) == isCertain)
  }

  @Test(arguments: [
    "/Type /Font /Subtype /Type3 /Encoding /WinAnsiEncoding", "/Type /Font /Subtype /TrueType",
    "/Type /Font /Subtype /Type0 /Encoding /Identity-H",
    "/Type /Font /Subtype /Type1 /Encoding << /Differences [65 /eacute] >>",
  ])
  func aFontThatMayShowAnythingIsNot(_ font: String) throws {
    #expect(try !isPlain("/F1 9 Tf (a) Tj", font: font))
  }

  private static let head = "/Type /Font /Subtype /Type0 /Encoding /Identity-H"

  @Test(arguments: [
    ("2 beginbfchar <0001> <1EA7> <0002> <0061> endbfchar", true),
    ("1 beginbfrange <0001> <0003> <00E0> endbfrange", true),
    ("1 beginbfrange <1> <4> <00E0> endbfrange 1 beginbfrange <1> <9> <00E4> endbfrange", false),
    ("1 beginbfrange <0001> <0006> <00E0> endbfrange", false),
    ("1 beginbfrange <0001> <0002> [<0061> <00B5>] endbfrange", false),
    ("1 beginbfrange <0001> <0002> [<0061> <0062>] endbfrange", true),
    ("1 beginbfchar <01> <00660069> endbfchar", true), ("1 beginbfchar <01> <20> endbfchar", false),
    ("", false), ("1 beginbfchar <01", false),
  ])
  func aMapToUnicodeTellsWhatItsFontShows(_ map: String, _ isCertain: Bool) throws {
    #expect(try isPlain("/F1 9 Tf <0001> Tj", font: Self.head, map: map) == isCertain)
  }

  @Test func whatElseAPageHasLeavesItOpen() throws {
    let text = "/F1 9 Tf (a) Tj"
    #expect(try isPlain(text, page: "/Annots [<< /Subtype /Link >>]"))
    #expect(try !isPlain(text, page: "/Annots [<< /Subtype /FreeText /AP << /N 4 0 R >> >>]"))
    #expect(try !isPlain(text, resources: "/Pattern << /P 4 0 R >>"))
    #expect(try isPlain("/X Do", form: text))
    #expect(try !isPlain("/X Do \(text)", form: #"/F1 9 Tf (\351) Tj"#))
    #expect(try isPlain("/X Do \(text)", form: "/X Do /X Do"))
  }
}
