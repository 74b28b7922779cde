import DossierModel
import Testing

@Suite struct EvidenceCodeTests {
  private static let reader: FactReader = {
    var profile = Reading.profile
    profile.evidenceCodes = [
      EvidenceCodeForm(
        form: "H{box}-{standard}.{criterion}-{number}", criterion: "{standard}.{criterion}")
    ]
    return FactReader(lexicon: Reading.lexicon, profile: profile)
  }()

  @Test func readsEvidenceCodes() {
    let facts = Self.reader.facts(
      from: Reading.paragraphs("Nhà trường có kế hoạch [H1-1.1-01]; [H2–2.3–05]."), title: nil)
    #expect(facts.evidenceCodes.map(\.value) == ["H1-1.1-01", "H2-2.3-05"])
  }

  @Test func whatStandsBesideACodeIsKnownByIt() {
    let table = Reading.table([
      ["TT", "Mã minh chứng", "Tên minh chứng", "Số"],
      ["1", "[H1-1.1-01]", "Quyết định thành lập hội đồng", "Quyết định số 38/QĐ-THAS"],
      ["2", "", "Kế hoạch năm học", "Kế hoạch số 12/KH-THAS"],
    ])
    let facts = Self.reader.facts(
      from: [table] + Reading.paragraphs("Theo Quyết định số 40/QĐ-THAS của trường [H1-1.1-02]."),
      title: nil)
    let coded = facts.citations.filter { $0.notation != nil }.map {
      "\($0.notation?.number ?? 0) \($0.isCoded)"
    }
    #expect(Set(coded) == ["38 true", "12 false", "40 true"])
  }
}
