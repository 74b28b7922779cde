import ArchiveIO
import DossierEngine
import DossierModel
import Testing

private typealias Forged = ForgedPackage

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
