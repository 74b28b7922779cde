import DossierModel
import Testing

@Suite struct TextRuleTests {
  private func codes(_ change: (inout DocumentFacts) -> Void) -> [String] {
    DossierFixture.codes(DossierFixture.report) { change(&$0.facts) }
  }

  private static func claim(
    _ count: Int, _ subject: String = "giay-khen", _ qualifiers: [String] = ["huyen"]
  ) -> CountClaim {
    CountClaim(subject: subject, qualifiers: qualifiers, count: count, quote: "\(count) \(subject)")
  }

  @Test func contradiction() {
    #expect(codes { $0.counts = [Self.claim(6), Self.claim(3)] } == ["text.contradiction"])
    #expect(codes { $0.counts = [Self.claim(3), Self.claim(3)] } == [])
    #expect(codes { $0.counts = [Self.claim(6), Self.claim(3, "sang-kien")] } == [])
    #expect(codes { $0.counts = [Self.claim(6), Self.claim(3, "giay-khen", ["tinh"])] } == [])
  }

  @Test func aTotalWithItsPartsIsNoContradiction() {
    #expect(codes { $0.counts = [Self.claim(6), Self.claim(4), Self.claim(2)] } == [])
  }

  @Test func contradictionAcrossDocumentsQuotesBoth() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) { $0.facts.counts = [Self.claim(6)] }
    dossier.edit(DossierFixture.minutes) { $0.facts.counts = [Self.claim(3)] }
    let found = dossier.findings(.textContradiction)
    #expect(found.map(\.variant) == ["across"])
    #expect(found.first?.quotes.map(\.path) == [DossierFixture.report, DossierFixture.minutes])
  }

  private static func headings(_ labels: String) -> [NumberedHeading] {
    let romans = ["I": 1, "II": 2, "III": 3, "IV": 4, "V": 5]
    return labels.split(separator: " ").map(String.init).map { label in
      let bare = label.filter { $0.isLetter || $0.isNumber }
      if let value = romans[bare] {
        return NumberedHeading(style: .roman, value: value, label: label, text: "Mục")
      }
      if let value = Int(bare) {
        return NumberedHeading(style: .arabic, value: value, label: label, text: "Mục")
      }
      let letters = Array("abcdefghijklmnopqrstuvwxyz")
      let value = letters.firstIndex(of: bare.first ?? "a").map { $0 + 1 } ?? 0
      return NumberedHeading(style: .letter, value: value, label: label, text: "Mục")
    }
  }

  @Test(arguments: [
    ("I. III. IV.", 1), ("I. II. III.", 0), ("II. III.", 1), ("I. 1. 2. II. 1. 3.", 1),
    ("I. 1. 2. 3. 1. 2. III. 1.", 1), ("1. 2. 3. (1) (2) 4.", 0), ("1. a. b. c. 2. a. c.", 1),
    ("a) b) c) d) đ) e) g) h) i) k)", 0), ("a) b) c) d) e) f) g)", 0), ("a. c.", 1),
    ("1. 2. 2023.", 0), ("I. 1. a. b. 2. a. b. II. 1.", 0), ("3. 4.", 0), ("I. 1. 2. V. VI.", 0),
  ])
  func headingGaps(labels: String, count: Int) {
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.headings = Self.headings(labels)
    }
    #expect(dossier.findings(.textHeadingGap).count == count)
  }

  private static func annex(_ label: String?, isHeading: Bool = false) -> AnnexMention {
    AnnexMention(label: label, isHeading: isHeading, quote: "phụ lục \(label ?? "") kèm theo")
  }

  @Test func danglingAnnex() {
    #expect(codes { $0.annexes = [Self.annex(nil)] } == ["text.appendix-dangling"])
    #expect(codes { $0.annexes = [Self.annex("2")] } == ["text.appendix-dangling"])
    #expect(codes { $0.annexes = [Self.annex(nil), Self.annex(nil, isHeading: true)] } == [])
    #expect(codes { $0.annexes = [Self.annex("2"), Self.annex("II", isHeading: true)] } == [])
    #expect(
      codes { $0.annexes = [Self.annex("2"), Self.annex("1", isHeading: true)] }
        == ["text.appendix-dangling"])
  }

  @Test func annexInAFileOfItsOwn() {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.annexes = [Self.annex("1")]
    }
    dossier.bare("2-bao-cao/Phu luc 01.docx")
    #expect(dossier.findings(.textAppendixDangling).isEmpty)
  }

  @Test func percentagesAreCountedOnce() {
    let bare = PercentClaim(hundredths: 10_000, hasCount: false, quote: "100%")
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.percentages = [bare, bare]
    }
    #expect(dossier.findings(.textPercentWithoutCount).map { $0.arguments["count"] } == [.count(2)])
    let counted = PercentClaim(hundredths: 10_000, hasCount: true, quote: "100% (32/32)")
    #expect(codes { $0.percentages = [counted] } == [])
  }

  @Test func unnormalizedText() {
    #expect(
      codes {
        $0.encoding.decomposedMarks = 41
        $0.encoding.precomposedMarks = 900
      } == ["text.unnormalized"])
    #expect(
      codes {
        $0.encoding.precomposedMarks = 900
        $0.encoding.noBreakSpaces = 30
      } == [])
  }
}
