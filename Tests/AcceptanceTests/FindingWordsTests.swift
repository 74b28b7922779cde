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
    #expect(output.contains("→ For all 3 above: Copy the file"))
    #expect(output.split(separator: "[file.empty]").count == 2)
  }

  @Test func adviceForOneFindingIsSaidOfIt() throws {
    try scratch.write("ho-so/5-minh-chung/1a/a.pdf", [])
    let output = try hoso("check", "ho-so").output
    #expect(output.contains("→ Copy the file from its source again"))
    #expect(!output.contains("above: Copy the file"))
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
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try hoso("check", "moi").status == 1)
  }
}
