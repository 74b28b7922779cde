import Foundation
import TestSupport
import Testing

@testable import DossierEngine

struct BagExtractorTests {
  private func files(in folder: String) throws -> Set<String> {
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Set(
      all.filter { path in
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
        return !isFolder.boolValue
      })
  }

  @Test(arguments: PackRequest.Format.allCases)
  func extractsWhatWasPacked(_ format: PackRequest.Format) async throws {
    var bench = try PackBench()
    bench.request.format = format
    _ = try await bench.pack()
    let out = bench.scratch.path("out")
    let result = try await BagExtractor(severities: verifySeverities)
      .extract(bench.target, to: out)
    #expect(result.verification.verdict == .intact)
    #expect(try files(in: out) == Set(result.files))
    for file in bench.request.files {
      let before = try Data(contentsOf: URL(filePath: file.source))
      #expect(try Data(contentsOf: URL(filePath: out + "/data/" + file.target)) == before)
    }
    #expect(try await judge(out).warnings.isEmpty)
  }

  @Test func aCombiningMarkBehindASlashMakesNoOtherLetterOfIt() async throws {
    let bench = try PackBench(files: ["a/\u{338}b/c.txt": [1, 2, 3]])
    _ = try await bench.pack()
    let out = bench.scratch.path("out")
    let result = try await BagExtractor(severities: verifySeverities)
      .extract(bench.target, to: out)
    #expect(result.verification.verdict == .intact)
    #expect(result.files.contains("data/a/\u{338}b/c.txt"))
    #expect(try files(in: out) == Set(result.files))
  }

  @Test func extractsOnlyWhatIsWanted() async throws {
    let bench = try PackBench()
    _ = try await bench.pack()
    let out = bench.scratch.path("out")
    let result = try await BagExtractor(severities: verifySeverities)
      .extract(bench.target, to: out, where: { $0.hasPrefix("data/5-minh-chung/1a/") })
    #expect(result.files == ["data/5-minh-chung/1a/empty.txt", "data/5-minh-chung/1a/ảnh.jpg"])
    #expect(try files(in: out) == Set(result.files))
  }

  @Test func nothingOfADamagedArchiveIsSeen() async throws {
    let bench = try PackBench()
    _ = try await bench.pack()
    var bytes = Array(try Data(contentsOf: URL(filePath: bench.target)))
    bytes[bytes.count / 2] ^= 0xFF
    try bench.scratch.write("out.zip", bytes)
    let out = bench.scratch.path("out")
    let result = try await BagExtractor(severities: verifySeverities)
      .extract(bench.target, to: out)
    #expect(result.verification.verdict == .damaged)
    #expect(result.files.isEmpty)
    #expect(try bench.leftovers() == ["out.zip", "out.zip.sha256"])
  }

  @Test(arguments: ["file", "full folder"])
  func nothingThatExistsIsWrittenOver(_ what: String) async throws {
    let bench = try PackBench()
    _ = try await bench.pack()
    let out = bench.scratch.path("out")
    let kept = try bench.scratch.write(what == "file" ? "out" : "out/kept", [1, 2, 3])
    let error = await #expect(throws: PackError.self) {
      try await BagExtractor(severities: verifySeverities).extract(bench.target, to: out)
    }
    #expect(error?.code == .exists)
    #expect(Array(try Data(contentsOf: URL(filePath: kept))) == [1, 2, 3])
  }

  @Test func anEmptyFolderMayStandThere() async throws {
    let bench = try PackBench()
    _ = try await bench.pack()
    let out = bench.scratch.path("out")
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: false)
    let result = try await BagExtractor(severities: verifySeverities)
      .extract(bench.target, to: out)
    #expect(result.files.count == 10)
  }
}
