import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierCatalog

@Suite struct HandoverTests {
  private func page(_ language: Language, archive: String) throws -> String {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    return try HandoverRenderer(catalog: Catalog.load()).page(
      archive: archive, sha256: PageFixtures.digest(of: "a"), files: 14, size: 1_234_567,
      unit: "Trường Tiểu học An Sơn", year: 2023, profile: profile, verdict: .complete,
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

  @Test func aNameWithMarkupDoesNothing() throws {
    let page = try page(.vietnamese, archive: "<script>alert(1)</script>\".zip")
    #expect(!page.contains("<script"))
  }
}
