import DossierModel
import Testing

@Suite struct OverMaximumRuleTests {
  @Test func moreThanTheMaximum() {
    let found = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.points = [PointStatement.forged(.criterion("1"), 31, 30)]
    }.findings(.scoreOverMaximum)
    #expect(found.map(\.variant) == ["group"])
    let full = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.points.append(PointStatement.forged(.criterion("1"), 30, 30))
    }
    #expect(full.findings(.scoreOverMaximum).isEmpty)
  }

  @Test func stepsOfALocalRubric() {
    var profile = Reading.profile
    profile.criteria[0].children[0].steps = [Points(5), Points(10)]
    let dossier = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].rows[0].points = Points(7)
    }
    #expect(dossier.report(profile: profile).findings.contains { $0.variant == "step" })
  }

  @Test func pointsBelowZero() {
    let found = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].rows[0].points = Points(-2)
    }.findings(.scoreOverMaximum)
    #expect(found.map(\.variant) == ["negative"])
    let none = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].rows[0].points = .zero
    }
    #expect(none.findings(.scoreOverMaximum).isEmpty)
  }
}
