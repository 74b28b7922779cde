import DossierModel
import Testing

@Suite struct DateFaultTests {
  private static func header(_ dateLine: String) -> DocumentHeader {
    Reading.facts(
      "TRƯỜNG TIỂU HỌC HÒA BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        + "Số: 05/BC-THHB\n\(dateLine)\nBÁO CÁO\nTự đánh giá Đơn vị học tập năm 2024\n"
        + "Thực hiện kế hoạch năm học, nhà trường báo cáo như sau:"
    ).header
  }

  @Test(arguments: [
    "Hòa Bình, ngày 31 tháng 02 năm 2025", "Hòa Bình, ngày 31/02/2025",
    "Hòa Bình, ngày 15 tháng 13 năm 2025",
  ])
  func aDayThatIsNotInTheCalendar(line: String) {
    let header = Self.header(line)
    #expect(header.date == nil)
    #expect(header.incompleteDate == line)
    #expect(header.isUnrealDate)
  }

  @Test(arguments: ["Hòa Bình, ngày … tháng 02 năm 2025", "Hòa Bình, ngày 31 tháng 02 năm 20…"])
  func aBlankIsNoUnrealDay(line: String) {
    let header = Self.header(line)
    #expect(header.incompleteDate != nil)
    #expect(!header.isUnrealDate)
  }

  @Test(arguments: ["Hòa Bình, 14/01/2025", "14/01/2025", "TP. Hòa Bình, 14-01-2025"])
  func aPlaceAndADateInFiguresAlone(line: String) {
    let header = Self.header(line)
    #expect(header.date == nil)
    #expect(header.informalDate == line)
  }

  /// Lines that name a date and are not the line of place and date.
  @Test(arguments: [
    "Hòa Bình, ngày 14 tháng 01 năm 2025", "(kèm theo Quyết định của Sở, 14/01/2025)",
    "Bản sửa sau cuộc họp, 14/01/2025", "Mã số 14/01/2025/A",
  ])
  func anotherLineWithADate(line: String) {
    #expect(Self.header(line).informalDate == nil)
  }
}
