import DossierModel
import Testing

@Suite struct IssueDateRuleTests {
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
}
