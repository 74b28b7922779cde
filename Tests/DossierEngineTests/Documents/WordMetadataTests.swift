import ArchiveIO
import DossierCatalog
import DossierEngine
import DossierModel
import Testing

private typealias Forged = ForgedPackage

private func core(_ content: String) -> String {
  "<cp:coreProperties xmlns:cp='\(Forged.package)/metadata/core-properties' "
    + "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>"
    + "\(content)</cp:coreProperties>"
}

private func package(
  _ parts: [(String, String)], core targets: [String] = [], app: String? = nil
) -> Forged {
  var package = Forged()
  var list = [("r0", "\(Forged.office)/officeDocument", "word/document.xml")]
  for (index, target) in targets.enumerated() {
    list.append(
      ("c\(index)", "\(Forged.package)/relationships/metadata/core-properties", target))
  }
  if let app { list.append(("a", "\(Forged.office)/extended-properties", app)) }
  package.add("_rels/.rels", Forged.relationships(list))
  package.add("word/document.xml", Forged.wordXML("document", "<w:body/>"))
  for (name, xml) in parts { package.add(name, xml) }
  return package
}

@Suite struct WordMetadataTests {
  @Test(arguments: [
    "docProps/core.xml", "/docProps/core.xml", "./docProps/../docProps/core.xml",
    "docProps/c%6Fre.xml", "docProps/core.xml#part", "DOCPROPS/Core.xml",
  ])
  func findsTheCorePartWhateverTheTarget(_ target: String) {
    let forged = package(
      [("docProps/core.xml", core("<dc:creator>Hà</dc:creator>"))], core: [target])
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.text(.creator) == "Hà")
    #expect(reading.metadata.via["core"] == "rel")
  }

  @Test(arguments: ["meta/%C3%A0.xml", "meta/à.xml"], ["meta/%C3%A0.xml", "meta/à.xml"])
  func findsAPartWhoseNameIsPercentEncodedOrNot(_ target: String, _ name: String) {
    let forged = package([(name, core("<dc:creator>Hà</dc:creator>"))], core: [target])
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.text(.creator) == "Hà")
    #expect(reading.metadata.via["core"] == "rel")
  }

  @Test(arguments: [
    ("05/09/2024 08:30", "05/09/2024 08:30", true), ("2024-13-45", "2024-13-45", true),
    ("2024-05-06T24:00:01Z", "2024-05-06T24:00:01Z", true),
    ("2024-12-31T24:00:00", "2025-01-01T00:00:00", false), ("2024-05", "2024-05", false),
  ])
  func aDateThatIsNoneStandsAsItIsWritten(_ text: String, _ shown: String, _ isOdd: Bool) {
    let forged = package(
      [("a.xml", core("<dcterms:created>\(text)</dcterms:created>"))], core: ["a.xml"])
    let reading = forged.read("a.docx", depth: .metadata)
    let document = MetadataDocument(
      file: "a.docx", format: reading.format, problem: nil, metadata: reading.metadata)
    #expect(document.fields["created"] == .text(shown))
    #expect((document.details["oddDates"] == ["created"]) == isOdd)
  }

  @Test(arguments: ["NULL", "#x", "docProps/missing.xml", "../../core.xml"])
  func fallsBackToThePathWhenARelationshipLeadsNowhere(_ target: String) {
    let forged = package(
      [("docProps/core.xml", core("<dc:creator>Hà</dc:creator>"))], core: [target])
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.text(.creator) == "Hà")
    #expect(reading.metadata.via["core"] == "path")
  }

  @Test func doesNotTakeTheAuthorOfADecoy() {
    let forged = package(
      [
        ("meta/p.xml", core("<dc:creator>thật</dc:creator>")),
        ("docProps/core.xml", core("<dc:creator>giả</dc:creator>")),
      ], core: ["meta/p.xml"])
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.text(.creator) == "thật")
    #expect(reading.metadata.details["decoyCoreParts"] == ["docProps/core.xml"])
  }

  @Test func prefersNoneOfTwoCorePartsThatDisagree() {
    let forged = package(
      [
        ("a.xml", core("<dc:creator>một</dc:creator><dc:title>T</dc:title>")),
        ("b.xml", core("<dc:creator>hai</dc:creator><dc:title>T</dc:title>")),
      ], core: ["a.xml", "b.xml"])
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.text(.title) == "T")
    #expect(reading.metadata.fields[.creator] == nil)
    #expect(reading.metadata.unreadable[.creator] == .notOOXML)
    #expect(reading.metadata.details["creatorValues"] == ["một", "hai"])
    #expect(reading.metadata.flags.contains(.ambiguousContainer))
  }

  /// Word takes each of them for the text, other programs the one that is written so.
  @Test(arguments: [
    "Word/Document.xml", "/word/document.xml", "word\\document.xml", "word/./document.xml",
    "word//document.xml", "word/%64ocument.xml",
  ])
  func doubtsTwoPartsOfOneMeaning(_ name: String) {
    var forged = package([("docProps/core.xml", core(""))], core: ["docProps/core.xml"])
    #expect(!forged.read("a.docx").metadata.flags.contains(.ambiguousContainer))
    forged.add(name, Forged.wordXML("document", "<w:body><w:p/></w:body>"))
    #expect(forged.read("a.docx").metadata.flags.contains(.ambiguousContainer))
  }

  @Test(arguments: ["word/document2.xml", "document.xml", "Word/media/a.png", "word/a%20b.png"])
  func passesPartsThatDiffer(_ name: String) {
    var forged = package([("docProps/core.xml", core(""))], core: ["docProps/core.xml"])
    forged.add("word/media/b.png", "x")
    forged.add(name, "x")
    #expect(!forged.read("a.docx").metadata.flags.contains(.ambiguousContainer))
  }

  @Test func keepsTheFirstOfTwoCreatorsAndTellsBoth() {
    let forged = package(
      [("a.xml", core("<dc:creator>một</dc:creator><dc:creator>hai</dc:creator>"))],
      core: ["a.xml"])
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.text(.creator) == "một")
    #expect(reading.metadata.details["creatorValues"] == ["một", "hai"])
    #expect(reading.metadata.details["repeatedProperties"] == ["creator"])
  }

  @Test func keepsTheZoneOfLibreOfficeDoubtful() {
    let app =
      "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
      + "<Application>LibreOffice/25.8</Application><TotalTime>x</TotalTime></Properties>"
    let forged = package(
      [
        ("core.xml", core("<dcterms:created>2020-04-23T10:28:00Z</dcterms:created>")),
        ("app.xml", app),
      ], core: ["core.xml"], app: "app.xml")
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.date(.created)?.zone == .doubtful)
    let document = MetadataDocument(
      file: "a.docx", format: reading.format, problem: nil, metadata: reading.metadata)
    #expect(document.details["doubtfulZone"] == ["created"])
    #expect(reading.metadata.fields[.totalTime] == .text("x"))
  }

  @Test func aSizeThatIsALieLeavesTheOtherParts() {
    let app =
      "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
      + "<Application>Word</Application></Properties>"
    var bytes = package(
      [("core.xml", core("<dc:creator>Hà</dc:creator>")), ("app.xml", app)], core: ["core.xml"],
      app: "app.xml"
    ).bytes
    let record = bytes.indices.last { bytes[$0...].starts(with: Array("core.xml".utf8)) } ?? 0
    bytes[record - 23] = 0x7F
    let reading = DocumentReader().read(
      MemorySource(name: "a.docx", bytes: bytes), name: "a.docx", depth: .metadata)
    #expect(reading.problem?.reason == .corruptEntry)
    #expect(reading.metadata.text(.application) == "Word")
    #expect(reading.metadata.fields[.creator] == nil)
  }

  @Test(arguments: [(200_000, nil), (2_000_000, UnreadableReason.tooLarge)])
  func aTextOfMegabytesIsNoProperty(_ length: Int, _ reason: UnreadableReason?) {
    let title = String(repeating: "x", count: length)
    let forged = package(
      [("a.xml", core("<dc:title>\(title)</dc:title>"))], core: ["a.xml"])
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.problem?.reason == reason)
    #expect(reading.metadata.text(.title)?.utf8.count == (reason == nil ? length : nil))
  }

  @Test func keepsWhatABadPartLeaves() {
    let app =
      "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
      + "<Application>Word</Application></Properties>"
    let forged = package(
      [("core.xml", "<cp:coreProperties"), ("app.xml", app)], core: ["core.xml"], app: "app.xml")
    let reading = forged.read("a.docx")
    #expect(reading.problem?.reason == .malformedXML)
    #expect(reading.metadata.text(.application) == "Word")
    #expect(reading.metadata.isPartial)
    #expect(reading.metadata.unreadable[.creator] == .malformedXML)
    #expect(reading.textProblem == nil)
    let other = package(
      [("core.xml", core("<dc:creator>Hà</dc:creator>")), ("app.xml", "<Properties>")],
      core: ["core.xml"], app: "app.xml"
    ).read("a.docx")
    #expect(other.problem == nil)
    #expect(other.metadata.text(.creator) == "Hà")
    #expect(other.metadata.unreadable[.pages] == .malformedXML)
  }

  @Test(arguments: [
    ("file:///C:\\Users\\a\\Normal.dotm", false), ("Normal.dotm", false),
    ("C:\\Mau\\a.dotx", false), ("https://example.org/a.dotm", true),
    ("\\\\server\\share\\a.dotm", true), ("file://server/share/a.dotm", true),
    ("smb://server/a.dotm", true), ("mhtml:http://example.org/a", true),
  ])
  func tellsALocalTemplateFromARemoteOne(_ target: String, _ isRemote: Bool) {
    let settings = Forged.wordXML(
      "settings", "<w:attachedTemplate r:id='t'/><w:rsids><w:rsid w:val='00AB'/></w:rsids>")
    var forged = Forged.docx("", parts: [("settings", "settings.xml", settings)])
    forged.add(
      "word/_rels/settings.xml.rels",
      Forged.relationships([("t", "\(Forged.office)/attachedTemplate", target)])
        .replacing("TargetMode='Internal'", with: "TargetMode='External'"))
    let reading = forged.read("a.docx")
    #expect(reading.metadata.flags.contains(.templateRemote) == isRemote)
    #expect(reading.metadata.flags.contains(.externalLinks) == isRemote)
    #expect(reading.metadata.details["attachedTemplate"] == [target])
    #expect(reading.metadata.details["rsids"] == ["00AB"])
  }

  @Test(arguments: [("hyperlink", false), ("image", true), ("oleObject", true), ("frame", true)])
  func raisesLinksOnlyForWhatWouldBeFetched(_ kind: String, _ isRaised: Bool) {
    let forged = Forged.docx(
      "", links: [("x", "\(Forged.office)/\(kind)", "https://example.org/a")])
    #expect(forged.read("a.docx").metadata.flags.contains(.externalLinks) == isRaised)
  }

  @Test func findsMacrosSignaturesAndEmbeddedFilesByName() {
    var forged = Forged.docx("")
    forged.add("word/vbaProject.bin", "x")
    forged.add("word/embeddings/a.xlsx", "x")
    forged.add("_xmlsignatures/sig1.xml", "<Signature/>")
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.flags == [.macros, .embeddedObjects, .signed])
    #expect(reading.metadata.details["signatureCount"] == ["1"])
  }
}

