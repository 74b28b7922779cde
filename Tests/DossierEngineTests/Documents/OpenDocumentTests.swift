import ArchiveIO
import DossierEngine
import DossierModel
import Testing

private typealias Forged = ForgedPackage

private func level(
  _ number: Int, _ format: String, _ more: String = "style:num-suffix='.'"
) -> String {
  "<text:list-level-style-number text:level='\(number)' style:num-format='\(format)' \(more)/>"
}

private func item(_ content: String, _ attributes: String = "") -> String {
  "<text:list-item \(attributes)>\(content)</text:list-item>"
}

private func list(_ content: String, _ attributes: String = "text:style-name='L'") -> String {
  "<text:list \(attributes)>\(content)</text:list>"
}

private func p(_ text: String) -> String { "<text:p>\(text)</text:p>" }

@Suite struct OpenDocumentTextTests {
  @Test func computesLabelsOfLists() {
    let styles =
      "<text:list-style style:name='L'>" + level(1, "I") + level(2, "1", "style:num-suffix='.'")
      + level(3, "a", "style:num-suffix=')'")
      + level(4, "1", "style:num-prefix='(' style:num-suffix=')' text:display-levels='2'")
      + "</text:list-style>"
    let inner = list(item(p("C")) + item(p("D") + list(item(p("E")))))
    let body =
      list(item(p("A") + list(item(p("B") + inner))) + item(p("F") + p("thêm")))
      + list(item(p("G")), "text:style-name='L' text:continue-numbering='true'")
      + list(
        item(p("H"), "text:start-value='9'") + "<text:list-header>\(p("đầu"))</text:list-header>")
    let reading = Forged.odt(body, styles: styles).read("a.odt")
    #expect(
      reading.lines() == [
        "I. A", "1. B", "a) C", "b) D", "(b.1) E", "II. F", "thêm", "III. G", "IX. H", "đầu",
      ])
  }

  @Test func numbersHeadingsByTheOutline() {
    let styles =
      "<text:outline-style><text:outline-level-style text:level='1' style:num-format='I' "
      + "style:num-suffix='.'/><text:outline-level-style text:level='2' style:num-format='1' "
      + "text:display-levels='2'/></text:outline-style>"
    let body =
      "<text:h text:outline-level='1'>A</text:h><text:h text:outline-level='2'>B</text:h>"
      + "<text:h text:outline-level='2' text:is-list-header='true'>C</text:h>"
      + "<text:h text:outline-level='1'>D</text:h>"
    let reading = Forged.odt(body, styles: styles).read("a.odt")
    #expect(reading.lines() == ["I. A", "I.1 B", "C", "II. D"])
    #expect(reading.blocks.flatMap(\.paragraphs).map(\.headingLevel) == [1, 2, 2, 1])
  }

  @Test func numbersHeadingsInAListOfTheOutlineStyle() {
    let styles =
      "<text:outline-style style:name='Outline'><text:outline-level-style text:level='1' "
      + "style:num-format='I' style:num-suffix='.'/><text:outline-level-style text:level='2' "
      + "style:num-format='1' text:display-levels='2'/></text:outline-style>"
    func heading(_ level: Int, _ text: String) -> String {
      let inner = item("<text:h text:outline-level='\(level)'>\(text)</text:h>")
      let nested = level == 1 ? inner : item("<text:list>\(inner)</text:list>")
      return list(nested, "text:style-name='Outline'")
    }
    let text =
      heading(1, "A") + p("x") + heading(2, "B") + heading(2, "C")
      + "<text:h text:outline-level='1'>D</text:h>"
    #expect(
      Forged.odt(text, styles: styles).read("a.odt").lines()
        == ["I. A", "x", "I.1 B", "I.2 C", "II. D"])
  }

  @Test func aLevelThatWasLeftOutCountsAsItsFirstPart() {
    let styles =
      "<text:list-style style:name='L'>" + level(1, "I") + level(2, "1") + level(3, "a")
      + "</text:list-style>"
    let deep = list(item(p("A")) + item(p("B")))
    let body = list(item(list(item(deep) + item(p("C")))) + item(p("D")) + item(p("E")))
    #expect(
      Forged.odt(body, styles: styles).read("a.odt").lines()
        == ["a. A", "b. B", "2. C", "II. D", "III. E"])
  }

  @Test func aBulletStandsAlone() {
    let styles =
      "<text:list-style style:name='L'><text:list-level-style-bullet text:level='1' "
      + "style:num-prefix='(' style:num-suffix='.' text:bullet-char='–'/></text:list-style>"
    #expect(
      Forged.odt(list(item(p("A")) + item(p("B"))), styles: styles).read("a.odt").lines()
        == ["– A", "– B"])
  }

  @Test func collapsesWhiteSpaceAndKeepsWhatIsMeant() {
    let body = p(
      "  A \n <text:span> B</text:span><text:s text:c='2'/>C<text:tab/>D<text:line-break/>E")
    #expect(Forged.odt(body).read("a.odt").lines() == ["A B  C\tD\nE"])
  }

  @Test func keepsNotesCommentsBoxesAndDeletionsApart() {
    let body =
      "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
      + "<dc:creator>Hà</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info>"
      + p("xoá") + "</text:deletion></text:changed-region></text:tracked-changes>"
      + "<text:p>A<text:note><text:note-citation>1</text:note-citation><text:note-body>\(p("chú"))"
      + "</text:note-body></text:note><office:annotation><dc:creator>Như</dc:creator>\(p("ý"))"
      + "</office:annotation><draw:frame><draw:text-box>\(p("hộp"))</draw:text-box>"
      + "<svg:desc>mô tả</svg:desc></draw:frame>B</text:p>"
    let reading = Forged.odt(body).read("a.odt")
    #expect(reading.lines() == ["AB"])
    #expect(reading.lines(.footnote) == ["chú"])
    #expect(reading.lines(.comment) == ["ý"])
    #expect(reading.lines(.textBox) == ["hộp"])
    #expect(reading.lines(.deleted) == ["xoá"])
    #expect(reading.metadata.flags == [.trackedChanges, .comments])
    #expect(reading.metadata.details["revisionAuthors"] == ["Hà"])
    #expect(reading.metadata.details["commentAuthors"] == ["Như"])
  }

  @Test func putsTheCellsOfATableInPlace() throws {
    let cell = { (text: String, more: String) in
      "<table:table-cell \(more)>\(p(text))</table:table-cell>"
    }
    let body =
      "<table:table><table:table-row>\(cell("A", "table:number-columns-spanned='2'"))"
      + "<table:covered-table-cell/>\(cell("B", "table:number-rows-spanned='2'"))</table:table-row>"
      + "<table:table-row>\(cell("C", ""))\(cell("D", ""))<table:covered-table-cell/></table:table-row>"
      + "</table:table>"
    let table = try #require(Forged.odt(body).read("a.odt").tables.first)
    let shown = table.cells.map {
      "\($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan) \($0.text)"
    }
    #expect(shown == ["0,0 1x2 A", "0,2 2x1 B", "1,0 1x1 C", "1,1 1x1 D"])
    #expect(table.rowCount == 2 && table.columnCount == 3)
  }

  @Test(arguments: [
    ("of:=['file:///home/a/khác.ods'#$Tờ1.A1]", true),
    ("of:=SUM(['https://a.vn/b.ods'#$'Tờ 1'.A1:.B2];[.C1])", true),
    ("of:=['Tờ #1'.A1]&amp;\"x'y'#z\"", false), ("of:=IF([.A1]=\"#\";1;0)", false),
  ])
  func seesThatAFormulaTakesFromAnotherFile(_ formula: String, _ isLinked: Bool) {
    let formula = formula.replacing("\"", with: "&quot;").replacing("'", with: "&apos;")
    let body =
      "<table:table table:name='Tờ 1'><table:table-row><table:table-cell table:formula='\(formula)' "
      + "office:value-type='float' office:value='9.5'/></table:table-row></table:table>"
    let reading = Forged.odt(body, kind: "spreadsheet").read("a.ods")
    #expect(reading.tables.first?.cells.map(\.text) == ["9.5"])
    #expect(reading.metadata.flags.contains(.externalLinks) == isLinked)
  }

  @Test func boundsRepeatedCellsOfASheet() throws {
    let body =
      "<table:table table:name='Tờ 1'><table:table-row table:number-rows-repeated='1000000'>"
      + "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
      + "<table:table-row table:number-rows-repeated='2'><table:table-cell/>"
      + "<table:table-cell office:value-type='float' office:value='9.5' "
      + "table:number-columns-repeated='2'/></table:table-row></table:table>"
    let reading = Forged.odt(body, kind: "spreadsheet").read("a.ods")
    let table = try #require(reading.tables.first)
    #expect(reading.format == .ods)
    #expect(table.name == "Tờ 1")
    #expect(
      table.cells.map { "\($0.row),\($0.column) \($0.text)" } == [
        "1000000,1 9.5", "1000000,2 9.5", "1000001,1 9.5", "1000001,2 9.5",
      ])
  }
}

