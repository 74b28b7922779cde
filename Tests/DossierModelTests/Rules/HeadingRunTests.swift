import DossierModel
import Testing

@Suite struct HeadingRunTests {
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
}
