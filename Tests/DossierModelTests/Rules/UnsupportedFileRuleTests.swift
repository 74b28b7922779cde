import DossierModel
import Testing

@Suite struct UnsupportedFileRuleTests {
  @Test(arguments: [
    (FileFormat.rar, "a.rar", ["file.unsupported"]), (.zip, "a.zip", ["file.unsupported"]),
    (.unknown, "a.xyz", ["file.unsupported"]), (.jpeg, "a.jpg", []), (.mp4, "a.mp4", []),
    (.png, "a.jpg", []), (.html, "a.docx", ["file.unsupported"]), (.docx, "a.doc", []),
    (.text, "a.txt", []),
  ])
  func formats(format: FileFormat, name: String, codes: [String]) {
    let found = DossierFixture.codesAfter {
      $0.add("5-minh-chung/1a/\(name)", format: format) {
        $0.hasText = format == .docx || format == .html
      }
    }
    #expect(found == codes)
  }
}
