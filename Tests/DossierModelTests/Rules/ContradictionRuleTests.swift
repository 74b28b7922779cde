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

  @Test(arguments: [
    ("Toàn đơn vị có 27 cán bộ, giáo viên, nhân viên đều đã đăng ký học tập.", 1),
    ("Đầu năm học, đơn vị có 27 cán bộ, giáo viên, nhân viên.", 0),
    ("Đơn vị có 3 giáo viên đi học.", 0), ("Đơn vị có 2 cán bộ, giáo viên, nhân viên nghỉ hưu.", 0),
    ("Minh chứng: 46_QĐ_TT LĐTT", 0),
    ("Đơn vị có 27 CBGVNV.", 1), ("Tổng số CBGVNV: 27 người", 1), ("Đơn vị có 24 CBGVNV.", 0),
    ("Đơn vị có 3 CBGVNV đi học.", 0),
    ("- Toàn thể cán bộ, giáo viên, nhân viên: có mặt 25/27.", 1),
    ("- Toàn thể cán bộ, giáo viên, nhân viên: có mặt 22/24.", 0),
    ("- Hội đồng tự đánh giá: có mặt 9/9.", 0),
    ("Trong tổng số 27 cán bộ, giáo viên, nhân viên còn một số người ngại đổi mới.", 1),
    ("Trong tổng số 24 cán bộ, giáo viên, nhân viên có 20 người học lên.", 0),
    ("Trong tổng số 8 cán bộ, giáo viên, nhân viên tổ Tự nhiên có 5 người học lên.", 0),
  ])
  func aUnitsPeopleToldByAllTheirKindsAreItsHeadcount(line: String, count: Int) {
    let facts = Reading.facts(
      "BÁO CÁO\nTự đánh giá năm 2023\nĐơn vị có 24 cán bộ, giáo viên, nhân viên, trong đó nữ 12 người."
        + "\nCó 18/18 người đạt danh hiệu Lao động tiên tiến.\n\(line)")
    let found = DossierFixture.dossier(DossierFixture.report) { $0.facts.counts = facts.counts }
      .findings(.textContradiction)
    #expect(found.count == count)
  }

  private static func counted(_ rows: [[String]]) -> [String] {
    let facts = Reading.reader.facts(
      from: Reading.paragraphs(
        "BÁO CÁO\nTự đánh giá năm 2023\n\nCó 03 đồng chí đạt danh hiệu CSTĐ cấp cơ sở.")
        + [Reading.table(rows)], title: nil)
    return facts.counts.map { "\($0.subject) \($0.count)" }
  }

  @Test func aTableCountsWhatItsRowsName() {
    #expect(
      Self.counted([
        ["TT", "Danh hiệu", "Số lượng", "Ghi chú"], ["1", "Chiến sĩ thi đua cơ sở", "05", ""],
        ["2", "Giấy khen của UBND huyện", "2", ""], ["3", "Tập huấn chuyên môn", "4", ""],
      ]) == ["cstd-co-so 3", "cstd-co-so 5", "giay-khen 2"])
  }

  @Test(arguments: [
    // By year, by team, or without a word that the column counts.
    [["Danh hiệu", "Năm 2022", "Năm 2023"], ["Chiến sĩ thi đua cơ sở", "5", "3"]],
    [["Tổ", "Số lượng"], ["Tổ 1", "2"], ["Tổ 2", "1"]],
    [["Danh hiệu", "Họ và tên"], ["Chiến sĩ thi đua cơ sở", "1"]],
    [["Danh hiệu", "Số lượng", "Số lượng"], ["Chiến sĩ thi đua cơ sở", "5", "3"]],
  ])
  func aTableThatCountsNothingSurely(rows: [[String]]) {
    #expect(Self.counted(rows) == ["cstd-co-so 3"])
  }
}
