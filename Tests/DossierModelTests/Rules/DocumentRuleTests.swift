import DossierModel
import Testing

@Suite struct DocumentRuleTests {
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

  @Test func photosAreEvidenceAsTheyAre() {
    var dossier = DossierFixture.good()
    dossier.add("5-minh-chung/1a/anh.jpg")
    #expect(dossier.codes() == [])
    dossier.add("5-minh-chung/1a/quet.pdf")
    #expect(dossier.codes() == ["document.no-text"])
  }
}

@Suite struct MetadataRuleTests {
  private func codes(
    created: String?, modified: String? = nil, application: String? = nil, minutes: Int? = nil,
    path: String = DossierFixture.report
  ) -> [String] {
    DossierFixture.codes(path) { file in
      if let created { file.metadata.fields[.created] = BenchDossier.moment(created) }
      if let modified { file.metadata.fields[.modified] = BenchDossier.moment(modified) }
      if let application { file.metadata.fields[.application] = .text(application) }
      if let minutes { file.metadata.fields[.totalTime] = .number(minutes) }
    }
  }

  @Test func writtenBeforeTheDateOnItsFace() {
    #expect(codes(created: "2024-01-03T08:12:05Z", modified: "2024-01-05T02:40:00Z") == [])
  }

  @Test func aDayOfSlackForZones() {
    #expect(codes(created: "2024-01-06T23:59:59Z") == [])
    #expect(codes(created: "2024-01-07T00:00:00Z") == ["metadata.created-after-issue"])
  }

  @Test func changedLater() {
    #expect(
      codes(created: "2024-01-03T08:12:05Z", modified: "2024-03-05T02:40:00Z")
        == ["metadata.modified-after-issue"])
  }

  @Test func youngDocumentIsSaidOnce() {
    #expect(
      codes(created: "2024-02-03T08:12:05Z", modified: "2024-02-03T09:00:00Z")
        == ["metadata.created-after-issue"])
  }

  @Test func conversionsSayNothing() {
    #expect(
      codes(
        created: "2024-05-01T10:00:00Z", modified: "2024-05-01T10:00:01Z",
        application: "LibreOffice/7.4", minutes: 0) == [])
    #expect(
      codes(
        created: "2024-05-01T10:00:00Z", modified: "2024-05-01T11:00:00Z",
        application: "LibreOffice/7.4", minutes: 42) == ["metadata.created-after-issue"])
  }

  @Test func scansSayNothing() {
    let codes = DossierFixture.codes(DossierFixture.report) { file in
      file.format = .pdf
      file.path = "2-bao-cao/bao-cao.pdf"
      file.metadata.fields[.created] = BenchDossier.moment("2024-06-01T10:00:00Z")
    }
    #expect(codes == [])
  }

  @Test func oneSecondOfCreation() {
    var dossier = DossierFixture.good()
    for code in ["1a", "1b", "1c"] {
      dossier.set(DossierFixture.evidence(code), .created, "2023-03-01T08:00:07Z")
    }
    #expect(dossier.codes() == ["metadata.shared-origin"])
    dossier.set(DossierFixture.evidence("1c"), .created, "2023-03-01T08:00:08Z")
    #expect(dossier.codes() == [])
  }

  @Test func oneAuthorForTwoUnits() {
    var dossier = DossierFixture.good()
    for (code, unit) in [("1a", "TRƯỜNG TIỂU HỌC HOA MAI"), ("1b", "TRƯỜNG TIỂU HỌC KIM ĐỒNG")] {
      dossier.edit(DossierFixture.evidence(code)) {
        $0.describe("QUYẾT ĐỊNH", "QĐ", 30, (2023, 5, 5), "Công nhận \(code)")
        $0.facts.header.issuingBody = unit
        $0.metadata.fields[.creator] = .text("Nguyễn Văn A")
      }
    }
    #expect(dossier.codes() == ["metadata.shared-origin"])
  }
}
