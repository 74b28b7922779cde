import Foundation
import TestSupport
import Testing

/// A dossier to pack, and the folder its archive goes to.
private struct PackBench {
  let scratch: ScratchFolder

  /// - Parameter megabytes: how much evidence that does not compress is added.
  init(megabytes: Int = 0) throws {
    scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: Places.samples.appending(path: "complete").path, toPath: scratch.path("dossier"))
    for number in 0..<megabytes {
      var random = SeededRandom(seed: UInt64(number + 1))
      let words = (0..<131_072).map { _ in random.next() }
      let bytes = words.withUnsafeBytes { Array($0) }
      try scratch.write("dossier/5-minh-chung/1a/anh-\(number).bin", bytes)
    }
    try FileManager.default.createDirectory(
      atPath: scratch.path("out"), withIntermediateDirectories: true)
  }

  var target: String { scratch.path("out/a.zip") }

  func arguments(dossier: String = "dossier", target: String? = nil) -> [String] {
    [
      "pack", scratch.path(dossier), "-o", target ?? self.target, "--date", "2024-03-25",
      "--allow-incomplete",
    ]
  }

  func bytes(_ path: String? = nil) throws -> Data {
    try Data(contentsOf: URL(filePath: path ?? target))
  }

  /// What stands in the folder of the archive.
  func left() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).sorted()
  }

  /// Starts packing, and sends a signal as soon as the hidden file is there.
  func interrupt(by signal: Int32, after wait: TimeInterval) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: BuiltBinary.path)
    process.arguments = arguments()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, try !left().contains(where: { $0.hasSuffix(".partial") }) {
      try await Task.sleep(for: .milliseconds(2))
    }
    try await Task.sleep(for: .seconds(wait))
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }
}

@Suite("Packing, whatever happens")
struct PackRobustnessTests {
  @Test func theSameBytesInAnySurroundings() throws {
    let bench = try PackBench()
    #expect(try BuiltBinary.run(bench.arguments()).status == 0)
    let bytes = try bench.bytes()
    let surroundings: [[String: String]] = [
      ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Los_Angeles"], ["LC_ALL": "C"],
      ["LC_ALL": "vi_VN.UTF-8"], ["LC_ALL": "tr_TR.UTF-8"], ["HOME": "/nonexistent", "USER": "x"],
    ]
    for variables in surroundings {
      #expect(try BuiltBinary.run(bench.arguments(), environment: variables).status == 0)
      #expect(try bench.bytes() == bytes, "\(variables)")
    }
    for jobs in ["1", "7"] {
      #expect(try BuiltBinary.run(bench.arguments() + ["--jobs", jobs]).status == 0)
      #expect(try bench.bytes() == bytes, "\(jobs) workers")
    }
    let masked = "umask 077; exec \"$@\""
    let shell = try runProgram(
      "/bin/sh", ["-c", masked, "sh", BuiltBinary.path] + bench.arguments())
    #expect(shell.status == 0)
    #expect(try bench.bytes() == bytes)
  }

