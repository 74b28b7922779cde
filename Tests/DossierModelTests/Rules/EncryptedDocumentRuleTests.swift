import DossierModel
import Testing

@Suite struct EncryptedDocumentRuleTests {
  @Test(arguments: [
    (UnreadableReason.encryptedOLE, true), (.encryptedODF, true), (.corruptEntry, false),
  ])
  func onlyALockIsALock(reason: UnreadableReason, isLocked: Bool) {
    let codes = DossierFixture.codes(DossierFixture.evidence("1a")) {
      $0.problem = ReadProblem(reason)
      $0.hasText = false
    }
    #expect(codes.contains("document.encrypted") == isLocked)
  }
}
