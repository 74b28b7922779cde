import DossierModel
import Testing

@Suite struct LegacyEncodingRuleTests {
  @Test func textOfAnOldEncodingIsQuoted() {
    let facts = Reading.reader.facts(
      from: Reading.paragraphs("Céng hoµ x· héi chñ nghÜa viÖt nam\n§éc lËp - Tù do - H¹nh phóc"),
      title: nil)
    let dossier = DossierFixture.dossier(DossierFixture.plan) {
      $0.facts.encoding = facts.encoding
    }
    let found = dossier.findings(.documentLegacyEncoding)
    #expect(found.first?.quotes.first?.text == "Céng hoµ x· héi chñ nghÜa viÖt nam")
  }

  @Test func unicodeIsSilent() {
    let facts = Reading.facts("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    #expect(facts.encoding.legacySample == nil)
  }
}
