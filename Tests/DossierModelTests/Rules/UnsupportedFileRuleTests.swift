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

  /// A PDF saved as DOCX is whole; what is no format at all is a damaged file.
  @Test(arguments: [
    (
      FileFormat.pdf, UnreadableReason.notZIP, ["document.no-text", "file.unsupported"]
    ),
    (.jpeg, .notZIP, ["file.unsupported"]), (.docx, .truncated, ["file.unreadable"]),
    (.unknown, .notZIP, ["file.unreadable"]),
  ])
  func anExtensionOfAnotherFormat(format: FileFormat, reason: UnreadableReason, codes: [String]) {
    let found = DossierFixture.codesAfter {
      $0.add("5-minh-chung/1a/a.docx", format: format) { $0.problem = ReadProblem(reason) }
    }
    #expect(found == codes)
  }
}
