import DossierModel
import Testing

struct PortableNamesTests {
  @Test(arguments: [
    ("1-ke-hoach/Kế hoạch.docx", "1-ke-hoach/Kế hoạch.docx"),
    ("a/b:c.txt", "a/b_c.txt"),
    ("a/100%.pdf", "a/100_.pdf"),
    ("a/what?.pdf", "a/what_.pdf"),
    ("a/x\\y", "a/x_y"),
    ("a/tab\there", "a/tab_here"),
    ("a/rtl\u{202E}fdp.exe", "a/rtl_fdp.exe"),
    ("a/zero\u{200B}width", "a/zero_width"),
    ("a/ends. ", "a/ends"),
    ("a/ends.\u{A0}", "a/ends"),
    ("folder./x", "folder/x"),
    ("CON", "_CON"),
    ("con.txt", "_con.txt"),
    ("Lpt1 .doc", "_Lpt1 .doc"),
    ("COM²", "_COM²"),
    ("common.txt", "common.txt"),
    ("com10", "com10"),
    ("...", "_"),
    ("a/~$temp.docx", "a/~$temp.docx"),
    ("a/thang 1;2", "a/thang 1_2"),
    ("a/thang;", "a/thang_"),
    ("thang 1;2/a;b.txt", "thang 1;2/a;b.txt"),
  ])
  func mendsOneName(_ original: String, _ portable: String) {
    #expect(PortableNames([original]).targets == [portable])
  }

  @Test func composesNames() {
    let names = PortableNames(["Ke\u{302}\u{301}.txt"])
    #expect(Array((names.targets.first ?? "").utf8) == Array("K\u{1EBF}.txt".utf8))
    #expect(names.renamings.map(\.reasons) == [[.normalization]])
  }

  @Test func numbersNamesThatDifferOnlyByCase() {
    let names = PortableNames(["a/Report.pdf", "a/report.pdf", "a/REPORT.pdf"])
    #expect(names.targets == ["a/Report (2).pdf", "a/report (3).pdf", "a/REPORT.pdf"])
    #expect(names.collisions == [["a/REPORT.pdf", "a/Report.pdf", "a/report.pdf"]])
  }

  @Test func numbersNamesThatDifferOnlyByNormalization() {
    let names = PortableNames(["N\u{FA}.txt", "Nu\u{301}.txt"])
    #expect(Set(names.targets.map { Array($0.utf8) }).count == 2)
    #expect(names.collisions.count == 1)
  }

  @Test func aNumberedNameMeetsNoOther() {
    let names = PortableNames(["a.txt", "A.txt", "A (2).txt"])
    #expect(Set(names.targets.map { $0.lowercased() }).count == 3)
  }

  @Test func mergesFoldersThatDifferOnlyByCase() {
    let names = PortableNames(["Data/x", "data/y", "data/X"])
    #expect(names.targets == ["Data/x", "Data/y", "Data/X (2)"])
  }

  @Test func aFileGivesWayToAFolder() {
    let names = PortableNames(["a/b/c", "A/B"])
    #expect(names.targets == ["A/b (2)/c", "A/B"])
  }

  @Test func shortensLongNamesAndKeepsTheExtension() {
    let long = String(repeating: "ế", count: 143) + ".pdf"
    let names = PortableNames(["5-minh-chung/1a/" + long])
    let target = names.targets.first ?? ""
    #expect(target.utf16.count <= PortableNames.pathLimit)
    #expect(target.split(separator: "/").allSatisfy { $0.utf8.count <= 255 })
    #expect(target.hasSuffix("ế.pdf"))
    #expect(names.renamings.map(\.reasons) == [[.length]])
  }

  @Test func doesNotDependOnTheOrder() {
    let paths = ["b", "B", "a/C", "A/c", "x?", "x*"]
    let forward = Dictionary(uniqueKeysWithValues: zip(paths, PortableNames(paths).targets))
    let reversed = Array(paths.reversed())
    let backward = Dictionary(uniqueKeysWithValues: zip(reversed, PortableNames(reversed).targets))
    #expect(forward == backward)
  }
}
