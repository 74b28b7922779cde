import DossierCatalog
import Testing

struct ArchivePathsTests {
  @Test func twoNamesOfOneFormKeepTheirPlaces() {
    let paths = ArchivePaths([
      (path: "\u{1EBF}.txt", place: "data/a"), (path: "e\u{302}\u{301}.txt", place: "data/b"),
    ])
    #expect(paths["\u{1EBF}.txt"] == "data/a")
    #expect(paths["e\u{302}\u{301}.txt"] == "data/b")
    #expect(paths["e.txt"] == nil)
  }
}