  @Test func theSameBytesFromAnotherPlaceWhereFilesCameInAnotherOrder() throws {
    let bench = try PackBench()
    #expect(try BuiltBinary.run(bench.arguments()).status == 0)
    let bytes = try bench.bytes()
    let manager = FileManager.default
    let files = (manager.enumerator(atPath: bench.scratch.path("dossier"))?.allObjects ?? [])
      .compactMap { $0 as? String }
    var random = SeededRandom(seed: 3)
    for file in files.shuffled(using: &random) {
      let from = bench.scratch.path("dossier/" + file)
      let to = URL(filePath: bench.scratch.path("other place/" + file))
      guard try manager.attributesOfItem(atPath: from)[.type] as? FileAttributeType == .typeRegular
      else { continue }
      try manager.createDirectory(
        at: to.deletingLastPathComponent(), withIntermediateDirectories: true)
      try manager.copyItem(at: URL(filePath: from), to: to)
      let modified = try manager.attributesOfItem(atPath: from)[.modificationDate]
      try manager.setAttributes([.modificationDate: modified as Any], ofItemAtPath: to.path)
    }
    let result = try BuiltBinary.run(bench.arguments(dossier: "other place"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(try bench.bytes() == bytes)
  }

  @Test(arguments: [0, 0.05, 0.2, 0.5])
  func aKilledRunLeavesTheOldArchiveAndTheNextOneCleansUp(after wait: TimeInterval) async throws {
    let bench = try PackBench(megabytes: 16)
    try bench.scratch.write("out/a.zip", text: "the old archive")
    _ = try await bench.interrupt(by: SIGKILL, after: wait)
    let now = try bench.bytes()
    let isOld = now == Data("the old archive".utf8)
    #expect(isOld || now.starts(with: [0x50, 0x4b, 3, 4]))
    #expect(try BuiltBinary.run(bench.arguments()).status == 0)
    #expect(try bench.left() == ["a.zip", "a.zip.handover.html", "a.zip.sha256"])
    let check = try runProgram(
      "/usr/bin/env", ["sha256sum", "-c", "a.zip.sha256"], in: bench.scratch.path("out"))
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func anInterruptedRunLeavesNothing() async throws {
    let bench = try PackBench(megabytes: 16)
    let status = try await bench.interrupt(by: SIGINT, after: 0)
    // A run that was quicker than the signal is done.
    if status != 0 {
      #expect(status == 130)
      #expect(try bench.left().isEmpty)
    }
  }

  @Test(arguments: ["zip", "tar.gz", "tar.zst"])
  func aDiskThatTakesNoMoreLeavesTheOldArchive(_ format: String) throws {
    let bench = try PackBench(megabytes: 4)
    try bench.scratch.write("out/a.zip", text: "the old archive")
    // The limit of a file's size stands in for a full disk, which takes an administrator.
    let limited = "ulimit -f 2000; trap '' XFSZ; exec \"$@\""
    let result = try runProgram(
      "/bin/sh",
      ["-c", limited, "sh", BuiltBinary.path] + bench.arguments() + ["--format", format],
      environment: ["LC_ALL": "C"])
    #expect(result.status == 2)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.contains("out/a.zip: "), "\(result.errors)")
    #expect(try bench.left() == ["a.zip"])
    #expect(try bench.bytes() == Data("the old archive".utf8))
  }

  @Test(arguments: [242, 255, 300])
  func aNameThatLeavesNoRoomForTheFilesBesideItIsRefusedFirst(_ length: Int) throws {
    let bench = try PackBench()
    let target = bench.scratch.path("out/" + String(repeating: "a", count: length - 4) + ".zip")
    let result = try BuiltBinary.run(
      bench.arguments(target: target), environment: ["LC_ALL": "C"])
    #expect(result.status == 2)
    #expect(result.errors.contains("file name is too long (\(length) > 241 bytes)"))
    #expect(try bench.left().isEmpty)
  }

  @Test func theLongestNameThatIsLeftHasAllItsFiles() throws {
    let bench = try PackBench()
    let name = String(repeating: "a", count: 237) + ".zip"
    let result = try BuiltBinary.run(bench.arguments(target: bench.scratch.path("out/" + name)))
    #expect(result.status == 0, "\(result.errors)")
    #expect(try bench.left() == [name, name + ".handover.html", name + ".sha256"])
  }

  @Test(arguments: ["a.zip", "a.zip.sha256", "a.zip.handover.html"])
  func aFolderInTheWayStaysAndNothingIsWritten(_ name: String) throws {
    let bench = try PackBench()
    try bench.scratch.write("out/\(name)/kept", text: "somebody's")
    let result = try BuiltBinary.run(bench.arguments(), environment: ["LC_ALL": "C"])
    #expect(result.status == 2)
    #expect(result.errors.contains("out/\(name): "), "\(result.errors)")
    #expect(try bench.left() == [name])
    #expect(FileManager.default.fileExists(atPath: bench.scratch.path("out/\(name)/kept")))
  }

  @Test(.disabled(if: BuiltBinary.isThreadSanitized, "the sanitizer itself breaks at the limit"))
  func extractingOntoADiskThatTakesNoMoreLeavesNothing() throws {
    let bench = try PackBench(megabytes: 4)
    #expect(try BuiltBinary.run(bench.arguments()).status == 0)
    let limited = "ulimit -f 2000; trap '' XFSZ; exec \"$@\""
    let result = try runProgram(
      "/bin/sh",
      [
        "-c", limited, "sh", BuiltBinary.path, "extract", bench.target, "-o",
        bench.scratch.path("out/files"),
      ], environment: ["LC_ALL": "C"])
    #expect(result.status == 2)
    #expect(result.errors.contains("out/files/data/"), "\(result.errors)")
    #expect(!result.errors.contains(".partial"))
    #expect(try !bench.left().contains { $0.contains("files") })
  }
}
