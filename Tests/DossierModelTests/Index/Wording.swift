/// Texts of an invented school, right in every point unless told otherwise.
enum Wording {
  static func head(
    _ number: String, _ date: String, unit: String = "TRƯỜNG TIỂU HỌC HOA MAI"
  ) -> String {
    """
    UBND HUYỆN LẠC THỦY
    \(unit)
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số: \(number)
    Hoa Mai, \(date)
    """
  }

  static func plan(
    year: Int = 2023, number: String = "15/KH-THHM", date: String = "ngày 10 tháng 02 năm 2023"
  ) -> String {
    """
    \(head(number, date))
    KẾ HOẠCH
    Triển khai và thực hiện việc học tập thường xuyên năm \(year)
    Căn cứ Thông tư số 22/2020/TT-BGDĐT ngày 06/8/2020 của Bộ Giáo dục và Đào tạo;
    I. MỤC ĐÍCH
    Nâng cao chất lượng học tập của thành viên.
    II. NỘI DUNG
    Tổ chức học tập cho toàn thể thành viên.
    III. TỔ CHỨC THỰC HIỆN
    Các tổ thực hiện nghiêm túc kế hoạch này.
    Nơi nhận:
    - Các tổ;
    - Lưu: VT.
    HIỆU TRƯỞNG
    Nguyễn Thị Hạnh
    """
  }

  static func report(
    year: Int = 2023, number: String = "12/BC-THHM", date: String = "ngày 05 tháng 01 năm 2024",
    points: Bool = true, groups: [String] = ["30/30", "30/30", "35/40"], total: String = "95/100",
    rating: String = "Tốt", extra: String = "", unit: String = "TRƯỜNG TIỂU HỌC HOA MAI"
  ) -> String {
    let scores =
      points
      ? """
      Kết quả tự đánh giá: Đạt \(total) điểm
      Xếp loại: \(rating)
      1. Các tiêu chí về các điều kiện để xây dựng Đơn vị học tập: Đạt \(groups[0]) điểm.
      2. Các tiêu chí về kết quả học tập của thành viên: Đạt \(groups[1]) điểm.
      3. Các tiêu chí đánh giá hiệu quả, tác động của xây dựng Đơn vị học tập: Đạt \(groups[2]) điểm.
      """ : ""
    return """
      \(head(number, date, unit: unit))
      BÁO CÁO
      Tự đánh giá, xếp loại Đơn vị học tập năm \(year)
      Căn cứ Thông tư số 22/2020/TT-BGDĐT ngày 06/8/2020 của Bộ Giáo dục và Đào tạo;
      Nhà trường báo cáo kết quả tự đánh giá, xếp loại Đơn vị học tập năm \(year) như sau:
      I. CÔNG TÁC CHỈ ĐẠO
      Nhà trường phổ biến Thông tư tới toàn thể thành viên.
      II. KẾT QUẢ TỰ ĐÁNH GIÁ
      \(scores)
      III. PHƯƠNG HƯỚNG
      Tiếp tục thực hiện việc học tập thường xuyên.
      \(extra)
      Nơi nhận:
      - Phòng GDĐT Lạc Thủy;
      - Lưu: VT.
      HIỆU TRƯỞNG
      Nguyễn Thị Hạnh
      """
  }

  static func minutes(
    year: Int = 2023, date: String = "ngày 28 tháng 12 năm 2023", total: String = "95",
    rating: String = "Tốt", unit: String = "TRƯỜNG TIỂU HỌC HOA MAI"
  ) -> String {
    """
    UBND HUYỆN LẠC THỦY
    \(unit)
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Hoa Mai, \(date)
    BIÊN BẢN
    Họp tự đánh giá, xếp loại Đơn vị học tập năm \(year)
    Thời gian: 14 giờ 00, \(date).
    Địa điểm: Phòng hội đồng.
    Chủ tọa: Bà Nguyễn Thị Hạnh – Hiệu trưởng.
    Thư ký: Bà Trần Thu Hà.
    Nội dung: Hội đồng thống nhất tổng số điểm tự chấm: \(total) điểm, xếp loại \(rating).
    Cuộc họp kết thúc lúc 16 giờ 00 cùng ngày.
    THƯ KÝ
    CHỦ TỌA
    """
  }
}
