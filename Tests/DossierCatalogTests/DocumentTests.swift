import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierCatalog

@Suite struct DocumentTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  private func parts() throws -> (Profile, Catalog) {
    (try #require(try ProfileCatalog.builtIn("tt22-2020")), try Catalog.load())
  }

  @Test(arguments: Language.allCases)
  func theCheckIsAsItWas(language: Language) throws {
    let (profile, catalog) = try parts()
    let document = CheckDocument(
      report: PageFixtures.report(profile: profile), index: PageFixtures.index(),
      profile: profile, catalog: catalog, language: language)
    let file = Self.golden.appending(path: "check-\(language.rawValue).json")
    #expect(differenceFromGolden(try JSONText.pretty(document), file: file) == nil)
  }

  @Test func theIndexIsAsItWas() throws {
    let (profile, catalog) = try parts()
    var index = PageFixtures.index()
    index.files[0].modifiedSeconds = 1_704_425_280
    index.files[1].rawPath = [0x61, 0xFF]
    let document = IndexDocument(
      index: index, profile: profile, catalog: catalog, language: .vietnamese,
      archivePaths: [index.files[0].path: "data/1-ke-hoach/ke-hoach.docx"])
    let file = Self.golden.appending(path: "index.json")
    #expect(differenceFromGolden(try JSONText.pretty(document), file: file) == nil)
  }

