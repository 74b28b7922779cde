import Testing

@testable import DossierCommands

@Suite struct MetadataTextTests {
  /// The word for what is wrong with a part is for programs.
  @Test(arguments: [
    ("docProps/core.xml: dtd-entity", "docProps/core.xml"),
    ("META-INF/manifest.xml: malformed-xml", "META-INF/manifest.xml"),
    ("docProps/core.xml", "docProps/core.xml"), ("a: b", "a: b"),
  ])
  func aDamagedPartIsToldByItsName(value: String, shown: String) {
    #expect(MetadataText.partName(value) == shown)
  }
}
