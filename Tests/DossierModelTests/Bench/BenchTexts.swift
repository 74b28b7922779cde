import DossierModel

/// A school's documents in several wordings.
extension BenchSchool {
  func head(
    _ style: Int, _ number: String?, _ dateLine: String, unit: String? = nil
  ) -> [TextBlock] {
    style % 2 == 0
      ? [header(number, dateLine, unit: unit)] : plainHeader(number, dateLine, unit: unit)
  }

  func planBlocks(_ style: Int) -> [TextBlock] {
    let titles = [
      "Triển khai và thực hiện việc học tập thường xuyên năm \(planYear ?? year)",
      "Xây dựng Đơn vị học tập năm \(planYear ?? year)",
      "Thực hiện việc học tập thường xuyên của đơn vị năm \(planYear ?? year)",
    ]
    return head(style, planNumber, planDateLine ?? planDate.written)
      + Reading.paragraphs(
        """
        KẾ HOẠCH
        \(titles[style % titles.count])
        Căn cứ Thông tư số 22/2020/TT-BGDĐT ngày 06 tháng 8 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo;
        \(unitInText) xây dựng kế hoạch như sau:
        I. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích
        Nâng cao nhận thức của thành viên về học tập suốt đời.
        2. Yêu cầu
        Mọi thành viên đều có kế hoạch học tập.
        II. NỘI DUNG
        Tổ chức các lớp bồi dưỡng trong năm.
        III. TỔ CHỨC THỰC HIỆN
        Các tổ chuyên môn triển khai kế hoạch này.
        Nơi nhận:
        - Các tổ chuyên môn;
        - Lưu: VT.
        HIỆU TRƯỞNG
        Nguyễn Thị Hạnh
        """)
  }

  func reportBlocks(_ style: Int) -> [TextBlock] {
    var blocks = head(style, reportNumber, reportDateLine ?? reportDate.written)
    let shown = reportYear ?? year
    blocks += Reading.paragraphs(
      """
      BÁO CÁO
      Tự đánh giá, xếp loại Đơn vị học tập năm \(shown)
      Căn cứ Thông tư số 22/2020/TT-BGDĐT ngày 06 tháng 8 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo quy định về đánh giá, xếp loại Đơn vị học tập;
      \(unitInText) báo cáo kết quả tự đánh giá, xếp loại Đơn vị học tập năm \(shown) như sau:
      I. CÔNG TÁC CHỈ ĐẠO
      1. Công tác chỉ đạo của lãnh đạo đơn vị
      Nhà trường đã phổ biến Thông tư tới toàn thể cán bộ, giáo viên, nhân viên.
      2. Công tác tự đánh giá
      Các thành viên nghiêm túc tự đánh giá.
      \(skipsHeading ? "III" : "II"). KẾT QUẢ TỰ ĐÁNH GIÁ
      """)
    if statesScore { blocks += scoreBlocks(style) }
    blocks += Reading.paragraphs(
      ([
        "\(skipsHeading ? "IV" : "III"). ĐÁNH GIÁ CHUNG", "1. Ưu điểm",
        "Trường đạt tập thể LĐTT, 3 giáo viên đạt danh hiệu CSTĐ cấp cơ sở.", "2. Nhược điểm",
        "Kinh phí còn hạn hẹp.",
      ] + reportExtra + [
        "\(skipsHeading ? "V" : "IV"). PHƯƠNG HƯỚNG",
        "Tiếp tục triển khai việc học tập thường xuyên năm \(shown + 1).", "Nơi nhận:",
        "- Phòng GDĐT Lạc Thủy;", hasCopyLine, "HIỆU TRƯỞNG", "Nguyễn Thị Hạnh",
      ]).joined(separator: "\n"))
    return blocks
  }

