import DossierModel
import Testing

/// A scan without text may be the document that is cited: its name and its place tell.
@Suite struct CitedScanTests {
  @Test func anUnreadScanMayBeWhatIsCited() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Citation.decision(criterion: "1b")]
    }
    dossier.add("5-minh-chung/1b/CamScanner 10-29-2023.pdf")
    #expect(dossier.codes() == ["document.no-text"])
  }

  @Test(arguments: [
    ("Quyết định thành lập Hội đồng.pdf", false), ("MC 1b - QD thanh lap hoi dong.pdf", false),
    ("Quyết định số 38 thành lập Hội đồng.pdf", false),
    ("TC 1.2 Quyết định thành lập Hội đồng.pdf", false),
    // Another number, another type, other words: not the one that is cited.
    ("Quyết định số 45 thành lập Hội đồng.pdf", true), ("Kế hoạch thành lập Hội đồng.pdf", true),
    ("Quyết định khen thưởng.pdf", true),
    // "TC 1b" is a criterion, and no notice with a number of its own.
    ("TC1b_Quyết định thành lập Hội đồng.pdf", false),
    ("TC 1 b Quyết định thành lập Hội đồng.pdf", false),
    ("Danh sách theo Quyết định 38.pdf", false),
    ("Danh sách người có quyết định.pdf", true),
  ])
  func aScanMayBeWhatIsCitedUnlessItsNameSpeaksAgainstIt(name: String, isFound: Bool) {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Citation.decision(criterion: "1b")]
      $0.facts.citations[0].title = isFound ? "thành lập Hội đồng tự đánh giá" : nil
    }
    dossier.add("5-minh-chung/1b/\(name)")
    #expect(dossier.codes().contains("evidence.dangling") == isFound)
  }

  /// A report of the year before is compared with; one that is listed as evidence is to be there.
  @Test(arguments: [
    ("2022-12-22", nil, false), ("2022-12-22", "1b", true), ("2023-03-22", nil, true),
  ])
  func aReportOfAnEarlierYearIsNoEvidence(day: String, criterion: String?, isFound: Bool) {
    let codes = DossierFixture.codes(DossierFixture.report) {
      var citation = Citation.decision(criterion: criterion ?? "1b", symbol: "BC-THHM")
      citation.criterion = criterion
      citation.typeAbbreviation = "BC"
      citation.title = "sơ kết phong trào đọc sách"
      citation.date = CalendarDate(iso: day)
      $0.facts.citations = [citation]
    }
    #expect(codes.contains("evidence.dangling") == isFound)
  }

  /// A scan is often called after what the decision issues, or after what it shows.
  @Test(arguments: [
    ("1b/Nội quy cơ quan.pdf", nil, false), ("1b/Quy chế chi tiêu nội bộ.jpg", nil, false),
    ("1b/Quy chế khuyến học.pdf", "Ban hành quy chế khuyến học", false),
    ("1b/Khen thưởng người học.pdf", nil, false),
    // One file of all that a criterion or a group rests on.
    ("Minh chứng tiêu chí 1b.pdf", "Khen thưởng người học giỏi", false),
    ("Hồ sơ minh chứng nhóm 1.pdf", "Khen thưởng người học giỏi", false),
    ("Minh chứng tiêu chí 2a.pdf", "Khen thưởng người học giỏi", true),
    // About something else, a photo, another criterion's.
    ("1b/Quy chế chi tiêu nội bộ.pdf", "Khen thưởng người học giỏi", true),
    ("1b/Khen thưởng người học.jpg", nil, true), ("2a/Khen thưởng người học.pdf", nil, true),
  ])
  func aScanIsCalledAfterWhatItHolds(path: String, title: String?, isFound: Bool) {
    var dossier = DossierFixture.dossier(DossierFixture.sheet) {
      $0.facts.citations = [Citation.decision(criterion: "1b")]
      $0.facts.citations[0].title = title
    }
    dossier.add("5-minh-chung/" + path)
    #expect(dossier.codes().contains("evidence.dangling") == isFound)
  }

  /// A scan whose name gives another number is not what a title of the same words means.
  @Test(arguments: [("QD 06 Quy chế khuyến học.pdf", true), ("QD Quy chế khuyến học.pdf", false)])
  func theNumberInANameSpeaksAgainstItsTitle(name: String, isFound: Bool) {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Citation.decision(criterion: "1b")]
      $0.facts.citations[0].title = "ban hành Quy chế khuyến học"
    }
    dossier.add("5-minh-chung/1b/\(name)")
    #expect(dossier.codes().contains("evidence.dangling") == isFound)
  }

  /// "IMG_0412.jpg" shows an event: it stands for a paper only under the very criterion.
  @Test(arguments: [("1b", "1b", false), ("1b", "3c", true), (nil, "1b", true)])
  func aPhotoIsSeldomWhatIsCited(criterion: String?, folder: String, isFound: Bool) {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Citation.decision(criterion: criterion)]
    }
    dossier.add("5-minh-chung/\(folder)/IMG_0412.jpg")
    #expect(dossier.codes().contains("evidence.dangling") == isFound)
  }

  /// A scan under a criterion may be what is cited anywhere, where its criterion is about that.
  @Test(arguments: [
    ("Ban hành quy chế khuyến học", false), ("Mua xe đạp", true), (nil, false),
  ])
  func aNamelessScanIsWhatItsCriterionIsAbout(title: String?, isFound: Bool) {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Citation.decision()]
      $0.facts.citations[0].title = title
    }
    dossier.add("5-minh-chung/1b/CamScanner 10-29-2023.pdf")
    #expect(dossier.codes().contains("evidence.dangling") == isFound)
  }

  @Test func oneSyllableInCommonIsChance() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Citation.decision()]
    }
    dossier.add("5-minh-chung/3b/Quyết định tập thể lao động tiên tiến.pdf")
    #expect(dossier.codes().contains("evidence.dangling"))
  }

  @Test func aScanUnderAnotherCriterionIsNotWhatIsCited() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Citation.decision(criterion: "1b")]
    }
    dossier.add("5-minh-chung/2a/Quyết định công nhận.pdf")
    #expect(dossier.codes().contains("evidence.dangling"))
  }
}
