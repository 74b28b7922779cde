import DossierModel
import Testing

@Suite struct PointTests {
  static func shown(_ statement: PointStatement) -> String {
    let subject =
      switch statement.subject {
      case .total: "total"
      case .criterion(let code): code
      case .unknown(let code): "?\(code)"
      case .unclear: "-"
      }
    let maximum = statement.maximum.map { "/\($0.formatted())" } ?? ""
    return "\(subject)=\(statement.points.formatted())\(maximum)"
  }

  static func points(_ text: String) -> String {
    Reading.facts(
      "BÁO CÁO\nTự đánh giá, xếp loại Đơn vị học tập năm 2023\n\nMở đầu văn bản.\n" + text
    ).points
      .map(shown).joined(separator: " ")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["Được chấm 5 điểm", "Tổng 100 điểm"])
  func manyLinesOfPointsTakeNoLongTime(line: String) {
    _ = Self.points(Array(repeating: line, count: 10_000).joined(separator: "\n"))
  }

  @Test(arguments: [
    ("Kết quả tự đánh giá: Đạt 95/100 điểm", "total=95/100"),
    ("Tổng số điểm tự chấm: 95/100", "total=95/100"),
    ("Tổng số điểm tự đánh giá: 94 (chín mươi tư)/100 điểm", "total=94/100"),
    ("Tổng điểm: 94 điểm (bằng chữ: Chín mươi tư điểm)/100 điểm", "total=94/100"),
    ("Tổng điểm: 94 (Chín mươi tư) điểm/100 điểm.", "total=94/100"),
    ("Tổng điểm tự đánh giá: (94)/100 điểm", "total=94/100"),
    ("Tổng điểm: 94 (chín mươi tư) điểm", "total=94"),
    ("Tổng số điểm tự đánh giá: ……/100 điểm", ""), ("Tổng cộng: ...../100 điểm.", ""),
    ("Thống nhất tổng số điểm 94 điểm (chín mươi ba điểm).", "total=94 total=93"),
    ("Thống nhất tổng số điểm 94 điểm (chín mươi tư điểm).", "total=94"),
    ("Tổng điểm: 94 điểm (chín mươi tư điểm).", "total=94"),
    ("Nhóm tiêu chí 1 đạt 28 (hai mươi tám)/30 điểm.", "1=28/30"),
    ("Đơn vị tự chấm chín mươi tư/100 điểm.", "total=94/100"),
    ("Tổng điểm: 94 (tăng 2 điểm so với năm 2022)", "total=94"),
    ("Mục tiêu đề ra: 90 điểm; tổng điểm đạt 95 điểm.", "total=95"),
    (
      "1. Điều kiện xây dựng đơn vị học tập\na) Có kế hoạch cho thành viên học tập thường xuyên.\nĐơn vị tự đánh giá đạt 9 điểm.\nb) Có quy định cụ thể nhằm động viên thành viên.\nĐơn vị tự đánh giá đạt 8 điểm.",
      "1a=9 1b=8"
    ),
    (
      "1. Điều kiện xây dựng đơn vị học tập\nc) Đầu tư các nguồn lực: 10/10 điểm.\nĐơn vị tự chấm: 9 điểm.\nKết quả tự đánh giá: 95 điểm",
      "1c=10/10 1=9 total=95"
    ),
    ("Tổng điểm: 95", "total=95"),
    // Points of a rubric, of people and of parts beside the criterion's own.
    (
      "1. Điều kiện xây dựng đơn vị học tập: 29/30 điểm\nb) Có quy định cụ thể nhằm động viên thành viên; quy chế thi đua (cấp trường 1 điểm, cấp tỉnh 3 điểm). Tự chấm: 10 điểm.",
      "1=29/30 1b=10"
    ),
    (
      "2. Kết quả học tập của các thành viên: 28 điểm\n2c. Hoàn thành chương trình học tập, bồi dưỡng bắt buộc; bài thu hoạch đợt 2 đạt 8,6 điểm. (9 điểm)\n2d. Đạt danh hiệu Lao động tiên tiến trở lên. (4 điểm)",
      "2=28 2c=9 2d=4"
    ),
    // What there is to be had, beside what the unit has.
    (
      "Cách chấm: tổng 100 điểm, nhóm 1: 30 điểm, nhóm 2: 30 điểm, nhóm 3: 40 điểm.\nNhóm 1 đạt 28,5 điểm; nhóm 2 đạt 29 điểm; tổng cộng 96 điểm.",
      "1=28.5 2=29 total=96"
    ),
    (
      "Tổng điểm: 100 điểm; nhóm 1: 30 điểm, nhóm 2: 30 điểm, nhóm 3: 40 điểm.",
      "total=100 1=30 2=30 3=40"
    ),
    ("Loại tốt cộng 5 điểm.\nCộng: 95 điểm.", "-=5 total=95"),
    // What someone proposes, and what the meeting agrees on.
    ("Tổ Văn phòng đề xuất tiêu chí 3c là 4 điểm.", ""),
    ("Nhóm 3: đề nghị 40/40 điểm.\nNhóm 3: 39 điểm.", "3=39"),
    ("Hội đồng đề xuất tổng điểm 95/100.", "total=95/100"),
    ("Ông Hai đề nghị 8 điểm; Hội đồng thống nhất tiêu chí 1c: 9 điểm.", "1c=9"),
    ("Kết luận: tiêu chí đầu tư nguồn lực chấm 9,5 điểm.\nTổng cộng 96 điểm.", "total=96"),
    ("3b: 10 điểm. 3c: 4 điểm.", "3b=10 3c=4"),
    ("III. Kết quả: Tổng số: 75 điểm (bảy mươi lăm điểm).", "total=75"),
    ("III. Kết quả: Tổng số 75/100 điểm (bảy mươi sáu điểm).", "total=75/100 total=76"),
    ("Hội khỏe Phù Đổng đạt 45 điểm.\nTổng điểm: 95/100.", "-=45 total=95/100"),
    // "(9,5/10)" behind a criterion is points where three criteria have them.
    (
      "1. Điều kiện xây dựng đơn vị học tập\na) Có kế hoạch cho thành viên học tập thường xuyên (10/10)\nb) Có quy định cụ thể nhằm động viên thành viên (9/10)\nc) Đầu tư các nguồn lực (9,5/10)",
      "1a=10/10 1b=9/10 1c=9.5/10"
    ),
    ("1. Điều kiện xây dựng đơn vị học tập\nc) Đầu tư các nguồn lực (9/10 phòng)", ""),
    (
      "Điểm từng nhóm: tiêu chí 1: 25/30; tiêu chí 2: 27/30; tiêu chí 3: 19/40.",
      "1=25/30 2=27/30 3=19/40"
    ),
    ("Tiêu chí 1: 25/30 người; tiêu chí 2: 27/30 người; tiêu chí 3: 19/40 người.", ""),
    (
      "a) Nhóm tiêu chí 1: 28 điểm.\nTrong đó: 1a: 10 điểm, 1b: 9 điểm; 1c: 9 điểm.",
      "1=28 1a=10 1b=9 1c=9"
    ),
    ("Nhóm tiêu chí 1: 28 điểm, năm 2022: 27 điểm.", "1=28"),
    (
      "1. Các tiêu chí về điều kiện xây dựng đơn vị học tập\n- Có kế hoạch cho thành viên học tập thường xuyên. Điểm tối đa: 10; điểm tự đánh giá: 9.\n- Có quy định cụ thể nhằm động viên thành viên học tập.\nĐiểm tự đánh giá: 8.\nTổng điểm nhóm 1: 27 điểm.",
      "1a=9 1b=8 1=27"
    ),
    (
      "1. Các tiêu chí về điều kiện xây dựng đơn vị học tập\n- Mua 20 đầu sách, 02 máy tính.\nĐiểm tự đánh giá: 28.",
      "1=28"
    ),
    ("(ý kiến cho rằng nên chấm 70 điểm), Hội đồng thống nhất tổng điểm là 68 điểm.", "total=68"),
    ("Không có ý kiến khác, thống nhất tổng điểm 95 điểm.", "total=95"),
    ("b. Các tiêu chí về kết quả học tập của thành viên: Tổng điểm nhóm: 20 điểm", "2=20"),
    ("2.2. Kết quả học tập: 28 điểm (4/6 cán bộ đạt LĐTT).", "2=28"),
    ("Nhóm tiêu chí 1 chấm 28,5 điểm thay vì 30 điểm.", "1=28.5"),
    (
      "2. Kết quả học tập của các thành viên: tự chấm 30/30đ.\n- Hoàn thành bồi dưỡng; điểm thi trung bình 8,5 điểm, cao hơn năm 2022 là 0,3 điểm: 10/10đ.",
      "2=30/30"
    ),
    ("Tổng số điểm: 95 điểm", "total=95"),
    ("Tổng số điểm tự chấm là chín mươi lăm điểm.", "total=95"),
    ("Tổng cộng: 92,5 điểm", "total=92.5"),
    ("tổng điểm đạt được là 95/100 điểm, xếp loại Tốt", "total=95/100"),
    ("Đơn vị tự chấm được 95 điểm (chín mươi lăm điểm), xếp loại Tốt.", "total=95"),
    ("Sau khi tự đánh giá, nhà trường đạt 95 điểm trên tổng số 100 điểm.", "total=95/100"),
    (
      "Tiêu chí 1: 30/30 điểm; Tiêu chí 2: 28/30 điểm; Tiêu chí 3: 35/40 điểm",
      "1=30/30 2=28/30 3=35/40"
    ),
    ("Tiêu chí 1a: tự chấm 10đ", "1a=10"),
    (
      "Tiêu chí 2. Kết quả học tập của các thành viên trong đơn vị: 27 điểm, trong đó:\n"
        + "2.a) 100% có kế hoạch tự học: 9/10 điểm.", "2=27 2a=9/10"
    ),
    (
      """
      3. Kết quả tự đánh giá
      * Nhóm tiêu chí 2 - Kết quả học tập: tự chấm 27/30 điểm
      a) 100% có kế hoạch tự học. Tự đánh giá: 9/10 điểm
      b) 100% tuân thủ kỷ luật. Tự đánh giá: 5/5 điểm
      * Nhóm tiêu chí 3 - Hiệu quả, tác động: tự chấm 39/40 điểm
      a) 100% đáp ứng các năng lực. Tự đánh giá: 24/25 điểm
      4. Đánh giá chung
      b) Ưu điểm: đạt 5/5 điểm
      """, "2=27/30 2a=9/10 2b=5/5 3=39/40 3a=24/25 -=5/5"
    ),
    ("TC 2.b: 5/5 điểm", "2b=5/5"), ("Tiêu chí 2e: đơn vị tự chấm 0 điểm.", "?2e=0"),
    ("Về nhóm tiêu chí thứ nhất: có quy chế. Đơn vị tự chấm 29/30 điểm.", "1=29/30"),
    ("Tiêu chí thứ ba được 35 điểm, tiêu chí thứ 2 được 28 điểm", "3=35 2=28"),
    ("Nhóm tiêu chí 2 (kết quả học tập của thành viên): đạt 30 điểm", "2=30"),
    ("Tiêu chí 2 tổng 28 điểm, tiêu chí 3 tổng 35 điểm", "2=28 3=35"),
    ("Nhóm 1, 2, 3: tổng 95 điểm", "total=95"),
    ("Tiêu chí 3 đạt 38 điểm, tổng điểm 98 điểm.", "3=38 total=98"),
    (
      "2. Kết quả học tập: 20 điểm (10 điểm bị trừ gồm: 5 điểm tiêu chí LĐTT, 5 điểm tự học)",
      "2=20"
    ),
    ("Tiêu chí 1: đạt 28 điểm (2 điểm bị trừ vì chậm).", "1=28"),
    (
      "2. Kết quả học tập của các thành viên: 26/30 điểm\n+ 2.a) Kế hoạch tự học: 9/10 điểm\n- 2.b: 5/5 điểm",
      "2=26/30 2a=9/10 2b=5/5"
    ),
    (
      "2. Kết quả học tập của các thành viên: 26/30 điểm\n+ 2.a) Kế hoạch tự học: 9/10.\n+ 2.b) Kỷ luật: 5/5.\n+ 2.c) Bồi dưỡng: 8/10.",
      "2=26/30 2a=9/10 2b=5/5 2c=8/10"
    ),
    (
      "2. Kết quả học tập của các thành viên: 26/30 điểm\n2.b) Tuân thủ kỷ luật: 4/5\n2.d) Lao động tiên tiến: 4/5",
      "2=26/30"
    ),
    ("1. Các tiêu chí về các điều kiện để xây dựng Đơn vị học tập: Đạt 30/30 điểm.", "1=30/30"),
    (
      "1. Điều kiện xây dựng đơn vị học tập\na) Có kế hoạch cho thành viên học tập thường xuyên\nĐiểm: 10\nb) Có quy định cụ thể\nĐiểm tự chấm: 8/10 điểm",
      "1a=10 1b=8/10"
    ),
    (
      "3. Các tiêu chí đánh giá hiệu quả, tác động: Đạt 35/40 điểm.\n( trừ 5 điểm - Tiêu chí b: do tập thể đạt Danh hiệu LĐTT)",
      "3=35/40"
    ),
    ("Tổng điểm 3 tiêu chí: 95 điểm", "total=95"),
    ("Tổng điểm tiêu chí 2: 30/30", "2=30/30"),
    (
      "- Nhóm I: 30 điểm\n- Nhóm II: 30 điểm\n- Nhóm III: 35 điểm\n- Tổng: 95 điểm",
      "1=30 2=30 3=35 total=95"
    ),
    ("Tổng cộng (1+2+3): 95 điểm", "total=95"),
    ("30 điểm + 30 điểm + 35 điểm = 95 điểm", "-=95"),
    ("Hội đồng thống nhất chấm 95/100 điểm, xếp loại Tốt", "total=95/100"),
    ("Điều kiện xây dựng đơn vị học tập: 30/30 điểm", "1=30/30"),
    (
      "1a. Có chủ trương, kế hoạch cho thành viên học tập thường xuyên: 10 điểm (tối đa 10 điểm)",
      "1a=10"
    ),
    ("1a. Có chủ trương, kế hoạch (tối đa 10 điểm): tự chấm 9 điểm", "1a=9"),
    ("Tự đánh giá: 8 điểm/10 điểm tiêu chí 1b", "1b=8/10"),
    (
      "1. Điều kiện xây dựng đơn vị học tập (30 điểm)\na) Có kế hoạch (10 điểm)\nb) Có quy định (8 điểm)",
      "1=30 1a=10 1b=8"
    ),
  ])
  func readsClaims(_ text: String, _ expected: String) {
    #expect(Self.points(text) == expected)
  }