  private func scoreBlocks(_ style: Int) -> [TextBlock] {
    let total = reportTotal ?? "\(self.total)"
    func group(_ code: String) -> String { reportGroups[code] ?? "\(sum(code))" }
    var lines: [String] = []
    switch style % 4 {
    case 0:
      lines = ["Kết quả tự đánh giá: Đạt \(total)/100 điểm", "- Xếp loại \(rating)"]
      for (code, leaves) in Self.groups {
        lines.append(
          "\(code). \(Self.groupNames[code] ?? ""): Đạt \(group(code))/\(Self.maxima[code] ?? 0) điểm.")
        for leaf in leaves where statesDetail { lines.append("\(leaf.last ?? "a"). \(Self.names[leaf] ?? "").") }
      }
    case 1:
      for (code, leaves) in Self.groups {
        lines.append("\(code). \(Self.groupNames[code] ?? ""): \(group(code)) điểm")
        for leaf in leaves where statesDetail {
          lines.append(
            "\(leaf.last ?? "a") ) \(Self.names[leaf] ?? ""): \(points[leaf] ?? 0)/\(Self.maxima[leaf] ?? 0) điểm"
              .replacing(" )", with: ")"))
        }
      }
      lines.append("Tổng số điểm tự chấm: \(total)/100 điểm. Đơn vị tự xếp loại: \(rating).")
    case 2:
      for (code, _) in Self.groups {
        lines.append(
          "- Nhóm tiêu chí \(code) (\(Self.groupNames[code] ?? "")): đạt \(group(code)) điểm;")
      }
      lines.append("Tổng điểm: \(total) điểm; tự đánh giá xếp loại: Loại \(rating).")
    default:
      for (code, _) in Self.groups {
        lines.append("Tiêu chí \(code): \(group(code))/\(Self.maxima[code] ?? 0) điểm.")
      }
      lines.append("Tổng cộng: \(total)/100 điểm.")
      lines.append("Kết quả xếp loại Đơn vị học tập: \(rating).")
    }
    return Reading.paragraphs(lines.joined(separator: "\n"))
  }

  func minutesBlocks(_ style: Int) -> [TextBlock] {
    head(style, nil, minutesDate.written, unit: minutesUnit)
      + Reading.paragraphs(
        """
        BIÊN BẢN
        \(style % 2 == 0 ? "Họp tự đánh giá, xếp loại Đơn vị học tập năm \(year)" : "Tự đánh giá, xếp loại Đơn vị học tập năm \(year)")
        I. Thời gian, địa điểm
        Thời gian: 14 giờ 00 phút, \(minutesDate.written).
        Địa điểm: Phòng họp hội đồng.
        II. Thành phần
        - Chủ tọa: Bà Nguyễn Thị Hạnh - Hiệu trưởng.
        - Thư ký: Bà Trần Thu Hà.
        III. Nội dung
        Hội đồng thống nhất tổng số điểm tự chấm: \(minutesTotal ?? "\(total)")/100 điểm, xếp loại: \(minutesRating ?? rating).
        Cuộc họp kết thúc vào lúc 16 giờ 30 phút cùng ngày.
        THƯ KÝ
        CHỦ TỌA
        """)
  }

  func sheetBlocks(_ style: Int) -> [TextBlock] {
    let heads = [
      ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"],
      ["STT", "Nội dung tiêu chí", "Điểm chuẩn", "Tự đánh giá", "Ghi chú"],
      ["Tiêu chí", "Nội dung", "Điểm tối đa", "Minh chứng", "Điểm đơn vị tự chấm"],
    ]
    let order = style % heads.count
    var rows = [heads[order]]
    func row(_ code: String, _ name: String, _ most: String, _ own: String, _ proof: String) -> [String] {
      order == 2 ? [code, name, most, proof, own] : [code, name, most, own, proof]
    }
    for (place, (code, leaves)) in Self.groups.enumerated() {
      let label = order == 0 ? ["I", "II", "III"][place] : code
      rows.append(
        row(
          label, Self.groupNames[code] ?? "", "\(Self.maxima[code] ?? 0)",
          sheetGroups[code] ?? "\(sum(code))", ""))
      for (index, leaf) in leaves.enumerated() {
        let own = ["\(leaf.last ?? "a")", "\(code).\(index + 1)", leaf][order]
        rows.append(
          row(
            own, Self.names[leaf] ?? "", "\(Self.maxima[leaf] ?? 0)",
            sheetPoints[leaf] ?? "\(points[leaf] ?? 0)", order == 1 ? "" : sheetEvidence[leaf] ?? ""))
      }
      if code == "3", let extraRow { rows.append(row(extraRow[0], extraRow[1], extraRow[2], extraRow[3], "")) }
    }
    if hasSheetTotal {
      rows.append(row("", "Tổng cộng", "100", sheetTotal ?? "\(total)", ""))
    }
    return Reading.paragraphs(
      """
      \(superior)
      \(unit)
      BIỂU ĐIỂM
      Tự đánh giá, xếp loại Đơn vị học tập năm \(year)
      """) + [Reading.table(rows)]
      + Reading.paragraphs(hasSheetTotal ? "Xếp loại: \(rating)" : "")
  }
}
