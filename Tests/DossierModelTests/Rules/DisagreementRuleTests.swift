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

  @Test func everyDocumentThatDiffersIsNamed() {
    var dossier = DossierFixture.good()
    for path in [DossierFixture.minutes, DossierFixture.report] {
      dossier.edit(path) { file in
        file.facts.points.removeAll { $0.subject == .total }
        file.facts.points.append(PointStatement.forged(.total, 90))
      }
    }
    let paths = dossier.findings(.scoreDisagreement).filter { $0.variant == "total" }.map(\.path)
    #expect(paths.count == 2)
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

  @Test func aDocumentThatGivesTwoRatings() {
    func variants(_ ratings: [String], in path: String = DossierFixture.report) -> [String?] {
      DossierFixture.dossier(path) {
        $0.facts.ratings = ratings.map { Stated($0, quote: "Xếp loại \($0)") }
      }.findings(.scoreDisagreement).map(\.variant)
    }
    #expect(variants(["tot", "kha"]) == ["within-rating"])
    #expect(variants(["tot", "tot"]) == [])
    #expect(variants(["tot", "kha"], in: DossierFixture.minutes) == [])
  }

  @Test func levelsThatDisagree() {
    let report = Self.levels(report: "mức 2", request: "mức 1")
    let found = report.findings.filter { $0.code == .scoreDisagreement }
    #expect(found.map(\.variant) == ["rating"])
    #expect(found.first?.quotes.count == 2)
    #expect(report.score.claimedRating == "muc-2")
  }

  @Test func oneLevelInAllDocumentsIsFine() {
    let report = Self.levels(report: "mức 2", request: "mức 2")
    #expect(!report.findings.contains { $0.code == .scoreDisagreement })
  }

  @Test(arguments: [
    ("Chỉ tiêu 1.2: đạt mức 1", "Chỉ tiêu 1.2: đạt mức 2", ["1.2"]),
    ("Chỉ tiêu 1.2: đạt mức 2", "Chỉ tiêu 1.2: đạt mức 2", []),
    ("Chỉ tiêu 1.2: đạt mức 1", "Chỉ tiêu 1.3: đạt mức 2", []),
    ("Phấn đấu năm 2025: chỉ tiêu 1.2 đạt mức 1", "Chỉ tiêu 1.2: đạt mức 2", []),
  ])
  func levelsOfIndicators(report: String, request: String, codes: [String]) {
    let found = Self.dossier(report: report, request: request)
      .findings.filter { $0.code == .scoreDisagreement }
    #expect(found.compactMap(\.criterion) == codes)
    #expect(found.allSatisfy { $0.variant == "level" && $0.quotes.count == 2 })
  }

  private static func levels(report: String, request: String) -> CheckReport {
    dossier(
      report: "Nhà trường đạt đơn vị học tập \(report).",
      request: "Nhà trường đạt đơn vị học tập \(request).")
  }

  private static func dossier(report: String, request: String) -> CheckReport {
    var dossier = DossierFixture()
    for (path, type, text) in [
      ("1-de-nghi/to-trinh.docx", "TỜ TRÌNH\nĐề nghị công nhận đơn vị học tập", request),
      ("2-bao-cao/bao-cao.docx", "BÁO CÁO\nTự đánh giá đơn vị học tập", report),
    ] {
      dossier.add(path, "x") {
        $0.facts = LevelTests.facts(text)
        $0.facts.header = Reading.facts("\(type) năm 2024\n\nMở đầu văn bản.").header
      }
    }
    return dossier.report(profile: LevelTests.profile)
  }
}
