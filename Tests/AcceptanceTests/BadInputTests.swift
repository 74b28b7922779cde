import Foundation
import Glibc
import TestSupport
import Testing

/// Bad input gets one clear line that names the file, on stderr, and the contract's exit status.
struct BadInputTests {
  private func expectOneLine(_ result: ProgramResult, naming name: String) {
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 1, "\(result.errors)")
    #expect(result.errors.contains(name), "\(result.errors)")
  }

  @Test(arguments: ["check", "index"])
  func aFolderThatIsNotThereIsNamed(command: String) throws {
    let scratch = try ScratchFolder()
    expectOneLine(
      try BuiltBinary.run([command, "hồ sơ 2023"], in: scratch.path()), naming: "hồ sơ 2023")
  }

  @Test func packNamesAFolderThatIsNotThere() throws {
    let scratch = try ScratchFolder()
    expectOneLine(
      try BuiltBinary.run(["pack", "nowhere", "-o", "out.zip"], in: scratch.path()),
      naming: "nowhere")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path()).isEmpty)
  }

  @Test func packRefusesAFileWhereAFolderIsMeant() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a.txt", text: "a")
    expectOneLine(
      try BuiltBinary.run(["pack", "a.txt", "-o", "out.zip"], in: scratch.path()), naming: "a.txt")
  }

  @Test func checkSaysThatATextFileIsNoArchive() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a.txt", text: "a")
    expectOneLine(try BuiltBinary.run(["check", "a.txt"], in: scratch.path()), naming: "a.txt")
  }

  @Test func anUnknownProfileIsNamed() throws {
    let scratch = try ScratchFolder()
    expectOneLine(
      try BuiltBinary.run(["check", ".", "--profile", "tt99"], in: scratch.path()), naming: "tt99")
  }

  @Test func aDeclarationFromWindowsEditorIsRead() throws {
    let scratch = try ScratchFolder()
    try scratch.write("ho-so/dossier.yaml", text: "\u{FEFF}profile: tt22-2020\r\nyear: 2024\r\n")
    let result = try BuiltBinary.run(["check", scratch.path("ho-so"), "--format", "json"])
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.output.contains("\"year\" : 2024"))
  }

  @Test func aProfileThatOnlyTheDeclarationNamesIsSaidToBeNamedThere() throws {
    let scratch = try ScratchFolder()
    try scratch.write("ho-so/dossier.yaml", text: "profile: ../khong-co.yaml\n")
    let result = try BuiltBinary.run(["check", scratch.path("ho-so")])
    #expect(result.status == 2)
    #expect(result.errors.contains("khong-co.yaml"))
    #expect(result.errors.contains("dossier.yaml"))
  }

  @Test func anUnknownKeyOfTheDeclarationIsNamedWithItsLine() throws {
    let scratch = try ScratchFolder()
    try scratch.write("dossier.yaml", text: "profile: tt22-2020\nyeer: 2023\n")
    let result = try BuiltBinary.run(["check", "."], in: scratch.path())
    #expect(result.status == 2)
    #expect(result.errors.contains("dossier.yaml"))
    #expect(result.errors.contains("yeer"))
    #expect(result.errors.contains("2"))
  }

  @Test(arguments: [
    ["frobnicate"], ["check"], ["check", ".", "--format", "xml"], ["check", ".", "--jobs", "0"],
    ["pack", ".", "-o", "x.zip", "--date", "2025-02-30"], ["check", ".", "--year", "23"],
  ])
  func badUsageIsStatus64(arguments: [String]) throws {
    let scratch = try ScratchFolder()
    #expect(try BuiltBinary.run(arguments, in: scratch.path()).status == 64)
  }

  @Test func aFIFOALinkAndAnEmptyFileStopNothing() throws {
    let scratch = try ScratchFolder()
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    #expect(symlink("/etc/hostname", scratch.path("link.docx")) == 0)
    try scratch.write("empty.docx", [])
    try scratch.write("wrong.docx", text: "this is no DOCX")
    try scratch.write("broken.docx", [0x50, 0x4B, 3, 4, 1, 2, 3])
    let result = try BuiltBinary.run(["check", ".", "--format", "json"], in: scratch.path())
    #expect(result.status == 1, "\(result.errors)")
    for code in ["file.special", "file.link", "file.empty", "item.missing"] {
      #expect(result.output.contains("\"\(code)\""), "\(code)")
    }
  }

  @Test func aNameThatIsNoUTF8IsToldAndStopsNothing() throws {
    let scratch = try ScratchFolder()
    let raw = Array(scratch.path("").utf8) + Array("/b\u{1}".utf8) + [0xE0, 0xC0]
    let descriptor = open(raw.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    let result = try BuiltBinary.run(["check", ".", "--format", "json"], in: scratch.path())
    #expect(result.status == 1)
    #expect(result.output.contains("\"name.not-utf8\""))
  }

  @Test(arguments: ["C", "en_US.UTF-8", "vi_VN.UTF-8", ""])
  func vietnameseNamesWorkInEveryLocale(locale: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write("5. Minh chứng/Tiêu chí 1/1a/Kế hoạch số 05.txt", text: "kế hoạch")
    let result = try BuiltBinary.run(
      ["index", ".", "--format", "json"], in: scratch.path(), environment: ["LC_ALL": locale])
    #expect(result.status == 0)
    #expect(result.output.contains("5. Minh chứng/Tiêu chí 1/1a/Kế hoạch số 05.txt"))
  }

  @Test func theLanguageFollowsTheLocaleUnlessToldOtherwise() throws {
    let scratch = try ScratchFolder()
    func errors(_ arguments: [String], _ variables: [String: String]) throws -> String {
      try BuiltBinary.run(
        ["check", "nowhere"] + arguments, in: scratch.path(), environment: variables
      ).errors
    }
    let english = try errors([], ["LC_ALL": "C"])
    let vietnamese = try errors([], ["LC_ALL": "vi_VN.UTF-8"])
    #expect(english != vietnamese)
    #expect(try errors(["--lang", "vi"], ["LC_ALL": "C"]) == vietnamese)
    #expect(try errors([], ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "vi_VN"]) == vietnamese)
  }
}
