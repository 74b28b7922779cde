import DossierModel
import Testing

@Suite struct NotAsPackedRuleTests {
  /// A good dossier as it comes out of its archive.
  private func packed() -> DossierFixture {
    var dossier = DossierFixture.good()
    dossier.declaration.isPacked = true
    dossier.declaration.packed = dossier.files.map {
      Declaration.PackedFile(path: $0.path, sha256: $0.sha256)
    }
    return dossier
  }

  private func variants(_ dossier: DossierFixture) -> [String] {
    dossier.findings(.fileNotAsPacked).map { "\($0.variant ?? "") \($0.path ?? "")" }
  }

  @Test func whatIsAsItWasPackedIsSilent() {
    #expect(packed().codes() == [])
    #expect(DossierFixture.good().codes() == [])
  }

  @Test func anExchangedFile() {
    var dossier = packed()
    dossier.edit(DossierFixture.evidence("1a")) { $0.sha256 = "0000" }
    #expect(variants(dossier) == [" \(DossierFixture.evidence("1a"))"])
  }

  @Test func aFileThatWasTakenOut() {
    var dossier = packed()
    dossier.declaration.packed.append(
      Declaration.PackedFile(path: "5-minh-chung/1a/danh sách.pdf", sha256: "00"))
    #expect(variants(dossier) == ["missing 5-minh-chung/1a/danh sách.pdf"])
  }

  @Test func aFileThatWasAdded() {
    var dossier = packed()
    dossier.add("5-minh-chung/1a/thêm.jpg")
    #expect(variants(dossier) == ["added 5-minh-chung/1a/thêm.jpg"])
  }

  @Test func whatSystemsLeaveBehindIsNotAdded() {
    var dossier = packed()
    dossier.add("5-minh-chung/1a/.DS_Store")
    #expect(variants(dossier) == [])
  }

  @Test func namesOfTwoSpellingsAreTwoFiles() {
    var dossier = packed()
    dossier.declaration.packed.append(
      Declaration.PackedFile(path: "5-minh-chung/1a/a\u{301}.pdf", sha256: "00"))
    dossier.add("5-minh-chung/1a/á.pdf")
    #expect(
      variants(dossier).map { $0.split(separator: " ")[0] }.sorted() == ["added", "missing"])
  }

  @Test func whatCouldNotBeReadIsNotCalledExchanged() {
    var dossier = packed()
    dossier.edit(DossierFixture.evidence("1a")) { $0.sha256 = nil }
    #expect(variants(dossier) == [])
  }
}
