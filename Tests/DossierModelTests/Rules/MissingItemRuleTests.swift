import DossierModel
import Testing

@Suite struct MissingItemRuleTests {
  @Test(arguments: [
    DossierFixture.plan, DossierFixture.report, DossierFixture.minutes, DossierFixture.sheet,
  ])
  func missingItemIsNamed(path: String) {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == path }
    let found = dossier.findings(.itemMissing)
    #expect(found.count == 1)
    #expect(dossier.report().verdict == .incomplete)
  }

  @Test func missingEvidenceIsSaidOnce() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path.hasPrefix("5-") }
    #expect(dossier.codes() == ["item.missing"])
  }

  @Test func anEmptyFileInItsPlaceIsNamedAndToldOnce() throws {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) { file in
      file.size = 0
      file.hasText = false
      file.facts = DocumentFacts()
    }
    let found = dossier.findings(.itemMissing)
    #expect(found.map(\.variant) == ["empty"])
    #expect(found.first?.arguments["files"] == .list([DossierFixture.report]))
    let findings = dossier.report().findings
    #expect(findings.contains { $0.code == .fileEmpty })
    let told = findings.told()
    #expect(!told.contains { $0.code == .fileEmpty })
    #expect(told.first { $0.code == .itemMissing }?.also == [.fileEmpty])
  }

  @Test func anEmptyFileElsewhereIsToldOfItself() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.report }
    dossier.add("5-minh-chung/1a/rong.pdf") { $0.size = 0 }
    #expect(dossier.findings(.itemMissing).map(\.variant) == [nil])
    #expect(dossier.report().findings.told().contains { $0.code == .fileEmpty })
  }

  @Test func unreadScansAreNamedWithTheMissingItem() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.minutes }
    dossier.add("CamScanner 01-05-2024.pdf")
    #expect(dossier.findings(.itemMissing).first?.variant == "unread")
  }

  @Test(arguments: [DossierFixture.minutes, DossierFixture.sheet])
  func anItemInTheFolderOfAnotherIsSaidToBeThere(_ path: String) {
    var dossier = DossierFixture.good()
    let moved = "2-bao-cao/\(path.split(separator: "/").last ?? "")"
    dossier.edit(path) { $0.path = moved }
    let found = dossier.findings(.itemMissing)
    #expect(found.map(\.variant) == ["misplaced"])
    #expect(found.first?.arguments["files"] == .list([moved]))
  }

  @Test func anyOtherDocumentInAFolderIsNotTheMissingItem() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path == DossierFixture.minutes }
    dossier.bare("2-bao-cao/Biên bản kiểm kê.docx") {
      $0.describe("BIÊN BẢN", "BB", nil, (2023, 12, 28), "Kiểm kê thư viện")
    }
    #expect(dossier.findings(.itemMissing).map(\.variant) == [nil])
  }

  @Test func evidenceIsNoDocumentToAdd() {
    var dossier = DossierFixture.good()
    dossier.files.removeAll { $0.path.hasPrefix("5-") }
    #expect(dossier.findings(.itemMissing).map(\.variant) == ["evidence"])
  }

  @Test func aDeclaredFileThatIsNotThereIsNotGuessed() {
    var dossier = DossierFixture.good()
    dossier.declaration.items = ["report": ["khong-co.docx"]]
    #expect(dossier.findings(.itemMissing).map(\.item) == ["report"])
    #expect(dossier.findings(.itemMissing).map(\.variant) == ["declared"])
    let told = dossier.report().findings.told()
    #expect(told.count { $0.code == .evidenceDangling } == 0)
    #expect(told.first { $0.code == .itemMissing }?.also == [.evidenceDangling])
    // What a packer wrote down is no declaration of the clerk's: the documents are looked for.
    dossier.declaration.isPacked = true
    #expect(dossier.findings(.itemMissing).isEmpty)
  }
}
