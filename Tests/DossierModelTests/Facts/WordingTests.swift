import DossierModel
import Testing

/// Wordings of reports beyond the usual ones.
@Suite struct WordingTests {
  @Test(arguments: [
    ("Tổng điểm tự đánh giá của đơn vị: 95 điểm. Xếp loại: Tốt", "total=95"),
    ("Kết quả: Tổng số điểm đạt được 95/100 điểm, đề nghị xếp loại Tốt", "total=95/100"),
    ("- Tổng số điểm đơn vị tự chấm là: 95 điểm/100 điểm", "total=95/100"),
    ("Tự đánh giá: 95 điểm", "total=95"),
    ("Nhà trường tự chấm: 95/100 điểm", "total=95/100"),
    ("Đối chiếu với các tiêu chí, Trường tự đánh giá đạt: 95 điểm; xếp loại: Tốt", "total=95"),
    ("Tổng điểm 95 điểm", "total=95"),
    ("* Tổng điểm: 95đ", "total=95"),
    ("Điểm tổng cộng: 95,0 điểm", "total=95"),
    ("TỔNG CỘNG: 95 ĐIỂM", "total=95"),
    ("Tổng điểm đạt: 95 (Chín mươi lăm điểm)", "total=95"),
    ("Tổng số điểm: 95/100. Xếp loại: Tốt", "total=95/100"),
    ("Kết quả tự đánh giá xếp loại đơn vị học tập năm 2023: 95 điểm, xếp loại Tốt", "total=95"),
    ("Tổng điểm của 03 tiêu chí là 95/100 điểm", "total=95/100"),
    ("Qua rà soát, đơn vị đạt tổng số 95 điểm, xếp loại tốt.", "total=95"),
    ("Căn cứ kết quả trên, đơn vị tự xếp loại Tốt với tổng điểm 95/100.", "total=95/100"),
    ("Với số điểm 95/100, nhà trường tự xếp loại Tốt", "total=95/100"),
    ("Tổng điểm cả 3 nhóm tiêu chí: 30 + 30 + 35 = 95 điểm", "total=95"),
    ("Nhóm tiêu chí 1: Các điều kiện xây dựng Đơn vị học tập đạt 30/30 điểm", "1=30/30"),
    ("Tiêu chí I. Điều kiện xây dựng đơn vị học tập: 30 điểm", "1=30"),
    (
      "+ Tiêu chí 1: đạt 30 điểm\n+ Tiêu chí 2: đạt 30 điểm\n+ Tiêu chí 3: đạt 35 điểm\nCộng: 95 điểm",
      "1=30 2=30 3=35 total=95"
    ),
    (
      "Tiêu chí 1 đạt 30/30 điểm, tiêu chí 2 đạt 30/30 điểm, tiêu chí 3 đạt 35/40 điểm, tổng điểm 95/100.",
      "1=30/30 2=30/30 3=35/40 total=95/100"
    ),
    ("1. Tiêu chí 1: Điều kiện xây dựng đơn vị học tập (30/30 điểm)", "1=30/30"),
    ("2.1. Về điều kiện xây dựng đơn vị học tập: Tự chấm 30/30 điểm", "1=30/30"),
    (
      "a) Nhóm tiêu chí về điều kiện để xây dựng Đơn vị học tập: 30/30 điểm\nb) Nhóm tiêu chí về kết quả học tập của các thành viên: 30/30 điểm\nc) Nhóm tiêu chí về hiệu quả, tác động của việc xây dựng Đơn vị học tập: 35/40 điểm",
      "1=30/30 2=30/30 3=35/40"
    ),
    (
      "Tiêu chí 1\na. Có kế hoạch: 10/10 điểm\nb. Có quy định: 10/10 điểm\nc. Đầu tư nguồn lực: 10/10 điểm\nTiêu chí 2\na. Kế hoạch tự học: 10/10 điểm",
      "1a=10/10 1b=10/10 1c=10/10 2a=10/10"
    ),
    (
      "1.1. Có chủ trương hoặc kế hoạch cho thành viên học tập thường xuyên (10/10 điểm)",
      "1a=10/10"
    ),
    ("Mục 1a: 10 điểm", "1a=10"),
    ("Tiêu chí 3b tự chấm 5/10 điểm (trừ 5 điểm do chưa đạt danh hiệu)", "3b=5/10"),
    ("Tiêu chí 3b (10 điểm): Tự chấm 5 điểm", "3b=5"),
    ("Tiêu chí 3b. Điểm tối đa: 10. Điểm tự chấm: 5", "3b=5"),
    ("3b | Điểm tối đa 10 | Điểm tự chấm 5", "3b=5"),
    (
      "1. Điều kiện xây dựng đơn vị học tập: 30/30 điểm, trong đó:\n- Tiêu chí a: 10 điểm\n- Tiêu chí b: 10 điểm\n- Tiêu chí c: 10 điểm",
      "1=30/30 1a=10 1b=10 1c=10"
    ),
    (
      "II. TỰ ĐÁNH GIÁ\n1. Các điều kiện xây dựng Đơn vị học tập\na. Có kế hoạch\nTự đánh giá: 10 điểm.\nb. Có quy định\nTự đánh giá: 10 điểm.",
      "1a=10 1b=10"
    ),
    ("Phần 1: Điều kiện xây dựng đơn vị học tập – 30 điểm", "1=30"),
    ("Phần thứ hai: KẾT QUẢ HỌC TẬP CỦA THÀNH VIÊN\nĐiểm đạt: 28 điểm.", "2=28"),
    (
      """
      Phần thứ hai: KẾT QUẢ THỰC HIỆN
      1. Điều kiện
      Điểm đạt: 27 điểm.
      2. Kết quả học tập
      Điểm đạt: 28 điểm.
      """, "-=27 2=28"
    ),
    ("Tiêu chí 1a – 10 điểm; tiêu chí 1b – 10 điểm; tiêu chí 1c – 10 điểm", "1a=10 1b=10 1c=10"),
    (
      "Tự chấm điểm: Tiêu chí 1: 30đ, Tiêu chí 2: 30đ, Tiêu chí 3: 35đ; Tổng: 95đ",
      "1=30 2=30 3=35 total=95"
    ),
    ("Tổng số điểm: Chín mươi hai phẩy năm điểm", "total=92.5"),
    ("Tổng điểm: một trăm điểm", "total=100"),
    ("Kết quả đạt được: 95/100 điểm = 95%", "total=95/100"),
    // Who scores, behind what is scored.
    ("Về các tiêu chí về điều kiện xây dựng Đơn vị học tập, đơn vị tự chấm 28,5 điểm.", "1=28.5"),
    ("Đối với kết quả học tập của các thành viên, nhà trường đạt 29/30 điểm.", "2=29/30"),
    ("Sau một năm xây dựng Đơn vị học tập, nhà trường tự chấm 95 điểm.", "total=95"),
    ("Ban đầu chấm tiêu chí 1b 10 điểm. Hội đồng thống nhất tiêu chí 1b đạt 8 điểm.", "1b=8"),
    ("Đơn vị đạt danh hiệu “Tập thể LĐTT” trở lên: 9 điểm", "3b=9"),
    ("100% thành viên đạt danh hiệu “LĐTT” trở lên: 5 điểm", "2d=5"),
    // Another assessment's marks beside the unit's own.
    (
      "Chấm điểm cải cách hành chính đạt 87,5/100 điểm. Đơn vị học tập tự chấm 95/100 điểm.",
      "total=95/100"
    ),
    ("Sau khi rà soát chuyển đổi số, tổng điểm Đơn vị học tập: 95 điểm.", "total=95"),
    ("Ông Nguyễn Văn Nam: đề nghị giữ. Hội đồng thống nhất tiêu chí 3c 4 điểm.", "3c=4"),
    ("Bà Lan thông qua kết quả: tiêu chí 3c 4 điểm", "3c=4"),
    ("Tiêu chí 1a: có 02 ý kiến chấm 10 điểm. Hội đồng chấm 8 điểm.", "1a=8"),
    ("Theo tổng hợp của các bộ phận, đơn vị đạt 95 điểm.", "total=95"),
    ("Tiêu chí 1c tự chấm 9 điểm, trừ thêm 1 điểm do thiết bị cũ.", "1c=9"),
    // What is wanting, counted out behind the points.
    (
      "2. Kết quả học tập: tự chấm 26 điểm (trừ tiêu chí b: 2 điểm; tiêu chí c: 2 điểm).", "2=26"
    ),
    ("2. Kết quả học tập: tự chấm 26 điểm (trừ 2 điểm tiêu chí b, 2 điểm tiêu chí c)", "2=26"),
    ("2. Kết quả học tập: tự chấm 26 điểm (tiêu chí b: -2 điểm; tiêu chí c: -2 điểm)", "2=26"),
    // A code without its word, before its points.
    ("Hội đồng thống nhất: 1a - 10 điểm, 1b - 9 điểm.", "1a=10 1b=9"),
    ("Hội đồng thống nhất: 1a đạt 10 điểm; 1b 9 điểm.", "1a=10 1b=9"),
    ("Nhóm 1 - 24 điểm, nhóm 2 - 26 điểm", "1=24 2=26"), ("Tiêu chí 3c đạt 6 điểm.", "3c=6"),
  ])
  func readsPoints(_ text: String, _ expected: String) {
    #expect(PointTests.points(text) == expected)
  }