  @Test(arguments: [
    "Điểm tối đa là 10 điểm.", "Trừ 5 điểm do thiếu minh chứng.",
    "Xếp loại Tốt: từ 85 đến 100 điểm.",
    "Loại Khá: từ 70 đến dưới 85 điểm", "Từ 85 điểm trở lên xếp loại Tốt.",
    "Trường có 3 điểm trường lẻ.",
    "Căn cứ điểm a khoản 2 Điều 5 Thông tư 22/2020/TT-BGDĐT", "Nếu đạt 85 điểm thì xếp loại Tốt.",
    "Năm 2022 đơn vị đạt 90/100 điểm.", "Phấn đấu năm 2024 đạt 98 điểm.",
    "Có 5 ưu điểm, 2 nhược điểm.",
    "Đoàn kiểm tra chấm 93/100 điểm.", "Điểm thẩm định: 93 điểm", "Mỗi nội dung đạt 2 điểm.",
    "32/32 giáo viên đạt chuẩn.", "Thời điểm: 10/12/2023", "Địa điểm: 15 Nguyễn Trãi",
    "Tốt: 85 - 100 điểm; Khá: 70 - 84 điểm", "Xếp loại Tốt khi tổng điểm đạt 85 điểm trở lên",
    "Thang điểm 100 điểm", "Tổng số: 32 cán bộ, giáo viên, nhân viên",
    "Kết quả: 32/32 đồng chí nhất trí",
    "Điều kiện xây dựng đơn vị học tập (30 điểm)", "Đạt 100%", "Tổng số giáo viên: 25",
    "Giáo viên đạt 9,5 điểm bài thu hoạch", "Tổng số học sinh: 450 em", "Kết quả: 100%",
    "Còn thiếu 5 điểm so với mức tối đa", "Chưa đạt 10 điểm", "Tổng điểm tối đa: 100 điểm",
  ])
  func takesNoOtherNumbers(_ text: String) {
    #expect(Self.points(text) == "")
  }

