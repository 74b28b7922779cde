import CZlib
import Glibc
import NativeReaders
import TestSupport
import Testing

@Suite struct PDFInspectorTests {
  private struct Refused: Error {}

  private func inspect(_ pdf: ForgedPDF) throws -> PDFFacts { try inspect(pdf.bytes()) }

  private func inspect(_ bytes: [UInt8]) throws -> PDFFacts {
    guard let file = MemoryFile(), file.append(bytes) else { throw Refused() }
    return try PDFInspector.inspect(path: file.path, size: UInt64(bytes.count))
  }

  @Test func readsInfoStringsOfBothEncodings() throws {
    let facts = try inspect(
      .page(content: "", info: "/Title <FEFF0042006300311EA1> /Author (An) /ModDate (D:2020)"))
    #expect(facts.info.map(\.key) == ["Author", "ModDate", "Title"])
    #expect(facts.info.map(\.value) == ["An", "D:2020", "Bc1ạ"])
    #expect(facts.pageCount == 1)
    #expect(facts.version == "1.7")
    #expect(facts.repair == nil)
  }

  @Test func aTextIsWithoutItsLanguageAndANameWithoutItsSlash() throws {
    let facts = try inspect(
      .page(
        content: "",
        info: "/Title <FEFF001B007600690056004E001B0041001B0065006E001B0042> /Author /An "
          + "/Subject <FEFF0041001B0042>"))
    #expect(facts.info.map(\.key) == ["Author", "Subject", "Title"])
    #expect(facts.info.map(\.value) == ["An", "A\u{1B}B", "AB"])
  }

