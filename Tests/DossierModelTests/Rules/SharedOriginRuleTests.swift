import DossierModel
import Testing

@Suite struct SharedOriginRuleTests {
  @Test func oneSecondOfCreation() {
    var dossier = DossierFixture.good()
    for code in ["1a", "1b", "1c"] {
      dossier.set(DossierFixture.evidence(code), .created, "2023-03-01T08:00:07Z")
    }
    #expect(dossier.codes() == ["metadata.shared-origin"])
    dossier.set(DossierFixture.evidence("1c"), .created, "2023-03-01T08:00:08Z")
    #expect(dossier.codes() == [])
  }

  @Test(arguments: [("Nguyễn Văn A", true), ("Windows User", false), ("ADMIN", false)])
  func oneAuthorForTwoUnits(author: String, isFound: Bool) {
    var dossier = DossierFixture.good()
    for (code, unit) in [("1a", "TRƯỜNG TIỂU HỌC HOA MAI"), ("1b", "TRƯỜNG TIỂU HỌC KIM ĐỒNG")] {
      dossier.edit(DossierFixture.evidence(code)) {
        $0.describe("QUYẾT ĐỊNH", "QĐ", 30, (2023, 5, 5), "Công nhận \(code)")
        $0.facts.header.issuingBody = unit
        $0.metadata.fields[.creator] = .text(author)
      }
    }
    #expect(dossier.codes() == (isFound ? ["metadata.shared-origin"] : []))
  }

  @Test func twoFilesOfOneSecondAndOneAuthorOfOneUnitAreOrdinary() {
    var dossier = DossierFixture.good()
    for code in ["1a", "1b"] {
      dossier.edit(DossierFixture.evidence(code)) {
        $0.describe("QUYẾT ĐỊNH", "QĐ", code == "1a" ? 30 : 31, (2023, 5, 5), "Công nhận \(code)")
        $0.metadata.fields[.creator] = .text("Nguyễn Văn A")
      }
      dossier.set(DossierFixture.evidence(code), .created, "2023-05-04T08:00:07Z")
    }
    #expect(dossier.codes() == [])
  }
}
