import DossierModel
import Testing

/// Numbers that stand side by side and do not fit.
@Suite struct FigureFaultTests {
  private static func faults(_ text: String) -> [String] {
    Reading.facts("BÁO CÁO\nTự đánh giá năm 2023\n\nMở đầu văn bản.\n" + text).figureFaults.map {
      "\($0.kind.rawValue) \($0.stated.formatted()) \($0.computed.formatted())"
    }
  }

  @Test(arguments: [
    ("c) 43/45 (100%) thành viên hoàn thành chương trình bồi dưỡng.", "share 100 95.56"),
    ("Có 43/45 cán bộ, giáo viên, nhân viên, đạt tỷ lệ 98%.", "share 98 95.56"),
    ("100% (43/45 người) đăng ký học tập.", "share 100 95.56"),
    (
      "Tổng số cán bộ, giáo viên, nhân viên: 43 người, trong đó cán bộ quản lý: 03, giáo viên: 37, nhân viên: 05.",
      "parts 43 45"
    ),
    ("Trường có 43 cán bộ, giáo viên, nhân viên (CBQL 3, GV 36, NV 5).", "parts 43 44"),
    ("- Cán bộ, giáo viên, nhân viên: có mặt 40/43, vắng 1 (có lý do).", "parts 43 41"),
    ("Trường có 30 viên chức, trong đó 12 nam và 20 nữ.", "parts 30 32"),
    ("1. Năm 2023 đơn vị có 30 người (nam 12, nữ: 16).", "parts 30 28"),
  ])
  func numbersThatDoNotFit(text: String, expected: String) {
    #expect(Self.faults(text) == [expected])
  }

  @Test(arguments: [
    "c) 43/45 (95,6%) thành viên hoàn thành chương trình bồi dưỡng.",
    "c) 43/45 người, đạt 96%.", "32/32 thành viên (đạt 100%) chấp hành nội quy.",
    "Đạt 43/45 người; 100% giáo viên đăng ký học tập.", "Đạt 28/30 điểm, 100% thành viên tham gia.",
    "Ngày 12/10/2023, 100% thành viên tham gia.",
    "Có 43/45 người dự, tăng 10% so với năm trước.",
    "Tổng số cán bộ, giáo viên, nhân viên: 43 người, trong đó cán bộ quản lý: 03, giáo viên: 35, nhân viên: 05.",
    "Tổng số cán bộ, giáo viên, nhân viên: 43 người, trong đó đảng viên 20, nữ 30, giáo viên 35.",
    "Trường có 43 cán bộ, giáo viên, nhân viên (CBQL 3, GV 34, NV 5, TPT Đội 1).",
    "Trường có 43 cán bộ, giáo viên, nhân viên (giáo viên 35).",
    "- Cán bộ, giáo viên, nhân viên: có mặt 42/43, vắng 1 (có lý do).",
    "Trường có 30 viên chức, trong đó 12 nam và 18 nữ.", "Trường có 30 viên chức, trong đó 20 nữ.",
    "Trường có 24 giáo viên, 5 nhân viên, trong đó 20 nữ, 9 nam.",
    "Cử 20 người dự thi, trong đó 3 nam, 5 nữ đạt giải.",
    "Có 30 viên chức, 12 nữ, 3 nam mới tuyển.",
    "Có mặt 42/43, vắng: đồng chí Lan.", "Có mặt: 40/43, vắng 2 có phép, 1 không phép.",
    // Days, months, weeks, classes, numbers of documents, and percentages of something else.
    "Tháng 9/2023, đạt tỷ lệ 98% giáo viên tham gia.", "Ngày 5/9, 100% học sinh dự lễ khai giảng.",
    "Đến tháng 10/2023 là 85% cán bộ đã học.", "Tuần 3/4, tỷ lệ 80% hoàn thành.",
    "Quý 1/2023: 45% đạt.", "Lớp 4/5 đạt 95% học sinh khá.", "Học kỳ 1/2 (95%).",
    "Tháng 9/2023 giáo viên đạt 98%.", "43/45 giáo viên đạt 100% chỉ tiêu.",
    "Kế hoạch số 12/30 đạt 80%.", "Nhóm 2: 28/30 (100% minh chứng đầy đủ).",
    "Nhóm 2 đạt 28/30, 100% minh chứng đầy đủ.", "Có 43/45 người dự; 43/45 người, 100% giáo viên.",
  ])
  func numbersThatMayStandSoSayNothing(text: String) {
    #expect(Self.faults(text) == [])
  }

  @Test func aFaultOfFiguresIsAContradiction() {
    let fault = Reading.facts("BÁO CÁO\nTự đánh giá năm 2023\n\n43/45 (100%) người đạt.")
      .figureFaults
    let found = DossierFixture.dossier(DossierFixture.report) { $0.facts.figureFaults = fault }
      .findings(.textContradiction)
    #expect(found.map(\.variant) == ["share"])
  }
}
