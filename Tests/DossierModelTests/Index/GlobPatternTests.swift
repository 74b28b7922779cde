import DossierCatalog
import DossierModel
import Testing

@Suite struct GlobPatternTests {
  @Test(arguments: [
    ("a/b.docx", "a/b.docx"), ("*.docx", "b.docx"), ("a/*.docx", "a/b.docx"),
    ("a/**", "a/b/c.docx"),
    ("**/*.docx", "b.docx"), ("**/*.docx", "a/b/c.docx"), ("a/**/c.docx", "a/c.docx"),
    ("a/**/c.docx", "a/x/y/c.docx"), ("a/?.docx", "a/b.docx"), ("[ab].docx", "b.docx"),
    ("[!ab].docx", "c.docx"), ("[a-f]x", "cx"), ("a", "a/b/c.docx"), ("a/", "a/b.docx"),
    ("./a/b", "a/b"), ("1[ab", "1[ab"), ("\\*.x", "*.x"),
    ("[H1-1.1-01] a.pdf", "[H1-1.1-01] a.pdf"),
    ("x/[H1-1.1-01]/", "x/[H1-1.1-01]/a.pdf"),
    ("Tiêu chí*", "Tie\u{302}u chi\u{301} 1/x"),
    ("*a*b*c*", "xxaxxbxxcxx"),
  ])
  func matches(pattern: String, path: String) {
    #expect(GlobPattern(pattern).matches(path))
  }

  @Test(arguments: [
    ("*.docx", "a/b.docx"), ("a/*", "b/c"), ("a?c", "a/c"), ("a/b", "a/bc"),
    ("[!ab].docx", "a.docx"),
    ("", "a"), ("A.docx", "a.docx"), ("a*", "b/a"), ("**/c", "a/cc"), ("a[/]b", "a/b"),
  ])
  func refuses(pattern: String, path: String) {
    #expect(!GlobPattern(pattern).matches(path))
  }

  @Test func anywhereTakesANameAtAnyDepth() {
    #expect(GlobPattern("*.bak").matches("a/b/c.bak", anywhere: true))
    #expect(GlobPattern("nhap").matches("a/nhap/c.docx", anywhere: true))
    #expect(!GlobPattern("a/*.bak").matches("b/a/c.bak", anywhere: true))
  }

  @Test func manyStarsEndInTime() {
    let pattern = GlobPattern(String(repeating: "*a", count: 40) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 400)))
  }
}

@Suite struct EvidenceCodePlacementTests {
  static let profile: Profile = {
    var profile = Reading.profile
    profile.criteria = [
      Criterion(
        code: "1", title: .init(vietnamese: "TC 1", english: "1"),
        children: [
          Criterion(code: "1.1", title: .init(vietnamese: "1.1", english: "1.1")),
          Criterion(code: "1.2", title: .init(vietnamese: "1.2", english: "1.2")),
        ])
    ]
    profile.scoring = nil
    profile.evidenceCodes = [
      EvidenceCodeForm(
        form: "H{box}-{standard}.{criterion}-{number}", criterion: "{standard}.{criterion}"),
      EvidenceCodeForm(
        form: "MC.{standard}.{criterion}.{number}", criterion: "{standard}.{criterion}"),
    ]
    return profile
  }()

  @Test(arguments: [
    ("H1-1.1-01 Ke hoach.pdf", "1.1"), ("[H1-1.2-03] Quyet dinh.pdf", "1.2"),
    ("1600961619H1-1_1-01_cd87da2ad2.pdf", "1.1"), ("MC.1.2.01.pdf", "1.2"),
    ("Minh chung/H2-1.01-12/x.pdf", "1.1"),
  ])
  func codeInTheName(path: String, criterion: String) {
    var dossier = DossierFixture()
    dossier.add(path)
    #expect(dossier.index(profile: Self.profile).placement(path)?.criteria == [criterion])
  }

