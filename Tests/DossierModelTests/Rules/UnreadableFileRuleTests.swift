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
}
