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

  /// "II - TÌNH HÌNH", "B - KẾT QUẢ"; "5 - 10" is no heading.
  @Test(arguments: [
    ("I - TÌNH HÌNH\nII - KẾT QUẢ\nIV - PHƯƠNG HƯỚNG", 1),
    ("I - Tình hình\nII - Kết quả\nIII - Phương hướng", 0),
    ("A - TÌNH HÌNH\nB - KẾT QUẢ\nD - PHƯƠNG HƯỚNG", 1), ("1 - 3 Chỉ tiêu\n5 - 7 Chỉ tiêu", 0),
    ("I - II Quý\nIV - V Quý", 0),
  ])
  func aDashSetsOffRomanNumbersAndCapitals(text: String, count: Int) {
    #expect(Self.gaps(text).filter { $0 == "text.heading-gap" }.count == count)
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

  private static func gaps(_ text: String) -> [String] {
    let facts = Reading.facts(
      "BÁO CÁO\nTự đánh giá năm 2023\n\nCăn cứ Thông tư 22/2020/TT-BGDĐT;\n" + text)
    return DossierFixture.dossier(DossierFixture.report) { $0.facts.headings = facts.headings }
      .codes()
  }

  @Test(arguments: [
    "3. KẾT QUẢ\n4. ĐÁNH GIÁ CHUNG\n1. Ưu điểm\n2. Hạn chế\n5. PHƯƠNG HƯỚNG",
    "Phần I\nTÌNH HÌNH\nI. ĐỘI NGŨ\nII. CƠ SỞ\nPhần II\nKẾT QUẢ\nPhần III\nKẾT LUẬN",
    "2. Công tác\n2.1. Chỉ đạo\n2.2. Kiểm tra\n3. Kết quả\n3.1. Chung\n3.2. Riêng",
    "2.2. Chỉ đạo\n2.4. Kiểm tra", "Tiêu chí 3.1: Sân\nTiêu chí 3.2: Lớp\nTiêu chí 3.5: Máy",
    "Phần thứ nhất: TÌNH HÌNH\nPhần thứ hai: KẾT QUẢ\nPhần thứ ba: KẾT LUẬN",
    "Phần thứ nhất\nTÌNH HÌNH\n1. Đội ngũ\n2. Cơ sở\nPhần thứ hai\nKẾT QUẢ\n1. Điểm",
  ])
  func aListWithinAnotherOfTheSameNumbersIsNoGap(text: String) { #expect(Self.gaps(text) == []) }

  @Test(arguments: [
    "3. KẾT QUẢ\n4. ĐÁNH GIÁ CHUNG\n1. Ưu điểm\n2. Hạn chế\n6. PHƯƠNG HƯỚNG",
    "3. KẾT QUẢ\n4. ĐÁNH GIÁ CHUNG\n1. Ưu điểm\n3. Hạn chế",
    "Phần thứ nhất: TÌNH HÌNH\nPhần thứ hai: KẾT QUẢ\nPhần thứ tư: KẾT LUẬN",
    "Phần I\nTÌNH HÌNH\nI. ĐỘI NGŨ\nII. CƠ SỞ\nPhần II\nKẾT QUẢ\nPhần IV\nKẾT LUẬN",
    "2. Công tác\n2.1. Chỉ đạo\n2.3. Kiểm tra\n3. Kết quả\n3.1. Chung\n3.2. Riêng",
    "PHẦN THỨ NHẤT\nTÌNH HÌNH\nCó ba tổ.\nPHẦN THỨ BA\nKẾT QUẢ\nĐạt tốt.",
  ])
  func aNumberLeftOutAtEitherLevelIsFound(text: String) {
    #expect(Self.gaps(text) == ["text.heading-gap"])
  }
}