@Suite struct OpenDocumentMetadataTests {
  @Test(arguments: [
    ("PT3H2M5S", 182, 10_925), ("P1DT2H", 1560, 93_600), ("PT9.9S", 0, 9), ("P0D", 0, 0),
    ("-PT5M", -5, -300), ("PT02H03M24S", 123, 7404),
  ])
  func readsDurations(_ text: String, _ minutes: Int, _ seconds: Int) {
    let meta = "<meta:editing-duration>\(text)</meta:editing-duration>"
    let metadata = Forged.odt("", meta: meta).read("a.odt", depth: .metadata).metadata
    #expect(metadata.number(.totalTime) == minutes)
    #expect(metadata.number(.totalTimeSeconds) == seconds)
  }

  @Test(arguments: ["P1Y", "P1M", "PT", "P", "5", "PT5", "PT1S1M", "PT1.5H"])
  func keepsADurationItDoesNotUnderstandAsItStands(_ text: String) {
    let meta = "<meta:editing-duration>\(text)</meta:editing-duration>"
    let metadata = Forged.odt("", meta: meta).read("a.odt", depth: .metadata).metadata
    #expect(metadata.fields[.totalTime] == .text(text))
    #expect(metadata.fields[.totalTimeSeconds] == nil)
  }

  @Test func tellsTheFirstAuthorFromTheLast() {
    let meta =
      "<meta:initial-creator>một</meta:initial-creator><dc:creator>hai</dc:creator>"
      + "<meta:user-defined meta:name='Điểm' meta:value-type='float'>8.75</meta:user-defined>"
      + "<meta:user-defined meta:name='Info 1'/>"
    let metadata = Forged.odt("", meta: meta).read("a.odt", depth: .metadata).metadata
    #expect(metadata.text(.creator) == "một")
    #expect(metadata.text(.lastModifiedBy) == "hai")
    #expect(
      metadata.custom.map { "\($0.name)|\($0.type)|\($0.value)" } == [
        "Điểm|float|8.75", "Info 1|string|",
      ])
  }

  @Test func knowsEncryptionBeforeReadingWhatIsEncrypted() {
    var forged = Forged.odt("")
    forged.add("meta.xml", [0x9F, 1, 2])
    forged.add(
      "META-INF/manifest.xml",
      "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
        + "<m:file-entry m:full-path='meta.xml'><m:encryption-data/></m:file-entry></m:manifest>")
    let reading = forged.read("a.odt")
    #expect(reading.problem?.reason == .encryptedODF)
    #expect(reading.metadata.fields.isEmpty)
    #expect(reading.metadata.details["encryptedEntries"] == ["meta.xml"])
  }

  @Test func readsTheWrappedKeywordsOfTheFirstOpenOffice() {
    let meta =
      "<meta:keywords><meta:keyword>a</meta:keyword><meta:keyword>b</meta:keyword></meta:keywords>"
      + "<dc:title>T</dc:title>"
    let reading = Forged.odt("", meta: meta).read("a.odt", depth: .metadata)
    #expect(reading.metadata.fields[.keywords] == .list(["a", "b"]))
    #expect(reading.metadata.text(.title) == "T")
  }

  @Test(arguments: ["", "\u{FEFF}application/vnd.oasis.opendocument.text", "rác"])
  func aDamagedMimetypeDoesNotHideThePackage(_ type: String) {
    var forged = Forged([("mimetype", type)])
    forged.add("content.xml", "<x/>")
    forged.add(
      "meta.xml",
      "<office:document-meta \(Forged.namespaces)><office:meta><dc:title>T</dc:title></office:meta>"
        + "</office:document-meta>")
    forged.add(
      "META-INF/manifest.xml",
      "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry "
        + "m:full-path='/' m:media-type='application/vnd.oasis.opendocument.spreadsheet'/>"
        + "</m:manifest>")
    let reading = forged.read("a.ods", depth: .metadata)
    #expect(reading.format == .ods)
    #expect(reading.metadata.text(.title) == "T")
  }

  @Test func aWholePackageEncryptedWithoutAManifestIsEncrypted() {
    let forged = Forged([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("encrypted-package", "x"),
    ])
    #expect(forged.read("a.odt").problem?.reason == .encryptedODF)
  }

  @Test func findsMacrosAndSignatures() {
    var plain = Forged.odt("")
    plain.add("Basic/script-lc.xml", "<x/>")
    #expect(!plain.read("a.odt").metadata.flags.contains(.macros))
    plain.add("Basic/Standard/Module1.xml", "<x/>")
    plain.add(
      "META-INF/documentsignatures.xml",
      "<a><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/></a>")
    #expect(plain.read("a.odt").metadata.flags == [.macros, .signed])
  }
}

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

