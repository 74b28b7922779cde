import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierCatalog

@Suite struct PageTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  @Test(arguments: Language.allCases)
  func thePageIsAsItWas(language: Language) throws {
    let page = try PageFixtures.page(language: language)
    let file = Self.golden.appending(path: "page-\(language.rawValue).html")
    #expect(differenceFromGolden(page, file: file) == nil)
  }

  @Test func aDifferenceIsShownOnlyWhereTheCheckFoundOne() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    var report = PageFixtures.report(profile: profile)
    #expect(try !PageFixtures.page(report: report).contains("h-differences"))
    report.findings.append(
      Finding(
        .scoreDisagreement, path: "2-bao-cao/bao-cao.docx", criterion: "3a", variant: "criterion",
        arguments: [
          "first": .points(Points(25)), "firstFile": .text("4-bieu-diem/biểu điểm.xlsx"),
          "second": .points(Points(20)), "secondFile": .text("2-bao-cao/bao-cao.docx"),
          "criterion": .text("3a"),
        ]))
    let page = try PageFixtures.page(report: report)
    #expect(page.contains("h-differences"))
    #expect(page.contains("! 20"))
    #expect(!page.contains("! 25"))
  }

  @Test func twoTablesOfOneDocumentAreNothingToCompare() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    var report = PageFixtures.report(profile: profile)
    let path = FindingArgument.text("2-bao-cao/bao-cao.docx")
    report.findings.append(
      Finding(
        .scoreDisagreement, path: "2-bao-cao/bao-cao.docx", variant: "tables",
        arguments: [
          "first": .points(Points(95)), "firstFile": path, "second": .points(Points(90)),
          "secondFile": path, "criterion": .text(""),
        ]))
    #expect(try !PageFixtures.page(report: report).contains("h-differences"))
  }

  @Test func theFileAFindingIsAboutIsNamedOnce() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    var report = PageFixtures.report(profile: profile)
    report.findings = [Finding(.fileEmpty, path: "5-minh-chung/2d/QĐ LĐTT.pdf")]
    let page = try PageFixtures.page(report: report)
    let part = page.split(separator: "<article").dropFirst().first?.split(separator: "</article")
      .first
    // Once in each language.
    #expect(part?.split(separator: "QĐ LĐTT.pdf</a>").count == 3)
  }

  @Test func findingsOfOneCodeStandUnderTheHeadingThatFitsThem() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    var report = PageFixtures.report(profile: profile)
    func finding(_ variant: String, _ criterion: String) -> Finding {
      Finding(
        .scoreOverMaximum, criterion: criterion, variant: variant,
        arguments: ["points": .points(Points(12)), "maximum": .points(Points(10))])
    }
    report.findings = [
      finding("criterion", "1a"), finding("step", "1b"), finding("criterion", "1c"),
    ]
    let page = try PageFixtures.page(report: report)
    let articles = page.split(separator: "<article").dropFirst()
    #expect(articles.count == 2)
    #expect(articles.first?.split(separator: "class=\"one\"").count == 3)
    #expect(articles.last?.contains("Điểm không thuộc các mức cho phép") == true)
    #expect(articles.first?.contains("Điểm vượt mức cho phép") == true)
  }

  @Test func oneThingToDoIsToldOnceUnderItsCodes() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    var report = PageFixtures.report(profile: profile)
    let path = "2-bao-cao/bao-cao.docx"
    report.findings = [
      Finding(.itemUnreadable, path: path, item: "report", variant: "encrypted"),
      Finding(.documentEncrypted, path: path, arguments: ["format": .text("docx")]),
    ]
    let page = try PageFixtures.page(report: report)
    #expect(page.split(separator: "<article").count == 2)
    #expect(page.contains("<code>item.unreadable, document.encrypted</code>"))
    #expect(page.contains("1 lỗi phải sửa"))
  }

  @Test func aLongListHoldsFindingsOfOneSentenceOnly() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    var report = PageFixtures.report(profile: profile)
    report.findings = (0..<30).map { Finding(.documentNoText, path: "5-minh-chung/1a/\($0).pdf") }
    report.findings.append(
      Finding(.documentNoText, path: "5-minh-chung/1a/phim.mp4", variant: "format"))
    let page = try PageFixtures.page(report: report)
    #expect(page.split(separator: "<article").count == 3)
    #expect(page.split(separator: "<details><summary>").count >= 2)
  }

  @Test func whatIsEmptyAndWhatIsOptionalIsSaidInWords() throws {
    let profile = try #require(try ProfileCatalog.builtIn("generic"))
    let optional = try #require(profile.items.first { !$0.isRequired && $0.kind == .document })
    let files = [
      PageFixtures.file(
        "5-minh-chung/1a/rong.pdf", item: "evidence", criteria: ["1a"], format: .empty, size: 0)
    ]
    var report = PageFixtures.report(profile: profile)
    report.items = [.init(id: optional.id, status: .missing, files: [])]
    let page = try PageRenderer(catalog: Catalog.load()).page(
      report: report, index: DossierIndex(files: files), profile: profile, language: .vietnamese,
      packed: nil)
    #expect(!page.contains("EMPTY · "))
    #expect(page.contains("tệp rỗng"))
    #expect(page.contains("không có (không bắt buộc)"))
    #expect(!page.contains("<li class=\"missing\""))
    #expect(!page.contains("certutil"))
  }
}
