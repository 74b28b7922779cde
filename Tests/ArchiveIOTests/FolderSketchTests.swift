import Testing

@testable import ArchiveIO

@Suite struct FolderSketchTests {
  private func mayMeet(_ names: [String]) -> Bool {
    let bytes = names.map { Array($0.utf8) }
    return FolderSketch.mayMeet(count: bytes.count) { bytes[$0][...] }
  }

  @Test(arguments: [
    ["a/x", "A/y"], ["word/x", "Word/"], ["a/b/x", "a/B/y"], ["A/b/x", "a/c/y"],
    ["q/a/x", "q/z", "q/A/b/c/y"],
  ])
  func seesFoldersThatDifferByCase(names: [String]) {
    #expect(mayMeet(names))
  }

  @Test(arguments: [
    ["a/x", "a/y", "a/"], ["word/x", "docProps/x", "_rels/.rels", "word/_rels/x"], ["x", "X"],
    ["a/b/x", "b/a/x", "ab/x"], ["a[/x", "a{/x"],
  ])
  func deniesWhereNoneDo(names: [String]) {
    #expect(!mayMeet(names))
  }

  @Test func leavesManyFoldersToTheTree() {
    #expect(mayMeet((0..<40).map { "\($0)/x" }))
  }
}
