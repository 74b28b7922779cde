import Testing

@testable import DossierCatalog

@Suite struct StrictYAMLTests {
  private func problems(in text: String) -> [DataProblem] {
    do {
      _ = try StrictYAML.read(text, file: "x.yaml") { $0.map() == nil ? nil : true }
      return []
    } catch {
      return error.problems
    }
  }

  @Test(arguments: [
    "a: &x 1\nb: *x", "a: [*b]", "- *.pdf", "a: {b: &c d}", "a: 'x'\nb: &c", "? *a : b",
    "a: |\n  text\nb: *c", "a: \"q\\\"\" \nb:   *c", "a:\n  - - *b", "*a : b", "&a a: b",
    "a: 'it''s'\nb: *c", "a: 'two\n  lines'\nb: *c",
  ])
  func refusesAnchorsAndAliases(text: String) {
    #expect(problems(in: text).map(\.kind) == [.alias])
  }

  @Test(arguments: [
    "a: b & c", "a: x*y", "a: '*.pdf'", "a: \"&x\"", "a: |\n  *x\n  &y\nb: c", "# *x\na: b",
    "a: b # &c", "a: ['*', \"&\"]", "a: 2 * 3", "a: R&D", "a: >-\n    *x\n\n    y\nb: c",
  ])
  func acceptsTheirSignsInsideText(text: String) {
    #expect(problems(in: text).isEmpty)
  }

  @Test func aBombIsRefusedBeforeItUnfolds() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let row = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(row)]\n"
    }
    #expect(problems(in: text).map(\.kind) == [.alias])
  }

  @Test func deepNestingIsRefused() {
    let brackets = "a: " + String(repeating: "[", count: 5000)
    #expect(problems(in: brackets).map(\.kind) == [.tooDeep])
    let dashes = String(repeating: "- ", count: 5000)
    #expect(problems(in: dashes).map(\.kind) == [.tooDeep])
    var steps = ""
    for depth in 0..<1400 { steps += String(repeating: " ", count: depth) + "a:\n" }
    let found = problems(in: steps + String(repeating: " ", count: 1400) + "b: c")
    #expect(found.allSatisfy { $0.kind == .syntax })
  }

  @Test func aLargeFileIsRefused() {
    let text = "a: " + String(repeating: "x", count: StrictYAML.maximumBytes)
    #expect(problems(in: text).map(\.kind) == [.tooLarge])
  }

  @Test func aDuplicateKeyIsNamed() {
    let found = problems(in: "a: 1\nb: 2\na: 3")
    #expect(found.map(\.kind) == [.duplicateKey])
    #expect(found.first?.found == "a")
  }

  @Test(arguments: ["a: [", "a: \"b", "a: b: c", "a: b\n  c: d", "---\na: 1\n---\nb: 2"])
  func brokenSyntaxHasALine(text: String) {
    let found = problems(in: text)
    #expect(found.map(\.kind) == [.syntax])
    #expect((found.first?.line ?? 0) > 0)
  }

  @Test(arguments: ["\ta: b", "a:\n\t- b", "a:\n  \t b: c: d"])
  func aTabBeforeTheFirstWordIsNamed(text: String) {
    #expect(problems(in: text).map(\.kind) == [.tab])
  }

  /// Tabs that YAML takes.
  @Test(arguments: ["a: \"b\tc\"", "a:\tb", "a: |\n  b\n  \tc"])
  func anotherTabIsNone(text: String) {
    #expect(problems(in: text).isEmpty)
  }

  @Test(arguments: ["", "# only a comment\n", "\n\n"])
  func anEmptyFileSaysSo(text: String) {
    #expect(!problems(in: text).isEmpty)
  }

  @Test(arguments: [
    ("yeer", "year"), ("itmes", "items"), ("Evidence", "evidence"), ("ignroe", "ignore"),
    ("accepts", "accept"),
  ])
  func theNearestKeyIsProposed(written: String, meant: String) {
    let keys = ["profile", "year", "unit", "items", "evidence", "ignore", "accept"]
    #expect(Nearest.word(to: written, among: keys) == meant)
  }

  @Test func nothingIsProposedForAStranger() {
    #expect(Nearest.word(to: "colour", among: ["year", "unit", "items"]) == nil)
  }
}