  @Test(arguments: [
    "Điểm số: theo Thông tư 22/2020/TT-BGDĐT", "Tổng số có 3 tiêu chí, 10 nội dung",
    "Xếp loại Tốt: tổng điểm đạt từ 85 đến 100 điểm;",
    "Trung bình: Từ 50 đến dưới 70 điểm", "Không đạt: dưới 50 điểm",
    "Đơn vị được xếp loại Tốt khi đạt từ 85 điểm trở lên",
    "Trường có 02 điểm trường, điểm trung tâm đặt tại thôn 1",
    "Khảo sát 32/32 cán bộ, giáo viên, nhân viên",
    "Kết quả bồi dưỡng thường xuyên: 30/32 giáo viên xếp loại Giỏi",
    "Kết quả: 10/10 giáo viên đạt chuẩn", "Có 3/3 tổ chuyên môn đạt tập thể lao động tiên tiến",
    "Năm học 2020-2021 tổng điểm đạt 90 điểm",
    "So với năm 2022 tăng 5 điểm", "Điểm mới của Thông tư: 03 tiêu chí",
    "Học sinh đạt 8 điểm trở lên chiếm 60%", "Theo thang điểm 100", "tổng cộng 12 buổi tập huấn",
    "Tổng kinh phí: 95.000.000 đồng", "Tổng số: 95 đầu sách", "Kết quả: 95% thành viên đạt",
    "Tổng số buổi: 12", "Đạt 3/3 tiêu chí",
    "Tổng số thành viên: 32; trong đó nữ: 25", "Mỗi tiêu chí được chấm tối đa 10 điểm",
    "Điểm tối đa của tiêu chí 1: 30 điểm", "Các tiêu chí có tổng điểm tối đa là 100 điểm",
    "Số lượng: 10", "Tổng: 32 người", "Tự chấm điểm theo 3 tiêu chí",
    "Kết quả tự đánh giá: có 32 phiếu", "Tổng số phiếu: 32", "Đồng ý: 32/32 phiếu, đạt 100%",
    "Kết quả biểu quyết: 32/32", "Tán thành: 32/32",
    "Kết quả: 15 sáng kiến", "Tổng: 3 tiêu chí", "Phụ lục 1: Điểm a, b, c",
    "Có 05 cá nhân tự đánh giá Công dân học tập đạt 98/100 điểm.",
    "Tổng điểm tối đa của 3 nhóm là 100 điểm, trong đó nhóm 1: 30 điểm, nhóm 2: 30 điểm",
    "Mục tiêu năm tới: nhóm 1 đạt 30 điểm; tổng 99 điểm.",
    "Phương hướng năm 2024: nhóm 1 đạt 30 điểm; tổng 99 điểm.",
    "Kết quả chấm điểm cải cách hành chính của đơn vị đạt 87,5/100 điểm.",
    "Kết quả chấm điểm thi đua khối: 96/100 điểm", "Tổng điểm chuyển đổi số đạt 72,5 điểm",
    "Đồng chí Lan: Đề nghị xem lại điểm tiêu chí 1c, có thể trừ thêm 1 điểm.",
    "Phiếu Công dân học tập: điểm cao nhất 98 điểm, thấp nhất 82 điểm",
    "Bộ phận Văn phòng chấm 96 điểm, bộ phận Kế toán chấm 94 điểm",
    "Thư ký báo cáo kết quả tổng hợp của các bộ phận: bộ phận A chấm 96 điểm",
    "- Bà Nguyễn Thị Lan: tôi chấm tiêu chí 3c 3 điểm nhưng đồng ý với đa số.",
    "2. Đ/c Hoa có ý kiến: tiêu chí 1b 7 điểm là phù hợp",
    "Tiêu chí 1a: có 02 ý kiến chấm 10 điểm, 05 ý kiến chấm 8 điểm",
    "Đồng chí Hùng đề nghị hạ tiêu chí 3c xuống 4 điểm",
    "Biên bản kết thúc hồi 11 giờ 30", "Thời điểm 31/12/2023",
    "Tổng số: 31; có mặt: 31; vắng: 0", "Đơn vị đạt 88/100 điểm về an toàn trường học.",
    "Trạm đạt 86,5/100 điểm Bộ tiêu chí quốc gia về y tế xã.",
    "Muốn đạt 85 điểm thì tiêu chí 3b phải được 4 điểm.",
    "Tiêu chí 1 - 3 đạt yêu cầu", "Nhóm 2: 85 - 100 điểm",
  ])
  func readsNoPoints(_ text: String) {
    #expect(PointTests.points(text) == "")
  }

