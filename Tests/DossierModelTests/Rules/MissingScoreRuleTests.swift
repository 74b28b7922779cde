import DossierModel
import Testing

@Suite struct MissingScoreRuleTests {
  @Test func noTotalAnywhere() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) { $0.facts.points = [] }
    dossier.edit(DossierFixture.minutes) { $0.facts.points = [] }
    dossier.edit(DossierFixture.sheet) { $0.facts.scoreSheets = [] }
    #expect(dossier.codes() == ["score.missing"])
  }

  @Test func whereATotalIsMissingIsSaid() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) {
      $0.facts.points = []
      $0.facts.ratings = []
    }
    #expect(dossier.findings(.scoreMissing).map(\.variant) == ["report"])
    dossier.edit(DossierFixture.sheet) { $0.facts.scoreSheets = [] }
    #expect(dossier.findings(.scoreMissing).map(\.variant) == ["bearers"])
    dossier.edit(DossierFixture.minutes) { $0.facts.points = [] }
    #expect(dossier.findings(.scoreMissing).map(\.variant) == [nil])
  }

  @Test func aScanIsNeverSaidToLackItsScore() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) { $0.facts.points = [] }
    dossier.edit(DossierFixture.minutes) { $0.facts.points = [] }
    dossier.edit(DossierFixture.sheet) {
      $0.facts = DocumentFacts()
      $0.hasText = false
      $0.metadata.flags = [.noText]
    }
    #expect(dossier.findings(.scoreMissing).isEmpty)
    #expect(dossier.codes() == ["document.no-text"])
  }

  @Test(arguments: [
    ("Tổng số điểm tự đánh giá: ……/100 điểm.", ["blank-total"]),
    ("Kết quả tự đánh giá: Đạt ....... điểm, xếp loại: Tốt", ["blank-total"]),
    ("Tổng số điểm tự đánh giá: ……/100 điểm.\nTổng điểm: 95/100 điểm", []),
    ("Tổng điểm thẩm định của Phòng GDĐT: ……/100 điểm", []),
    ("Kết quả chung: nhà trường thực hiện tốt việc học tập ...", []),
  ])
  func aTotalLeftBlank(text: String, variants: [String]) {
    let facts = Reading.facts(
      "BÁO CÁO\nTự đánh giá, xếp loại Đơn vị học tập năm 2023\n\nMở đầu văn bản.\n" + text)
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.points.removeAll { $0.subject == .total }
      $0.facts.points += facts.points
      $0.facts.blankTotal = facts.blankTotal
    }
    #expect(dossier.findings(.scoreMissing).map(\.variant) == variants)
  }

  @Test func aBlankSheetHasNoScore() {
    let dossier = DossierFixture.dossier(DossierFixture.sheet) { file in
      for row in file.facts.scoreSheets[0].rows.indices {
        file.facts.scoreSheets[0].rows[row].points = nil
      }
      file.facts.scoreSheets[0].total = nil
    }
    #expect(dossier.findings(.scoreMissing).map(\.variant) == ["blank-sheet"])
    #expect(Set(dossier.codes()).isSubset(of: ["score.missing", "score.no-detail"]))
  }
}
