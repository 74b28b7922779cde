import ArchiveIO
import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierEngine

/// A folder of files to pack, and the packing of them.
struct PackBench: Sendable {
  let scratch: ScratchFolder
  var request: PackRequest
  let target: String

  init(files: [String: [UInt8]] = PackBench.usual) throws {
    scratch = try ScratchFolder()
    var list: [PackRequest.PayloadFile] = []
    for (path, bytes) in files {
      let source = try scratch.write("in/" + path, bytes)
      list.append(
        PackRequest.PayloadFile(
          source: source, target: path,
          compressibility: path.hasSuffix(".jpg") ? .compressed : .plain))
    }
    let date = try #require(CalendarDate(iso: "2024-01-15"))
    request = PackRequest(
      baseFolder: "ho-so-2023", files: list, date: date, softwareAgent: "hoso/0.1.0")
    request.info = [
      BagInfo.Element("Source-Organization", "Trường Tiểu học Hoàng Lương"),
      BagInfo.Element(
        "External-Description",
        "Hồ sơ đề nghị công nhận đơn vị học tập năm 2023, gồm kế hoạch, báo cáo, biên bản, biểu điểm"
      ),
    ]
    target = scratch.path("out.zip")
  }

  static let usual: [String: [UInt8]] = [
    "1-ke-hoach/Kế hoạch.txt": Array(String(repeating: "kế hoạch\n", count: 4000).utf8),
    "2-bao-cao/báo cáo.txt": Array("báo cáo".utf8),
    "5-minh-chung/1a/ảnh.jpg": (0..<70_000).map {
      UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7)
    },
    "5-minh-chung/1a/empty.txt": [],
  ]

  static let extra: BagPacker.TagFileMaker = { _ in
    [
      TagFile(path: "dossier.json", bytes: Array("{\"files\": 4}\n".utf8)),
      TagFile(path: "index.html", bytes: Array("<pre>báo cáo</pre>\n".utf8)),
    ]
  }

  func pack() async throws -> PackResult {
    try await BagPacker(severities: verifySeverities)
      .pack(request, to: target, tagFiles: PackBench.extra)
  }

  /// What stands in the folder of the target, but for the input.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path())
      .filter { $0 != "in" }.sorted()
  }
}

