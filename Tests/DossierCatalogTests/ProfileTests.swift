import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierCatalog

@Suite struct ProfileTests {
  @Test(arguments: ProfileCatalog.identifiers)
  func builtInProfilesAreRight(id: String) throws {
    let profile = try #require(try ProfileCatalog.builtIn(id))
    #expect(profile.id == id)
    #expect(!profile.items.isEmpty)
  }

  @Test func theLearningUnitHasTheCircularsPoints() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    let maxima = profile.allCriteria.map { "\($0.code)=\($0.maximum?.formatted() ?? "-")" }
    #expect(
      maxima == [
        "1=30", "1a=10", "1b=10", "1c=10", "2=30", "2a=10", "2b=5", "2c=10", "2d=5", "3=40",
        "3a=25", "3b=10", "3c=5",
      ])
    #expect(profile.criterion("3d") == nil)
    let scoring = try #require(profile.scoring)
    #expect(scoring.rating(for: Points(100))?.id == "tot")
    #expect(scoring.rating(for: Points(85))?.id == "tot")
    #expect(scoring.rating(for: Points(hundredths: 8499))?.id == "kha")
    #expect(scoring.rating(for: Points(50))?.id == "trung-binh")
    #expect(scoring.rating(for: Points(49))?.id == "khong-dat")
    #expect(
      profile.items.map(\.folder) == [
        "1-ke-hoach", "2-bao-cao", "3-bien-ban", "4-bieu-diem", "5-minh-chung",
      ])
    #expect(profile.dates.deadline?.date(for: 2023)?.iso == "2024-03-31")
    #expect(profile.item("plan")?.latest?.date(for: 2023)?.iso == "2023-12-31")
  }

  @Test func theSampleOfAProfileOfOnesOwnHasEveryKey() throws {
    let file = Places.samples.appending(path: "own-profile.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(ProfileCatalog.problems(in: text, name: "own-profile.yaml").isEmpty)
    #expect(ProfileReader.allKeys.filter { !text.contains("\($0):") } == [])
  }

  @Test func namesTheKeyAndLineOfAnUnknownKey() throws {
    let text = try #require(ProfileCatalog.yaml(of: "tt22-2020"))
    let broken = text.replacing("    needsNotation: true", with: "    needNotation: true")
    let problems = ProfileCatalog.problems(in: broken, name: "own.yaml")
    let first = try #require(problems.first)
    #expect(first.kind == .unknownKey)
    #expect(first.path == "items[0].needNotation")
    #expect(first.suggestion == "needsNotation")
    let line = try #require(
      broken.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
        $0.contains("needNotation")
      })
    #expect(first.line == line + 1)
  }

  @Test func tellsEverythingThatIsWrongAtOnce() throws {
    let text = """
      id: Own Profile
      title: {vi: A}
      source: {vi: B, en: B}
      items:
        - {id: plan, title: {vi: A, en: A}, kind: paper, folder: "a/b"}
        - {id: plan, title: {vi: A, en: A}, kind: document, folder: x}
      criteria:
        - code: "1"
          title: {vi: A, en: A}
          maximum: 30
          criteria:
            - {code: 1a, title: {vi: A, en: A}, maximum: ten}
      dates: {order: [plan, mintes]}
      """
    let kinds = ProfileCatalog.problems(in: text, name: "own.yaml").map {
      "\($0.line) \($0.kind.rawValue) \($0.path)"
    }
    #expect(
      kinds == [
        "1 unknown-value id", "2 missing-key title", "5 unknown-value items[0].kind",
        "5 unknown-value items[0].folder", "12 wrong-type criteria[0].criteria[0].maximum",
      ])
  }

  @Test func findsNumbersThatDoNotAgree() throws {
    let text = try #require(ProfileCatalog.yaml(of: "tt22-2020"))
    let lower = text.replacing("        maximum: 25", with: "        maximum: 20")
    let problems = ProfileCatalog.problems(in: lower, name: "own.yaml")
    #expect(problems.map(\.kind) == [.disagreement])
    #expect(problems.first?.expected == "20 + 10 + 5 = 35")
    let reordered = text.replacing("      minimum: 70", with: "      minimum: 90")
    #expect(ProfileCatalog.problems(in: reordered, name: "x").map(\.kind) == [.disagreement])
  }
}