  @Test(.timeLimit(.minutes(1))) func aHugeFileWithoutItsEndIsNotGoneThrough() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("a.pdf", text: "%PDF-1.4\n")
    let size: UInt64 = 16 << 30
    try #require(truncate(path, off_t(size)) == 0)
    let error = #expect(throws: PDFError.self) {
      try PDFInspector.inspect(path: path, size: size)
    }
    #expect(error?.code == .damaged)
  }

  @Test func aLargeFileWithItsEndIsRead() throws {
    var pdf = ForgedPDF.page(content: "", info: "/Title (An)")
    pdf.add(6, dictionary: "", stream: [UInt8](repeating: 0x41, count: 65 << 20))
    #expect(try inspect(pdf).info.map(\.value) == ["An"])
  }

  @Test(arguments: [
    ("BT (x) Tj ET", true), ("BT [(x)-2(y)]TJ ET", true), ("BT <41> ' ET", true),
    ("q 10 0 0 10 0 0 cm /Im1 Do Q", false), ("", false), ("(Tj is no operator here) 3 w", false),
  ])
  func tellsAPageWithTextFromAScan(content: String, hasText: Bool) throws {
    #expect(try inspect(.page(content: content)).hasTextLayer == hasText)
  }

  /// Pages that share one content, the last with another, in a tree that states so many.
  private func pages(_ count: Int, stated: Int, perNode: Int? = nil) -> ForgedPDF {
    var pdf = ForgedPDF()
    pdf.add(1, "<< /Type /Catalog /Pages 2 0 R >>")
    pdf.add(3, dictionary: "", stream: Array("q Q".utf8))
    pdf.add(4, dictionary: "", stream: Array("BT (x) Tj ET".utf8))
    var kids: [String] = []
    let group = perNode ?? count
    for first in stride(from: 0, to: count, by: group) {
      let leaves = (first..<min(first + group, count)).map { number in
        let content = number == count - 1 ? 4 : 3
        let box = "/MediaBox [0 0 9 9]"
        pdf.add(10 + number, "<< /Type /Page /Parent 2 0 R \(box) /Contents \(content) 0 R >>")
        return "\(10 + number) 0 R"
      }.joined(separator: " ")
      guard perNode != nil else {
        kids = [leaves]
        break
      }
      let node = 10 + count + first
      pdf.add(node, "<< /Type /Pages /Parent 2 0 R /Count \(group) /Kids [\(leaves)] >>")
      kids.append("\(node) 0 R")
    }
    pdf.add(2, "<< /Type /Pages /Count \(stated) /Kids [\(kids.joined(separator: " "))] >>")
    return pdf
  }

  @Test(arguments: [nil, 100])
  func countsVeryManyPagesWithoutLoadingThem(_ perNode: Int?) throws {
    let facts = try inspect(pages(5000, stated: 5000, perNode: perNode))
    #expect(facts.pageCount == 5000)
    #expect(facts.repair == nil)
    // Only the first pages are looked at.
    #expect(facts.hasTextLayer == false)
  }

  @Test func aNumberOfPagesThatTheTreeDoesNotHoldIsNotBelieved() throws {
    #expect(try inspect(pages(3, stated: 90_000)).pageCount == 3)
  }

  @Test func findsTextBehindPagesThatShareAStreamWithoutAny() throws {
    #expect(try inspect(pages(150, stated: 150)).hasTextLayer == true)
  }

  @Test func findsTextInsideAForm() throws {
    var pdf = ForgedPDF.page(content: "/F Do")
    pdf.objects[2].body = Array(
      """
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R
      /Resources << /XObject << /F 6 0 R >> >> >>
      """.utf8)
    pdf.add(6, dictionary: "/Type /XObject /Subtype /Form", stream: Array("BT (x) Tj ET".utf8))
    #expect(try inspect(pdf).hasTextLayer == true)
  }

  @Test func countsEachSignatureDictionaryOnce() throws {
    var pdf = ForgedPDF.page(content: "")
    pdf.objects[0].body = Array(
      """
      << /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 8 0 R] >>
      /Perms << /DocMDP 7 0 R >> >>
      """.utf8)
    pdf.add(6, "<< /FT /Sig /T (a) /V 7 0 R >>")
    pdf.add(
      7,
      """
      << /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Name (Lan)
      /M (D:20240105093000+07'00') /Contents <00> >>
      """)
    pdf.add(8, "<< /T (b) /Kids [9 0 R 10 0 R] >>")
    pdf.add(9, "<< /FT /Sig /Parent 8 0 R /V << /Type /Sig /ByteRange [0 1 2 3] >> >>")
    pdf.add(10, "<< /FT /Tx /V (no signature) /Kids [8 0 R] >>")
    let facts = try inspect(pdf)
    #expect(facts.signatures.count == 2)
    #expect(facts.signatures.first?.name == "Lan")
    #expect(facts.signatures.first?.subFilter == "adbe.pkcs7.detached")
  }

  @Test func namesWhatReachesOutside() throws {
    var pdf = ForgedPDF.page(content: "")
    pdf.objects[0].body = Array(
      """
      << /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (x.exe) >>
      /Names << /JavaScript << /Names [(a) 6 0 R] >> /EmbeddedFiles << /Names [(phu-luc.xlsx) null] >> >> >>
      """.utf8)
    let facts = try inspect(pdf)
    #expect(facts.actions == ["JavaScript", "Launch"])
    #expect(facts.embeddedFiles == ["phu-luc.xlsx"])
  }

  @Test func findsTheDocumentThatAHybridFileHoldsBesidesItsPages() throws {
    var pdf = ForgedPDF.page(content: "")
    pdf.add(6, dictionary: "", stream: Array("PK".utf8))
    pdf.trailer +=
      " /AdditionalStreams [/application#2Fvnd#2Eoasis#2Eopendocument#2Etext 6 0 R]"
    #expect(try inspect(pdf).embeddedFiles == ["application/vnd.oasis.opendocument.text"])
  }

  @Test func mendsADamagedCrossReferenceAndSaysSo() throws {
    var bytes = ForgedPDF.page(content: "BT (x) Tj ET").bytes()
    bytes.removeLast(20)
    let facts = try inspect(bytes)
    #expect(facts.pageCount == 1)
    #expect(facts.repair != nil)
  }

  @Test(arguments: ["", "%PDF-1.7\n", "no PDF at all", "%PDF-1.4\ntrailer << /Root 1 0 R >>"])
  func refusesWhatIsNoPDF(text: String) {
    #expect(throws: PDFError.self) { try inspect(Array(text.utf8)) }
  }

  private static func deflated(zeros count: Int) -> [UInt8] {
    let zeros = [UInt8](repeating: 0, count: count)
    var size = compressBound(UInt(count))
    var result = [UInt8](repeating: 0, count: Int(size))
    _ = compress(&result, &size, zeros, UInt(count))
    return Array(result.prefix(Int(size)))
  }

  @Test(arguments: ["/Type /ObjStm /N 1 /First 4", "/Subtype /Form", "/Type /XRef"])
  func refusesAStreamThatUnpacksWithoutEnd(dictionary: String) {
    var pdf = ForgedPDF.page(content: "")
    pdf.add(
      9, dictionary: dictionary + " /Filter /FlateDecode", stream: Self.deflated(zeros: 65 << 20))
    #expect { try inspect(pdf) } throws: { ($0 as? PDFError)?.code == .tooLarge }
  }

  @Test func looksThroughHonestStreams() throws {
    var pdf = ForgedPDF.page(content: "BT (x) Tj ET")
    for number in 6..<40 {
      pdf.add(
        number, dictionary: "/Subtype /Image /Filter /FlateDecode",
        stream: Self.deflated(zeros: 1 << 20))
    }
    #expect(try inspect(pdf).hasTextLayer == true)
  }

  @Test func survivesAPageTreeThatHoldsItself() throws {
    var pdf = ForgedPDF()
    pdf.add(1, "<< /Type /Catalog /Pages 2 0 R >>")
    pdf.add(2, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")
    #expect(try inspect(pdf).pageCount == nil)
  }

  /// The code of the refusal, or nothing where the file is read.
  private func refusal(_ pdf: ForgedPDF) throws -> PDFError.Code? {
    do {
      _ = try inspect(pdf)
      return nil
    } catch let error as PDFError {
      return error.code
    }
  }

  private func deflated(_ count: Int) throws -> [UInt8] {
    let zeros = [UInt8](repeating: 0x20, count: count)
    var packed = [UInt8](repeating: 0, count: count / 100 + 1000)
    var length = UInt(packed.count)
    guard compress(&packed, &length, zeros, UInt(count)) == Z_OK else { throw Refused() }
    return Array(packed.prefix(Int(length)))
  }

  @Test func manyStreamsThatAreNoBombAloneAreOneTogether() throws {
    let stream = try deflated(20 << 20)
    var pdf = ForgedPDF.page(content: "")
    for number in 10..<15 { pdf.add(number, dictionary: "/Filter /FlateDecode", stream: stream) }
    #expect(try refusal(pdf) == nil)
    for number in 15..<22 { pdf.add(number, dictionary: "/Filter /FlateDecode", stream: stream) }
    #expect(try refusal(pdf) == .tooLarge)
  }

  @Test func aTableOfMillionsOfObjectsIsRefusedBeforeItIsRead() throws {
    let stream = try deflated(6 << 20)
    var pdf = ForgedPDF.page(content: "")
    pdf.add(10, dictionary: "/Filter /FlateDecode /Type /XRef", stream: stream)
    #expect(try refusal(pdf) == .tooLarge)
    pdf.objects.removeLast()
    pdf.add(10, dictionary: "/Filter /FlateDecode", stream: stream)
    #expect(try refusal(pdf) == nil)
  }

  @Test func moreObjectsThanAreKeptAreRefused() throws {
    var bytes = ForgedPDF.page(content: "").bytes()
    let object = Array("9 0 obj 1 endobj\n".utf8)
    bytes.insert(contentsOf: (0..<250_000).flatMap { _ in object }, at: 9)
    #expect(throws: PDFError.self) { try inspect(bytes) }
  }
}
