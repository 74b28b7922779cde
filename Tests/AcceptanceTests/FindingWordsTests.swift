import Foundation
import TestSupport
import Testing

/// How `hoso check` and `hoso verify` tell people of many findings.
struct FindingWordsTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.copy(Places.samples.appending(path: "complete"), to: "ho-so")
  }

  private func hoso(_ arguments: String...) throws -> ProgramResult {
    try BuiltBinary.run(arguments, in: scratch.path())
  }

  @Test func adviceForSeveralFindingsIsSaidOnce() throws {
    for name in ["a", "b", "c"] { try scratch.write("ho-so/5-minh-chung/1a/\(name).pdf", []) }
    let output = try hoso("check", "ho-so").output
    let advice = "Copy the file from its source again: usually a copy"
    #expect(output.split(separator: advice).count == 2)
    #expect(output.contains("→ For these 3: Copy the file"))
    #expect(output.split(separator: "[file.empty]").count == 2)
  }

  @Test func adviceForOneFindingIsSaidOfIt() throws {
    try scratch.write("ho-so/5-minh-chung/1a/a.pdf", [])
    let output = try hoso("check", "ho-so").output
    #expect(output.contains("→ Copy the file from its source again"))
    #expect(!output.contains("For these 1: Copy the file"))
  }

  /// A group that is only counted names all its files: one of them tells nothing.
  @Test func aGroupThatIsOnlyCountedNamesItsFiles() throws {
    for number in 1...5 {
      for name in ["mot", "hai"] {
        try scratch.write(
          "ho-so/5-minh-chung/1a/\(name)-\(number).txt", Array("Nội dung \(number)".utf8))
      }
    }
    let output = try hoso("check", "ho-so").output
    #expect(output.contains("2 more of the same kind [evidence.duplicate]"))
    for number in 1...5 {
      #expect(output.contains("mot-\(number).txt"))
      #expect(output.contains("hai-\(number).txt"))
    }
  }

  /// Two codes of one bag: a system's file that no manifest lists is said once.
  @Test func aSystemsFileInABagGetsOneAdvice() throws {
    #expect(try hoso("pack", "ho-so", "-o", "a.zip", "--date", "2025-01-15").status == 0)
    #expect(try hoso("extract", "a.zip", "-o", "goi").status == 0)
    try scratch.write("goi/data/5-minh-chung/.DS_Store", [1])
    let output = try hoso("verify", "goi").output
    #expect(output.contains("In the folder of a bag, delete it and verify again"))
    #expect(!output.contains("Harmless"))
    #expect(!output.contains("do not trust it"))
  }

  @Test func aProfileOfItsOwnInTheDossierIsNoEvidence() throws {
    let yaml = try hoso("profile", "show", "tt22-2020", "--yaml").output
    try scratch.write("ho-so/rieng.yaml", Array(yaml.utf8))
    #expect(try hoso("check", "ho-so").output.contains("rieng.yaml"))
    try scratch.write("ho-so/dossier.yaml", Array("profile: ./rieng.yaml\n".utf8))
    #expect(try !hoso("check", "ho-so").output.contains("rieng.yaml"))
    try FileManager.default.removeItem(atPath: scratch.path("ho-so/dossier.yaml"))
    let asked = try hoso("check", "ho-so", "--profile", "ho-so/rieng.yaml")
    #expect(asked.status == 0)
    #expect(!asked.output.contains("rieng.yaml"))
  }

  /// What cannot be read for one reason is said once.
  @Test func metadataSaysAReasonOnce() throws {
    try scratch.write("khoa.docx", Array("PK\u{3}\u{4} broken".utf8))
    let output = try hoso("metadata", "khoa.docx").output
    #expect(output.split(separator: "✗").count == 2, "\(output)")
  }

  @Test func newTellsThatADeclarationTakesAFileFromItsFolder() throws {
    #expect(try hoso("new", "moi", "--lang", "vi").status == 0)
    let text = try String(contentsOfFile: scratch.path("moi/dossier.yaml"), encoding: .utf8)
    #expect(text.contains("# Tệp ghi ở evidence chỉ còn thuộc các tiêu chí ghi ở đó"))
    #expect(text.contains("#   1b: [5-minh-chung/1a/chung.pdf]"))
    #expect(!text.contains("evidence: …"))
    #expect(try hoso("new", "khac", "--profile", "kdclgd").status == 0)
    let other = try String(contentsOfFile: scratch.path("khac/dossier.yaml"), encoding: .utf8)
    #expect(other.contains("#   1: [4-minh-chung/1/shared.pdf]"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try hoso("check", "moi").status == 1)
  }

  /// "Complete" is no more than what was read.
  @Test func aCompleteDossierSaysWhatNobodyRead() throws {
    #expect(try !hoso("check", "ho-so").output.contains("by eye."))
    let folder = scratch.path("ho-so/3-bien-ban")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    let scan = scratch.path("ho-so/5-minh-chung/2c/Giấy chứng nhận bồi dưỡng - Đỗ Thị Hạnh.pdf")
    try FileManager.default.copyItem(atPath: scan, toPath: "\(folder)/Biên bản.pdf")
    let result = try hoso("check", "ho-so")
    #expect(result.status == 0)
    #expect(result.output.contains("1 document has no text a program can read: look at it by eye."))
  }

  @Test func anOrdinaryArchiveIsNotSaidToBeVerifiable() throws {
    try scratch.write("xem/a.txt", Array("a".utf8))
    #expect(
      try runProgram("/usr/bin/env", ["tar", "-cf", "ho-so.tar", "ho-so"], in: scratch.path())
        .status == 0)
    #expect(try hoso("check", "ho-so.tar").output.contains("it is no packed dossier"))
    #expect(try hoso("pack", "ho-so", "-o", "a.zip", "--date", "2025-01-15").status == 0)
    #expect(try hoso("check", "a.zip").output.contains("run “hoso verify a.zip”"))
    #expect(try hoso("show", "a.zip").output.contains("packed on 15 January 2025"))
  }

  @Test(arguments: [("chek", "check"), ("verfy", "verify")])
  func aCommandThatThereIsNotIsNamed(written: String, meant: String) throws {
    let result = try hoso(written, "ho-so", "--lang", "vi")
    #expect(result.status == 64)
    #expect(result.errors.contains("không có lệnh “\(written)”. Có phải là “\(meant)”?"))
    #expect(try hoso("xyzzy").errors.contains("there is no command “xyzzy”."))
  }

  @Test func explainNamesWhatElseACodeStandsFor() throws {
    let said = try hoso("explain", "score.over-maximum", "--lang", "vi").output
    #expect(
      said.contains("Mã này còn dùng cho\n  • Điểm không thuộc các mức cho phép\n  • Điểm âm\n"))
    #expect(try !hoso("explain", "file.empty", "--lang", "vi").output.contains("Mã này còn"))
    let all = try hoso("explain", "--lang", "vi").output
    #expect(all.contains("cảnh báo  Quá hạn nộp"))
    #expect(!all.contains(" warning "))
  }

  /// Whoever packs the folder that holds the bag hides no document of it.
  @Test func aBagThatWasPackedAgainIsChecked() throws {
    #expect(try hoso("pack", "ho-so", "-o", "a.zip", "--date", "2025-01-15").status == 0)
    try FileManager.default.createDirectory(
      atPath: scratch.path("ngoai/trong"), withIntermediateDirectories: true)
    #expect(try hoso("extract", "a.zip", "-o", "ngoai/trong/goi").status == 0)
    let tar = ["tar", "-cf", "b.tar", "ngoai"]
    #expect(try runProgram("/usr/bin/env", tar, in: scratch.path()).status == 0)
    let inner = try hoso("check", "a.zip").output.replacing("a.zip", with: "b.tar")
    #expect(try hoso("check", "b.tar").output == inner)
    #expect(try hoso("verify", "b.tar").status == 1)
  }

  @Test func aKeyThatThereIsNotIsSaidWithThoseThereAre() throws {
    try scratch.write("ho-so/dossier.yaml", Array("minh chứng: x\n".utf8))
    #expect(try hoso("check", "ho-so").errors.contains("these are known: profile, year, unit,"))
    try scratch.write("ho-so/dossier.yaml", Array("profil: tt22-2020\n".utf8))
    let near = try hoso("check", "ho-so").errors
    #expect(near.contains("Did you mean “profile”?"))
    #expect(!near.contains("these are known"))
  }

  @Test func aSlipInACodeOrAProfileIsPointedOut() throws {
    #expect(try hoso("explain", "score.summ").errors.contains("Did you mean “score.sum”?"))
    #expect(try hoso("check", "ho-so", "--profile", "tt22-202").errors.contains("“tt22-2020”?"))
    #expect(try !hoso("explain", "zzz").errors.contains("Did you mean"))
  }

  /// What is no archive is not said to be a dossier that could be packed.
  @Test func whatIsNoArchiveIsNotExtractedAsABag() throws {
    try scratch.write("ghi.txt", Array("Ghi chép".utf8))
    for command in [["extract", "ghi.txt", "-o", "ra"], ["show", "ghi.txt"]] {
      let result = try BuiltBinary.run(command, in: scratch.path())
      #expect(result.status == 2)
      #expect(result.errors.contains("ghi.txt: no ZIP or TAR archive"), "\(result.errors)")
    }
    let document = "ho-so/1-ke-hoach/Kế hoạch học tập thường xuyên năm 2024.docx"
    #expect(try hoso("show", document).errors.contains("one document, not a dossier"))
  }

  @Test func anArchiveWithAPasswordIsNotCalledDamaged() throws {
    #expect(try hoso("pack", "ho-so", "-o", "a.zip", "--date", "2025-01-15").status == 0)
    var bytes = Array(try Data(contentsOf: URL(filePath: scratch.path("a.zip"))))
    for start in bytes.indices.dropLast(10) where bytes[start] == 0x50 && bytes[start + 1] == 0x4B {
      // Bit 0 of the general purpose flags (APPNOTE 4.4.4), in local and central headers.
      switch (bytes[start + 2], bytes[start + 3]) {
      case (3, 4): bytes[start + 6] |= 1
      case (1, 2): bytes[start + 8] |= 1
      default: continue
      }
    }
    try scratch.write("khoa.zip", bytes)
    let verified = try hoso("verify", "khoa.zip")
    #expect(verified.status == 1)
    #expect(verified.output.contains("\n  PROTECTED BY A PASSWORD, CANNOT BE VERIFIED\n"))
    for command in [["show", "khoa.zip"], ["extract", "khoa.zip", "-o", "ra"]] {
      let errors = try BuiltBinary.run(command, in: scratch.path()).errors
      #expect(errors.contains("protected by a password"), "\(errors)")
    }
  }
}
