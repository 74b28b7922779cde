import DossierModel
import Testing

/// The day of a meeting, in the many words in which minutes begin.
@Suite struct MinutesDayTests {
  private static func day(_ line: String) -> CalendarDate? {
    let facts = Reading.facts(
      "BIÊN BẢN\nHọp tự đánh giá, xếp loại Đơn vị học tập năm 2021\n\n\(line)\nChủ trì: Bà Nguyễn Thị Hoa"
    )
    return facts.minutes?.date?.value
  }

  @Test(arguments: [
    "Hồi 14 giờ 00, ngày 20/12/2021, tại phòng họp của đơn vị.",
    "Ngày 20 tháng 12 năm 2021, hồi 14 giờ, tại hội trường.",
    "Lúc 14 giờ ngày 20/12/2021, Hội đồng họp.", "Vào 14 giờ ngày 20 tháng 12 năm 2021.",
    "Cuộc họp được tiến hành vào ngày 20/12/2021.", "Ngày họp: 20/12/2021",
    "Thực hiện Kế hoạch số 05/KH-TTYT ngày 18/01/2021, hôm nay, ngày 20/12/2021, đơn vị họp.",
    "14 giờ 00 ngày 20/12/2021 khai mạc cuộc họp theo Kế hoạch ngày 18/01/2021.",
    "Thời gian: 14 giờ ngày 20/12/2021",
  ])
  func isRead(_ line: String) {
    #expect(Self.day(line) == CalendarDate(year: 2021, month: 12, day: 20))
  }

  @Test(arguments: [
    "Căn cứ Kế hoạch số 05/KH-TTYT ngày 18/01/2021 của đơn vị.", "Địa điểm: phòng họp.",
    "Căn cứ Thông tư số 22/2020/TT-BGDĐT ngày 06/8/2020 của Bộ Giáo dục và Đào tạo quy định về thời gian đánh giá.",
  ])
  func isNotTheDayOfAPaper(_ line: String) { #expect(Self.day(line) == nil) }

  /// "(V/v: …)" below "BIÊN BẢN HỌP" says what the meeting was about.
  @Test func theSubjectMayStandInParentheses() {
    let facts = Reading.facts(
      "BIÊN BẢN HỌP\n(V/v: Tự đánh giá, xếp loại Đơn vị học tập năm 2021)\n\nHôm nay, ngày 20/12/2021."
    )
    #expect(facts.header.subject?.contains("Tự đánh giá") == true)
    #expect(facts.assessedYear?.value == 2021)
  }
}
