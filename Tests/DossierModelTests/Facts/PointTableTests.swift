import DossierCatalog
import DossierModel
import Testing

/// Tables of points of a regime that states none: with their own maxima and total.
@Suite struct PointTableTests {
  private static func dossier(_ rows: [[String]]) throws -> (DossierFixture, Profile) {
    let profile = try #require(try ProfileCatalog.builtIn("generic"))
    let reader = FactReader(lexicon: Reading.lexicon, profile: profile)
    var dossier = DossierFixture()
    dossier.add("1-bao-cao/bao-cao.docx", "x") { file in
      file.facts = reader.facts(
        from: Reading.paragraphs(
          "VĂN PHÒNG BỘ\nSố: 12/BC-VP\nHà Nội, ngày 20 tháng 12 năm 2023\nBÁO CÁO\n"
            + "Tổng kết năm 2023\n\nTự chấm điểm như sau.") + [Reading.table(rows)], title: nil)
    }
    return (dossier, profile)
  }

  private static let head = ["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"]
  private static let rows = [
    ["1", "Kỷ luật, kỷ cương hành chính", "20", "19"],
    ["2", "Cải cách hành chính", "30", "27,5"],
    ["3", "Nhiệm vụ chuyên môn", "50", "48"],
  ]

  @Test func aTotalThatItsRowsDoNotMake() throws {
    let (dossier, profile) = try Self.dossier(
      [Self.head] + Self.rows + [["", "Tổng cộng", "100", "96,5"], ["", "Xếp loại", "", "Tốt"]])
    let found = dossier.report(profile: profile).findings.filter { $0.code == .scoreSum }
    #expect(found.map(\.variant) == ["table"])
    #expect(found.first?.arguments["computed"] == .points(Points(hundredths: 9450)))
  }

  @Test(arguments: [
    [head] + rows + [["", "Tổng cộng", "100", "94,5"]],
    // Rounded to whole points.
    [head] + rows + [["", "Tổng cộng", "100", "95"]],
    // Points taken off in a row that has no maximum.
    [head] + rows + [["4", "Điểm trừ", "", "2"], ["", "Tổng cộng", "100", "92,5"]],
    // Groups with their criteria.
    [head, ["I", "Cải cách hành chính", "50", "46,5"]] + rows.prefix(2)
      + [["II", "Nhiệm vụ chuyên môn", "50", "48"], ["", "Cộng", "100", "94"]],
    // No total.
    [head] + rows,
    // Numbers of things, not of points.
    [
      ["TT", "Loại văn bản", "Năm 2022", "Năm 2023"], ["1", "Văn bản đến", "20", "30"],
      ["2", "Văn bản đi", "5", "7"], ["", "Cộng", "25", "40"],
    ],
  ])
  func aTableThatSaysNothing(rows: [[String]]) throws {
    let (dossier, profile) = try Self.dossier(rows)
    #expect(dossier.report(profile: profile).findings.filter { $0.code == .scoreSum } == [])
  }
}
