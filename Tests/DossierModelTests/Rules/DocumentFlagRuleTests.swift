import DossierModel
import Testing

@Suite struct DocumentFlagRuleTests {
  @Test(arguments: [
    (DocumentFlag.macros, ["document.macros"]), (.trackedChanges, ["document.tracked-changes"]),
    (.comments, ["document.comments"]), (.externalLinks, ["document.external-links"]),
    (.templateRemote, ["document.external-links"]), (.ambiguousContainer, ["document.ambiguous"]),
    (.legacyEncoding, ["document.legacy-encoding"]), (.signed, []), (.hiddenText, []),
    (.embeddedObjects, []),
  ])
  func flags(flag: DocumentFlag, codes: [String]) {
    let found = DossierFixture.codes(DossierFixture.evidence("1a")) {
      $0.metadata.flags.insert(flag)
    }
    #expect(found == codes)
  }
}