  @Test(arguments: [
    ("Năm 2023 đơn vị xếp loại Tốt.", "tot"), ("Đạt 95 điểm, đơn vị xếp loại Tốt.", "tot"),
    ("Xếp loại: TỐT", "tot"), ("Xếp loại: Loại Tốt", "tot"),
    ("Đối chiếu quy định, đơn vị tự xếp loại Khá.", "kha"),
    ("Căn cứ quy định của Thông tư, Hội đồng thống nhất xếp loại Tốt.", "tot"),
    ("Nhà trường tự xếp loại Tốt về xây dựng Đơn vị học tập.", "tot"),
    ("- Kết quả xếp loại: Đơn vị học tập loại Tốt", "tot"),
    ("Nhà trường tự xếp loại Đơn vị học tập: loại Tốt.", "tot"),
    ("Đạt Đơn vị học tập loại Tốt", "tot"),
    ("Xếp loại đơn vị học tập: “Khá”", "kha"),
    ("Đề nghị công nhận đạt Đơn vị học tập mức Tốt", "tot"), ("Tự đánh giá xếp loại: Tốt", "tot"),
    ("Kết quả tự đánh giá: 95 điểm – Xếp loại: Tốt", "tot"), ("95 điểm. Xếp loại: Tốt", "tot"),
    ("Trường Tiểu học An Sơn tự xếp loại Đơn vị học tập năm 2023 đạt loại Tốt", "tot"),
    ("Tổng điểm: 65 điểm. Xếp loại: Trung bình", "trung-binh"),
    ("Xếp loại: Đơn vị học tập “Tốt”", "tot"), ("Hội nghị nhất trí xếp loại đơn vị: Tốt", "tot"),
    ("Mức xếp loại: Tốt", "tot"), ("đạt 95/100 điểm (xếp loại Tốt)", "tot"),
    ("Xếp loại chung: Tốt", "tot"), ("Xếp loại: Không đạt yêu cầu", "khong-dat"),
    ("Xếp loại đơn vị học tập năm 2023 của Trường Tiểu học An Sơn: Tốt", "tot"),
    ("Đơn vị được 94 điểm, đề nghị công nhận Đơn vị học tập loại Khá.", "kha"),
    ("Đơn vị tự nhận loại Khá với tổng điểm là 84 điểm.", "kha"),
    ("Chuyển đổi số đạt 78 điểm. Đơn vị tự xếp loại Tốt.", "tot"),
    ("Tổng điểm 95 điểm, xếp loại Tốt.", "tot"), ("Năm 2023 trường xếp loại Tốt.", "tot"),
  ])
  func readsRatings(_ text: String, _ expected: String) {
    #expect(PointTests.ratings(text) == expected)
  }

