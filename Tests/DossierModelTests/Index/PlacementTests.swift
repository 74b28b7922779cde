import DossierCatalog
import DossierModel
import TestSupport
import Testing

@Suite struct PlacementTests {
  private func placement(_ path: String, _ text: String? = nil) -> Placement? {
    var dossier = DossierFixture()
    dossier.add(path, text)
    return dossier.index().placement(path)
  }

  @Test func theNameOfAFileInTheEvidencesOwnFolderPlacesIt() {
    let placed = placement("5-minh-chung/2c - ảnh.jpg")
    #expect(placed?.criteria == ["2c"])
    #expect(placed?.reason == .fileName("2c"))
    #expect(placement("5-minh-chung/2c/ảnh.jpg")?.reason == .folder("2c"))
  }

  @Test(arguments: [
    ("1-ke-hoach/van-ban.pdf", "plan"), ("1. Kế hoạch/a.docx", "plan"),
    ("KE HOACH/scan.pdf", "plan"), ("HoSo 2023/01_Ke_hoach/x.pdf", "plan"),
    ("2-bao-cao/b.pdf", "report"), ("02. BÁO CÁO TỰ ĐÁNH GIÁ/b.pdf", "report"),
    ("3-bien-ban/c.pdf", "minutes"), ("(3) Biên bản/c.pdf", "minutes"),
    ("4-bieu-diem/d.xlsx", "score-sheet"), ("IV. Phiếu chấm điểm/d.xlsx", "score-sheet"),
    ("5-minh-chung/1a/x.pdf", "evidence"), ("Minh chứng/Tiêu chí 1/1a/x.pdf", "evidence"),
    ("Hồ sơ minh chứng/x.pdf", "evidence"), ("1a. Kế hoạch/x.pdf", "evidence"),
    ("bao-cao-tu-danh-gia-2023.docx", "report"), ("BC_TDG.docx", "report"),
    ("Bien ban hop.pdf", "minutes"), ("bieu diem.xlsx", "score-sheet"),
    ("KH hoc tap thuong xuyen 2023.pdf", "plan"),
  ])
  func readsFoldersAndNames(path: String, item: String) {
    #expect(placement(path)?.item == item)
    #expect(placement(path)?.isAlternative == false)
  }

  @Test(arguments: [
    ("5-minh-chung/1a/x.pdf", ["1a"]), ("Minh chứng/Tiêu chí 1/1a/x.pdf", ["1a"]),
    ("Minh chứng/01. 1a Công văn.pdf", ["1a"]), ("Minh chứng/1) 2b Bảng chấm công.pdf", ["2b"]),
    ("Minh chứng/Công văn - 1a.pdf", ["1a"]), ("Minh chứng/MC01 - 1a.pdf", ["1a"]),
    ("Minh chứng/TC 1.a/x.pdf", ["1a"]), ("MINH CHUNG/TC1/a/x.pdf", ["1a"]),
    ("5. Minh chứng/1a. Kế hoạch cho thành viên/x.pdf", ["1a"]),
    ("Tieu_chi_1b/x.pdf", ["1b"]), ("Tiêu chí 1/a) Kế hoạch/x.pdf", ["1a"]),
    ("Minh chứng/MC 1.1 Ke hoach/x.pdf", ["1a"]), ("minh-chung/1-1/x.pdf", ["1a"]),
    ("minh-chung/tieu-chi-3/3c/x.pdf", ["3c"]), ("Minh chứng/Tiêu chí 2d/x.pdf", ["2d"]),
    ("Minh chứng/1/a/x.pdf", ["1a"]), ("Minh chứng/3/c. Chia sẻ/x.pdf", ["3c"]),
    ("5-minh-chung/1a,1b/x.pdf", ["1a", "1b"]), ("5-minh-chung/1a-1b/x.pdf", ["1a", "1b"]),
    ("5-minh-chung/1a-1c/x.pdf", ["1a", "1b", "1c"]), ("5-minh-chung/1a_2c/x.pdf", ["1a", "2c"]),
    ("MC 1a, 2c - Ke hoach.pdf", ["1a", "2c"]), ("1a. Kế hoạch.pdf", ["1a"]),
    ("TC1a_Ke hoach.pdf", ["1a"]), ("tieu chi 2b - noi quy.pdf", ["2b"]),
    ("5-minh-chung/1a/MC 1a, 2c - Ke hoach.pdf", ["1a", "2c"]),
    ("Tiêu chí 1/1b. Quy chế.pdf", ["1b"]), ("Minh chứng/Nhóm tiêu chí 2/2a/anh.jpg", ["2a"]),
    ("5-minh-chung/1a/1. Anh/1.jpg", ["1a"]), ("Minh chứng/Tiêu chí 1/x.pdf", ["1"]),
    ("5-minh-chung/Tiêu chí 1.a/x.pdf", ["1a"]), ("5-minh-chung/TC_1_a/x.pdf", ["1a"]),
    ("5-minh-chung/tieuchi 3b/x.pdf", ["3b"]), ("5-minh-chung/3.2/x.pdf", ["3b"]),
    ("MINH CHUNG/II/d/x.pdf", ["2d"]), ("Minh chứng/I. Điều kiện/b) Quy chế/x.pdf", ["1b"]),
    ("Minh chứng/Nhóm III/x.pdf", ["3"]), ("Minh chứng/I.a Kế hoạch.pdf", ["1a"]),
  ])
  func readsCriteria(path: String, codes: [String]) {
    #expect(placement(path)?.criteria == codes)
  }

