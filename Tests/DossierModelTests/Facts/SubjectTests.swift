import DossierModel
import Testing

@Suite struct SubjectTests {
  @Test(arguments: [
    "(Kèm theo Báo cáo số 66/BC-MNHM ngày 25/01/2023)", "Ban hành kèm theo Quyết định số 5/QĐ-MNHM",
  ])
  func doesNotTakeWhatADocumentGoesWithForItsSubject(_ line: String) {
    let header = Reading.facts("TRƯỜNG MẦM NON HOA MAI\nBIỂU ĐIỂM TỰ ĐÁNH GIÁ\n\(line)\nNăm 2022")
      .header
    #expect(header.subject == "TỰ ĐÁNH GIÁ")
  }

  @Test(arguments: [
    (
      "BẢNG TỔNG HỢP\nPhiếu tự đánh giá Công dân học tập năm 2024\nTổng hợp như sau:",
      "- | BẢNG TỔNG HỢP Phiếu tự đánh giá Công dân học tập năm 2024"
    ),
    (
      "BẢNG THEO DÕI\nNgày công năm 2024\nKết quả như sau:\nHIỆU TRƯỞNG\nLê Văn Sơn",
      "- | BẢNG THEO DÕI Ngày công năm 2024"
    ),
    ("DỰ THẢO\nBÁO CÁO\nTổng kết năm học", "BÁO CÁO | Tổng kết năm học"),
  ])
  func takesTheCapitalsUnderTheDateForTheTitle(_ text: String, _ expected: String) {
    let head = "UBND HUYỆN NAM BÌNH\nTRƯỜNG MẦM NON HOA SEN\nPhú Lương, ngày 17 tháng 12 năm 2024\n"
    #expect(
      HeaderTests.header(head + text)
        == "UBND HUYỆN NAM BÌNH | TRƯỜNG MẦM NON HOA SEN | - | Phú Lương | 2024-12-17 | \(expected)"
    )
  }

  @Test(arguments: [
    (
      [
        ["BẢNG TỔNG HỢP"], ["Công dân học tập năm 2024"], ["(Đ: đạt; C: chưa đạt)"],
        ["TT", "Họ và tên"],
      ],
      "- | BẢNG TỔNG HỢP Công dân học tập năm 2024"
    ),
    (
      [["BIỂU ĐIỂM"], [""], ["Đơn vị học tập"], ["năm 2024"], [""], ["Tổ Văn phòng"]],
      "BIỂU ĐIỂM | Đơn vị học tập năm 2024"
    ),
    ([["BẢNG THEO DÕI"], [""], ["Tổ Văn phòng"]], "- | BẢNG THEO DÕI"),
  ])
  func readsTheSubjectInTheRowsUnderTheTitleOfASheet(_ rows: [[String]], _ expected: String) {
    let head = [
      ["UBND HUYỆN NAM BÌNH", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["TRƯỜNG MẦM NON HOA SEN", "", "Độc lập - Tự do - Hạnh phúc"],
      ["", "", "Phú Lương, ngày 17 tháng 12 năm 2024"], [""],
    ]
    let facts = Reading.reader.facts(from: [Reading.table(head + rows)], title: nil)
    #expect(
      HeaderTests.shown(facts.header)
        == "UBND HUYỆN NAM BÌNH | TRƯỜNG MẦM NON HOA SEN | - | Phú Lương | 2024-12-17 | \(expected)"
    )
  }

  @Test(arguments: [
    (
      "QUYẾT ĐỊNH\nVề việc thành lập Ban chỉ đạo\nHIỆU TRƯỞNG TRƯỜNG TIỂU HỌC HÒA BÌNH\nCăn cứ Luật Giáo dục;",
      "Về việc thành lập Ban chỉ đạo"
    ),
    (
      "QUYẾT ĐỊNH\nVỀ VIỆC THÀNH LẬP BAN CHỈ ĐẠO\nTRƯỜNG TIỂU HỌC AN SƠN\nHIỆU TRƯỞNG\nTRƯỜNG TIỂU HỌC AN SƠN\nCăn cứ Luật Giáo dục;",
      "VỀ VIỆC THÀNH LẬP BAN CHỈ ĐẠO TRƯỜNG TIỂU HỌC AN SƠN"
    ),
    (
      "QUYẾT ĐỊNH\nVề việc công nhận\nPhó hiệu trưởng Trường Tiểu học An Sơn\nChủ tịch Ủy ban nhân dân huyện Nam Sách\nCăn cứ Luật Giáo dục;",
      "Về việc công nhận Phó hiệu trưởng Trường Tiểu học An Sơn"
    ),
    (
      "NGHỊ QUYẾT\nĐẠI HỘI\nCHI BỘ TRƯỜNG TIỂU HỌC AN SƠN NHIỆM KỲ 2022 - 2025\nBAN CHẤP HÀNH CHI BỘ\nCăn cứ Điều lệ Đảng;",
      "ĐẠI HỘI CHI BỘ TRƯỜNG TIỂU HỌC AN SƠN NHIỆM KỲ 2022 - 2025"
    ),
    (
      "BIÊN BẢN\nHọp tự đánh giá của\nHội đồng Trường Tiểu học An Sơn\nHôm nay, hồi 8 giờ",
      "Họp tự đánh giá của Hội đồng Trường Tiểu học An Sơn"
    ),
    (
      "THÔNG BÁO\nKẾT QUẢ ĐÁNH GIÁ\nKÍNH GỬI: CÁC TỔ CHUYÊN MÔN", "KẾT QUẢ ĐÁNH GIÁ"
    ),
  ])
  func endsTheSubjectBeforeTheLineThatSaysWhoDecides(_ text: String, _ subject: String) {
    #expect(Reading.facts(text).header.subject == subject)
  }

  @Test(arguments: [
    ("Chủ trì: Bà Trần Thị Mai", "Họp tự đánh giá"),
    ("Đơn vị học tập năm 2023", "Họp tự đánh giá Đơn vị học tập năm 2023"),
    ("NĂM HỌC: 2022-2023", "Họp tự đánh giá NĂM HỌC: 2022-2023"),
  ])
  func aFieldBelowTheSubjectIsText(line: String, subject: String) {
    let header = Reading.facts("BIÊN BẢN\nHọp tự đánh giá\n\(line)\n\nNội dung họp.").header
    #expect(header.subject == subject)
  }
}
