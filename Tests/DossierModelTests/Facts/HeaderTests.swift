import DossierModel
import Testing

@Suite struct HeaderTests {
  /// The parts of a header on one line: "superior | issuing | notation | place | date | type | subject".
  static func shown(_ header: DocumentHeader) -> String {
    [
      header.superiorBody, header.issuingBody,
      header.notation.map { "\($0.number.map(String.init) ?? "?")/\($0.symbol)" }
        ?? (header.hasNotationLine ? "blank" : nil), header.place,
      header.date?.value.iso ?? header.incompleteDate.map { "(\($0))" }, header.typeName,
      header.subject,
    ].map { $0 ?? "-" }.joined(separator: " | ")
  }

  static func header(_ text: String) -> String { shown(Reading.facts(text).header) }

  /// The font that showed small letters as capitals was lost with the fonts of the document.
  @Test func aHeadInSmallLettersLostItsCapitals() {
    let text =
      "phòng gd&đt huyện nam sách\ntrường tiểu học an sơn\ncộng hòa xã hội chủ nghĩa việt nam\n"
      + "Độc lập - Tự do - Hạnh phúc\nSố: 12/BC-THAS\nAn Sơn, ngày 05 tháng 01 năm 2024\nbáo cáo\n"
      + "Tự đánh giá năm 2023\n\nMở đầu.\n"
      + (0..<40).map { "Câu \($0).\n" }.joined() + "ii. kết quả\nnhư đã nêu ở trên"
    let facts = Reading.facts(text)
    #expect(
      Self.shown(facts.header)
        == "PHÒNG GD&ĐT HUYỆN NAM SÁCH | TRƯỜNG TIỂU HỌC AN SƠN | 12/BC-THAS | An Sơn | 2024-01-05 | BÁO CÁO | Tự đánh giá năm 2023"
    )
    #expect(facts.headings.map(\.text) == ["KẾT QUẢ"])
  }

  @Test func smallLettersBesideAHeadInCapitalsStay() {
    let facts = Reading.facts(
      "TRƯỜNG TIỂU HỌC AN SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        + "BÁO CÁO\nTự đánh giá năm 2023\n\nMở đầu.\nii. kết quả")
    #expect(facts.headings.map(\.text) == ["kết quả"] || facts.headings.isEmpty)
    #expect(facts.header.subject == "Tự đánh giá năm 2023")
  }

  @Test func aPlaceAloneAboveTheBodyIsNoTitle() {
    let header = Self.header(
      "HUYỆN SƠN ĐỘNG\nỦY BAN NHÂN DÂN XÃ LONG SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        + "Độc lập - Tự do - Hạnh phúc\n\nBẢNG TỔNG HỢP CÁC TIÊU CHÍ\nNăm 2024\n\nNhư sau.")
    #expect(
      header
        == "HUYỆN SƠN ĐỘNG | ỦY BAN NHÂN DÂN XÃ LONG SƠN | - | - | - | - | BẢNG TỔNG HỢP CÁC TIÊU CHÍ Năm 2024"
    )
  }

  @Test(arguments: [("Số 12-CV/ĐU", "12/CV/ĐU"), ("Số 12-AB/ĐU", "-")])
  func aLetterOfThePartyHasItsNumber(line: String, notation: String) {
    let header = Reading.facts(
      "ĐẢNG BỘ HUYỆN LẠC THỦY\nĐẢNG ỦY XÃ HOA MAI\n*\n\(line)\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        + "Hoa Mai, ngày 05 tháng 01 năm 2024\nKính gửi: Huyện ủy"
    ).header
    #expect((header.notation.map { "\($0.number ?? 0)/\($0.symbol)" } ?? "-") == notation)
  }

  @Test(arguments: [
    (
      """
      UBND HUYỆN CẦN GIUỘC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMTRƯỜNG MG LONG THƯỢNG Độc lập – Tự do –Hạnh phúc
      Số: 144 /BC-MGLT Long Thượng, ngày 10 tháng 05 năm 2023
      BÁO CÁO
      Đánh giá, sơ kết 02 năm thực hiện Chuyên đề
      """,
      "UBND HUYỆN CẦN GIUỘC | TRƯỜNG MG LONG THƯỢNG | 144/BC-MGLT | Long Thượng | 2023-05-10 | BÁO CÁO | Đánh giá, sơ kết 02 năm thực hiện Chuyên đề"
    ),
    (
      """
         UBND HUYỆN CẦN GIUỘC                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TRƯỜNG MG PHƯỚC HẬU                               Độc lập - Tự do - Hạnh phúc
           Số: 116/BC-MGPH                              Phước Hậu, ngày 09 tháng  6  năm 2022
      BÁO CÁO
      TỔNG KẾT NĂM HỌC 2021 - 2022
      """,
      "UBND HUYỆN CẦN GIUỘC | TRƯỜNG MG PHƯỚC HẬU | 116/BC-MGPH | Phước Hậu | 2022-06-09 | BÁO CÁO | TỔNG KẾT NĂM HỌC 2021 - 2022"
    ),
    (
      """
      UBND HUYỆN NÚI THÀNH
      CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TRƯỜNG TH HOÀNG VĂN THỤ
      Độc lập - Tự do - Hạnh phúc
      Số:  32  /KH-THHVT
      Tam Sơn,  ngày  25 tháng 9 năm 2023
      KẾ HOẠCH
      NĂM HỌC: 2023-2024
      """,
      "UBND HUYỆN NÚI THÀNH | TRƯỜNG TH HOÀNG VĂN THỤ | 32/KH-THHVT | Tam Sơn | 2023-09-25 | KẾ HOẠCH | NĂM HỌC: 2023-2024"
    ),
    (
      "Số: /BC-HKH   Thanh Oai, ngày tháng 4 năm 2012",
      "- | - | ?/BC-HKH | Thanh Oai | (Thanh Oai, ngày tháng 4 năm 2012) | - | -"
    ),
    (
      "Số: ....../KH-THAS\nAn Sơn, ngày ..... tháng ..... năm 2023\nKẾ HOẠCH\nHọc tập thường xuyên",
      "- | - | ?/KH-THAS | An Sơn | (An Sơn, ngày ..... tháng ..... năm 2023) | KẾ HOẠCH | Học tập thường xuyên"
    ),
    (
      """
      PHÒNG GD&ĐT NAM SÁCH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TRƯỜNG THCS SỐ 1 AN SƠN\tĐộc lập - Tự do - Hạnh phúc
      Số: 05/QĐ-THCSAS\tAn Sơn, ngày 3 tháng 1 năm 2023
      QUYẾT ĐỊNH
      Về việc thành lập Hội đồng tự đánh giá Đơn vị học tập năm 2023

      HIỆU TRƯỞNG TRƯỜNG THCS SỐ 1 AN SƠN
      """,
      "PHÒNG GD&ĐT NAM SÁCH | TRƯỜNG THCS SỐ 1 AN SƠN | 5/QĐ-THCSAS | An Sơn | 2023-01-03 | QUYẾT ĐỊNH | Về việc thành lập Hội đồng tự đánh giá Đơn vị học tập năm 2023"
    ),
    (
      """
      TRƯỜNG TIỂU HỌC HÒA BÌNH
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      ---------------
      BIÊN BẢN HỌP TỰ ĐÁNH GIÁ, XẾP LOẠI ĐƠN VỊ HỌC TẬP
      NĂM 2023

      Thời gian: 8 giờ 00 ngày 28 tháng 12 năm 2023
      Địa điểm: Phòng họp nhà trường
      """,
      "- | TRƯỜNG TIỂU HỌC HÒA BÌNH | - | - | 2023-12-28 | BIÊN BẢN | HỌP TỰ ĐÁNH GIÁ, XẾP LOẠI ĐƠN VỊ HỌC TẬP NĂM 2023"
    ),
    (
      """
      UBND THÀNH PHỐ HẢI DƯƠNG
      TRƯỜNG MẦM NON
      HOA SEN
      Số: 7/TTr-MNHS
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập – Tự do – Hạnh phúc
      Hải Dương, ngày 05/01/2024
      TỜ TRÌNH
      Đề nghị công nhận Đơn vị học tập năm 2023
      Kính gửi: Phòng Giáo dục và Đào tạo
      """,
      "UBND THÀNH PHỐ HẢI DƯƠNG | TRƯỜNG MẦM NON HOA SEN | 7/TTr-MNHS | Hải Dương | 2024-01-05 | TỜ TRÌNH | Đề nghị công nhận Đơn vị học tập năm 2023"
    ),
    (
      """
      PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
      TRƯỜNG TH LÊ LỢI
      Số: 15/CV-THLL
      V/v triển khai học tập thường xuyên
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Lê Lợi, ngày 12 tháng 02 năm 2023
      Kính gửi: Các tổ chuyên môn
      """,
      "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO | TRƯỜNG TH LÊ LỢI | 15/CV-THLL | Lê Lợi | 2023-02-12 | - | triển khai học tập thường xuyên"
    ),
    (
      "B Á O   C Á O\nKết quả tự đánh giá năm 2023\n\nCăn cứ Thông tư",
      "- | - | - | - | - | B Á O C Á O | Kết quả tự đánh giá năm 2023"
    ),
    (
      "Báo cáo tự đánh giá Đơn vị học tập năm 2023\n\nThực hiện Thông tư số 22/2020/TT-BGDĐT, nhà trường báo cáo như sau:",
      "- | - | - | - | - | Báo cáo | tự đánh giá Đơn vị học tập năm 2023"
    ),
  ])
  func readsHeaderBlocks(_ text: String, _ expected: String) {
    #expect(Self.header(text) == expected)
  }

  static let parts = [
    "UBND HUYỆN NAM SÁCH", "TRƯỜNG TIỂU HỌC AN SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "Số: 08/KH-THAS", "An Sơn, ngày 15 tháng 3 năm 2023",
  ]
  static let expected =
    "UBND HUYỆN NAM SÁCH | TRƯỜNG TIỂU HỌC AN SƠN | 8/KH-THAS | An Sơn | 2023-03-15 | KẾ HOẠCH | Thực hiện việc học tập thường xuyên năm 2023"

  /// The same header in every way it is set on the page.
  @Test func readsEveryLayout() {
    let p = Self.parts
    let title =
      "\nKẾ HOẠCH\nThực hiện việc học tập thường xuyên năm 2023\n\nCăn cứ Thông tư 22/2020/TT-BGDĐT;"
    let heads = [
      p.joined(separator: "\n"), "\(p[0])\n\(p[1])\n\(p[4])\n\(p[2])\n\(p[3])\n\(p[5])",
      "\(p[0])\t\(p[2])\n\(p[1])\t\(p[3])\n\(p[4])\t\(p[5])",
      "\(p[0]) \(p[2])\n\(p[1]) \(p[3])\n\(p[4]) \(p[5])",
      "\(p[2])\n\(p[3])\n\(p[0])\n\(p[1])\n\(p[4])\n\(p[5])",
      "\(p[0])\(p[2])\(p[1])\(p[3])\(p[4]) \(p[5])",
      "\(p[0])\n\(p[1])\n-------\n\(p[2])\n\(p[3])\n------------\n\(p[4])    \(p[5])",
      "\(p[0]) \(p[1]) \(p[2]) \(p[3]) \(p[4]) \(p[5])",
    ]
    for head in heads { #expect(Self.header(head + title) == Self.expected, "\(head)") }
    let body = Reading.paragraphs(title)
    let tables = [
      [["\(p[0])\n\(p[1])", "\(p[2])\n\(p[3])"], [p[4], p[5]]],
      [["\(p[0])\n\(p[1])\n\(p[4])", "\(p[2])\n\(p[3])\n\(p[5])"]],
      [[p[0], p[2]], [p[1], p[3]], [p[4], p[5]]],
      [["\(p[0])\n\(p[1])\n––––––", "", "\(p[2])\n\(p[3])\n––––––"], [p[4], "", p[5]]],
    ]
    for table in tables {
      let facts = Reading.reader.facts(from: [Reading.table(table)] + body, title: nil)
      #expect(Self.shown(facts.header) == Self.expected)
    }
  }

  @Test func endsTheHeadAtATableUnderATitleOfNoType() {
    let head = Reading.table([
      [
        "UBND HUYỆN NAM BÌNH\nTRƯỜNG MẦM NON HOA SEN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
      ]
    ])
    let rows = Reading.table([
      ["TT", "Tiêu chí, chỉ tiêu", "Mức", "Minh chứng"],
      ["1", "Đơn vị có kế hoạch học tập", "Mức 1", "Kế hoạch số 11/KH-MNHS"],
    ])
    let title = Reading.paragraphs("BẢNG TỔNG HỢP\nKết quả các tiêu chí năm 2024")
    let header = Reading.reader.facts(from: [head] + title + [rows], title: nil).header
    #expect(
      Self.shown(header)
        == "UBND HUYỆN NAM BÌNH | TRƯỜNG MẦM NON HOA SEN | - | - | - | - | BẢNG TỔNG HỢP Kết quả các tiêu chí năm 2024"
    )
  }

  /// A sheet of a title alone: what its rows cite is neither its number nor its date, nor is a
  /// criterion its body.
  @Test(arguments: [true, false])
  func endsTheHeadAtARowOfData(isOneTable: Bool) {
    let title = [["BẢNG TỔNG HỢP"], ["Kết quả các tiêu chí năm 2024"]]
    let rows = [
      ["TT", "Tiêu chí, chỉ tiêu", "Mức", "Minh chứng"],
      ["1", "Đơn vị có kế hoạch học tập", "Mức 1", "Kế hoạch số 11/KH-MNHS ngày 15/01/2024"],
    ]
    let blocks =
      isOneTable
      ? [Reading.table(title + rows)]
      : Reading.paragraphs(title.joined().joined(separator: "\n")) + [Reading.table(rows)]
    let header = Reading.reader.facts(from: blocks, title: nil).header
    #expect(
      Self.shown(header) == "- | - | - | - | - | - | BẢNG TỔNG HỢP Kết quả các tiêu chí năm 2024")
  }

  /// A sheet whose head is one column of rows, and one of two columns whose body takes two rows.
  @Test(arguments: [true, false])
  func tellsTheTitleUnderTheMottoFromARestOfTheBody(isOneColumn: Bool) {
    let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    let motto = "Độc lập - Tự do - Hạnh phúc"
    let head =
      isOneColumn
      ? [["UBND HUYỆN NAM BÌNH"], ["TRƯỜNG MẦM NON HOA SEN"], [nation], [motto]]
      : [["UBND HUYỆN NAM BÌNH", nation], ["TRƯỜNG MẦM NON", motto], ["HOA SEN", ""]]
    let title =
      isOneColumn ? [["BẢNG TỔNG HỢP"], ["Kết quả các tiêu chí năm 2024"]] : [[String]]()
    let header = Reading.reader.facts(
      from: [Reading.table(head + title), .paragraph(Paragraph("Nội dung."))], title: nil
    ).header
    #expect(header.issuingBody == "TRƯỜNG MẦM NON HOA SEN")
    #expect(
      header.subject == (isOneColumn ? "BẢNG TỔNG HỢP Kết quả các tiêu chí năm 2024" : nil))
  }

  /// Bodies of every kind, above a form that names no type.
  @Test(arguments: [
    ("LIÊN MINH HỢP TÁC XÃ TỈNH NAM BÌNH", "HỢP TÁC XÃ NÔNG NGHIỆP AN SƠN"),
    ("BCH ĐOÀN TỈNH NAM BÌNH", "HUYỆN ĐOÀN AN SƠN"),
    ("BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH NAM BÌNH", "ĐỒN BIÊN PHÒNG AN SƠN"),
  ])
  func bodiesOfOtherKinds(superior: String, body: String) {
    let header = Reading.facts(
      "\(superior)\n\(body)\n\nBẢNG TỔNG HỢP\nCác tiêu chí năm 2024\nNội dung."
    ).header
    #expect(header.superiorBody == superior)
    #expect(header.issuingBody == body)
  }

  @Test func readsAHeadOfThreeColumns() {
    let head = Reading.table([
      ["UBND HUYỆN NAM BÌNH", "Mẫu 01", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["TRƯỜNG MẦM NON HOA SEN", "", "Độc lập - Tự do - Hạnh phúc"],
      ["Số: 12/BC-MNHS", "Nam Bình,", "ngày 05 tháng 01 năm 2024"],
    ])
    let text = Reading.paragraphs("BÁO CÁO\nTự đánh giá Đơn vị học tập năm 2023\n\nNội dung.")
    let header = Reading.reader.facts(from: [head] + text, title: nil).header
    #expect(header.notation?.written == "12/BC-MNHS")
    #expect(header.date?.value == CalendarDate(year: 2024, month: 1, day: 5))
  }
}
