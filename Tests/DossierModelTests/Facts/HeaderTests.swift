import DossierModel
import Testing

@Suite struct HeaderTests {
  @Test func dump() {
    for text in [
      "UBND HUYỆN CẦN GIUỘC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMTRƯỜNG MG LONG THƯỢNG Độc lập – Tự do –Hạnh phúc\nSố: 144 /BC-MGLT Long Thượng, ngày 10 tháng 05 năm 2023\nBÁO CÁO\nĐánh giá, sơ kết 02 năm thực hiện Chuyên đề",
      "   UBND HUYỆN CẦN GIUỘC                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  TRƯỜNG MG PHƯỚC HẬU                               Độc lập - Tự do - Hạnh phúc\n     Số: 116/BC-MGPH                              Phước Hậu, ngày 09 tháng  6  năm 2022\nBÁO CÁO\nTỔNG KẾT NĂM HỌC 2021 - 2022\n",
      "UBND HUYỆN NÚI THÀNH\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG TH HOÀNG VĂN THỤ\nĐộc lập - Tự do - Hạnh phúc\nSố:  32  /KH-THHVT\nTam Sơn,  ngày  25 tháng 9 năm 2023\nKẾ HOẠCH\nNĂM HỌC: 2023-2024",
      "Số: /BC-HKH   Thanh Oai, ngày tháng 4 năm 2012",
    ] {
      let facts = Reading.facts(text)
      print(facts.header, facts.assessedYear as Any, facts.schoolYear as Any, separator: "\n")
    }
    let facts = Reading.reader.facts(from: Reading.realReport, title: nil)
    print(facts)
  }
}
