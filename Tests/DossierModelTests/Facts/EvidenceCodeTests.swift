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

  private static func cited(_ blocks: [TextBlock]) -> [String] {
    Self.reader.facts(from: blocks, title: nil).evidenceCodes.map(\.value)
  }

  @Test(arguments: [
    "Có kế hoạch [H1 - 1.1 - 01].", "Có kế hoạch [H1\u{A0}–\u{A0}1.1\u{A0}–\u{A0}01].",
    "Có kế hoạch [H1\u{2011}1.1\u{2011}01].", "Có kế hoạch [H1-1.1-\n01].",
    "Có kế hoạch [H1-1.1- 01].",
  ])
  func aCodeIsReadAroundItsHyphens(text: String) {
    #expect(Self.cited([.paragraph(Paragraph(text))]) == ["H1-1.1-01"])
  }

  @Test(arguments: [
    "[H1-1.1-01] đến [H1-1.1-04]", "[H1-1.1-01]÷[H1-1.1-04]", "[H1-1.1-01 đến H1-1.1-04]",
    "[H1-1.1-01] → [H1-1.1-04]", "[H1-1.1-01 đến 04]", "[H1-1.1-01 - 04]",
    "[H1-1.1-01, 02, 03 và 04]", "[H1-1.1-01; 02; 03; 04]",
  ])
  func aRunOfCodesCitesThoseBetween(text: String) {
    #expect(
      Set(Self.cited(Reading.paragraphs("Có kế hoạch \(text).")))
        == ["H1-1.1-01", "H1-1.1-02", "H1-1.1-03", "H1-1.1-04"])
  }

  @Test(arguments: [
    "[H1-1.1-01], 04 giáo viên", "[H1-1.1-01, 2023]", "[H1-1.1-01] 04",
    "[H1-1.1-01, 04/QĐ-TH]", "H1-1.1-01 - 04 biên bản", "[H1-1.1-01, 4]",
    "[H1-1.1-01] từ 01 đến 04",
  ])
  func anotherNumberBehindACodeIsNoCode(text: String) {
    #expect(Self.cited(Reading.paragraphs("Có kế hoạch \(text).")) == ["H1-1.1-01"])
  }

  @Test func twoCodesOfTwoCriteriaAreNoRun() {
    #expect(
      Self.cited(Reading.paragraphs("Hồ sơ [H1-1.1-01] đến [H1-1.2-04]."))
        == ["H1-1.1-01", "H1-1.2-04"])
  }

  @Test(arguments: [
    ["TT", "Mã minh chứng", "Tên minh chứng"], ["TT", "Tên minh chứng", "Mã hóa"],
    ["TT", "Mã minh chứng", "Nơi lưu", "Tên minh chứng"],
  ])
  func theNameOfACodeStandsBelowItsHead(head: [String]) {
    let rows = [["1", "H1-1.1-\n01", "Hộp 1", "Sổ nghị quyết"]].map { row in
      head.map { title in
        title == "TT"
          ? row[0] : title.hasPrefix("Mã") ? row[1] : title == "Nơi lưu" ? row[2] : row[3]
      }
    }
    let facts = Self.reader.facts(from: [Reading.table([head] + rows)], title: nil)
    #expect(
      facts.listedEvidence == [ListedEvidence(code: "H1-1.1-01", name: "Sổ nghị quyết")])
  }

  @Test func aTableOfFindingsThatCitesIsNoList() {
    let facts = Self.reader.facts(
      from: [Reading.table([["Nội hàm", "Minh chứng"], ["Có sổ nghị quyết", "[H1-1.1-01]"]])],
      title: nil)
    #expect(facts.listedEvidence.isEmpty)
  }
}