  /// Pages, copies and years are parts of one piece of evidence; another name is another thing.
  @Test(arguments: [
    (["Sổ nghị quyết (1)", "Sổ nghị quyết (2)"], false), (["trang 1", "trang 2"], false),
    (["a", "b"], false), (["Kế hoạch năm học 2021-2022", "Kế hoạch năm học 2022-2023"], false),
    (["Sổ nghị quyết", "Sổ nghị quyết bản scan"], false),
    (["Sổ nghị quyết", "Quy chế chi tiêu"], true), (["", "Quy chế chi tiêu"], true),
  ])
  func filesThatBearOneCode(names: [String], isReused: Bool) {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) {
      $0.facts.evidenceCodes = [Stated("H1-1.1-01", quote: "[H1-1.1-01]")]
    }
    for name in names { dossier.bare("5-minh-chung/H1-1.1-01 \(name).docx") }
    let found = dossier.report(profile: Self.profile).findings
    #expect(found.contains { $0.variant == "reused-code" } == isReused)
  }

  @Test(arguments: ["H1-1.1-1 a.docx", "h1_1.1_001 a.docx"])
  func aCodeIsTheSameHoweverItsNumberIsPadded(name: String) {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) {
      $0.facts.evidenceCodes = [Stated("H1-1.1-01", quote: "[H1-1.1-01]")]
    }
    dossier.bare("5-minh-chung/\(name)")
    let found = dossier.report(profile: Self.profile).findings.compactMap(\.variant)
    #expect(!found.contains("code") && !found.contains("orphan-code"))
  }

  private static func absent(_ paths: [String]) throws -> [String] {
    let profile = try #require(try ProfileCatalog.builtIn("kdclgd"))
    var dossier = DossierFixture()
    dossier.add("1-bao-cao/Báo cáo tự đánh giá.docx", "BÁO CÁO\nTự đánh giá năm học 2023-2024") {
      $0.facts.evidenceCodes = ["H1-1.1-01", "H1-1.1-02", "H1-1.2-01"].map {
        Stated($0, quote: "[\($0)]")
      }
    }
    for path in paths { dossier.add("4-minh-chung/" + path, "SỔ GHI CHÉP\n\nNội dung.") }
    return dossier.report(profile: profile).findings.filter { $0.variant == "code" }.map {
      finding in
      if case .text(let code)? = finding.arguments["cited"] { code } else { "" }
    }
  }

  /// Where no file bears a code, folders and numbers stand for it.
  @Test(arguments: [
    (
      ["Tiêu chí 1.1/01. Sổ.docx", "Tiêu chí 1.1/02. Quy chế.docx", "Tiêu chí 1.2/01. Sổ.docx"], []
    ),
    (["TC 1.1/MC 1 - Sổ.docx", "TC 1.1/MC 2.docx", "TC 1.2/MC 01.docx"], []),
    (["Tiêu chí 1.1/Sổ.docx", "Tiêu chí 1.2/Sổ.docx"], []),
    (["Minh chứng tiêu chí 1.1.docx", "Minh chứng tiêu chí 1.2.docx"], []),
    (["Sổ.docx", "Quy chế.docx"], []),
    (["Tiêu chí 1.1/01. Sổ.docx", "Tiêu chí 1.2/01. Sổ.docx"], ["H1-1.1-02"]),
    (["Tiêu chí 1.1/Sổ.docx"], ["H1-1.2-01"]),
    // One file with its code shows that codes are kept in names.
    (["Tiêu chí 1.1/H1-1.1-01 Sổ.docx", "Tiêu chí 1.2/01. Sổ.docx"], ["H1-1.1-02", "H1-1.2-01"]),
  ])
  func evidenceThatBearsNoCode(paths: [String], absent: [String]) throws {
    #expect(try Self.absent(paths) == absent)
  }

  @Test func danglingOrphanAndReusedCodes() {
    var dossier = DossierFixture.good()
    dossier.edit(DossierFixture.report) {
      $0.facts.evidenceCodes = ["H1-1.1-01", "H1-1.1-02"].map { Stated($0, quote: "[\($0)]") }
    }
    dossier.bare("5-minh-chung/H1-1.1-01 Sổ nghị quyết.docx")
    dossier.bare("5-minh-chung/H1-1.1-01 Quy chế chi tiêu.docx")
    dossier.bare("5-minh-chung/H1-1.2-01 c.docx")
    let found = dossier.report(profile: Self.profile).findings
    let dangling = found.filter { $0.code == .evidenceDangling }
    #expect(Set(dangling.compactMap(\.variant)) == ["code", "reused-code"])
    let orphans = found.filter { $0.code == .evidenceUnassigned && $0.variant == "orphan-code" }
    #expect(orphans.map(\.path) == ["5-minh-chung/H1-1.2-01 c.docx"])
  }
}
