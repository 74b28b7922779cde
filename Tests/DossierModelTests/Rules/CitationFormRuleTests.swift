import DossierModel
import Testing

@Suite struct CitationFormRuleTests {
  /// The forms the rule asks for in a report that cites so.
  private static func expected(_ lines: String...) -> [String] {
    let facts = Reading.facts("BÁO CÁO\nTự đánh giá năm 2023\n\n" + lines.joined(separator: "\n"))
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.citations = facts.citations
    }
    return dossier.findings(.textCitationForm).map { finding in
      guard case .text(let text)? = finding.arguments["expected"] else { return "" }
      return text
    }
  }

  @Test(arguments: [
    ("Thông tư 22/2020/TT- BGDĐT ngày 06/8/2020", "22/2020/TT-BGDĐT"),
    ("Thông tư số 22 /2020/TT-BGDĐT ngày 06/8/2020", "22/2020/TT-BGDĐT"),
    ("Thông tư 22/2020/TT-BGD ngày 06/8/2020", "22/2020/TT-BGDĐT"),
    ("Thông tư 22/2020/TT-BGDT ngày 06/8/2020", "22/2020/TT-BGDĐT"),
    ("Thông tư 22/2020/TT/BGDĐT ngày 06/8/2020", "22/2020/TT-BGDĐT"),
    ("Thông tư số 22/TT-BGDĐT ngày 06/8/2020", "22/2020/TT-BGDĐT"),
    ("Công văn số 1455/UBND- GDĐT ngày 22/12/2023", "1455/UBND-GDĐT"),
  ])
  func asksForTheForm(line: String, form: String) {
    #expect(Self.expected(line) == [form])
  }

  @Test(arguments: [
    "Thông tư 22/2020/TT-BGDĐT ngày 06/8/2020", "Nghị định 30/2020/NĐ-CP ngày 05/3/2020",
    "Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ",
    "Thông tư liên tịch số 10/2015/TTLT-BGDĐT-BNV ngày 06/6/2015",
    "Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019", "Công văn số 12/PGDĐT-GDTX ngày 05/01/2024",
    "Thông tư 15/2020/TT-BNN ngày 06/8/2020",
  ])
  func acceptsWhatIsInForm(line: String) {
    #expect(Self.expected(line).isEmpty)
  }

  @Test func oneActInTwoFormsIsSaidOnce() {
    let act = "Thông tư 22/2020/TT-BGDĐT ngày 06/8/2020"
    #expect(
      Self.expected(act, "Thông tư 22/2020/TT-BGD ngày 06/8/2020", "Thông tư 22/2020/TT-BGD")
        == ["22/2020/TT-BGDĐT"])
  }

  @Test(arguments: [
    ("- Lưu VT.", 1), ("Lưu VT.", 1), ("- Lưu: VT.", 0), ("- Lưu: VT, HS", 0), ("- Phòng GDĐT;", 0),
  ])
  func archiveLine(line: String, count: Int) {
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.recipients = [line]
    }
    #expect(dossier.findings(.textCitationForm).count == count)
  }
}
