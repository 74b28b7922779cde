import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierCatalog

@Suite struct HandoverTests {
  private func page(
    _ language: Language, archive: String, findings: [Finding] = []
  ) throws -> String {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    return try HandoverRenderer(catalog: Catalog.load()).page(
      archive: archive, sha256: PageFixtures.digest(of: "a"), files: 14, size: 1_234_567,
      unit: "Trường Tiểu học An Sơn", year: 2023, profile: profile,
      report: CheckReport(
        verdict: .complete, items: [], criteria: [], score: ScoreSummary(), findings: findings),
      date: try #require(CalendarDate(iso: "2024-03-25")), language: language)
  }

  @Test(arguments: Language.allCases)
  func theMinutesAreAsTheyWere(language: Language) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/handover-\(language.rawValue).html")
    let page = try page(language, archive: "ho-so-an-son-2023.zip")
    #expect(differenceFromGolden(page, file: file) == nil)
  }

  @Test func theDigestStandsInGroupsOfEight() throws {
    let digest = PageFixtures.digest(of: "a")
    let groups = Hex.groups(digest)
    #expect(groups.count == 8)
    #expect(groups.allSatisfy { $0.count == 8 })
    #expect(groups.joined() == digest)
    let page = try page(.vietnamese, archive: "a.zip")
    #expect(groups.allSatisfy { page.contains("<span>\($0)</span>") })
    #expect(page.contains("<svg"))
  }

  @Test func whatWasAcceptedAndWhatNobodyReadStandsOnPaper() throws {
    var accepted = Finding(.itemMissing, item: "minutes")
    accepted.accepted = "họp trực tuyến"
    let unread = Finding(.documentNoText, path: "a.pdf", item: "report")
    let page = try page(.vietnamese, archive: "a.zip", findings: [accepted, unread])
    #expect(page.contains("có giải trình 1 điều"))
    #expect(page.contains("1 văn bản không đọc được chữ"))
    let scan = Finding(.documentNoText, path: "a.pdf", criterion: "1a")
    let plain = try self.page(.vietnamese, archive: "a.zip", findings: [scan])
    #expect(!plain.contains("giải trình"))
    #expect(!plain.contains("không đọc được chữ"))
  }

  @Test func aNameWithMarkupDoesNothing() throws {
    let page = try page(.vietnamese, archive: "<script>alert(1)</script>\".zip")
    #expect(!page.contains("<script"))
  }
}