  @Test(arguments: [
    ("5. PHƯƠNG HƯỚNG NĂM 2024\nĐạt 97 điểm, xếp loại Tốt", ""),
    (
      "V. Nhiệm vụ năm tới\n1. Đạt 97 điểm\n2. Tổng điểm: 97\nVI. Kết quả\nTổng điểm: 95",
      "total=95"
    ),
    ("Phương hướng năm 2024:\n1. Tổng điểm 97 điểm\n2. Nhóm 1: 30 điểm", ""),
    ("IV. MỤC TIÊU NĂM 2024\n- Tổng điểm 97 điểm\nKẾT QUẢ CHUNG\nTổng điểm: 95 điểm", "total=95"),
    ("2. PHƯƠNG HƯỚNG\nTổng điểm 97 điểm\nTrên đây là báo cáo, tổng điểm 95 điểm.", "total=95"),
    ("II. MỤC TIÊU NĂM 2023\nTổng điểm 95 điểm", "total=95"),
    ("II. KẾT QUẢ NĂM 2023 VÀ PHƯƠNG HƯỚNG NĂM 2024\nTổng điểm 95 điểm", "total=95"),
    ("Năm tới nhà trường đạt 97 điểm.", ""),
  ])
  func takesNoAims(_ text: String, _ expected: String) {
    #expect(Self.points(text) == expected)
    if expected.isEmpty { #expect(Self.ratings(text) == "") }
  }

  static func ratings(_ text: String) -> String {
    Reading.facts(
      "BÁO CÁO\nTự đánh giá, xếp loại Đơn vị học tập năm 2023\n\nMở đầu văn bản.\n" + text
    ).ratings
      .map(\.value).joined(separator: " ")
  }

  @Test(arguments: [
    ("- Xếp loại Tốt (có phụ lục chi tiết kèm theo).", "tot"),
    ("Sau khi thảo luận, hội nghị thống nhất tự xếp loại Khá.", "kha"),
    (
      "Sau khi thảo luận (có ý kiến cho rằng nên chấm 70 điểm để đạt loại Khá), Hội đồng thống nhất xếp loại Trung bình.",
      "trung-binh"
    ),
    ("Đạt loại: Tốt", "tot"),
    ("Mức xếp loại: Tốt (từ 85 đến 100 điểm)", "tot"), ("Tự xếp loại: Khá", "kha"),
    ("Xếp loại Đơn vị học tập năm 2023: Tốt.", "tot"),
    ("tổng điểm đạt được là 95/100 điểm, xếp loại Tốt", "tot"), ("95/100 điểm - Tốt", "tot"),
    ("Đề nghị công nhận Đơn vị học tập năm 2023, xếp loại “Tốt”.", "tot"),
    ("Xếp loại: Không đạt", "khong-dat"), ("Kết quả xếp loại: Trung bình", "trung-binh"),
    ("Nhà trường tự đánh giá đạt mức Tốt.", "tot"), ("95 điểm, loại tốt", "tot"),
  ])
  func readsRatings(_ text: String, _ expected: String) {
    #expect(Self.ratings(text) == expected)
  }

  @Test(arguments: [
    "Xếp loại: Tốt (từ 85 đến 100 điểm), Khá (từ 70 điểm)",
    "Quy trình đánh giá, xếp loại đơn vị học tập", "Xếp loại Tốt: từ 85 đến 100 điểm",
    "Nếu đạt từ 85 điểm thì xếp loại Tốt", "Năm 2022 xếp loại Khá", "30/32 giáo viên xếp loại Tốt",
    "Xếp loại: Tốt/Khá/Trung bình/Không đạt", "100% viên chức được xếp loại Khá trở lên",
    "Học sinh xếp loại Tốt nghiệp", "thực hiện tốt công tác", "Phấn đấu xếp loại Tốt năm 2024",
    "Đơn vị được xếp loại Khá năm 2022.", "Xếp loại năm 2022: Khá", "Xếp loại Tốt và Khá",
    "Mức Tốt, Khá, Trung bình", "lý do không đạt điểm theo quy định",
  ])
  func takesNoOtherRatings(_ text: String) {
    #expect(Self.ratings(text) == "")
  }

  @Test(arguments: [
    ("Xếp loại: ☑ Tốt ☐ Khá ☐ Trung bình", "tot"), ("Xếp loại: [ ] Tốt [x] Khá", "kha"),
    ("Kết quả tự đánh giá: Tốt ☐ Khá ☑", "kha"), ("Tự xếp loại: Tốt (x) Khá ( )", "tot"),
    ("Xếp loại: Tốt (từ 85 đến 100 điểm) ☑; Khá (từ 70 đến dưới 85 điểm) ☐", "tot"),
    ("Xếp loại:\n☐ Tốt ☒ Khá ☐ Trung bình", "kha"), ("Xếp loại: ☐ Tốt ☐ Khá", ""),
    ("Xếp loại: ☑ Tốt ☑ Khá", ""), ("Viên chức tự xếp loại: ☑ Tốt ☐ Khá", ""),
    ("Chất lượng tiết dạy: ☑ Tốt ☐ Khá", ""), ("Ý kiến: ☑ Đồng ý ☐ Không", ""),
  ])
  func readsTickedBoxes(_ text: String, _ expected: String) {
    #expect(Self.ratings(text) == expected)
  }

  private static func foreign(_ text: String) -> String {
    Reading.facts(
      "BÁO CÁO\nTự đánh giá, xếp loại Đơn vị học tập năm 2023\n\nMở đầu văn bản.\n" + text
    ).foreignRatings.map(\.value).joined(separator: " ")
  }

  @Test(arguments: [
    ("Tổng điểm: 93/100 điểm. Xếp loại: Xuất sắc.", "Xuất sắc"),
    ("Kết quả: 93/100 điểm, xếp loại Giỏi", "Giỏi"), ("Tổng điểm: 93/100 điểm (Loại A).", "Loại A"),
    (
      "Tổng điểm đạt được: 93 điểm, tự xếp loại: Hoàn thành xuất sắc nhiệm vụ.",
      "Hoàn thành xuất sắc nhiệm vụ"
    ),
    ("Tổng điểm: 93 điểm\nXếp loại: Giỏi", "Giỏi"),
    ("Tổng điểm tự chấm: 93/100 điểm – Xuất sắc", "Xuất sắc"),
    ("Đơn vị tự xếp loại Xuất sắc với tổng số điểm là 93/100 điểm.", "Xuất sắc"),
  ])
  func aRatingOfAnotherRegimeBesideTheTotalIsTheUnits(_ text: String, _ expected: String) {
    #expect(Self.foreign(text) == expected)
  }

  @Test(arguments: [
    "Tổng điểm: 93/100 điểm. Viên chức xếp loại: Xuất sắc 5, Tốt 20.",
    "Tổng điểm: 93/100 điểm. Chi bộ xếp loại: Hoàn thành xuất sắc nhiệm vụ.",
    "Tổng điểm: 93/100 điểm.\nXếp loại viên chức: HTXSNV 6/31.",
    "Tổng điểm: 93/100 điểm, xếp loại Tốt; công đoàn xếp loại: Xuất sắc.",
    "Tổng điểm: 93/100 điểm.\nTrường được xếp loại Hoàn thành xuất sắc nhiệm vụ.",
    "Tổng điểm: 93/100 điểm. Trường đạt Tập thể lao động xuất sắc.",
    "Năm 2022 đơn vị đạt 90/100 điểm, xếp loại Xuất sắc.\nTổng điểm: 93/100 điểm.",
    "Tổng điểm: 93/100 điểm.\nXếp loại: Giỏi: 5 người", "Xếp loại: Xuất sắc",
    "Tổng điểm: 93/100 điểm, hoàn thành tốt nhiệm vụ.",
    "Tiêu chí 1a: 10/10 điểm (Xuất sắc). Tiêu chí 1b: 10/10 điểm.",
  ])
  func otherRatingsInTheSameWordsAreNotTheUnits(_ text: String) {
    #expect(Self.foreign(text) == "")
  }
}
