import DossierModel
import Testing

@Suite struct DanglingEvidenceRuleTests {
  @Test func citedAndAbsent() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.citations = [Citation.decision()]
    }
    #expect(codes == ["evidence.dangling"])
  }

  /// "88/SGDĐT-THHM" is a letter of the first body; the second only drafted it.
  @Test func aLetterOfAnotherBodyMayEndLikeTheUnitsOwn() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      var citation = Citation.decision(symbol: "SGDĐT-THHM")
      citation.typeAbbreviation = nil
      citation.title = nil
      $0.facts.citations = [citation]
    }
    #expect(codes == [])
  }

  /// Bodies of one kind sign alike: who issued it, the text says.
  @Test(arguments: [
    ("Căn cứ Kế hoạch số 45/KH-UBND ngày 15/2/2023 của UBND huyện Nam Bình;", false),
    ("Căn cứ Kế hoạch số 45/KH-UBND ngày 15/2/2023 của Ủy ban nhân dân xã Hoa Mai;", true),
    ("Căn cứ Kế hoạch số 45/KH-UBND ngày 15/2/2023;", true),
    // A line of a PDF ends before the name.
    ("Căn cứ Kế hoạch số 45/KH-UBND ngày 15/2/2023 của\nUBND huyện Nam Bình;", false),
    ("Căn cứ Kế hoạch số 45/KH-UBND ngày 15/2/2023 c ủa\nUBND huyện Nam Bình;", false),
  ])
  func aDocumentOfTheBodyAboveIsNotTheUnits(text: String, isAsked: Bool) {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.issuingBody = "UBND XÃ HOA MAI"
      $0.facts.header.notation = Notation(written: "12/BC-UBND", number: 12, symbol: "BC-UBND")
      $0.facts.citations =
        Reading.facts("BÁO CÁO\nTự đánh giá năm 2023\n\n" + text).citations
    }
    for path in [DossierFixture.plan, DossierFixture.minutes] {
      dossier.edit(path) { $0.facts.header.issuingBody = "UBND XÃ HOA MAI" }
    }
    #expect(dossier.codes().contains("evidence.dangling") == isAsked)
  }

  /// The Party's cells write "12-QĐ/CB".
  @Test(arguments: [("12-QĐ/CB", true), ("12-QĐ/HU", false)])
  func aPartyCellsOwnDecision(written: String, isAsked: Bool) {
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.isOfParty = true
      $0.facts.header.notation = Notation(written: "15-BC/CB", number: 15, symbol: "BC/CB")
      $0.facts.citations =
        Reading.facts(
          "BÁO CÁO\nTự đánh giá năm 2023\n\nChi bộ lập tổ tự đánh giá theo Quyết định số \(written) ngày 02/12/2023."
        ).citations
    }
    #expect(dossier.codes().contains("evidence.dangling") == isAsked)
  }

  @Test func whatACodeOfEvidenceNamesIsAskedForByTheCode() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      var citation = Citation.decision()
      citation.isCoded = true
      $0.facts.citations = [citation]
    }
    #expect(!codes.contains("evidence.dangling"))
  }

  /// "38/QĐ", and what a narrow cell leaves of "38/QĐ-THHM".
  @Test(arguments: ["QĐ", "QĐ-T", "QĐ-THHM"])
  func aNotationMayBeTheBeginningOfAnother(symbol: String) {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      var citation = Citation.decision(symbol: symbol)
      citation.title = nil
      citation.date = nil
      $0.facts.citations = [citation]
    }
    dossier.add("5-minh-chung/1b/van-ban.docx") {
      $0.facts.header.notation = Notation(written: "38/QĐ-THHM", number: 38, symbol: "QĐ-THHM")
    }
    #expect(!dossier.codes().contains("evidence.dangling"))
  }

  /// A report that cites decision 38 of 12/9/2023, and the documents of that number in the dossier.
  private func variants(_ dates: [CalendarDate?]) -> [String?] {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations =
        Reading.facts(
          "BÁO CÁO\nTự đánh giá năm 2023\n\n"
            + "Trường có Quyết định số 38/QĐ-THHM ngày 12/9/2023 về khen thưởng."
        ).citations
    }
    for (place, date) in dates.enumerated() {
      dossier.bare("5-minh-chung/1b/van-ban-\(place).docx") {
        $0.describe("QUYẾT ĐỊNH", "QĐ", 38, nil, "Về khen thưởng")
        $0.facts.header.notation = Notation(written: "38/QĐ-THHM", number: 38, symbol: "QĐ-THHM")
        $0.facts.header.date = date.map { Stated($0, quote: "ngày") }
      }
    }
    return dossier.findings(.evidenceDangling).map(\.variant)
  }

  @Test func theDocumentOfThatNumberIsOfAnotherDay() throws {
    let day = try #require(CalendarDate(iso: "2023-09-12"))
    let other = try #require(CalendarDate(iso: "2023-09-21"))
    #expect(variants([other]) == ["other-date"])
    #expect(variants([day]) == [])
    #expect(variants([other, day]) == [])
    #expect(variants([nil]) == [])
    #expect(variants([]) == [nil])
  }

  @Test func actsAndLettersOfOthersAreNotAskedFor() {
    var law = Citation.decision(symbol: "TT-BGDĐT")
    law.isLegalAct = true
    let letter = Citation.decision(symbol: "UBND-GDĐT")
    let codes = DossierFixture.codes(DossierFixture.report) { $0.facts.citations = [law, letter] }
    #expect(codes == [])
  }

  @Test(arguments: [
    ("Công văn số 88/PGDĐT ngày 03/4/2023", 0), ("Nghị quyết số 29-NQ/TW ngày 04/11/2013", 0),
    ("Công văn số 88/THHM ngày 03/4/2023", 1), ("Kế hoạch số 88/KH-THHM ngày 03/4/2023", 1),
  ])
  func aSymbolOfTheBodyAloneTellsWhoseItIs(cited: String, count: Int) {
    let facts = Reading.facts("BÁO CÁO\nTự đánh giá năm 2023\n\nĐơn vị thực hiện \(cited).")
    let found = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = facts.citations
    }.findings(.evidenceDangling)
    #expect(facts.citations.count == 1)
    #expect(found.count == count)
  }

  @Test func decisionOfAnotherBodyBehindACriterionIsAskedFor() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.citations = [Citation.decision(criterion: "3b", symbol: "QĐ-UBND")]
    }
    #expect(codes == ["evidence.dangling"])
  }

  /// "Ảnh phòng máy tính" in an evidence column: words that may mean anything.
  @Test func whatIsCalledByNoTypeIsNotAskedFor() {
    let codes = DossierFixture.codes(DossierFixture.sheet) {
      var citation = Citation(
        typeAbbreviation: nil, notation: nil, date: nil, title: "Ảnh phòng máy tính",
        isLegalAct: false, criterion: "1c", quote: "Ảnh phòng máy tính")
      citation.basis = .named
      $0.facts.citations = [citation]
    }
    #expect(codes == [])
  }

  @Test func anUnreadPlanMayBeThePlanThatIsCited() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [
        Citation(
          typeAbbreviation: "KH",
          notation: Notation(written: "26/KH-THHM", number: 26, symbol: "KH-THHM"), date: nil,
          title: nil, isLegalAct: false, quote: "Kế hoạch số 26/KH-THHM")
      ]
    }
    #expect(dossier.codes() == ["evidence.dangling"])
    dossier.edit(DossierFixture.plan) {
      $0.hasText = false
      $0.facts = DocumentFacts()
    }
    #expect(!dossier.codes().contains("evidence.dangling"))
  }

  @Test func citationOfAnItemIsTheItems() {
    let plan = Citation(
      typeAbbreviation: "KH", notation: nil, date: nil,
      title: "triển khai và thực hiện việc học tập thường xuyên năm 2023", isLegalAct: false,
      quote: "Kế hoạch triển khai và thực hiện việc học tập thường xuyên năm 2023")
    #expect(DossierFixture.codes(DossierFixture.report) { $0.facts.citations = [plan] } == [])
  }

  /// Who sits on a council is no part of what the decision is called.
  @Test(arguments: [("Về việc thành lập Hội đồng tự đánh giá", 0), ("Về việc khen thưởng", 1)])
  func theCouncilsDecisionIsKnownByWhatItFounds(subject: String, count: Int) {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations =
        Reading.facts(
          "BÁO CÁO\nTự đánh giá năm 2023\n\nNhà trường thành lập Hội đồng tự đánh giá gồm 05 thành viên do đồng chí Nguyễn Thị Hoa - Hiệu trưởng làm Chủ tịch."
        ).citations
    }
    dossier.bare("5-minh-chung/1a/van-ban.docx") {
      $0.describe("QUYẾT ĐỊNH", "QĐ", 38, nil, subject)
    }
    #expect(dossier.findings(.evidenceDangling).count == count)
  }

  @Test func theReportIsNotTheDecisionItSpeaksOf() {
    let founding = Citation(
      typeAbbreviation: "QĐ", notation: nil, date: nil,
      title: "thành lập Hội đồng tự đánh giá xếp loại đơn vị học tập", isLegalAct: false,
      quote: "Nhà trường thành lập Hội đồng tự đánh giá xếp loại đơn vị học tập")
    let codes = DossierFixture.codes(DossierFixture.report) { $0.facts.citations = [founding] }
    #expect(codes == ["evidence.dangling"])
  }

  @Test(arguments: [true, false])
  func whereEvidenceIsFreeAndNoneIsHandedInNoneIsAskedFor(isRequired: Bool) throws {
    var profile = Reading.profile
    let place = try #require(profile.items.firstIndex { $0.kind == .evidence })
    profile.items[place].isRequired = isRequired
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = [Citation.decision()]
    }
    let evidence = dossier.files.filter { $0.path.hasPrefix("5-minh-chung/") }
    #expect(!evidence.isEmpty)
    #expect(dossier.codes(profile: profile).contains("evidence.dangling"))
    dossier.files.removeAll { $0.path.hasPrefix("5-minh-chung/") }
    #expect(dossier.codes(profile: profile).contains("evidence.dangling") == isRequired)
  }

  @Test func declaredPathWithoutAFile() {
    var dossier = DossierFixture.good()
    dossier.declaration.evidence = ["1a": ["5-minh-chung/khong-co/*.pdf"]]
    #expect(dossier.findings(.evidenceDangling).map(\.variant) == ["declared"])
    // What a packer wrote down stands in no dossier.yaml.
    dossier.declaration.isPacked = true
    #expect(dossier.findings(.evidenceDangling).isEmpty)
  }
}