@Suite struct ContentSnifferTests {
  @Test(arguments: [
    ("%PDF-1.4\n", FileFormat.pdf), ("{\\rtf1", .rtf), ("GIF89a....", .gif),
    ("Rar!\u{1A}\u{7}\u{0}", .rar), ("<!DOCTYPE html><p>", .html),
    ("<?xml version='1.0'?><a/>", .xml),
    ("<svg xmlns='http://www.w3.org/2000/svg'/>", .svg), ("Kế hoạch năm 2023", .text),
    ("\u{FEFF}chữ", .text), ("a\u{0}b\u{1}c\u{2}", .unknown),
  ])
  func tellsAFormatByItsFirstBytes(_ text: String, _ format: FileFormat) throws {
    let source = MemorySource(name: "a.docx", bytes: Array(text.utf8))
    #expect(try ContentSniffer.format(of: source) == format)
  }

  @Test(arguments: [("spreadsheet", FileFormat.flatODS), ("text", .flatODT)])
  func tellsAFlatDocumentBehindManyNamespaces(_ kind: String, _ format: FileFormat) throws {
    let spaces = (0..<40).map { "xmlns:n\($0)='urn:oasis:names:tc:opendocument:xmlns:n\($0):1.0'" }
    let text =
      "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      + spaces.joined(separator: " ")
      + " office:mimetype='application/vnd.oasis.opendocument.\(kind)'/>"
    let source = MemorySource(name: "a.xml", bytes: Array(text.utf8))
    #expect(try ContentSniffer.format(of: source) == format)
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><!-- a licence --><office:document ", FileFormat.flatODT),
    ("<!DOCTYPE office:document PUBLIC 'x' 'y'>\n<o:document ", .flatODT),
    ("<!DOCTYPE d [<!ENTITY a \"<html> ]>\">]><o:document ", .flatODT),
    ("<!DOCTYPE d [<!ENTITY a 'b'>]><!-- a --><o:documents ", .xml),
    ("<?xml version='1.0'?><o:document-meta ", .xml), ("<o:documents ", .xml),
    ("<html ", .html),
  ])
  func tellsAFlatDocumentByItsFirstElement(_ start: String, _ format: FileFormat) throws {
    let spaces = (0..<40).map { "xmlns:n\($0)='urn:oasis:names:tc:opendocument:xmlns:n\($0):1.0'" }
    let office = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
    let text = start + (spaces + [office]).joined(separator: " ") + "><x:document/>"
    #expect(text.count > 2048)
    let source = MemorySource(name: "a.xml", bytes: Array(text.utf8))
    #expect(try ContentSniffer.format(of: source) == format)
  }

  @Test func tellsTextOfEveryEncoding() throws {
    let text = "Trường THPT Lê Quý Đôn"
    var little: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { little += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let legacy: [UInt8] = Array("C".utf8) + [0xE9] + Array("ng ho".utf8) + [0xB5]
    for bytes in [little, legacy, Array(text.utf8)] {
      #expect(try ContentSniffer.format(of: MemorySource(name: "", bytes: bytes)) == .text)
    }
    let long = Array(String(repeating: "ạ", count: 3000).utf8)
    #expect(try ContentSniffer.format(of: MemorySource(name: "", bytes: long)) == .text)
  }
}