  @Test(arguments: [
    "Toàn huyện có 45 đơn vị được công nhận loại Tốt.",
    "Bà Trần Thị Lan: tôi lưu ý mốc 85 điểm để xếp loại Tốt.",
    "Xếp loại viên chức: 30 đồng chí hoàn thành tốt nhiệm vụ",
    "Kết quả đánh giá, xếp loại học sinh: Tốt 60%", "Tốt: Từ 85 điểm trở lên; Khá: từ 70 điểm",
    "Xếp loại đơn vị học tập gồm 4 mức: Tốt, Khá, Trung bình, Không đạt",
    "Xếp loại: …………", "Đánh giá, xếp loại tốt công tác chuyên môn",
    "thực hiện tốt việc đánh giá, xếp loại", "Giáo viên xếp loại Khá: 5",
    "Các mức xếp loại: Tốt (từ 85 đến 100 điểm), Khá (từ 70 điểm)",
    "Theo quy định, xếp loại Tốt là 85 điểm", "Kết quả khá toàn diện", "Kết quả tốt",
    "đạt kết quả tốt", "Kết quả học tập tốt",
    "Bộ chỉ số chuyển đổi số của đơn vị đạt 78/100 điểm, xếp loại Khá.",
    "Toàn huyện có 45 đơn vị được công nhận Đơn vị học tập loại Tốt",
    "Trường được Sở GDĐT kiểm tra và xếp loại Khá về công tác y tế trường học.",
    "Kết quả: 18 người xếp loại Tốt, 5 người xếp loại Khá", "Xếp loại Khá: 17 người",
    "Có 12 sáng kiến xếp loại Khá", "02 tổ xếp loại Tốt",
    "Từ 70 đến dưới 85 điểm xếp loại Khá", "Từ 85 điểm trở lên: xếp loại Tốt",
    "Xếp loại đạo đức: Tốt 100%", "Tự đánh giá, xếp loại đơn vị học tập là việc làm tốt",
  ])
  func readsNoRatings(_ text: String) {
    #expect(PointTests.ratings(text) == "")
  }
}
