import ArchiveIO
import Foundation
import TestSupport
import Testing

@Suite("Archives by ordinary tools")
struct OrdinaryToolTests {
  /// A folder to pack: text, noise, an empty file, names with and without diacritics.
  static func makeFolder(_ scratch: ScratchFolder, ascii: Bool = false) throws {
    try scratch.write("bag/bagit.txt", text: "BagIt-Version: 1.0\n")
    try scratch.write("bag/data/text.txt", StrictZIPWriterTests.text(60_000, seed: 11))
    try scratch.write("bag/data/noise.bin", StrictZIPWriterTests.noise(30_000, seed: 12))
    try scratch.write("bag/data/empty", [])
    if !ascii {
      try scratch.write("bag/data/Kế hoạch/Đề án số 1.txt", text: "nội dung\n")
    }
  }

  static func judge(_ scratch: ScratchFolder, _ name: String) -> (verdict: Verdict, why: [String]) {
    let path = scratch.path(name)
    return name.hasSuffix("zip") || name.hasSuffix("jar")
      ? Verdict.of(zip: path) : Verdict.of(tar: path)
  }

  static func pack(
    _ program: String, _ arguments: [String], ascii: Bool = false, output: String,
    toStandardOutput: Bool = false
  ) throws -> (verdict: Verdict, why: [String]) {
    let scratch = try ScratchFolder()
    try makeFolder(scratch, ascii: ascii)
    let path = try #require(Places.program(program))
    let run = try runProgram(
      path, arguments, in: scratch.path(), environment: ["LC_ALL": "C.UTF-8"])
    #expect(run.status == 0, "\(run.errors)")
    if toStandardOutput { try scratch.write(output, run.outputBytes) }
    return judge(scratch, output)
  }

  @Test(
    .enabled(if: Places.hasProgram("zip"), "zip is not installed"),
    arguments: [
      ["-qr"], ["-qrfd"], ["-qr0"], ["-qr9"], ["-qrX"], ["-qrD"], ["-qr", "-fz"], ["-qrk"],
    ])
  func isSilentOnInfoZIP(_ options: [String]) throws {
    let result = try OrdinaryToolTests.pack(
      "zip", options + ["a.zip", "bag"], ascii: true, output: "a.zip")
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("zip"), "zip is not installed"), arguments: [["-qr"], ["-qr0"]])
  func isSilentOnInfoZIPToAPipe(_ options: [String]) throws {
    let result = try OrdinaryToolTests.pack(
      "zip", options + ["-", "bag"], ascii: true, output: "a.zip", toStandardOutput: true)
    #expect(result.verdict == .silent, "\(result)")
  }

  /// Info-ZIP leaves the encoding of names unstated here, and Python reads them as CP437.
  @Test(.enabled(if: Places.hasProgram("zip"), "zip is not installed"))
  func onlyDoubtsTheEncodingOfInfoZIP() throws {
    let result = try OrdinaryToolTests.pack("zip", ["-qr", "a.zip", "bag"], output: "a.zip")
    #expect(Set(result.why).isSubset(of: ["risky:name-encoding-unstated"]), "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("7z"), "7z is not installed"),
    arguments: [["-mx1"], ["-mx0"], ["-mx9"], ["-mcu=on"]])
  func isSilentOnSevenZip(_ options: [String]) throws {
    let result = try OrdinaryToolTests.pack(
      "7z", ["a", "-tzip", "-bd"] + options + ["a.zip", "bag"], output: "a.zip")
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("bsdtar"), "bsdtar is not installed"),
    arguments: ["deflate", "store"])
  func isSilentOnZIPsByBsdtar(_ compression: String) throws {
    let result = try OrdinaryToolTests.pack(
      "bsdtar",
      ["--format", "zip", "--options", "zip:compression=\(compression)", "-cf", "a.zip", "bag"],
      output: "a.zip")
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(.enabled(if: Places.hasProgram("bsdtar"), "bsdtar is not installed"))
  func isSilentOnZIPsThatBsdtarWritesToAPipe() throws {
    let result = try OrdinaryToolTests.pack(
      "bsdtar", ["--format", "zip", "-cf", "-", "bag"], output: "a.zip", toStandardOutput: true)
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("jar"), "jar is not installed"), arguments: ["cf", "c0f", "cfM"])
  func isSilentOnJars(_ mode: String) throws {
    let result = try OrdinaryToolTests.pack("jar", [mode, "a.jar", "bag"], output: "a.jar")
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("python3"), "python3 is not installed"),
    arguments: ["0", "8"], [true, false])
  func isSilentOnPython(_ method: String, isStreamed: Bool) throws {
    let script = """
      import io, os, sys, zipfile
      class Pipe(io.RawIOBase):
          def __init__(self, file): self.file = file
          def writable(self): return True
          def write(self, data): return self.file.write(bytes(data))
      file = open("a.zip", "wb")
      target = Pipe(file) if sys.argv[2] == "True" else file
      with zipfile.ZipFile(target, "w", int(sys.argv[1])) as archive:
          archive.comment = b"ghi chu"
          for folder, _, names in os.walk("bag"):
              for name in names: archive.write(os.path.join(folder, name))
          with archive.open("bag/forced", "w", force_zip64=True) as part: part.write(b"x" * 99)
      file.close()
      """
    let result = try OrdinaryToolTests.pack(
      "python3", ["-c", script, method, isStreamed ? "True" : "False"], output: "a.zip")
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("tar"), "tar is not installed"),
    arguments: ["gnu", "oldgnu", "posix", "ustar"], ["bag", "."])
  func isSilentOnGNUTar(_ format: String, _ what: String) throws {
    let result = try OrdinaryToolTests.pack(
      "tar", ["--format", format, "--exclude=./out", "--exclude=./err", "-cf", "-", what],
      output: "a.tar", toStandardOutput: true)
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("bsdtar"), "bsdtar is not installed"),
    arguments: ["pax", "ustar", "gnutar"])
  func isSilentOnBsdtar(_ format: String) throws {
    let result = try OrdinaryToolTests.pack(
      "bsdtar", ["--format", format, "-cf", "a.tar", "bag"], output: "a.tar")
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("tar"), "tar is not installed"),
    arguments: ["-czf", "-cJf", "--zstd -cf"])
  func isSilentOnPackedTar(_ options: String) throws {
    let result = try OrdinaryToolTests.pack(
      "tar", options.split(separator: " ").map(String.init) + ["a.tar", "bag"], output: "a.tar")
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(
    .enabled(if: Places.hasProgram("python3"), "python3 is not installed"),
    arguments: ["w:GNU", "w:PAX", "w:gz:PAX", "w:xz:GNU"])
  func isSilentOnTarsByPython(_ mode: String) throws {
    let script = """
      import sys, tarfile
      mode, _, format = sys.argv[1].rpartition(":")
      with tarfile.open("a.tar", mode, format=getattr(tarfile, format + "_FORMAT")) as archive:
          archive.add("bag")
      """
    let result = try OrdinaryToolTests.pack("python3", ["-c", script, mode], output: "a.tar")
    #expect(result.verdict == .silent, "\(result)")
  }

  @Test(.enabled(if: Places.hasProgram("7z"), "7z is not installed"))
  func isSilentOnTarsBySevenZip() throws {
    let result = try OrdinaryToolTests.pack(
      "7z", ["a", "-ttar", "-bd", "a.tar", "bag"], output: "a.tar")
    #expect(result.verdict == .silent, "\(result)")
  }
}
