import DossierModel
import Testing

@Suite struct YearTests {
  @Test(
    arguments: [
      ("Tự đánh giá, xếp loại Đơn vị học tập năm 2023", 2023),
      ("Đơn vị học tập của Trường TH An Sơn năm 2022", 2022),
      ("Sơ kết 02 năm thực hiện Chuyên đề", nil), ("Theo Thông tư ngày 06 tháng 8 năm 2020", nil),
      ("Kết quả năm học 2022-2023", nil), ("Tổng kết năm 2022 và phương hướng năm 2023", 2022),
    ] as [(String, Int?)])
  func readsTheYearOfTheSubject(_ subject: String, _ year: Int?) {
    #expect(Reading.facts("BÁO CÁO\n\(subject)\n").assessedYear?.value == year)
  }

  @Test func keepsSchoolYearsApart() {
    let facts = Reading.facts("BÁO CÁO\nKết quả tự đánh giá năm học 2022-2023\n")
    #expect(facts.schoolYear?.value == SchoolYear(first: 2022, last: 2023))
    #expect(facts.assessedYear == nil)
  }
}