@Suite struct DocumentReasonTests {
  private func reason(_ bytes: [UInt8], _ name: String) -> UnreadableReason? {
    DocumentReader().read(MemorySource(name: name, bytes: bytes), name: name).problem?.reason
  }

  @Test func namesWhyAFileCannotBeRead() {
    let whole = Forged.docx("").bytes
    #expect(reason([], "a.docx") == .emptyFile)
    #expect(reason(Array("chữ".utf8), "a.docx") == .notZIP)
    #expect(reason(Array("<html><title>x</title></html>".utf8), "a.odt") == .notZIP)
    #expect(reason(Array(whole.prefix(whole.count / 2)), "a.docx") == .truncated)
    #expect(reason(Forged([("a.txt", "x")]).bytes, "a.docx") == .notOOXML)
    #expect(reason(Forged([("a.txt", "x")]).bytes, "a.odt") == .notODF)
    #expect(reason(Forged([("a.txt", "x")]).bytes, "a.zip") == nil)
    #expect(reason(Array("chữ".utf8), "a.txt") == nil)
  }

  @Test func aPackageCutBehindOneInsideIsTruncatedAndNotThatOne() {
    let inner = Forged.docx("").bytes
    var forged = Forged.docx("")
    forged.add("word/embeddings/a.docx", inner)
    forged.add("word/styles.xml", String(repeating: " ", count: 400))
    let whole = forged.bytes
    #expect(reason(whole, "a.docx") == nil)
    for lost in [200, 300, 400] {
      #expect(reason(Array(whole.dropLast(lost)), "a.docx") == .truncated)
    }
    // A download that stopped may be filled up with zeros.
    let end = whole.count - 200
    #expect(reason(whole[..<end] + [UInt8](repeating: 0, count: 90), "a.docx") == .truncated)
    let wiped = Array(inner + [UInt8](repeating: 0, count: 512))
    #expect(reason(wiped, "a.docx") == nil)
    let stub = Array("#!/bin/sh ".utf8)
    #expect(reason(stub + inner + stub, "a.docx") == nil)
    #expect(reason(inner + stub, "a.docx") == nil)
  }

