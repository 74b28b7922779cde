import DossierModel
import Testing

/// A local rule that numbers its groups by letters, or has the word for criteria in its codes.
@Suite struct LetterCodeTests {
  private static let profile: Profile = {
    func criterion(_ code: String, _ title: String, _ points: Int) -> Criterion {
      Criterion(
        code: code, title: LocalizedText(vietnamese: title, english: title),
        maximum: Points(hundredths: points * 100))
    }
    var profile = Reading.profile
    var first = criterion("A", "Chuyển đổi số trong dạy, học", 40)
    first.children = [
      criterion("A1", "Kho học liệu dùng chung", 10),
      criterion("A2", "Kỹ năng số của giáo viên", 30),
    ]
    var second = criterion("B", "Chuyển đổi số trong quản trị", 80)
    second.children = [
      criterion("B1", "Tổ công nghệ số", 30), criterion("B2", "Dịch vụ trực tuyến", 50),
    ]
    profile.criteria = [first, second]
    return profile
  }()

  private static func points(_ text: String) -> [String] {
    FactReader(lexicon: Reading.lexicon, profile: profile).facts(
      from: Reading.paragraphs("BÁO CÁO\nTự đánh giá năm 2023\n\n" + text), title: nil
    ).points.compactMap { statement in
      guard case .criterion(let code) = statement.subject else { return nil }
      return "\(code)=\(statement.points.hundredths / 100)"
    }
  }

  @Test(arguments: [
    "Nhóm A. Chuyển đổi số trong dạy, học: đạt 35/40 điểm.\nTiêu chí A1. Kho học liệu dùng chung: 8 điểm\n"
      + "Tiêu chí A2. Kỹ năng số của giáo viên: 27 điểm\nNhóm B. Chuyển đổi số trong quản trị: đạt 70/80 điểm.\n"
      + "Tiêu chí B1. Tổ công nghệ số: 25 điểm\nTiêu chí B2. Dịch vụ trực tuyến: 45 điểm",
    "A. Chuyển đổi số trong dạy, học: đạt 35/40 điểm.\nA1. Kho học liệu dùng chung: 8 điểm\nA2. Kỹ năng số của giáo viên: 27 điểm\n"
      + "B. Chuyển đổi số trong quản trị: đạt 70/80 điểm.\nB1. Tổ công nghệ số: 25 điểm\n"
      + "B2. Dịch vụ trực tuyến: 45 điểm",
  ])
  func aLetterIsItsGroup(_ text: String) {
    #expect(Self.points(text) == ["A=35", "A1=8", "A2=27", "B=70", "B1=25", "B2=45"])
  }

  private static func unknown(_ text: String) -> [String] {
    FactReader(lexicon: Reading.lexicon, profile: profile).facts(
      from: Reading.paragraphs("BÁO CÁO\nTự đánh giá năm 2023\n\n" + text), title: nil
    ).points.compactMap { statement in
      guard case .unknown(let written) = statement.subject else { return nil }
      return written
    }
  }

  @Test(arguments: [
    ("Tiêu chí C9: đạt 5/10 điểm.", ["C9"]), ("Tiêu chí A7: đạt 5/10 điểm.", ["A7"]),
    ("Tiêu chí B2: đạt 45/50 điểm.", []), ("Lớp C9: đạt 5/10 điểm.", []),
    ("Bậc C1: 3 người, đạt 5/10 điểm.", []),
  ])
  func aCodeThatTheRubricHasNotIsUnknown(_ text: String, _ expected: [String]) {
    #expect(Self.unknown(text) == expected)
  }

  @Test func aLetterOfAListIsNoGroup() {
    let points = Self.points(
      "Tiêu chí B1. Tổ công nghệ số: 25 điểm\na) Có quyết định thành lập: 5 điểm")
    #expect(points.first == "B1=25")
    #expect(!points.contains { $0.hasPrefix("A") })
  }

  @Test(arguments: [
    "4-minh-chung/TC 1.2 - Ảnh.jpg", "4-minh-chung/Tiêu chí 1.2/a.jpg", "4-minh-chung/TC1.2/a.jpg",
  ])
  func aCodeMayBeginWithTheWordForCriteria(path: String) {
    var profile = Reading.profile
    func criterion(_ code: String) -> Criterion {
      Criterion(code: code, title: LocalizedText(vietnamese: "Nội dung", english: "Content"))
    }
    var group = criterion("TC1")
    group.children = [criterion("TC1.1"), criterion("TC1.2")]
    profile.criteria = [group]
    var dossier = DossierFixture()
    dossier.add(path)
    #expect(dossier.index(profile: profile).placement(path)?.criteria == ["TC1.2"])
  }
}
