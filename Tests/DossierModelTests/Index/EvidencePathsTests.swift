import DossierModel
import Testing

@Suite struct EvidencePathsTests {
  private static let text = """
    ỦY BAN NHÂN DÂN XÃ AN SƠN
    TRƯỜNG TIỂU HỌC AN SƠN
    Số: 12/QĐ-THAS
    An Sơn, ngày 5 tháng 3 năm 2023
    QUYẾT ĐỊNH
    Về việc khen thưởng
    Tiêu chí 1a: 10/10 điểm. Có 6 cá nhân được tặng Giấy khen. Xếp loại: Tốt.
    """

  private func holds(_ path: String, _ declaration: Declaration = Declaration()) -> Bool {
    var paths = EvidencePaths(profile: Reading.profile, declaration: declaration)
    return paths.holds(path)
  }

  @Test(arguments: [
    "5-minh-chung/1a/Quyết định.docx", "5-minh-chung/anh.jpg", "Minh chứng/tiêu chí 2b/a.pdf",
  ])
  func whatStandsAmongTheEvidenceIsEvidence(_ path: String) { #expect(holds(path)) }

  @Test(arguments: ["2-bao-cao/Báo cáo.docx", "Báo cáo.docx", "Văn bản/Quyết định.docx"])
  func anyOtherFileMayBeAnItem(_ path: String) { #expect(!holds(path)) }

  @Test(arguments: ["5-minh-chung/1a/Báo cáo.docx", "5-minh-chung/1a/B*.docx", "5-minh-chung/1a"])
  func whatIsDeclaredAnItemsIsNone(_ declared: String) {
    var declaration = Declaration()
    declaration.items = ["report": [declared]]
    #expect(!holds("5-minh-chung/1a/Báo cáo.docx", declaration))
    #expect(holds("5-minh-chung/1b/Quyết định.docx", declaration))
  }

  @Test func evidenceIsReadForWhatItIsCalledAndNotForWhatItClaims() {
    let blocks = Reading.paragraphs(Self.text)
    let evidence = Reading.reader.facts(from: blocks, title: nil, isEvidence: true)
    let whole = Reading.reader.facts(from: blocks, title: nil)
    #expect(evidence.header == whole.header)
    #expect(evidence.header.notation?.number == 12)
    #expect(evidence.wordCount == whole.wordCount)
    #expect(!whole.points.isEmpty && evidence.points.isEmpty)
    #expect(!whole.counts.isEmpty && evidence.counts.isEmpty)
  }

  @Test func evidenceThatBearsAnItemsTitleIsReadAsAWhole() {
    let text = Self.text.replacing("QUYẾT ĐỊNH", with: "BÁO CÁO").replacing("QĐ", with: "BC")
    let blocks = Reading.paragraphs(text)
    #expect(
      Reading.reader.facts(from: blocks, title: nil, isEvidence: true)
        == Reading.reader.facts(from: blocks, title: nil))
  }
}