struct BagPackerTests {
  @Test func packsABagWithoutAFindingToMake() async throws {
    let bench = try PackBench()
    let result = try await bench.pack()
    let judged = try await judge(bench.target)
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings.isEmpty)
    #expect(result.verification.bag?.files == 4)
    #expect(result.verification.bag?.algorithms == ["sha256"])
    #expect(try bench.leftovers() == ["out.zip", "out.zip.sha256"])
  }

  @Test(arguments: [Set<DigestAlgorithm>([.sha512]), [.sha256, .sha512]])
  func writesAManifestForEachAlgorithm(_ algorithms: Set<DigestAlgorithm>) async throws {
    var bench = try PackBench()
    bench.request.algorithms = algorithms
    let result = try await bench.pack()
    #expect(result.verification.bag?.algorithms == algorithms.map(\.rawValue).sorted())
    #expect(try await judge(bench.target).warnings.isEmpty)
  }

  @Test func declarationStandsFirst() async throws {
    let bench = try PackBench()
    _ = try await bench.pack()
    let directory = try ZIPDirectory.read(from: FileSource(path: bench.target))
    #expect(directory.oddities.isEmpty)
    #expect(directory.entries.first?.name == "ho-so-2023/bagit.txt")
  }

  @Test func sameBytesForAnyNumberOfWorkers() async throws {
    var files: [String: [UInt8]] = [:]
    for number in 0..<300 {
      files["5-minh-chung/1a/file \(number).txt"] = Array(
        String(repeating: "line \(number)\n", count: number * 7).utf8)
    }
    files["5-minh-chung/2a/big.txt"] = Array(repeating: UInt8(ascii: "x"), count: 5 << 20)
    var bench = try PackBench(files: files)
    var seen: Set<String> = []
    for jobs in [1, 2, 7] {
      bench.request.jobs = jobs
      bench.request.files.shuffle()
      seen.insert(try await bench.pack().sha256)
    }
    #expect(seen.count == 1)
  }

  @Test(.enabled(if: Places.hasProgram("unzip"), "unzip is not installed"))
  func unzippedFilesPassSha256sum() async throws {
    let bench = try PackBench()
    _ = try await bench.pack()
    let unzip = try #require(Places.program("unzip"))
    let out = bench.scratch.path("out")
    #expect(try runProgram(unzip, ["-q", bench.target, "-d", out]).status == 0)
    let sum = try #require(Places.program("sha256sum"))
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      let check = try runProgram(
        sum, ["-c", "--strict", "--quiet", manifest], in: out + "/ho-so-2023")
      #expect(check.status == 0, "\(check.output)\(check.errors)")
    }
    let whole = try runProgram(sum, ["-c", "out.zip.sha256"], in: bench.scratch.path())
    #expect(whole.status == 0)
  }

  @Test(.enabled(if: PythonBagIt.isHere, "bagit-python is not installed"))
  func bagitPythonValidatesIt() async throws {
    var bench = try PackBench()
    bench.request.algorithms = [.sha256, .sha512]
    _ = try await bench.pack()
    let unzip = try #require(Places.program("unzip"))
    let out = bench.scratch.path("out")
    #expect(try runProgram(unzip, ["-q", bench.target, "-d", out]).status == 0)
    #expect(try PythonBagIt.validates(out + "/ho-so-2023"))
  }

  @Test(arguments: [PackRequest.Format.tarGzip, .tarZstandard])
  func packsTARsOfTheSameBytesEveryTime(_ format: PackRequest.Format) async throws {
    var bench = try PackBench()
    bench.request.format = format
    let first = try await bench.pack()
    bench.request.jobs = 1
    let second = try await bench.pack()
    #expect(first.sha256 == second.sha256)
    let judged = try await judge(bench.target)
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings.isEmpty)
    #expect(judged.result.bag?.files == 4)
  }

  @Test(.enabled(if: Places.hasProgram("bsdtar"), "bsdtar is not installed"))
  func anUnpackedTARPassesSha256sum() async throws {
    var bench = try PackBench()
    bench.request.format = .tarZstandard
    _ = try await bench.pack()
    let bsdtar = try #require(Places.program("bsdtar"))
    let unpacked = try runProgram(
      bsdtar, ["-xf", bench.target], in: bench.scratch.path(),
      environment: ["LC_ALL": "C.UTF-8"])
    #expect(unpacked.status == 0)
    let sum = try #require(Places.program("sha256sum"))
    let check = try runProgram(
      sum, ["-c", "--quiet", "manifest-sha256.txt"], in: bench.scratch.path("ho-so-2023"))
    #expect(check.status == 0)
  }

  @Test func aFileThatIsNotWhatWasCheckedIsNamed() async throws {
    var bench = try PackBench()
    bench.request.files[0].expectedSHA256 = String(repeating: "0", count: 64)
    let error = await #expect(throws: PackError.self) { try await bench.pack() }
    #expect(error?.code == .changed)
    #expect(error?.path == bench.request.files[0].source)
    #expect(try bench.leftovers().isEmpty)
  }

  @Test(arguments: PackRequest.Format.allCases)
  func aFileThatChangesWhileItIsPackedIsNamed(_ format: PackRequest.Format) async throws {
    var bench = try PackBench(files: ["a.txt": Array(repeating: 65, count: 1 << 20)])
    bench.request.format = format
    let source = bench.request.files[0].source
    let request = bench.request
    let target = bench.target
    let error = await #expect(throws: PackError.self) {
      try await BagPacker(severities: verifySeverities).pack(
        request, to: target,
        progress: { progress in
          guard progress.phase == .packing, let file = FileHandle(forWritingAtPath: source) else {
            return
          }
          file.seekToEndOfFile()
          file.write(Data([66]))
        })
    }
    #expect(error?.code == .changed)
    #expect(error?.path == source)
    #expect(try bench.leftovers().isEmpty)
  }

  @Test func aMissingFileIsNamedAndTheOldArchiveStays() async throws {
    var bench = try PackBench()
    _ = try await bench.pack()
    let before = try Data(contentsOf: URL(filePath: bench.target))
    bench.request.files[1].source += ".gone"
    let error = await #expect(throws: PackError.self) { try await bench.pack() }
    #expect(error?.code == .unreadable)
    #expect(try Data(contentsOf: URL(filePath: bench.target)) == before)
    #expect(try bench.leftovers() == ["out.zip", "out.zip.sha256"])
  }

  @Test func aLinkIsNotPacked() async throws {
    var bench = try PackBench()
    let link = bench.scratch.path("in/link")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: bench.request.files[0].source)
    bench.request.files[0].source = link
    let error = await #expect(throws: PackError.self) { try await bench.pack() }
    #expect(error?.code == .unreadable)
  }

  @Test(arguments: ["a/../b", "/a", "a\\b", "100%", "a:b", "nul", "x ", ""])
  func refusesNamesThatAreNotPortable(_ name: String) async throws {
    var bench = try PackBench()
    bench.request.files[0].target = name
    let error = await #expect(throws: PackError.self) { try await bench.pack() }
    #expect(error?.code == .name)
  }

  @Test func refusesTwoFilesOfOneName() async throws {
    var bench = try PackBench()
    bench.request.files[0].target = "a/B"
    bench.request.files[1].target = "A/b"
    let error = await #expect(throws: PackError.self) { try await bench.pack() }
    #expect(error?.code == .name)
  }

  @Test func noFolderForTheTargetIsAnOutputError() async throws {
    let bench = try PackBench()
    let target = bench.scratch.path("nowhere/out.zip")
    let error = await #expect(throws: PackError.self) {
      try await BagPacker(severities: verifySeverities).pack(bench.request, to: target)
    }
    #expect(error?.code == .output)
    #expect(error?.path == target)
  }

  @Test func aFailingTagFileMakerLeavesNothing() async throws {
    let bench = try PackBench()
    await #expect(throws: CocoaError.self) {
      try await BagPacker(severities: verifySeverities).pack(
        bench.request, to: bench.target, tagFiles: { _ in throw CocoaError(.featureUnsupported) })
    }
    #expect(try bench.leftovers().isEmpty)
  }

  @Test func cancellingLeavesNothing() async throws {
    var files: [String: [UInt8]] = [:]
    for number in 0..<200 {
      files["f\(number)"] = Array(repeating: UInt8(truncatingIfNeeded: number), count: 100_000)
    }
    let bench = try PackBench(files: files)
    await #expect(throws: CancellationError.self) {
      try await withThrowingTaskGroup { group in
        group.addTask { _ = try await bench.pack() }
        group.cancelAll()
        try await group.waitForAll()
      }
    }
    #expect(try bench.leftovers().isEmpty)
  }

  @Test func theNextRunRemovesWhatADeadProcessLeft() async throws {
    let bench = try PackBench()
    let dead = try runProgram("/bin/sh", ["-c", "echo $$"]).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try bench.scratch.write(".out.zip.hoso-\(dead)-abc.partial", [1])
    let alive = ".out.zip.hoso-\(ProcessInfo.processInfo.processIdentifier)-abc.partial"
    try bench.scratch.write(alive, [1])
    _ = try await bench.pack()
    #expect(try bench.leftovers() == [alive, "out.zip", "out.zip.sha256"])
  }
}

/// The reference implementation, where it is installed.
enum PythonBagIt {
  private static let python = Places.python(with: "bagit")

  static var isHere: Bool { python != nil }

  static func validates(_ folder: String) throws -> Bool {
    guard let python else { return false }
    let code = "import bagit, sys; bagit.Bag(sys.argv[1]).validate()"
    return try runProgram(python, ["-c", code, folder]).status == 0
  }
}
