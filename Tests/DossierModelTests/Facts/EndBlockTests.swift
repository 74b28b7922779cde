import DossierModel
import Testing

@Suite struct EndBlockTests {
  @Test func readsTheEndBlock() {
    let blocks =
      Reading.paragraphs("KẾ HOẠCH\nHọc tập thường xuyên\n\nNội dung kế hoạch./.") + [
        Reading.table([
          [
            "Nơi nhận:\n- Phòng GD&ĐT (để b/c);\n- Các tổ chuyên môn;\n- Lưu: VT.",
            "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n(Đã ký)\n\nTrần Thị Mai",
          ]
        ])
      ]
    let header = Reading.reader.facts(from: blocks, title: nil).header
    #expect(
      header.signer == Signer(authority: "KT.", position: "PHÓ HIỆU TRƯỞNG", name: "Trần Thị Mai"))
    #expect(header.recipients == ["Phòng GD&ĐT (để b/c)", "Các tổ chuyên môn", "Lưu: VT."])
  }

  @Test func readsTheEndBlockFromParagraphs() {
    let header = Reading.facts(
      "BÁO CÁO\nTự đánh giá\n\nNội dung.\nNơi nhận:\tHIỆU TRƯỞNG\n- Phòng GD&ĐT;\n- Lưu: VT.\n\n\n\tNguyễn Văn An"
    ).header
    #expect(header.signer?.position == "HIỆU TRƯỞNG")
    #expect(header.recipients.contains("Lưu: VT."))
  }

  @Test func readsADateInTheEndBlockOfAForm() {
    let header = Reading.facts(
      "BIỂU ĐIỂM TỰ ĐÁNH GIÁ\nNăm 2023\n\nNội dung\nAn Sơn, ngày 28 tháng 12 năm 2023\nHIỆU TRƯỞNG"
    ).header
    #expect(header.date?.value == CalendarDate(year: 2023, month: 12, day: 28))
  }
}