  @Test(arguments: [
    "5-minh-chung/anh.jpg", "Danh sach lop 1A.pdf", "2023/van ban.pdf", "1.1.2023 thong bao.pdf",
    "Quyet dinh 12.pdf", "MINH CHUNG/IV/d/x.pdf", "Minh chứng/V. Khác/x.pdf", "I/van ban.pdf",
  ])
  func givesNoCriterionWhereNoneIsNamed(path: String) {
    #expect(placement(path)?.criteria == [])
  }

  @Test(arguments: [
    "~$bao cao.docx", ".~lock.bao-cao.odt#", "1-ke-hoach/.DS_Store", "Thumbs.db",
    "__MACOSX/1-ke-hoach/._x.docx", "5-minh-chung/1a/desktop.ini", "a.tmp", "._report.docx",
  ])
  func knowsTemporaryFiles(path: String) {
    #expect(placement(path)?.reason == .temporary)
  }

  @Test func declarationWinsOverFolders() {
    var dossier = DossierFixture()
    dossier.add("5-minh-chung/1a/x.docx")
    dossier.add("a/b.docx")
    dossier.add("nhap/c.docx")
    dossier.declaration.items = ["report": ["5-minh-chung/1a/x.docx"]]
    dossier.declaration.evidence = ["2b": ["a/*.docx"], "2c": ["a/**"]]
    dossier.declaration.ignore = ["nhap"]
    let index = dossier.index()
    #expect(index.placement("5-minh-chung/1a/x.docx")?.item == "report")
    #expect(index.placement("5-minh-chung/1a/x.docx")?.reason == .declared)
    #expect(index.placement("a/b.docx")?.criteria == ["2b", "2c"])
    #expect(index.placement("nhap/c.docx")?.reason == .ignored("nhap"))
  }

  @Test func whatThePackerDecidedIsNotCalledTheClerksDeclaration() {
    var dossier = DossierFixture()
    dossier.add("a/b.docx")
    dossier.declaration.evidence = ["2b": ["a/b.docx"]]
    dossier.declaration.year = 2023
    dossier.declaration.isPacked = true
    let index = dossier.index()
    #expect(index.placement("a/b.docx")?.reason == .packed)
    #expect(index.yearSource == .packer)
    dossier.declaration.isPacked = false
    #expect(dossier.index().yearSource == .declaration)
  }

  @Test(arguments: [false, true])
  func aDeclaredNameWithBracketsIsTheFileOfThatName(isPacked: Bool) {
    var dossier = DossierFixture()
    dossier.add("van ban/[H1-1.1-01] Quyết định.pdf")
    dossier.declaration.evidence = ["2b": ["van ban/[H1-1.1-01] Quyết định.pdf"]]
    dossier.declaration.isPacked = isPacked
    #expect(dossier.index().placement("van ban/[H1-1.1-01] Quyết định.pdf")?.criteria == ["2b"])
  }

  @Test func whatAPackerWroteDownIsNoPattern() {
    var dossier = DossierFixture()
    dossier.add("van ban/a1.pdf")
    dossier.declaration.evidence = ["2b": ["van ban/a[12].pdf"]]
    #expect(dossier.index().placement("van ban/a1.pdf")?.criteria == ["2b"])
    dossier.declaration.isPacked = true
    #expect(dossier.index().placement("van ban/a1.pdf")?.criteria == [])
  }

  @Test func choosesOneOfTwoAndNamesTheTie() {
    var dossier = DossierFixture()
    let text = Wording.report(points: true)
    dossier.add("a/bao-cao-1.docx", text)
    dossier.add("b/bao-cao-2.docx", text + "\nBản khác.")
    #expect(dossier.index().ambiguous["report"] == ["a/bao-cao-1.docx", "b/bao-cao-2.docx"])
    dossier.files[1].sha256 = dossier.files[0].sha256
    #expect(dossier.index().ambiguous.isEmpty)
  }

