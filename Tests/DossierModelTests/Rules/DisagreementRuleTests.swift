import DossierModel
import Testing

@Suite struct DisagreementRuleTests {
  @Test func documentsThatDisagree() {
    let found = DossierFixture.dossier(DossierFixture.minutes) {
      $0.facts.points = [PointStatement.forged(.total, 90)]
    }.findings(.scoreDisagreement)
    #expect(found.map(\.variant) == ["total"])
    #expect(found.first?.quotes.count == 2)
  }

  @Test func twoTablesThatDisagreeGiveNoNumber() {
    let dossier = DossierFixture.dossier(DossierFixture.sheet) { file in
      var other = file.facts.scoreSheets[0]
      other.rows[0].points = Points(8)
      other.total?.points = Points(93)
      file.facts.scoreSheets.append(other)
    }
    let report = dossier.report()
    #expect(report.score.claimed == nil)
    #expect(report.score.criteria["1a"] == nil)
    #expect(Set(report.findings.compactMap(\.variant)).contains("tables"))
  }

  @Test func twoEqualTablesAreFine() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) {
        $0.facts.scoreSheets.append($0.facts.scoreSheets[0])
      } == [])
  }

  @Test func aTableForEachGroupIsOneSheet() {
    #expect(
      DossierFixture.codes(DossierFixture.sheet) { file in
        let rows = file.facts.scoreSheets[0].rows
        file.facts.scoreSheets = [(0..<3, 30), (3..<7, 30), (7..<10, 35)].map { range, sum in
          ScoreSheet(
            rows: Array(rows[range]),
            total: .init(code: nil, written: "Cộng", points: Points(sum)))
        }
      } == ["score.no-detail"])
  }

  @Test func sentenceAboutAGroupIsNotItsCriterions() {
    #expect(
      DossierFixture.codes(DossierFixture.minutes) {
        $0.facts.points.append(PointStatement.forged(.criterion("2d"), 30, 30))
      }
        == [])
  }
}
