import DossierModel
import Testing

@Suite struct ContradictionRuleTests {
  private static func claim(
    _ count: Int, _ subject: String = "giay-khen", _ qualifiers: [String] = ["huyen"]
  ) -> CountClaim {
    CountClaim(subject: subject, qualifiers: qualifiers, count: count, quote: "\(count) \(subject)")
  }

  @Test func contradiction() {
    #expect(
      DossierFixture.codesOfReport { $0.counts = [Self.claim(6), Self.claim(3)] } == [
        "text.contradiction"
      ])
    #expect(DossierFixture.codesOfReport { $0.counts = [Self.claim(3), Self.claim(3)] } == [])
    #expect(
      DossierFixture.codesOfReport { $0.counts = [Self.claim(6), Self.claim(3, "sang-kien")] } == []
    )
    #expect(
      DossierFixture.codesOfReport {
        $0.counts = [Self.claim(6), Self.claim(3, "giay-khen", ["tinh"])]
      } == [])
  }

  @Test func aTotalWithItsPartsIsNoContradiction() {
    #expect(
      DossierFixture.codesOfReport { $0.counts = [Self.claim(6), Self.claim(4), Self.claim(2)] }
        == [])
  }

  @Test func contradictionAcrossDocumentsQuotesBoth() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) { $0.facts.counts = [Self.claim(6)] }
    dossier.edit(DossierFixture.minutes) { $0.facts.counts = [Self.claim(3)] }
    let found = dossier.findings(.textContradiction)
    #expect(found.map(\.variant) == ["across"])
    #expect(found.first?.quotes.map(\.path) == [DossierFixture.report, DossierFixture.minutes])
  }

  @Test func headcountsAreSaidInTheDocumentsWords() {
    var dossier = DossierFixture.good()
    for (path, count) in [(DossierFixture.report, 32), (DossierFixture.minutes, 35)] {
      dossier.edit(path) {
        $0.facts.counts = [
          CountClaim(
            subject: "giao1 vie6n", name: "giáo viên", qualifiers: [], count: count, quote: "…")
        ]
      }
    }
    let found = dossier.findings(.textContradiction)
    #expect(found.map { $0.arguments["subject"] } == [.text("giáo viên")])
  }
}