  @Test(arguments: [
    ("2-bao-cao/bao-cao.docx", "2-bao-cao/bao-cao.pdf"),
    ("2-bao-cao/bao-cao.docx", "2-bao-cao/bao-cao_signed.pdf"),
    ("2-bao-cao/bao-cao.docx", "2-bao-cao/CamScanner 01-05-2024.pdf"),
    ("2-bao-cao/bao-cao.docx", "2-bao-cao/bao-cao (đã ký).pdf"),
  ])
  func takesTheSignedScanForTheSameDocument(working: String, signed: String) {
    var dossier = DossierFixture()
    dossier.add(working, Wording.report(points: true))
    dossier.add(signed)
    let index = dossier.index()
    #expect(index.ambiguous.isEmpty)
    #expect(index.files(of: "report").count == 2 || index.placement(signed)?.item == "report")
    #expect(index.placement(working)?.isAlternative == false)
  }

  @Test(arguments: ["bao-cao (1).docx", "bao-cao - Copy.docx", "Dự thảo bao-cao.docx"])
  func draftsGiveWay(draft: String) {
    var dossier = DossierFixture()
    dossier.add("2-bao-cao/bao-cao.docx", Wording.report(points: true))
    dossier.add("2-bao-cao/\(draft)", Wording.report(points: true) + "\nCòn sửa.")
    let index = dossier.index()
    #expect(index.ambiguous.isEmpty)
    #expect(index.files(of: "report").map(\.path) == ["2-bao-cao/bao-cao.docx"])
  }

  @Test func prefersTheReportOfTheYear() {
    var dossier = DossierFixture()
    dossier.add("bao cao 2022.docx", Wording.report(year: 2022, points: true))
    dossier.add("bao cao 2023.docx", Wording.report(year: 2023, points: true))
    dossier.year = 2023
    #expect(dossier.index().files(of: "report").map(\.path) == ["bao cao 2023.docx"])
  }

  @Test func planAmongTheEvidenceIsThePlanOnlyWhereAllDocumentsLieThere() {
    var dossier = DossierFixture()
    dossier.add("minh chung/1a/ke hoach.docx", Wording.plan())
    dossier.add("minh chung/bao cao.docx", Wording.report(points: true))
    let all = dossier.index()
    #expect(all.placement("minh chung/1a/ke hoach.docx")?.item == "plan")
    #expect(all.placement("minh chung/1a/ke hoach.docx")?.criteria == ["1a"])
    #expect(all.placement("minh chung/bao cao.docx")?.item == "report")
    for path in ["bao cao.docx", "2-bao-cao/bao cao.docx"] {
      dossier.files[1].path = path
      #expect(dossier.index().placement("minh chung/1a/ke hoach.docx")?.item == "evidence")
      let missing = dossier.findings(.itemMissing).filter { $0.item == "plan" }
      #expect(missing.map(\.variant) == ["as-evidence"])
    }
  }

  @Test func readsYearAndUnitFromTheDocuments() {
    var dossier = DossierFixture()
    dossier.add("2-bao-cao/x.docx", Wording.report(points: true))
    let index = dossier.index()
    #expect(index.year == 2023)
    #expect(index.yearSource == .documents)
    #expect(index.unit == "TRƯỜNG TIỂU HỌC HOA MAI")
    #expect(index.unitSource == .documents)
  }

