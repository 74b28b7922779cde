import Foundation
import TestSupport
import Testing

/// What the commands say to those who run them is true, and names what they can do next.
struct CommandWordsTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.copy(Places.samples.appending(path: "complete"), to: "ho-so")
  }

  private func hoso(_ arguments: String...) throws -> ProgramResult {
    try BuiltBinary.run(arguments, in: scratch.path())
  }

  private func pack(_ name: String = "a.zip") throws {
    let result = try hoso("pack", "ho-so", "-o", name, "--date", "2025-01-15")
    #expect(result.status == 0, "\(result.errors)")
  }

  // MARK: pack

  @Test func anEmptyDossierIsNotPackedAndItsFolderIsNamed() throws {
    #expect(try hoso("new", "moi").status == 0)
    let result = try hoso("pack", "moi", "-o", "moi.zip", "--allow-incomplete")
    #expect(result.status == 2)
    #expect(
      result.errors
        == "hoso: moi: there is no file to pack. "
        + "Put documents and evidence into the folder, and run again.\n"
    )
    #expect(!FileManager.default.fileExists(atPath: scratch.path("moi.zip")))
  }

  @Test(arguments: [
    "a.rar", "a.7z", "a.tar", "a.tar.xz", "a.gz",
  ])
  func aNameThatPromisesAFormNobodyWritesIsRefused(name: String) throws {
    let result = try hoso("pack", "ho-so", "-o", name)
    #expect(result.status == 64)
    #expect(!FileManager.default.fileExists(atPath: scratch.path(name)))
  }

  @Test(arguments: [["a.zip", "--format", "tar.gz"], ["a.tar", "--format", "zip"]])
  func aNameThatPromisesAnotherFormThanIsAskedForIsPointedOut(output: [String]) throws {
    let result = try BuiltBinary.run(["pack", "ho-so", "-o"] + output, in: scratch.path())
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Note: the name suggests "))
  }

  @Test(arguments: [
    ["a.zip"], ["A.ZIP", "--format", "zip"], ["a.tgz"], ["goi-2024.v2"],
    ["goi", "--format", "tar.gz"],
  ])
  func aNameThatPromisesNothingElseIsTaken(output: [String]) throws {
    let result = try BuiltBinary.run(["pack", "ho-so", "-o"] + output, in: scratch.path())
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("Note: "))
  }

  @Test func anArchiveThatTakesTheOldOnesPlaceSaysSo() throws {
    try pack()
    let same = try hoso("pack", "ho-so", "-o", "a.zip", "--date", "2025-01-15")
    #expect(!same.output.contains("took the place"))
    let other = try hoso("pack", "ho-so", "-o", "a.zip", "--date", "2025-01-16")
    #expect(other.output.contains("It took the place of an older archive of that name"))
  }

  @Test(arguments: [("abc", 64), ("99999999999999", 64), ("1736899200", 0), ("", 0)])
  func theEpochOfTheSourceIsATimeOrRefused(epoch: String, status: Int32) throws {
    let result = try BuiltBinary.run(
      ["pack", "ho-so", "-o", "a.zip"], in: scratch.path(),
      environment: ["SOURCE_DATE_EPOCH": epoch])
    #expect(result.status == status, "\(result.errors)")
  }

  // MARK: extract, show

  @Test func aBagsFolderIsExtractedAndShownAsItsArchiveIs() throws {
    try pack()
    #expect(try hoso("extract", "a.zip", "-o", "b").status == 0)
    let again = try hoso("extract", "b", "-o", "c")
    #expect(again.status == 0, "\(again.errors)")
    let compared = try runProgram("/usr/bin/env", ["diff", "-r", "b", "c"], in: scratch.path())
    #expect(compared.status == 0)
    #expect(try hoso("show", "b").status == 0)
  }

  @Test func aFolderThatIsNotPackedIsNotSaidToBeAnothersBag() throws {
    let folder = try hoso("show", "ho-so")
    #expect(folder.status == 2)
    #expect(folder.errors.contains("ho-so: a folder that is not packed"))
    let bag = try hoso("show", ".")
    #expect(bag.errors.contains("a folder that is not packed"))
  }

  @Test func aBagInAFolderOfItsOwnIsFound() throws {
    try pack()
    #expect(try hoso("extract", "a.zip", "-o", "ra/trong").status == 2)
    try FileManager.default.createDirectory(
      atPath: scratch.path("ra"), withIntermediateDirectories: true)
    #expect(try hoso("extract", "a.zip", "-o", "ra/trong").status == 0)
    for command in [["show", "ra"], ["extract", "ra", "-o", "b"]] {
      let result = try BuiltBinary.run(command, in: scratch.path())
      #expect(result.status == 2)
      #expect(result.errors.contains("the packed dossier lies in the folder trong of it"))
    }
    let verified = try hoso("verify", "ra")
    #expect(verified.output.contains("a bag lies in a folder inside it: trong"))
    let inner = try hoso("check", "ra/trong")
    #expect(try hoso("check", "ra").output == inner.output)
    // With anything beside it, the folder is what it was said to be.
    try scratch.write("ra/khac.txt", Array("Khác".utf8))
    #expect(try hoso("check", "ra").output != inner.output)
  }

  @Test func whatIsNoBagIsNotCalledDamaged() throws {
    let result = try hoso("extract", "ho-so", "-o", "b")
    #expect(result.status == 2)
    #expect(result.errors.contains("ho-so: this is no packed dossier"))
  }

  @Test func aGroupStandsForItsCriteria() throws {
    try pack()
    #expect(try hoso("extract", "a.zip", "-o", "b", "--criterion", "1").status == 0)
    let folder = scratch.path("b/data/5-minh-chung")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["1a", "1b", "1c"])
  }

  @Test func whatTheArchiveHasIsListedWhereNothingFits() throws {
    try pack()
    let result = try hoso("extract", "a.zip", "-o", "b", "--item", "bao-cao")
    #expect(result.status == 2)
    #expect(result.errors.contains("evidence, minutes, plan, report, score-sheet, 1a, 1b"))
    #expect(try hoso("profile", "show", "tt22-2020").output.contains(" score-sheet "))
  }

  @Test func showListsWhatTheArchiveHolds() throws {
    try scratch.write("ho-so/5-minh-chung/1a/Thumbs.db", [1, 2, 3])
    try pack()
    let result = try hoso("show", "a.zip")
    #expect(!result.output.contains("Thumbs.db"))
    #expect(result.output.contains("\n23 files, "))
    #expect(result.output.contains("1 further file of the folder was not packed"))
  }

  // MARK: verify

  @Test func verifyTellsTheBadOnesByNameAtTheEnd() throws {
    try pack()
    var bytes = Array(try Data(contentsOf: URL(filePath: scratch.path("a.zip"))))
    bytes[bytes.count / 2] ^= 1
    try scratch.write("b.zip", bytes)
    let result = try hoso("verify", "a.zip", "a.zip.sha256", "b.zip", "ho-so", "none.zip")
    #expect(result.status == 2)
    #expect(
      result.output.hasSuffix(
        """

        5 paths looked at: 1 intact, 1 damaged or altered, 2 no packed dossier, 1 could
        not be looked at.
        1 damaged or altered:
          b.zip
        2 no packed dossier:
          a.zip.sha256
          ho-so
        1 could not be looked at:
          none.zip

        """), "\(result.output.suffix(500))")
    #expect(result.output.contains("none.zip\n  COULD NOT BE LOOKED AT\n  none.zip: there is no"))
    #expect(!result.output.contains("MEND FIRST"))
  }

  @Test func anotherFileAndAFolderAreNotCalledDamagedForTheirDigest() throws {
    try pack()
    #expect(try hoso("extract", "a.zip", "-o", "b").status == 0)
    let digest = String(repeating: "0", count: 64)
    let file = try hoso("verify", "a.zip", "--expect", digest)
    #expect(file.status == 1)
    #expect(file.output.contains("\n  NOT THE FILE THAT WAS HANDED OVER\n"))
    let folder = try hoso("verify", "b", "--expect", digest)
    #expect(folder.status == 1)
    #expect(folder.output.contains("\n  COULD NOT BE COMPARED WITH THE SHA-256\n"))
    #expect(folder.output.contains("Checked: list of files, bag (sha256)"))
  }

  // MARK: check, index, new

  @Test func whatIsOptionalIsNotCalledMissing() throws {
    let result = try hoso("check", "ho-so", "--profile", "generic")
    #expect(result.output.contains("none (optional)") || !result.output.contains("MISSING"))
    #expect(try hoso("profile", "show", "tt24-2023").output.contains("(optional)"))
    #expect(try hoso("profile", "show", "tt22-2020").output.contains("due on 31/03"))
  }

  @Test func aStrictCheckSaysWhatItCounts() throws {
    try scratch.write("ho-so/5-minh-chung/1a/ghi-am.xyz", [1, 2, 3])
    let strict = try hoso("check", "ho-so", "--strict")
    #expect(strict.status == 1)
    #expect(strict.output.contains("(--strict: warnings count). 0 errors, 1 warning"))
    #expect(
      try hoso("check", "ho-so").output.contains("THE DOSSIER IS COMPLETE. 0 errors, 1 warning"))
  }

  @Test func theIndexTellsFormatMetadataAndDigest() throws {
    let output = try hoso("index", "ho-so").output
    #expect(output.contains("Word document; "))
    #expect(output.contains("; Modified: 15 January 2024 02:18:00 UTC"))
    #expect(output.contains("· df84f88abf78e03143e7782fda95886487b9cc19a5da9e4c67886ead0b2b"))
  }

  @Test func metadataTellsMomentsAsPeopleWriteThem() throws {
    let path = "ho-so/1-ke-hoach/Kế hoạch học tập thường xuyên năm 2024.docx"
    let output = try hoso("metadata", path, "--lang", "vi").output
    #expect(output.contains("15/01/2024 02:18:00"))
    #expect(!output.contains("T02:18"))
    #expect(try hoso("metadata", path, "--format", "jsonl").output.contains("T02:18:00"))
  }

  @Test func newTakesAFolderThatOnlyTheSystemUsedAndSaysWhatComesNext() throws {
    try scratch.write("moi/.DS_Store", [1])
    try scratch.write("moi/desktop.ini", [1])
    let made = try hoso("new", "moi", "--unit", "Trường Tiểu học An Sơn")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("\nNext: copy the documents"))
    #expect(made.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    try scratch.write("day/ghi-chep.txt", [1])
    #expect(try hoso("new", "day").status == 2)
  }

  @Test(arguments: [["new", "moi"], ["check", "ho-so"]])
  func aUnitNeedsAName(command: [String]) throws {
    let result = try BuiltBinary.run(command + ["--unit", " "], in: scratch.path())
    #expect(result.status == 64)
  }
}
