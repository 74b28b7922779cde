import DossierModel
import Testing

/// Papers that a list of evidence names and the dossier has not.
@Suite struct UnheldPiecesTests {
  /// The codes of a dossier whose report lists papers at 1b and that has these files there.
  private func listing(_ list: String, _ names: [String]) -> [String] {
    var dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations =
        Reading.facts(
          "BÁO CÁO\nTự đánh giá năm 2023\n\nMở đầu văn bản.\n"
            + "Tiêu chí 1b: Có quy định cụ thể nhằm động viên thành viên học tập.\nMinh chứng: "
            + list
        ).citations
    }
    dossier.files.removeAll { $0.path == DossierFixture.evidence("1b") }
    for name in names { dossier.bare("5-minh-chung/1b/\(name)") }
    return dossier.codes()
  }

  /// Where each file is another paper of the list, the one that is left is not there.
  @Test(arguments: [
    ("Quy chế hỗ trợ học tập; Trích nội quy cơ quan.", ["Quy chế hỗ trợ học tập.docx"], true),
    ("Ảnh phòng đọc sách; Bảng kê kinh phí đào tạo.", ["bang ke kinh phi dao tao.xlsx"], true),
    (
      "Ảnh phòng đọc sách; Bảng kê kinh phí đào tạo.",
      ["Bảng kê kinh phí đào tạo.docx", "Anh phong doc sach.jpg"], false
    ),
    (
      "Kế hoạch 09/KH-THHM; Trích nội quy cơ quan.", ["09-KH-THHM.docx"], true
    ),
    (
      "Kế hoạch 09/KH-THHM; Trích nội quy cơ quan.",
      ["09-KH-THHM.docx", "Nội quy (trích) cơ quan.docx"], false
    ),
    // A list of more words than a quote holds is read to its end.
    (
      "Quyết định số 38/QĐ-THHM ngày 12/5/2023 của Trường Tiểu học Hồng Minh về việc ban hành quy định khuyến khích thành viên tham gia học tập năm 2023; Kế hoạch số 09/KH-THHM (14/02/2023) Bồi dưỡng thường xuyên năm 2023.",
      ["38-QĐ-THHM.docx", "09-KH-THHM.docx"], false
    ),
    (
      "Quyết định số 38/QĐ-THHM ngày 12/5/2023 của Trường Tiểu học Hồng Minh về việc ban hành quy định khuyến khích thành viên tham gia học tập năm 2023; Trích nội quy cơ quan.",
      ["38-QĐ-THHM.docx"], true
    ),
    // A file that is none of them may be the other one.
    ("Quy chế hỗ trợ học tập; Trích nội quy cơ quan.", ["IMG_0012.jpg"], false),
    (
      "Quy chế hỗ trợ học tập; Trích nội quy cơ quan.",
      ["Quy chế hỗ trợ học tập.docx", "Văn bản 2.docx"], false
    ),
    // What is said of the unit, and where to look, is no paper.
    (
      "Quy chế hỗ trợ học tập; Có nhiều hình thức động viên; Hồ sơ lưu tại phòng Tổ chức.",
      ["Quy chế hỗ trợ học tập.docx"], false
    ),
  ])
  func papersOfAList(list: String, names: [String], isAsked: Bool) {
    #expect(listing(list, names) == (isAsked ? ["evidence.dangling"] : []))
  }
}