  @Test func refusesAnEntityInTheTextAndKeepsTheMetadata() {
    var forged = Forged()
    forged.add(
      "_rels/.rels",
      Forged.relationships([
        ("r", "\(Forged.office)/officeDocument", "word/document.xml")
      ]))
    forged.add(
      "word/document.xml",
      "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
        + Forged.wordXML("document", "<w:body>\(Forged.paragraph("&a;"))</w:body>"))
    let reading = forged.read("a.docx")
    #expect(reading.problem == nil)
    #expect(reading.textProblem?.reason == .dtdEntity)
    #expect(reading.blocks.isEmpty)
  }

  @Test func refusesMoreTextThanIsKept() {
    let line = Forged.paragraph(String(repeating: "a", count: 1000))
    let reading = Forged.docx(String(repeating: line, count: 30_000)).read("a.docx")
    #expect(reading.problem == nil)
    #expect(reading.textProblem?.reason == .tooLarge)
    #expect(reading.blocks.isEmpty)
  }

  @Test func refusesDeepNestingOfTheText() {
    let deep = String(repeating: "<w:sdt>", count: 400) + String(repeating: "</w:sdt>", count: 400)
    let reading = Forged.docx(deep).read("a.docx")
    #expect(reading.problem == nil)
    #expect(reading.textProblem?.reason == .tooLarge)
  }
}
