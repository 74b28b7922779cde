import DossierModel
import Testing

@testable import DossierCatalog

@Suite struct DeclarationTests {
  @Test func readsEveryKey() throws {
    let declaration = try DeclarationReader.read(
      """
      profile: tt22-2020
      year: 2023
      unit: Trường Tiểu học An Sơn
      items:
        report: ./2-bao-cao/bao cao.docx
        minutes: [a.pdf, b.pdf]
        plan:
      evidence:
        1a: ["5-minh-chung/1a/*.pdf", x.docx]
        2d: giay-khen.pdf
      ignore: ["nháp/**"]
      accept:
        - finding: date.deadline
          path: 2-bao-cao/bao cao.docx
          reason: Phòng GDĐT cho lùi hạn
        - {finding: score.no-detail, reason: "không cần"}
      """)
    #expect(declaration.profile == "tt22-2020")
    #expect(declaration.year == 2023)
    #expect(declaration.unit == "Trường Tiểu học An Sơn")
    #expect(
      declaration.items == ["report": ["2-bao-cao/bao cao.docx"], "minutes": ["a.pdf", "b.pdf"]])
    #expect(declaration.evidence["1a"] == ["5-minh-chung/1a/*.pdf", "x.docx"])
    #expect(declaration.evidence["2d"] == ["giay-khen.pdf"])
    #expect(declaration.ignore == ["nháp/**"])
    #expect(declaration.accept.map(\.finding) == ["date.deadline", "score.no-detail"])
    #expect(declaration.accept[1].path == nil)
  }

  @Test(arguments: ["", "# nothing yet\n", "~", "items:\nevidence:\n"])
  func anEmptyFileDeclaresNothing(text: String) throws {
    #expect(try DeclarationReader.read(text) == Declaration())
  }

  private func problems(in text: String) -> [String] {
    do {
      _ = try DeclarationReader.read(text)
      return []
    } catch {
      return error.problems.map { "\($0.line) \($0.kind.rawValue) \($0.path)" }
    }
  }

  @Test func namesTheKeyAndTheLine() {
    #expect(problems(in: "year: 2023\n\nyeer: 2024") == ["3 unknown-key yeer"])
    #expect(problems(in: "year: this one") == ["1 wrong-type year"])
    #expect(problems(in: "year: \"2023\"") == ["1 quoted-number year"])
    #expect(problems(in: "year: \"this one\"") == ["1 wrong-type year"])
    #expect(problems(in: "year: 1989") == ["1 out-of-range year"])
    #expect(problems(in: "items: [a]") == ["1 wrong-type items"])
    #expect(problems(in: "evidence:\n  1a: {b: c}") == ["2 wrong-type evidence.1a"])
    #expect(
      problems(in: "accept:\n  - finding: date.deadline") == ["2 missing-key accept[0]"])
    #expect(
      problems(in: "accept:\n  - {finding: date.dedline, reason: x}")
        == ["2 unknown-value accept[0].finding"])
    #expect(problems(in: "- a") == ["1 wrong-type "])
  }

  @Test func judgesNamesByTheProfile() throws {
    let profile = try #require(try ProfileCatalog.builtIn("tt22-2020"))
    let found = DeclarationReader.problems(
      in: "items:\n  raport: x\nevidence:\n  1a: x\n  3d: y", for: profile)
    #expect(found.map { "\($0.line) \($0.path)" } == ["2 items.raport", "5 evidence.3d"])
    #expect(found.first?.suggestion == "report")
  }

  @Test func aProblemReadsAsALine() throws {
    let catalog = try Catalog.load()
    let error = #expect(throws: DataFileError.self) { try DeclarationReader.read("yeer: 2023") }
    let lines = catalog.lines(of: try #require(error), language: .english)
    #expect(
      lines == [
        "dossier.yaml, line 1, column 1: there is no key “yeer”. Did you mean “year”?"
      ])
    let vietnamese = catalog.lines(of: try #require(error), language: .vietnamese)
    #expect(
      vietnamese == [
        "dossier.yaml, dòng 1, cột 1: không có khoá “yeer”. Có phải là “year”?"
      ])
  }
}
