import DossierModel
import Testing

@Suite struct RatingRuleTests {
  @Test func ratingThatTheTotalDoesNotGive() {
    #expect(
      DossierFixture.codes(DossierFixture.report) {
        $0.facts.ratings = [Stated("kha", quote: "Khá")]
      }
        == ["score.rating"])
  }

  @Test(arguments: [
    (8499, "kha"), (8500, "tot"), (7000, "kha"), (6999, "trung-binh"), (4999, "khong-dat"),
  ])
  func thresholds(hundredths: Int, rating: String) {
    let scoring = Reading.profile.scoring
    #expect(scoring?.rating(for: Points(hundredths: hundredths))?.id == rating)
  }

  @Test func theRatingThatTheTotalGivesIsRight() {
    for path in [DossierFixture.minutes, DossierFixture.sheet] {
      #expect(
        DossierFixture.codes(path) { $0.facts.ratings = [Stated("tot", quote: "Loại Tốt")] } == [])
    }
  }

  @Test func aRatingThatTheProfileDoesNotHave() {
    #expect(
      DossierFixture.codes(DossierFixture.report) {
        $0.facts.ratings = []
        $0.facts.foreignRatings = [Stated("Xuất sắc", quote: "Xếp loại: Xuất sắc")]
      } == ["score.rating"])
  }

  @Test func aForeignRatingBesideOneThatTheProfileHasIsNoClaim() {
    #expect(
      DossierFixture.codes(DossierFixture.report) {
        $0.facts.foreignRatings = [Stated("Xuất sắc", quote: "Xếp loại: Xuất sắc")]
      } == [])
  }
}
