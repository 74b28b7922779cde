import DossierModel
import Testing

@Suite struct UnknownCriterionRuleTests {
  @Test func unknownCriterion() {
    #expect(
      DossierFixture.codes(DossierFixture.report) {
        $0.facts.unknownCriteria = [Stated("3d", quote: "d. Tập huấn")]
      }
        == ["score.unknown-criterion"])
    #expect(
      DossierFixture.codes(DossierFixture.sheet) {
        $0.facts.scoreSheets[0].rows.append(
          .init(code: nil, written: "Điểm cộng", points: Points(2)))
      } == ["score.unknown-criterion"])
  }

  /// A heading between the rows claims no points for anything.
  @Test func aRowWithoutPointsIsNoCriterion() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) {
        $0.facts.scoreSheets[0].rows.append(.init(code: nil, written: "Ghi chú"))
      } == [])
  }

  @Test(arguments: [
    ("Phần thứ tư: Ưu điểm, hạn chế", 0), ("Phần IV. Điểm mạnh, điểm yếu", 0),
    ("Tiêu chí 4: Điểm thưởng. Tự chấm: 2 điểm.", 1), ("Phần thứ tư: 2/5 điểm", 1),
  ])
  func aPartOfTheTextIsNoCriterionThoughTheWordForPointsIsInItsTitle(line: String, count: Int) {
    let facts = Reading.facts(
      "BÁO CÁO\nTự đánh giá năm 2023\nMở đầu.\n3. Hiệu quả, tác động: 35/40 điểm\n\(line)")
    let found = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.unknownCriteria = facts.unknownCriteria
      $0.facts.points = facts.points
    }.findings(.scoreUnknownCriterion)
    #expect(found.count == count)
  }
}
