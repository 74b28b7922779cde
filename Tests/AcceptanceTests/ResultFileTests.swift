import Foundation
import TestSupport
import Testing

/// What a result may be written to: nothing of the dossier, and nothing that is no file.
@Suite("Where a result goes")
struct ResultFileTests {
  private func dossier(in scratch: ScratchFolder) throws -> String {
    let folder = scratch.path("dossier")
    try FileManager.default.copyItem(
      atPath: Places.samples.appending(path: "complete").path, toPath: folder)
    return folder
  }

  @Test func aFileOfTheDossierIsNeverWrittenOver() throws {
    let scratch = try ScratchFolder()
    let folder = try dossier(in: scratch)
    try scratch.write("dossier/ghi.txt", text: "a")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.txt"), withDestinationPath: "dossier/ghi.txt")
    for target in ["dossier/ghi.txt", "dossier/moi.txt", "link.txt"] {
      let result = try BuiltBinary.run(["check", folder, "--output", scratch.path(target)])
      #expect(result.status == 2, "\(target)")
      #expect(result.errors.contains(target))
    }
    #expect(try String(contentsOfFile: scratch.path("dossier/ghi.txt"), encoding: .utf8) == "a")
    let archive = scratch.path("a.zip")
    #expect(try BuiltBinary.run(["pack", folder, "-o", archive, "--allow-incomplete"]).status == 0)
    let bytes = try Data(contentsOf: URL(filePath: archive))
    #expect(try BuiltBinary.run(["check", archive, "--output", archive]).status == 2)
    #expect(try Data(contentsOf: URL(filePath: archive)) == bytes)
  }

  @Test func aFileBesideTheDossierGetsTheResult() throws {
    let scratch = try ScratchFolder()
    let folder = try dossier(in: scratch)
    let target = scratch.path("dossier-ket-qua.txt")
    for _ in 0..<2 {
      #expect(try BuiltBinary.run(["check", folder, "--output", target]).status == 0)
    }
    let plain = try BuiltBinary.run(["check", folder]).output
    #expect(try String(contentsOfFile: target, encoding: .utf8) == plain)
    #expect(try BuiltBinary.run(["check", folder, "--output", "-"]).output == plain)
  }

  @Test func aFolderThereIsNamed() throws {
    let scratch = try ScratchFolder()
    let result = try BuiltBinary.run(
      ["check", try dossier(in: scratch), "--output", scratch.path()])
    #expect(result.status == 2)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(!result.errors.contains("NSCocoaErrorDomain"))
  }

  @Test func aFIFOStaysAFIFO() throws {
    let scratch = try ScratchFolder()
    let folder = try dossier(in: scratch)
    let pipe = scratch.path("pipe")
    let made = try runProgram("/usr/bin/env", ["mkfifo", pipe])
    #expect(made.status == 0)
    let refused = try BuiltBinary.run(["pack", folder, "-o", pipe, "--allow-incomplete"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("pipe"))
    let shell = try runProgram(
      "/bin/sh",
      [
        "-c", "cat \"$3\" & \"$1\" check \"$2\" --output \"$3\"; wait", "sh", BuiltBinary.path,
        folder, pipe,
      ], environment: ["LC_ALL": "C"])
    #expect(shell.output.contains("COMPLETE"))
    let attributes = try FileManager.default.attributesOfItem(atPath: pipe)
    #expect(attributes[.type] as? FileAttributeType != .typeRegular)
  }
}