  @Test(.enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
  func placesTheRealReport() {
    var dossier = DossierFixture()
    dossier.add("report-an-son-2023.docx", blocks: Reading.realReport)
    let index = dossier.index()
    #expect(index.placement("report-an-son-2023.docx")?.item == "report")
    #expect(index.year == 2023)
    #expect(index.unit == "TRƯỜNG TIỂU HỌC AN SƠN")
    let score = dossier.report().score
    #expect(score.claimed == Points(95))
    #expect(score.computed == Points(95))
    #expect(score.claimedRating == "tot")
    #expect(score.computedRating == "tot")
  }

  @Test(arguments: [
    ("DMMC.docx", "DANH MỤC MINH CHỨNG", "evidence-list"),
    ("Danh mục mã minh chứng.pdf", "DANH MỤC MÃ MINH CHỨNG", "evidence-list"),
    ("Minh chứng/Tiêu chí 1/Danh mục sách.docx", "DANH MỤC SÁCH", "evidence"),
    ("Báo cáo.docx", "BÁO CÁO\nTự đánh giá năm 2023, kèm danh mục minh chứng", "report"),
  ])
  func aGeneralDossierHasItsListOfEvidence(path: String, text: String, item: String) throws {
    let profile = try #require(try ProfileCatalog.builtIn("generic"))
    var dossier = DossierFixture()
    dossier.add(path, text + "\n\nMở đầu văn bản.")
    #expect(dossier.index(profile: profile).placement(path)?.item == item)
  }

  /// A sheet's evidence column calls a photo or a table by the name of its file.
  @Test(arguments: [
    ("Ảnh phòng máy tính.jpg", ["1c"]), ("anh phong may tinh (2).jpg", ["1c"]),
    ("Tổng hợp kết quả bồi dưỡng.xlsx", ["2c"]),
    // One word in common, or a name of which the column says but a part.
    ("Ảnh đại hội.jpg", []), ("Ảnh phòng họp và sân trường năm học mới.jpg", []),
    ("Có.jpg", []),
  ])
  func evidenceIsPlacedWhereTheSheetCallsItByName(name: String, codes: [String]) {
    var dossier = DossierFixture()
    let rows = [
      ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"],
      [
        "1c", SheetTests.names["1c"] ?? "", "10", "10", "Tờ trình mua máy tính; Ảnh phòng máy tính",
      ],
      ["2b", SheetTests.names["2b"] ?? "", "5", "5", "Có"],
      ["2c", SheetTests.names["2c"] ?? "", "10", "10", "Tổng hợp kết quả bồi dưỡng, danh sách"],
    ]
    dossier.add(
      "4-bieu-diem/bieu-diem.docx", "BIỂU ĐIỂM TỰ ĐÁNH GIÁ", blocks: [Reading.table(rows)])
    dossier.add("5-minh-chung/\(name)")
    #expect(dossier.index().placement("5-minh-chung/\(name)")?.criteria == codes)
  }

  @Test(arguments: [
    ("TC1a_Quyết định.docx", ["1a"]), ("MC 2b - Bản cam kết.pdf", ["2b"]),
    ("Tiêu chí 1.2 Kế hoạch.docx", ["1.2"]), ("1a. Quyết định.docx", []),
    ("Danh sách lớp 1a.docx", []), ("TC họp.docx", []),
    ("Minh chứng/Tiêu chí 1/Kế hoạch.docx", ["1"]), ("Tiêu chí 02/Kế hoạch.docx", ["2"]),
    ("Minh chứng/Tiêu chí 1/1.2 Kế hoạch.docx", ["1.2"]),
    ("Minh chứng/Tiêu chí 1 - Kế hoạch.docx", ["1"]), ("Minh chứng/Phụ lục 1/Bảng.docx", []),
    ("Minh chứng/MC 1/Bảng.docx", []), ("Minh chứng/Tiêu chí 2023/Bảng.docx", []),
    ("Biên bản họp tiêu chí 1.docx", []),
  ])
  func aCodeBehindAWordCountsWhereTheListIsOpen(name: String, codes: [String]) throws {
    let profile = try #require(try ProfileCatalog.builtIn("generic"))
    var dossier = DossierFixture()
    dossier.add(name)
    #expect(dossier.index(profile: profile).placement(name)?.criteria == codes)
  }

  @Test func aReportsListOfEvidencePlacesWhatItNames() {
    var dossier = DossierFixture()
    dossier.add(
      "2-bao-cao/bao-cao.docx",
      "BÁO CÁO\nTự đánh giá, xếp loại Đơn vị học tập năm 2023\n\nc) Tiêu chí 1c\n"
        + "Minh chứng: Hình ảnh thư viện; Danh mục sách tham khảo.")
    dossier.add("5-minh-chung/Hình ảnh thư viện.jpg")
    #expect(dossier.index().placement("5-minh-chung/Hình ảnh thư viện.jpg")?.criteria == ["1c"])
  }

  @Test(arguments: [
    ("Van ban/149 BC-TTYT.pdf", "report"), ("KH_339_DVHT_2025.pdf", "plan"),
    ("Văn bản/BB 12.pdf", "minutes"),
  ])
  func anUnreadableFileIsTheItemWhoseTypeItsNameAbbreviates(_ path: String, _ item: String) {
    #expect(placement(path)?.item == item)
  }

  @Test(arguments: [
    "Van ban/KH 2 buoi ngay.pdf", "Van ban/QĐ 12-TTYT.pdf", "Van ban/TTYT BC.pdf",
    "Van ban/149 BC-TTYT.jpg", "Van ban/149 BC-TTYT.rar", "Van ban/12 KH BC.pdf",
  ])
  func aNameThatSaysMoreOrLessThanTypeAndNumberIsNoItem(_ path: String) {
    #expect(placement(path)?.item == nil)
  }

  @Test func ofSeveralUnreadableFilesOfOneTypeNoneIsTheItem() {
    var dossier = DossierFixture()
    dossier.add("149 BC-TTYT.pdf")
    dossier.add("150 BC-TTYT.pdf")
    #expect(dossier.index().placement("149 BC-TTYT.pdf")?.item == nil)
  }
}
