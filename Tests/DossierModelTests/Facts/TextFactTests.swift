import DossierModel
import Testing

@Suite struct TextFactTests {
  static func facts(_ text: String) -> DocumentFacts {
    Reading.facts(
      "BÁO CÁO\nTự đánh giá, xếp loại Đơn vị học tập năm 2023\n\nMở đầu văn bản.\n" + text)
  }

  static func counts(_ text: String) -> String {
    facts(text).counts.map { claim in
      ([claim.subject] + claim.qualifiers).joined(separator: "+") + "=\(claim.count)"
    }.joined(separator: " ")
  }

  @Test(arguments: [
    (
      "6 cá nhân được UBND huyện tặng “Giấy khen”; 3 cá nhân đạt danh hiệu “CSTĐCS”.",
      "giay-khen+huyen=6 cstd-co-so=3"
    ),
    (
      "3 cán bộ, giáo viên đạt danh hiệu CSTĐ cấp cơ sở, 6 viên chức có sáng kiến đạt cấp cơ sở; 3 viên chức được nhận giấy khen của UBND huyện.",
      "cstd-co-so=3 sang-kien+co-so=6 giay-khen+huyen=3"
    ),
    (
      "Giấy khen của UBND huyện: 6 đồng chí; Chiến sĩ thi đua cấp cơ sở: 03 đồng chí",
      "giay-khen+huyen=6 cstd-co-so=3"
    ),
    ("CSTĐCS: 3 đồng chí, giấy khen: 6 đồng chí", "cstd-co-so=3 giay-khen=6"),
    ("Còn 7 đồng chí chưa đạt Lao động tiên tiến.", "ldtt+chua-dat=7"),
    ("Trong 49 đồng chí đạt LĐTT có 08 đồng chí là CSTĐ.", "ldtt=49 cstd=8"),
    (
      "Năm học trước có 06 sáng kiến, năm nay có 08 sáng kiến.", "sang-kien+nam-truoc=6 sang-kien=8"
    ),
    ("32/32 cán bộ, giáo viên, nhân viên đạt danh hiệu Lao động tiên tiến", "ldtt=32"),
    ("Có 05 sáng kiến cấp trường", "sang-kien+truong=5"),
    ("Sáng kiến cấp cơ sở: 8 sáng kiến được công nhận.", "sang-kien+co-so=8"),
    ("Danh hiệu LĐTT: 30 người", "ldtt=30"),
    ("2 tập thể được tặng giấy khen", "giay-khen+tap-the=2"),
    ("Năm 2022 có 5 cá nhân đạt CSTĐ cơ sở", "2022+cstd-co-so=5"),
    (
      "Năm học 2021-2022 có 4 CSTĐCS, năm học 2022-2023 có 6 CSTĐCS",
      "2021-2022+cstd-co-so=4 2022-2023+cstd-co-so=6"
    ),
    (
      "Năm học 2021-2022 có 4 CSTĐCS, 2 giấy khen; năm học 2022-2023: 6 CSTĐCS",
      "2021-2022+cstd-co-so=4 2021-2022+giay-khen=2 2022-2023+cstd-co-so=6"
    ),
    (
      "4 giấy khen năm học 2021-2022 và 6 giấy khen năm học 2022-2023",
      "2021-2022+giay-khen=4 2022-2023+giay-khen=6"
    ),
    (
      "Trong năm học 2021-2022 và 2022-2023 có 10 giấy khen",
      "2021-2022+2022-2023+giay-khen=10"
    ),
    ("Có bảy sáng kiến cấp cơ sở", "sang-kien+co-so=7"),
    ("mười hai đồng chí đạt danh hiệu Lao động tiên tiến", "ldtt=12"),
    ("Trong năm sáng kiến được công nhận", ""), ("Hai đợt xét sáng kiến trong năm", ""),
    ("có 3 Chiến sỹ thi đua cơ sở và 2 bằng khen của UBND tỉnh", "cstd-co-so=3 bang-khen+tinh=2"),
  ])
  func countsClaims(_ text: String, _ expected: String) {
    let sorted = expected.split(separator: " ").map {
      $0.split(separator: "=").map { $0.split(separator: "+").sorted().joined() }.joined()
    }
    let found = Self.counts(text).split(separator: " ").map {
      $0.split(separator: "=").map { $0.split(separator: "+").sorted().joined() }.joined()
    }
    #expect(found == sorted, "\(Self.counts(text))")
  }

