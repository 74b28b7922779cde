import DossierModel
import Testing

/// Heads that a narrow column broke, and what is stamped beside them.
@Suite struct BrokenHeadTests {
  private static let expected =
    "PHÒNG GDĐT NAM BÌNH | TRƯỜNG THCS HOA SEN | 3/BC-THCSHS | Phú Lương | 2023-01-20 | BÁO CÁO | "
    + "Tự đánh giá đơn vị học tập năm 2022"

  @Test(arguments: [
    // Column by column, as the words of a page come.
    """
    PHÒNG GDĐT NAM BÌNH
    TRƯỜNG THCS HOA SEN
    Số: 03/BC-THCSHS
    CỘNG HÒA XÃ HỘI CHỦ
    NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh
    phúc
    Phú Lương, ngày 20 tháng 01 năm
    2023
    """,
    // Line by line.
    """
    PHÒNG GDĐT NAM BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA
    TRƯỜNG THCS HOA SEN VIỆT NAM
    Số: 03/BC-THCSHS Độc lập - Tự do - Hạnh phúc
    Phú Lương, ngày 20 tháng 01
    năm 2023
    """,
    // Two columns whose lines stand on different heights.
    """
    PHÒNG GDĐT NAM BÌNH TRƯỜNG THCS CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
    HOA SEN
    NAM Độc lập - Tự do - Hạnh phúc
    Số: 03/BC-THCSHS
    Phú Lương, ngày 20 tháng 01 năm 2023
    """,
    """
    PHÒNG GDĐT NAM BÌNH
    TRƯỜNG THCS HOA SEN
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Số: 03/BC-THCSHS
    Phú Lương, ngày
    20 tháng 01 năm 2023
    """,
  ])
  func readsAHeadThatANarrowColumnBroke(_ head: String) {
    #expect(
      HeaderTests.header(head + "\nBÁO CÁO\nTự đánh giá đơn vị học tập năm 2022\nKính gửi: A.")
        == Self.expected)
  }

  @Test(arguments: [
    ("TRƯỜNG TIỂU HỌC KIM\nĐỒNG\nSố: 04/BC-THKĐ", "TRƯỜNG TIỂU HỌC KIM ĐỒNG"),
    ("TRƯỜNG TIỂU HỌC KIM ĐỒNG\nSố: 04/BC-THKĐ\nMẪU", "TRƯỜNG TIỂU HỌC KIM ĐỒNG"),
  ])
  func takesAWordAloneForTheEndOfABrokenName(_ head: String, _ name: String) {
    let header = Reading.facts(
      "PHÒNG GDĐT NAM BÌNH\n\(head)\nPhú Lương, ngày 20 tháng 01 năm 2023\nBÁO CÁO\nTổng kết"
    ).header
    #expect(header.issuingBody == name)
    #expect(header.superiorBody == "PHÒNG GDĐT NAM BÌNH")
  }

  private static let boxes = [
    "PHÒNG GDĐT NAM BÌNH", "TRƯỜNG THCS HOA SEN", "Số: 03/BC-THCSHS",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phú Lương, ngày 20 tháng 01 năm 2023",
  ].map { TextBlock.paragraph(Paragraph($0, region: .textBox)) }
  private static let text = Reading.paragraphs(
    "BÁO CÁO\nTự đánh giá đơn vị học tập năm 2022\nKính gửi: A.\nTổng điểm: 90 điểm.")

  @Test func readsAHeadInBoxesWhoseTextComesLast() {
    let header = Reading.reader.facts(from: Self.text + Self.boxes, title: nil).header
    #expect(HeaderTests.shown(header) == Self.expected)
  }

  @Test func leavesTheBoxesOfAnotherHeadWhereTheyAre() {
    let head = Reading.paragraphs(
      "TRƯỜNG THCS LÊ LỢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 04/BC-THCSLL")
    let header = Reading.reader.facts(from: head + Self.text + Self.boxes, title: nil).header
    #expect(header.issuingBody == "TRƯỜNG THCS LÊ LỢI")
    #expect(header.notation?.number == 4)
  }

  @Test func leavesADateOpenWhoseYearNoLineBelowHolds() {
    #expect(
      HeaderTests.header(
        "TRƯỜNG THCS HOA SEN\nSố:   /KH-THCSHS\nPhú Lương, ngày   tháng   năm\n2023 - 2024\nKẾ HOẠCH\nNăm học"
      )
        == "- | TRƯỜNG THCS HOA SEN | ?/KH-THCSHS | Phú Lương | (Phú Lương, ngày tháng năm) | KẾ HOẠCH | Năm học"
    )
  }

  @Test(arguments: [
    "CÔNG VĂN ĐẾN", "CÔNG VĂN\nĐẾN", "DỰ THẢO LẦN 2", "Dự thảo lần thứ hai", "Bản lưu", "HỎA TỐC",
    "SAO Y BẢN CHÍNH",
  ])
  func passesOverAStampBesideTheHead(_ stamp: String) {
    let head = "PHÒNG GDĐT NAM BÌNH\nTRƯỜNG THCS HOA SEN\n"
    let rest = "BÁO CÁO\nTự đánh giá đơn vị học tập năm 2022\nKính gửi: A."
    let begun = "Số: 03/BC-THCSHS\nPhú Lương, ngày 20 tháng 01 năm 2023\n"
    #expect(HeaderTests.header(head + begun + stamp + "\n" + rest) == Self.expected)
    #expect(HeaderTests.header(head + stamp + "\n" + begun + rest) == Self.expected)
    let split = begun + "BÁO CÁO\n\(stamp)\nTự đánh giá đơn vị học tập năm 2022\nKính gửi: A."
    #expect(HeaderTests.header(head + split) == Self.expected)
  }

  @Test(arguments: [
    ("CÔNG VĂN", "CÔNG VĂN | Đề nghị công nhận"),
    ("CÔNG VĂN ĐỀ NGHỊ", "CÔNG VĂN | ĐỀ NGHỊ Đề nghị công nhận"),
    ("DỰ THẢO KẾ HOẠCH", "- | DỰ THẢO KẾ HOẠCH Đề nghị công nhận"),
  ])
  func takesATitleForNoStamp(_ title: String, _ expected: String) {
    let text =
      "TRƯỜNG THCS HOA SEN\nPhú Lương, ngày 20 tháng 01 năm 2023\n\(title)\nĐề nghị công nhận"
    #expect(
      HeaderTests.header(text)
        == "- | TRƯỜNG THCS HOA SEN | - | Phú Lương | 2023-01-20 | \(expected)")
  }

  @Test(arguments: [
    (
      "Nơi nhận:\tHIỆU TRƯỞNG\n- Phòng GDĐT (b/c);\n- Các tổ;\t(Ký tên, đóng dấu)\n- Lưu: VT.\n\tLê Văn Sơn",
      "HIỆU TRƯỞNG"
    ),
    ("THƯ KÝ\tCHỦ TRÌ\n\nTrần Thị Hà\tLê Văn Sơn", "THƯ KÝ"),
    ("HIỆU TRƯỞNG\n- Phòng GDĐT;\n- Lưu: VT.\n(Ký tên, đóng dấu)\nLê Văn Sơn", "HIỆU TRƯỞNG"),
    ("THƯ KÝ\n\nCHỦ TRÌ\n\nTrần Thị Hà\nLê Văn Sơn", "THƯ KÝ"),
    ("TM. HỘI ĐỒNG\nCHỦ TỊCH\n\nLê Văn Sơn", "CHỦ TỊCH"),
  ])
  func readsWhoSignedInColumnsSetByTabs(_ end: String, _ position: String) {
    let signer = Reading.facts(
      "TRƯỜNG THCS HOA SEN\nBÁO CÁO\nTổng kết\n\nKính gửi: Phòng GDĐT.\n\(end)"
    ).header
      .signer
    #expect(signer?.position == position)
    #expect(signer?.name == (position == "THƯ KÝ" ? "Trần Thị Hà" : "Lê Văn Sơn"))
  }

  private static let cover =
    "PHÒNG GDĐT NAM BÌNH\nTRƯỜNG THCS HOA SEN\n\nBÁO CÁO TỰ ĐÁNH GIÁ\nNAM BÌNH - NĂM 2022\n"

  @Test(arguments: [
    "PHÒNG GDĐT NAM BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG THCS HOA SEN\t"
      + "Độc lập - Tự do - Hạnh phúc\nSố: 03/BC-THCSHS\tPhú Lương, ngày 20 tháng 01 năm 2023",
    "PHÒNG GDĐT NAM BÌNH\nTRƯỜNG THCS HOA SEN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      + "Độc lập - Tự do - Hạnh phúc\nSố: 03/BC-THCSHS\nPhú Lương, ngày 20 tháng 01 năm 2023",
    "DANH SÁCH THÀNH VIÊN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
      + "Số: 03/BC-THCSHS\nPhú Lương, ngày 20 tháng 01 năm 2023",
  ])
  func readsTheHeadBehindACover(_ head: String) {
    #expect(
      HeaderTests.header(
        Self.cover + head + "\nBÁO CÁO\nTự đánh giá đơn vị học tập năm 2022\nKính gửi: A.")
        == Self.expected)
  }

  /// The Party's name in the title of a part heads no document: the cover is all the head there is.
  @Test(arguments: [
    "Tiêu chí 1.3: Tổ chức Đảng Cộng sản Việt Nam và các đoàn thể",
    "Chi bộ Đảng Cộng sản Việt Nam trong nhà trường",
  ])
  func aPartAboutThePartyIsNoHead(_ part: String) {
    let table = Reading.table([
      ["NỘI DUNG", "Trang"], ["Danh sách và chữ ký", "1"], [part, "17"],
    ])
    let header = Reading.reader.facts(
      from: Reading.paragraphs(Self.cover + "BẢNG CÁC PHẦN") + [table]
        + Reading.paragraphs("Nhà trường đạt yêu cầu.\nPhú Lương, ngày 20 tháng 01 năm 2023"),
      title: nil
    ).header
    #expect(header.typeAbbreviation == "BC")
    #expect(header.issuingBody == "TRƯỜNG THCS HOA SEN")
  }

  /// A title without a head, and another document's head further down.
  @Test func aTitleWithTextBelowItIsNoCover() {
    let header = Reading.facts(
      Self.cover + "Trong năm qua, nhà trường đã thực hiện tốt nhiệm vụ.\n"
        + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 09/QĐ-THCSHS\n"
        + "Phú Lương, ngày 20 tháng 01 năm 2023\nQUYẾT ĐỊNH\nThành lập Hội đồng"
    ).header
    #expect(header.typeAbbreviation == "BC")
  }
}
