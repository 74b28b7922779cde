import DossierModel
import Testing

@Suite struct ScoreRuleTests {
  private func codes(_ path: String, _ change: (inout IndexedFile) -> Void) -> [String] {
    DossierFixture.codes(path, change)
  }

  private static func statement(
    _ subject: PointStatement.Subject, _ points: Int, _ maximum: Int? = nil
  ) -> PointStatement {
    PointStatement(
      subject: subject, points: Points(points), maximum: maximum.map { Points($0) },
      quote: "\(points) điểm")
  }

  @Test func realArithmeticRaisesNothing() {
    let score = DossierFixture.good().report().score
    #expect(score.claimed == Points(95))
    #expect(score.computed == Points(95))
    #expect(score.claimedRating == "tot")
    #expect(score.computedRating == "tot")
    #expect(score.groups.map(\.claimed) == [Points(30), Points(30), Points(35)])
    #expect(score.groups.map(\.computed) == [Points(30), Points(30), Points(35)])
  }

  @Test func noTotalAnywhere() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) { $0.facts.points = [] }
    dossier.edit(DossierFixture.minutes) { $0.facts.points = [] }
    dossier.edit(DossierFixture.sheet) { $0.facts.scoreSheets = [] }
    #expect(dossier.codes() == ["score.missing"])
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

  @Test func aBlankSheetHasNoScore() {
    let codes = codes(DossierFixture.sheet) { file in
      for row in file.facts.scoreSheets[0].rows.indices {
        file.facts.scoreSheets[0].rows[row].points = nil
      }
      file.facts.scoreSheets[0].total = nil
    }
    #expect(codes == ["score.missing"] || codes == ["score.missing", "score.no-detail"])
  }

  @Test func totalThatIsNotTheSum() {
    #expect(
      codes(DossierFixture.sheet) { $0.facts.scoreSheets[0].total?.points = Points(96) }
        == ["score.disagreement", "score.sum"])
  }

  @Test func partialSheetIsNotSummed() {
    #expect(codes(DossierFixture.sheet) { $0.facts.scoreSheets[0].rows.removeLast() } == [])
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

  @Test func groupThatIsNotTheSumOfItsCriteria() {
    let found = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.scoreSheets[0].rows.append(.init(code: "1", written: "1", points: Points(29)))
    }.findings(.scoreGroupSum)
    #expect(found.map(\.criterion) == ["1"])
    #expect(found.first?.quotes.count == 4)
  }

  @Test func moreThanTheMaximum() {
    let found = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.points = [Self.statement(.criterion("1"), 31, 30)]
    }.findings(.scoreOverMaximum)
    #expect(found.map(\.variant) == ["group"])
    let full = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.points.append(Self.statement(.criterion("1"), 30, 30))
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

  @Test func ratingThatTheTotalDoesNotGive() {
    #expect(
      codes(DossierFixture.report) { $0.facts.ratings = [Stated("kha", quote: "Khá")] }
        == ["score.rating"])
  }

  @Test(arguments: [
    (8499, "kha"), (8500, "tot"), (7000, "kha"), (6999, "trung-binh"), (4999, "khong-dat"),
  ])
  func thresholds(hundredths: Int, rating: String) {
    let scoring = Reading.profile.scoring
    #expect(scoring?.rating(for: Points(hundredths: hundredths))?.id == rating)
  }

  @Test func unknownCriterion() {
    #expect(
      codes(DossierFixture.report) {
        $0.facts.unknownCriteria = [Stated("3d", quote: "d. Tập huấn")]
      }
        == ["score.unknown-criterion"])
    #expect(
      codes(DossierFixture.sheet) {
        $0.facts.scoreSheets[0].rows.append(
          .init(code: nil, written: "Điểm cộng", points: Points(2)))
      } == ["score.unknown-criterion"])
  }

  @Test func documentsThatDisagree() {
    let found = DossierFixture.dossier(DossierFixture.minutes) {
      $0.facts.points = [Self.statement(.total, 90)]
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
      codes(DossierFixture.sheet) { $0.facts.scoreSheets.append($0.facts.scoreSheets[0]) } == [])
  }

  @Test func aTableForEachGroupIsOneSheet() {
    #expect(
      codes(DossierFixture.sheet) { file in
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
      codes(DossierFixture.minutes) {
        $0.facts.points.append(Self.statement(.criterion("2d"), 30, 30))
      }
        == [])
  }

  @Test func groupsAloneAreANote() {
    #expect(codes(DossierFixture.sheet) { $0.facts.scoreSheets = [] } == ["score.no-detail"])
  }
}
