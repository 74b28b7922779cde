import DossierModel
import Testing

@Suite struct CitationTests {
  static func citations(_ text: String) -> String {
    TextFactTests.facts(text).citations.map { citation in
      let notation =
        citation.notation.map { "\($0.number.map(String.init) ?? "?")/\($0.symbol)" } ?? citation
        .title ?? "-"
      return [
        citation.typeAbbreviation ?? "-", notation, citation.date?.iso,
        citation.isLegalAct ? "legal" : nil, citation.criterion,
      ]
      .compactMap { $0 }.joined(separator: " ")
    }.joined(separator: "; ")
  }

  @Test(arguments: [
    (
      "Căn cứ Thông tư số 22/2020/TT-BGDĐT ngày 06 tháng 8 năm 2020 của Bộ GDĐT",
      "TT 22/2020/TT-BGDĐT 2020-08-06 legal"
    ),
    ("Căn cứ Quyết định số 1373/QĐ-TTg ngày 30/7/2021", "QĐ 1373/QĐ-TTg 2021-07-30 legal"),
    ("Kế hoạch số 1 1/KH-THAS", "KH 11/KH-THAS"),
    ("Kế hoạch số 1, 12/KH-THAS", "KH 1/; KH 12/KH-THAS"),
    (
      "Kế hoạch số 05/KH-THAS ngày 10/01/2023 của Trường Tiểu học An Sơn về học tập thường xuyên",
      "KH 5/KH-THAS 2023-01-10"
    ),
    ("theo Kế hoạch của nhà trường số 12/KH-THAS", "KH 12/KH-THAS"),
    (
      "Công văn số 1455/UBND- GDĐT ngày 22/12/2023 về việc triển khai",
      "- 1455/UBND-GDĐT 2023-12-22"
    ),
    ("Quyết định số 15 ngày 3/1/2023", "QĐ 15/ 2023-01-03"),
    ("Luật Giáo dục số 43/2019/QH14", "- 43/2019/QH14 legal"),
    ("(số 07/QĐ-THAS ngày 05/02/2023)", "QĐ 7/QĐ-THAS 2023-02-05"),
    ("QĐ số 07/QĐ-THAS", "QĐ 7/QĐ-THAS"),
    ("QĐ 07/QĐ-THAS, 05/02/2023 về khen thưởng", "QĐ 7/QĐ-THAS 2023-02-05"),
    ("QĐ 07/QĐ-THAS, 12/KH-THAS", "QĐ 7/QĐ-THAS; KH 12/KH-THAS"),
    ("đạt 95/100 điểm, 32/32 giáo viên, ngày 10/12/2023", ""),
    (
      "Nhà trường xây dựng kế hoạch bồi dưỡng giáo viên hằng năm.",
      "KH kế hoạch bồi dưỡng giáo viên hằng năm"
    ),
    (
      "1. Điều kiện xây dựng đơn vị học tập: 30/30 điểm\na) Kế hoạch số 05/KH-THAS ngày 10/01/2023",
      "KH 5/KH-THAS 2023-01-10 1a"
    ),
    ("Thực hiện kế hoạch của ngành, nhà trường tổ chức học tập", ""),
  ])
  func readsCitations(_ text: String, _ expected: String) {
    #expect(Self.citations(text) == expected)
  }

  @Test func readsTheEvidenceColumn() {
    let rows = [
      ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"],
      [
        "1a", SheetTests.names["1a"] ?? "", "10", "10",
        "Kế hoạch số 05/KH-THAS ngày 10/01/2023;\nDanh sách đăng ký tự học",
      ],
      ["1b", SheetTests.names["1b"] ?? "", "10", "10", "Quy chế chi tiêu nội bộ năm 2023"],
      ["1c", SheetTests.names["1c"] ?? "", "10", "10", "Có"],
    ]
    let facts = Reading.reader.facts(from: [Reading.table(rows)], title: nil)
    let shown = facts.citations.map {
      "\($0.criterion ?? "-") \($0.notation?.written ?? $0.title ?? "-")"
    }
    #expect(
      shown == [
        "1a 05/KH-THAS", "1a Danh sách đăng ký tự học", "1b Quy chế chi tiêu nội bộ năm 2023",
      ])
  }
}