  @Test(arguments: [
    "Phấn đấu năm 2024 có 4 cá nhân đạt CSTĐCS", "Trong đó có 2 nữ đạt CSTĐCS",
    "100% đạt danh hiệu Lao động tiên tiến", "Phẩm chất Công dân học tập: đạt 24,5 điểm.",
    "Căn cứ Quyết định số 15/QĐ-UBND về tặng giấy khen", "1. Giấy khen của UBND huyện",
    "Tổ 1 có 2 đồng chí đạt CSTĐCS",
    "Trường đạt tập thể LĐTT", "năm 2023 nhà trường có nhiều sáng kiến",
  ])
  func countsNothingElse(_ text: String) {
    #expect(Self.counts(text) == "")
  }

  @Test(arguments: [
    ("100% thành viên có kế hoạch tự học.", "10000-"),
    ("100% (32/32) thành viên có kế hoạch.", "10000+"),
    ("32/32 giáo viên đạt 100%.", "10000+"), ("100% CBGVNV (25 người) tham gia.", "10000+"),
    ("Có 25 cán bộ, giáo viên, đạt tỷ lệ 100%.", "10000+"),
    ("96,5% giáo viên hoàn thành.", "9650-"),
    ("Từ 90% giáo viên trở lên", ""), ("Giảm 10% chi phí", ""), ("Phấn đấu 100% giáo viên", ""),
    ("100 % cán bộ", "10000-"), ("Năm 2023, 100% thành viên tham gia", "10000-"),
  ])
  func readsPercentages(_ text: String, _ expected: String) {
    let found = Self.facts(text).percentages.map { "\($0.hundredths)\($0.hasCount ? "+" : "-")" }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("(có phụ lục kèm theo)", "-"), ("xem Phụ lục 1 và 2", "1 2"),
    ("Phụ lục I, II kèm theo", "I II"), ("PHỤ LỤC 1", "#1"),
    ("PHỤ LỤC\nDanh sách thành viên", "#-"), ("theo Phụ lục III Nghị định 30/2020/NĐ-CP", ""),
    ("Mẫu tại Phụ lục I ban hành kèm theo Thông tư 22/2020/TT-BGDĐT", ""),
    ("Phụ lục số 02 kèm theo báo cáo", "02"),
    ("Phụ lục 01: Bảng tổng hợp", "#01"), ("(PL 01)", "01"),
    ("Phần IV. PHỤ LỤC\nDanh sách", "#-"), ("IV. Phụ lục", "#-"), ("D. PHỤ LỤC 2", "#2"),
    ("4. Phụ lục kèm theo báo cáo.", "-"), ("Danh sách tại PHỤ LỤC", "-"),
    ("Chi tiết tại phụ lục đính kèm.", "-"),
  ])
  func readsAnnexes(_ text: String, _ expected: String) {
    let found = Self.facts(text).annexes.map { ($0.isHeading ? "#" : "") + ($0.label ?? "-") }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("I. MỘT\n1. Hai\na) Ba\n- bốn\nII. NĂM", "roman1 arabic1 letter1 roman2"),
    ("1.1. Công tác\n1.2 Tổ chức", "decimal1 decimal2"),
    ("Điều 1. Thành lập\nĐiều 2. Trách nhiệm", "decimal1 decimal2"),
    ("6 cá nhân\n22/2020/TT-BGDĐT\n05 giáo viên\n10/10 điểm\nV/v triển khai", ""),
    ("đ) Năm\nd) Bốn", "letter4 letter4"), ("A. Phần\nB. Phần", "letter1 letter2"),
    ("(1) Một\n(2) Hai", "arabic1 arabic2"),
  ])
  func numbersHeadings(_ text: String, _ expected: String) {
    let found = Self.facts(text).headings.map { "\($0.style.rawValue)\($0.value)" }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test func takesLabelsOfAutomaticNumbering() {
    let blocks: [TextBlock] = [
      .paragraph(Paragraph("BÁO CÁO")), .paragraph(Paragraph("Tự đánh giá năm 2023")),
      .paragraph(Paragraph("")),
      .paragraph(Paragraph("ĐẶC ĐIỂM TÌNH HÌNH", label: "I.")),
      .paragraph(Paragraph("KẾT QUẢ", label: "III.")),
    ]
    let facts = Reading.reader.facts(from: blocks, title: nil)
    #expect(facts.headings.map(\.value) == [1, 3])
  }

  @Test func readsMinutes() {
    let facts = Reading.facts(
      """
      TRƯỜNG TIỂU HỌC AN SƠN
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc

      BIÊN BẢN
      Họp tự đánh giá, xếp loại Đơn vị học tập năm 2023

      Hôm nay, vào hồi 8 giờ 00 phút, ngày 28 tháng 12 năm 2023, tại phòng họp Trường Tiểu học An Sơn.
      Chủ trì: Bà Nguyễn Thị Hoa – Hiệu trưởng
      Thư ký: Ông Trần Văn Bình
      Nhà trường tự chấm 95/100 điểm, xếp loại Tốt.
      Cuộc họp kết thúc vào hồi 10 giờ 30 phút cùng ngày.
      """)
    let minutes = facts.minutes
    #expect(minutes?.start?.contains("8 giờ") == true)
    #expect(minutes?.date?.value == CalendarDate(year: 2023, month: 12, day: 28))
    #expect(minutes?.place == "phòng họp Trường Tiểu học An Sơn")
    #expect(minutes?.chair == "Nguyễn Thị Hoa")
    #expect(minutes?.secretary == "Trần Văn Bình")
    #expect(minutes?.end?.contains("10 giờ 30") == true)
    #expect(facts.header.date?.value == CalendarDate(year: 2023, month: 12, day: 28))
    #expect(facts.points.map(PointTests.shown) == ["total=95/100"])
    #expect(facts.assessedYear?.value == 2023)
  }

  @Test func readsMinutesInOtherWords() {
    let facts = Reading.facts(
      """
      BIÊN BẢN
      Tự đánh giá Đơn vị học tập năm 2023

      1. Thời gian: 14h00 ngày 27/12/2023
      2. Địa điểm: Văn phòng Trường Tiểu học An Sơn
      3. Thành phần:
      - Đồng chí Nguyễn Thị Hoa - Hiệu trưởng, chủ tọa
      - Đồng chí Lê Thị Lan - Giáo viên, thư ký
      Hội nghị bế mạc lúc 16h30.
      """)
    #expect(facts.minutes?.date?.value == CalendarDate(year: 2023, month: 12, day: 27))
    #expect(facts.minutes?.place == "Văn phòng Trường Tiểu học An Sơn")
    #expect(facts.minutes?.chair == "Nguyễn Thị Hoa")
    #expect(facts.minutes?.secretary == "Lê Thị Lan")
    #expect(facts.minutes?.end == "Hội nghị bế mạc lúc 16h30.")
  }

  @Test func isSilentOnNothing() {
    #expect(Reading.reader.facts(from: [], title: nil) == DocumentFacts())
    #expect(Reading.facts("\n \n").wordCount == 0)
  }

  @Test(arguments: [
    (
      "Tổng số cán bộ, giáo viên, nhân viên: 32 người, trong đó nữ 20.",
      "cán bộ, giáo viên, nhân viên=32"
    ),
    ("Tổng số có 32 cán bộ, giáo viên, nhân viên.", "cán bộ, giáo viên, nhân viên=32"),
    ("Toàn trường có 15 giáo viên.", "giáo viên=15"),
    ("Tổng số viên chức của đơn vị là 9 người", "viên chức=9"),
    // Some of them, a share, another year, those who were at a meeting, the pupils.
    ("Tổng số có 30 cán bộ, giáo viên tham gia tập huấn.", ""),
    ("Tổng số giáo viên: 15/15", ""), ("Tổng số cán bộ được khen: 5", ""),
    ("Năm 2021 tổng số giáo viên: 14", ""), ("Tổng số thành viên dự họp: 7", ""),
    ("Tổng số học sinh: 320 em", ""), ("Tổng số điểm: 95", ""),
    ("Trong đó, tổng số giáo viên: 8", ""),
    // A part of the school, of the year, of the people.
    ("Cấp tiểu học có tổng số giáo viên: 12", ""), ("Tổng số giáo viên: 12 (tiểu học)", ""),
    ("Đầu năm tổng số giáo viên: 14", ""), ("Tổng số giáo viên: 12 dự tập huấn", ""),
    ("Tổng số giáo viên có 15 đồng chí đạt chuẩn", ""),
    ("Nhà trường có tổng số 32 cán bộ, giáo viên", "cán bộ, giáo viên=32"),
    ("Tổng số viên chức: 9 người trong đó có 6 nữ", "viên chức=9"),
    ("Tổng số viên chức: 9 (trong đó có 6 nữ)", "viên chức=9"),
    ("Tổng số viên chức: 9 người (nữ: 6 người)", "viên chức=9"),
    ("Tổng số có 6 viên chức nữ.", ""),
    // Units of other kinds have other people.
    (
      "Hiện nay đơn vị có 24 sĩ quan, quân nhân chuyên nghiệp, chiến sĩ.",
      "sĩ quan, quân nhân chuyên nghiệp, chiến sĩ=24"
    ),
    ("Toàn bệnh viện có 120 bác sĩ, điều dưỡng.", "bác sĩ, điều dưỡng=120"),
    ("Bệnh viện có 3 bác sĩ đi học.", ""), ("Tổng số thẩm phán dự tập huấn: 4", ""),
  ])
  func readsHeadcounts(_ text: String, _ expected: String) {
    #expect(
      Self.facts(text).counts.map { "\($0.name ?? "")=\($0.count)" }.joined(separator: " ")
        == expected
    )
  }

  @Test func readsCountsInTheEvidenceColumn() {
    let rows = [
      ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"],
      ["2c", SheetTests.names["2c"] ?? "", "10", "10", "Ảnh 2 giáo viên giỏi nhận thưởng"],
      ["2d", SheetTests.names["2d"] ?? "", "5", "5", "Danh sách; có 30 người đạt LĐTT"],
    ]
    let facts = Reading.reader.facts(from: [Reading.table(rows)], title: nil)
    #expect(facts.counts.map { "\($0.subject)=\($0.count)" } == ["ldtt=30"])
  }

  @Test func papersThatEachRowCountsAreNoWhole() {
    let rows = [
      ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"],
      ["2c", SheetTests.names["2c"] ?? "", "10", "10", "3 sáng kiến; có 30 người đạt LĐTT"],
      ["2d", SheetTests.names["2d"] ?? "", "5", "5", "1 sáng kiến"],
    ]
    let facts = Reading.reader.facts(from: [Reading.table(rows)], title: nil)
    #expect(facts.counts.map { "\($0.subject)=\($0.count)" } == ["ldtt=30"])
  }

  @Test(.timeLimit(.minutes(1))) func oneLongLineTakesNoLongTime() {
    _ = Self.facts(String(repeating: "tổng số 5 giáo viên ", count: 20_000))
  }
}
