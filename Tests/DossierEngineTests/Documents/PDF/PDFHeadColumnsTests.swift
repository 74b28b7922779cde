import DossierModel
import Testing

@testable import DossierEngine

@Suite struct PDFHeadColumnsTests {
  private static func shown(_ lines: [[(String, Double, Double)]]) -> [String] {
    PDFPageForge.blocks([PDFPageForge.page(1, lines)]).flatMap { block -> [String] in
      guard case .table = block else { return block.paragraphs.map(\.text) }
      return PDFPageForge.table(block)
    }
  }

  @Test func whatANarrowHalfHasBrokenGoesOn() {
    let shown = Self.shown([
      [("UBND HUYỆN AN SƠN", 50, 40), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 300, 40)],
      [("VIỆT NAM", 300, 52)], [("TRƯỜNG TIỂU HỌC AN SƠN", 50, 62)],
      [("Độc lập - Tự do - Hạnh phúc", 300, 72)], [("Số: 12/BC-THAS", 50, 84)],
      [("An Sơn, ngày 05 tháng 01 năm", 300, 94)], [("2024", 300, 106)],
      [("BÁO CÁO", 250, 130)], [("Tự đánh giá đơn vị học tập năm 2023", 180, 144)],
    ])
    #expect(
      shown == [
        "0,0 UBND HUYỆN AN SƠN|TRƯỜNG TIỂU HỌC AN SƠN|Số: 12/BC-THAS",
        "0,1 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|"
          + "An Sơn, ngày 05 tháng 01 năm 2024",
        "BÁO CÁO", "Tự đánh giá đơn vị học tập năm 2023",
      ])
  }

  @Test func aTitleAtTheEdgeOfTheLeftHalfIsNoneOfIt() {
    let shown = Self.shown([
      [("UBND HUYỆN AN SƠN", 50, 40), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 300, 40)],
      [("TRƯỜNG TIỂU HỌC AN SƠN", 50, 54), ("Độc lập - Tự do - Hạnh phúc", 300, 54)],
      [("Số: 12/BC-THAS", 50, 68), ("An Sơn, ngày 05 tháng 01 năm 2024", 300, 68)],
      [("BÁO CÁO", 50, 82)], [("Tự đánh giá", 50, 96)], [("Nội dung.", 50, 110)],
      [("Nơi nhận:", 50, 130), ("HIỆU TRƯỞNG", 300, 130)], [("- Lưu: VT.", 50, 144)],
    ])
    #expect(shown.first == "0,0 UBND HUYỆN AN SƠN|TRƯỜNG TIỂU HỌC AN SƠN|Số: 12/BC-THAS")
    #expect(
      Array(shown.dropFirst(2)) == [
        "BÁO CÁO", "Tự đánh giá", "Nội dung.", "Nơi nhận: HIỆU TRƯỞNG", "- Lưu: VT.",
      ])
  }

  @Test func theNumberMayStandBelowTheDate() {
    let shown = Self.shown([
      [("ỦY BAN NHÂN DÂN", 50, 40), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 300, 40)],
      [("HUYỆN AN SƠN", 60, 54), ("Độc lập - Tự do - Hạnh phúc", 322, 54)],
      [("TRƯỜNG THAS", 62, 68), ("An Sơn, ngày 05 tháng 01 năm 2024", 302, 68)],
      [("Số: 12/BC-THAS", 53, 82)], [("V/v tự chấm", 62, 96)], [("BÁO CÁO", 282, 120)],
    ])
    #expect(
      shown.first == "0,0 ỦY BAN NHÂN DÂN|HUYỆN AN SƠN|TRƯỜNG THAS|Số: 12/BC-THAS|V/v tự chấm")
    #expect(shown.last == "BÁO CÁO")
  }

  @Test func aColumnOfNumbersIsNoHalf() {
    let rows = (1...6).map { row in
      let top = 40 + Double(row) * 14
      return [("\(row)", 50.0, top), ("Có kế hoạch học tập", 120.0, top)]
    }
    #expect(!Self.shown(rows).contains { $0.hasPrefix("0,0") })
  }

  @Test func twoColumnsWithoutAMottoAreNoHead() {
    let shown = Self.shown([
      [("BIỂU ĐIỂM TỰ ĐÁNH GIÁ", 180, 40)],
      [("1a. Có kế hoạch học tập", 50, 60), ("10 điểm", 400, 60)],
      [("1b. Có quy định", 50, 74), ("10 điểm", 400, 74)],
      [("1c. Có đầu tư", 50, 88), ("8 điểm", 400, 88)],
      [("Tổng cộng", 50, 102), ("28 điểm", 400, 102)],
    ])
    #expect(shown.contains("1c. Có đầu tư 8 điểm"))
    #expect(shown.contains("Tổng cộng 28 điểm"))
  }

  @Test func theHeadOfAPartyBodyHasNoMotto() {
    let shown = Self.shown([
      [("ĐẢNG BỘ HUYỆN AN SƠN", 50, 40), ("ĐẢNG CỘNG SẢN VIỆT NAM", 300, 40)],
      [("CHI BỘ TRƯỜNG TIỂU HỌC", 50, 54), ("An Sơn, ngày 05 tháng 01 năm", 300, 54)],
      [("Số 12-BC/CB", 50, 68), ("2024", 300, 68)], [("BÁO CÁO", 250, 100)],
    ])
    #expect(
      shown.dropFirst().first == "0,1 ĐẢNG CỘNG SẢN VIỆT NAM|An Sơn, ngày 05 tháng 01 năm 2024")
  }
}
