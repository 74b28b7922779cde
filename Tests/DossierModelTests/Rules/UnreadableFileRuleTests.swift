import DossierModel
import Testing

@Suite struct UnreadableFileRuleTests {
  @Test(arguments: [
    (UnreadableReason.truncated, ["file.unreadable"]), (.io, ["file.unreadable"]),
    (.encryptedOLE, ["document.encrypted"]), (.notOOXML, ["file.unreadable"]),
  ])
  func damagedEvidence(reason: UnreadableReason, codes: [String]) {
    let found = DossierFixture.codes(DossierFixture.evidence("1a")) {
      $0.problem = ReadProblem(reason)
      $0.hasText = false
    }
    #expect(found == codes)
  }

  /// Its metadata are whole and the part that holds its text is not: no program opens it.
  @Test(arguments: [
    (FileFormat.docx, UnreadableReason.malformedXML, true), (.odt, .corruptEntry, true),
    (.docx, .tooLarge, false), (.pdf, .malformedXML, false),
  ])
  func damagedText(format: FileFormat, reason: UnreadableReason, isDamaged: Bool) {
    let codes = DossierFixture.codes(DossierFixture.evidence("1a")) {
      $0.format = format
      $0.textProblem = ReadProblem(reason)
      $0.hasText = false
    }
    #expect(codes.contains("file.unreadable") == isDamaged)
  }
}
