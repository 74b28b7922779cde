import DossierCatalog
import DossierModel
import Testing

/// Levels of a regime that gives no points.
@Suite struct LevelTests {
  static let profile: Profile = {
    do {
      guard let profile = try ProfileCatalog.builtIn("tt24-2023") else { fatalError("no profile") }
      return profile
    } catch { fatalError("\(error)") }
  }()
  private static let reader = FactReader(lexicon: Reading.lexicon, profile: profile)

  static func facts(_ text: String) -> DocumentFacts {
    let head = "BÁO CÁO\nTự đánh giá đơn vị học tập năm 2024\n\nMở đầu văn bản.\n"
    return reader.facts(from: Reading.paragraphs(head + text), title: nil)
  }

  @Test(arguments: [
    ("Trường tự đánh giá đạt đơn vị học tập mức 2 năm 2024.", "muc-2"),
    ("Đối chiếu với các tiêu chí, chỉ tiêu, nhà trường đạt Đơn vị học tập Mức 1.", "muc-1"),
    ("Kết quả chung: Mức 2", "muc-2"), ("Xếp loại chung: Không đạt", "khong-dat"),
    ("Đề nghị công nhận danh hiệu “Đơn vị học tập” mức 1 năm 2024.", "muc-1"),
    ("Đủ điều kiện đề nghị công nhận ĐVHT năm 2024 ở mức độ 2.", "muc-2"),
  ])
  func readsTheLevelOfTheUnit(_ text: String, _ expected: String) {
    #expect(Self.facts(text).ratings.map(\.value) == [expected])
  }

  @Test(arguments: [
    "Chỉ tiêu 1.1: đạt mức 1", "Tiêu chí 2 đạt mức 2.",
    "Phấn đấu đạt đơn vị học tập mức 2 trong năm 2025.",
    "Đơn vị đã được công nhận đơn vị học tập mức 1.",
    "Năm 2023 đơn vị đạt đơn vị học tập mức 1.", "Được tặng đơn vị học tập mức 1 năm 2023.",
    "Các tiêu chí đơn vị học tập mức 1 và mức 2.", "Đơn vị học tập mức 1, mức 2",
    "Đơn vị học tập mức 1: từ 90% thành viên trở lên",
    "Duy trì danh hiệu đơn vị học tập mức 1.", "Xây dựng đơn vị học tập mức 2.",
  ])
  func takesNoOtherLevelForTheUnits(_ text: String) {
    #expect(Self.facts(text).ratings.isEmpty)
  }
}
