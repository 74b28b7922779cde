import ArchiveIO
import DossierEngine
import DossierModel
import Testing

@Suite struct ClaimedFlatDocumentTests {
  private static let office = "xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
  private static let meta =
    "<o:meta><d:creator xmlns:d='http://purl.org/dc/elements/1.1/'>An</d:creator></o:meta>"

  private func read(_ text: String, _ name: String) -> DocumentReading {
    DocumentReader().read(MemorySource(name: name, bytes: Array(text.utf8)), name: name)
  }

  @Test(arguments: [
    ("<html><body>404</body></html>", UnreadableReason.notODF), ("<a/>", .notODF),
    ("Kế hoạch", .malformedXML), ("\u{0}\u{1}", .malformedXML),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><o:document \(office)>\(meta)</o:document>", .dtdEntity),
    ("<o:document \(office)>\(meta)", .malformedXML),
  ])
  func whatOnlyCallsItselfAFlatDocumentSaysWhy(_ text: String, _ reason: UnreadableReason) {
    let reading = read(text, "a.fodt")
    #expect(reading.problem?.reason == reason)
    #expect(reading.metadata.fields.isEmpty)
  }

  @Test func aFlatDocumentBehindALongCommentIsReadByItsName() {
    let comment = "<!-- \(String(repeating: "giấy phép ", count: 900)) -->"
    let reading = read("\(comment)<o:document \(Self.office)>\(Self.meta)</o:document>", "a.fodt")
    #expect(reading.problem == nil)
    #expect(reading.metadata.text(.lastModifiedBy) == "An")
  }

  @Test(arguments: [("<html>x</html>", "a.html"), ("<a/>", "a.xml"), ("Kế hoạch", "a.txt")])
  func filesThatCallThemselvesWhatTheyAreHaveNoProblem(_ text: String, _ name: String) {
    #expect(read(text, name).problem == nil)
  }
}