  @Test func whatIsNotKnownIsWrittenAsNull() throws {
    let (profile, catalog) = try parts()
    let report = CheckReport(
      verdict: .incomplete, items: [], criteria: [], score: ScoreSummary(), findings: [])
    let document = CheckDocument(
      report: report, index: DossierIndex(files: []), profile: profile, catalog: catalog,
      language: .english)
    let line = try JSONText.line(document)
    #expect(line.contains(#""unit":null"#))
    #expect(line.contains(#""year":null"#))
    #expect(
      line.contains(
        #""score":{"claimed":null,"computed":null,"groups":[],"rating":{"claimed":null,"computed":null}}"#
      ))
  }

  @Test func aDossierDocumentIsReadBack() throws {
    let (profile, catalog) = try parts()
    let index = PageFixtures.index()
    let document = DossierDocument(
      generator: "hoso 1.0", date: try #require(CalendarDate(iso: "2024-03-25")),
      language: .english,
      index: IndexDocument(index: index, profile: profile, catalog: catalog, language: .english),
      check: CheckDocument(
        report: PageFixtures.report(profile: profile), index: index, profile: profile,
        catalog: catalog, language: .english))
    let text = try JSONText.pretty(document)
    let read = try JSONDecoder().decode(DossierDocument.self, from: Data(text.utf8))
    #expect(try JSONText.pretty(read) == text)
  }

  @Test func metadataKeepsTheThreeStatesOfAField() throws {
    var metadata = DocumentMetadata()
    metadata.fields[.title] = .text("Báo cáo")
    metadata.fields[.pages] = .number(3)
    metadata.fields[.keywords] = .list(["a", "b"])
    metadata.fields[.created] = .date(
      MetadataDate(
        raw: "2024-01-05T03:28:00.123Z", normalized: "2024-01-05T03:28:00Z", seconds: 0,
        zone: .stated))
    metadata.unreadable[.modified] = .malformedXML
    metadata.custom = [
      CustomProperty(name: "Mã", type: "lpwstr", value: "1"),
      CustomProperty(name: "Mã", type: "i4", value: "2"),
    ]
    metadata.flags = [.macros, .comments]
    let line = try JSONText.line(
      MetadataDocument(file: "a/b.docx", format: .docx, problem: nil, metadata: metadata))
    #expect(
      line == """
        {"custom":{"Mã":{"type":"lpwstr","value":"1"},"Mã (2)":{"type":"i4","value":"2"}},\
        "datesRaw":{"created":"2024-01-05T03:28:00.123Z"},"details":{},\
        "fields":{"created":"2024-01-05T03:28:00Z","keywords":["a","b"],"pages":3,\
        "title":"Báo cáo"},"file":"a/b.docx","flags":["comments","macros"],"format":"docx",\
        "partial":false,"readable":true,"reason":null,"unreadable":{"modified":"malformed-xml"},\
        "via":{}}
        """)
  }

  @Test func anUnreadableFileSaysWhy() throws {
    let line = try JSONText.line(
      MetadataDocument(
        file: "a.docx", format: .ole, problem: ReadProblem(.encryptedOLE),
        metadata: DocumentMetadata()))
    #expect(line.contains(#""readable":false,"reason":"encrypted-ole""#))
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
    (4_102_444_799, "2099-12-31T23:59:59Z"),
  ])
  func timesAreInUTC(seconds: Int, text: String) {
    #expect(JSONText.time(seconds) == text)
  }

  @Test func theCatalogueOpensInASpreadsheet() throws {
    let (profile, catalog) = try parts()
    var index = PageFixtures.index()
    index.files[0].facts.header.subject = "=HYPERLINK(\"http://x\")"
    index.files[0].facts.header.typeName = nil
    index.files[0].facts.header.notation?.written = "+05/KH"
    index.files[1].facts.header.subject = "Một, \"hai\"\nba"
    let csv = CatalogueCSV.text(
      index: index, profile: profile, catalog: catalog, language: .vietnamese)
    #expect(csv.unicodeScalars.first == "\u{FEFF}")
    let lines = csv.components(separatedBy: "\r\n")
    #expect(
      lines[0] == """
        \u{FEFF}STT,"Số, ký hiệu văn bản",Ngày tháng năm văn bản,\
        Tên loại và trích yếu nội dung văn bản,Tác giả văn bản,Tờ số/Trang số,Ghi chú
        """)
    #expect(lines[1].hasPrefix(#"1,'+05/KH,10/02/2023,"'=HYPERLINK(""http://x"")""#))
    #expect(csv.contains("\"BÁO CÁO Một, \"\"hai\"\"\nba\""))
    #expect(lines.count == index.files.count + 2)
  }

  @Test func wordsFollowTheLanguage() {
    let date = CalendarDate(iso: "2024-01-05")
    #expect(date.map { Wording.date($0, .vietnamese) } == "05/01/2024")
    #expect(date.map { Wording.date($0, .english) } == "5 January 2024")
    #expect(Wording.points(Points(hundredths: 950), .vietnamese) == "9,5")
    let parts = [Points(30), Points(hundredths: 2950), Points(-2)]
    #expect(Wording.value(.sum(parts), .vietnamese) == "30 + 29,5 + (-2)")
    #expect(Wording.value(.sum(parts), .english) == "30 + 29.5 + (-2)")
    #expect(Wording.number(12_500, .vietnamese) == "12.500")
    #expect(Wording.number(2023, .english) == "2023")
    #expect(Wording.size(1_234_567, .vietnamese) == "1,2 MB")
    #expect(Wording.size(1, .english) == "1 byte")
    #expect(Wording.moment("2024-01-05T08:30:00Z", .vietnamese) == "05/01/2024 08:30:00 UTC")
    #expect(Wording.moment("2024:10:02 08:15:30", .english) == "2 October 2024 08:15:30")
    #expect(
      Wording.moment("2024-01-05T08:30:00.5+07:00", .vietnamese)?.hasSuffix("UTC+07:00") == true)
    #expect(Wording.moment("2024-02-31T08:30:00Z", .vietnamese) == nil)
    #expect(Wording.moment("QĐ 12", .vietnamese) == nil)
    #expect(Wording.size(154_983, .vietnamese) == "155 kB")
    #expect(Wording.size(1_250, .english) == "1.3 kB")
    #expect(Wording.size(99_940, .english) == "99.9 kB")
    #expect(Wording.size(99_960, .english) == "100 kB")
    #expect(Wording.size(999_499, .english) == "999 kB")
    #expect(Wording.size(999_500, .english) == "1 MB")
    #expect(Wording.size(.max, .english).hasSuffix(" TB"))
    let many = ["n": FindingArgument.count(2)]
    #expect(Wording.fill("{n} {n:file|files}", with: many, language: .english) == "2 files")
    #expect(
      Wording.fill("{n} {n:file|files}", with: ["n": .count(1)], language: .english) == "1 file")
    #expect(Wording.fill("{x}", with: [:], language: .english) == "…")
  }
}
