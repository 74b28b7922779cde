import DossierCatalog
import DossierModel
import Testing

/// Evidence that the list of codes says is kept on the net.
@Suite struct OnlineEvidenceTests {
  private static func dangling(_ places: [String], files: [String]) throws -> [String?] {
    let profile = try #require(try ProfileCatalog.builtIn("kdclgd"))
    let reader = FactReader(lexicon: Reading.lexicon, profile: profile)
    let head = ["TT", "Mã minh chứng", "Tên minh chứng", "Vị trí lưu trữ hoặc đường dẫn điện tử"]
    let rows = places.enumerated().map { index, place in
      ["\(index + 1)", "H1-1.1-0\(index + 1)", "Sổ theo dõi số \(index + 1)", place]
    }
    var dossier = DossierFixture()
    dossier.add("1-bao-cao/bao-cao.docx", "x") { file in
      file.facts = reader.facts(
        from: Reading.paragraphs(
          "TRƯỜNG MẦM NON HOA MAI\nSố: 12/BC-MNHM\nHoa Mai, ngày 20 tháng 5 năm 2024\nBÁO CÁO\n"
            + "Tự đánh giá năm 2024\n\nTiêu chí 1.1: Phương hướng\n"
            + "Nhà trường thực hiện tốt [H1-1.1-01]; [H1-1.1-02].\nDANH MỤC MÃ MINH CHỨNG")
          + [Reading.table([head] + rows)], title: nil)
    }
    for file in files { dossier.add("4-minh-chung/\(file)", "DANH SÁCH\n\nCó 9 người.") }
    return dossier.report(profile: profile).findings.filter { $0.code == .evidenceDangling }
      .map(\.variant)
  }

  @Test func anAddressStandsForTheFile() throws {
    let found = try Self.dangling(
      ["Hộp 1", "Lưu tại https://hoamai.example.vn/so-2"], files: ["H1-1.1-01 Sổ.docx"])
    #expect(found == [])
  }

  @Test(arguments: [
    // A cupboard is no address.
    ["Hộp 1", "Tủ hồ sơ: ngăn 2"],
    // Addresses beside the files: what is listed is handed in as well.
    ["https://hoamai.example.vn/so-1", "https://hoamai.example.vn/so-2"],
  ])
  func aMissingFileIsStillAsked(places: [String]) throws {
    #expect(try Self.dangling(places, files: ["H1-1.1-01 Sổ.docx"]) == ["code"])
  }
}
