import DossierModel
import Testing

@Suite struct ScoreReaderTests {
  @Test func realArithmeticRaisesNothing() {
    let score = DossierFixture.good().report().score
    #expect(score.claimed == Points(95))
    #expect(score.computed == Points(95))
    #expect(score.claimedRating == "tot")
    #expect(score.computedRating == "tot")
    #expect(score.groups.map(\.claimed) == [Points(30), Points(30), Points(35)])
    #expect(score.groups.map(\.computed) == [Points(30), Points(30), Points(35)])
  }

  @Test func halfPointsAddUpExactly() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].rows[0].points = Points(hundredths: 950)
      $0.facts.scoreSheets[0].rows[8].points = Points(hundredths: 550)
    }
    dossier.edit(DossierFixture.report) {
      $0.facts.points = [$0.facts.points[0]]
    }
    #expect(dossier.codes() == [])
  }
}
