import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierCatalog

/// What a page must stand whatever the dossier holds.
@Suite struct HostilePageTests {
  private static let names = [
    "<script>alert(1)</script>.docx", "a\"onmouseover=\"alert(1).docx", "it's & <b>.docx",
    "\u{202E}fdp.exe", "a\u{0007}b\nc.docx", "\u{0301}\"\u{0301}<\u{0301}x.docx",
    "{{head.unit}} {{{css}}}.docx", "&lt;img src=x onerror=alert(1)&gt;.docx",
    String(repeating: "dài ", count: 50) + ".docx", "سلام עולם.docx", "]]>--><!--.docx",
    "100% #1?.docx", "javascript:alert(1).docx", "</style></title><svg onload=alert(1)>.docx",
  ]

  private func page(names: [String]) throws -> String {
    var index = DossierIndex(
      files: names.map { name in
        var file = PageFixtures.file(
          "5-minh-chung/1a/\(name)", item: "evidence", criteria: ["1a"], number: name,
          date: "2023-05-05", type: name, subject: name, created: "2023-05-06", editor: name)
        file.placement.reason = .evidenceCode(name)
        file.facts.header.issuingBody = name
        return file
      })
    index.unit = names.first
    index.year = 2023
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    var report = PageFixtures.report(profile: profile)
    report.findings = names.map { name in
      Finding(
        .evidenceDangling, path: "5-minh-chung/1a/\(name)", criterion: name,
        arguments: ["cited": .text(name), "document": .text(name)],
        quotes: [Quote(path: name, text: name)])
    }
    report.items[0].files = names
    return try PageFixtures.page(index, report: report)
  }

  @Test(arguments: names)
  func aNameDoesNothing(name: String) throws {
    let harmless = try tags(in: page(names: ["a.docx"]))
    let hostile = try tags(in: page(names: [name]))
    #expect(hostile == harmless)
  }

  /// The names of all tags and of their attributes, in order, but not the values.
  private func tags(in html: String) -> [String] {
    var tags: [String] = []
    var rest = html.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: open)...]
      guard let first = rest.first,
        first == UInt8(ascii: "/") || first == UInt8(ascii: "!")
          || (0x61...0x7A).contains(first | 0x20)
      else { continue }
      var tag: [UInt8] = []
      var quote: UInt8?
      while let byte = rest.first {
        rest = rest.dropFirst()
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          break
        } else {
          tag.append(byte)
        }
      }
      tags.append(String(decoding: tag, as: UTF8.self))
    }
    return tags
  }

  @Test func allNamesTogetherKeepThePageWhole() throws {
    let page = try page(names: Self.names)
    #expect(page.hasSuffix("</html>\n"))
    #expect(!page.contains("<script"))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!page.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    #expect(!page.contains("href=\"javascript"))
  }

  @Test func emptyDossiersHaveAPage() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    let report = CheckReport(
      verdict: .incomplete,
      items: profile.items.map { .init(id: $0.id, status: .missing, files: []) },
      criteria: [], score: ScoreSummary(), findings: [])
    let page = try PageFixtures.page(DossierIndex(files: []), report: report)
    #expect(page.contains("Hồ sơ chưa có tệp nào."))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test(arguments: ["tt24-2023", "kdclgd", "generic"])
  func regimesWithoutPointsHaveAPage(id: String) throws {
    let profile = try #require(try ProfileCatalog.builtIn(id))
    let report = CheckReport(
      verdict: .complete,
      items: profile.items.map { .init(id: $0.id, status: .present, files: []) },
      criteria: [], score: ScoreSummary(), findings: [])
    let file = PageFixtures.file("4-minh-chung/H1-1.1-01.pdf", item: "evidence", criteria: ["1.1"])
    let page = try PageRenderer(catalog: Catalog.load()).page(
      report: report, index: DossierIndex(files: [file]), profile: profile, language: .english,
      packed: nil)
    #expect(!page.contains("id=\"h-score\""))
    #expect(page.contains("1.1"))
  }

  static func many(_ count: Int) -> DossierIndex {
    var files = PageFixtures.index().files.filter { $0.placement.item != "evidence" }
    let codes = ["1a", "1b", "1c", "2a", "2b", "2c", "2d", "3a", "3b", "3c"]
    for number in 1...count {
      let code = codes[number % codes.count]
      files.append(
        PageFixtures.file(
          "5-minh-chung/\(code)/Kế hoạch tự học, tự bồi dưỡng của cô Hoa số \(number).docx",
          item: "evidence", criteria: [code], number: "\(number)/KH-THAS", date: "2023-09-15",
          type: "KẾ HOẠCH", subject: "Tự học, tự bồi dưỡng năm 2023 của giáo viên số \(number)",
          created: "2023-09-10", modified: "2023-09-14", editor: "Nguyễn Thị Hoa"))
    }
    var index = DossierIndex(files: files)
    index.year = 2023
    index.unit = "Trường Tiểu học An Sơn"
    return index
  }

  @Test func fiveHundredFilesStayBelow300Kilobytes() throws {
    let index = Self.many(500)
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    var report = PageFixtures.report(profile: profile)
    report.findings += index.files.map { Finding(.evidenceUnassigned, path: $0.path) }
    let page = try PageFixtures.page(index, report: report)
    #expect(page.utf8.count < 300_000, "\(page.utf8.count)")
  }

  @Test func fiveThousandFilesHaveAPage() throws {
    let page = try PageFixtures.page(Self.many(5000))
    #expect(page.contains("id=f5003>"))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test func theTemplatesOnlyHoldEscapedFields() {
    for (name, bytes) in Templates.sources {
      // What is left once the unescaped fields are gone must be sections and partials.
      let text = String(decoding: bytes, as: UTF8.self).replacing(
        #/\{\{\{[a-z0-9_.]+\}\}\}/#.ignoresCase(), with: "")
      for match in text.matches(of: #/\{\{(.)/#) {
        #expect("#^/>".contains(match.1), "\(name): \(match.0)")
      }
    }
  }

  @Test func everyLinkAndLabelHasItsTarget() throws {
    let page = try PageFixtures.page()
    let targets = Set(page.matches(of: #/ id="?([^" >]+)/#).map { String($0.1) })
    for match in page.matches(of: #/ (?:href="#|for="|aria-labelledby=")([^"]+)"/#) {
      #expect(targets.contains(String(match.1)), "\(match.1)")
    }
    #expect(targets.count == page.matches(of: #/ id="?([^" >]+)/#).count)
    for match in page.matches(of: #/(?:src|href)="([^"#][^"]*)"/#) {
      #expect(!match.1.contains("//"), "\(match.1)")
    }
    let levels = page.matches(of: #/<h([1-6])/#).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(levels.count { $0 == 1 } == 1)
  }

  @Test func linksAreEncoded() {
    #expect(Link.reference(to: "data/a b#1?.pdf") == "data/a%20b%231%3F.pdf")
    #expect(Link.reference(to: "data/100%.pdf") == "data/100%25.pdf")
    #expect(Link.reference(to: "data/báo cáo.pdf") == "data/báo%20cáo.pdf")
    #expect(Link.reference(to: "data/\"<'>&.pdf") == "data/%22%3C%27%3E%26.pdf")
    #expect(Link.reference(to: "data/\u{202E}x") == "data/%E2%80%AEx")
  }
}
