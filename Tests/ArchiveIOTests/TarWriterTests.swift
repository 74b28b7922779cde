import ArchiveIO
import Foundation
import TestSupport
import Testing

@Suite("The tar writer")
struct TarWriterTests {
  static let longName =
    "bag/data/" + String(repeating: "kế hoạch năm học/", count: 9) + "báo cáo.txt"

  static let parts: [(name: String, bytes: [UInt8])] = [
    ("bag/bagit.txt", Array("BagIt-Version: 1.0\n".utf8)),
    ("bag/data/empty", []),
    ("bag/data/Quyết định.txt", StrictZIPWriterTests.text(700_000, seed: 7)),
    (longName, StrictZIPWriterTests.noise(512, seed: 8)),
    ("bag/data/" + String(repeating: "x", count: 91), [1, 2, 3]),
    ("bag/data/" + String(repeating: "y", count: 120), [1, 2, 3]),
  ]

  static func write(_ packing: TarPacking, to path: String) throws {
    var writer = try TarWriter(
      OutputFile(creating: path), packing: packing, time: 1_686_787_200)
    for part in parts {
      var seen: [UInt8] = []
      try writer.append(
        name: part.name, content: MemorySource(name: part.name, bytes: part.bytes)
      ) { seen += $0 }
      #expect(seen == part.bytes)
    }
    let size = try writer.finish()
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.size] as? UInt64 == size)
  }

  @Test(arguments: [TarPacking.none, .gzip, .zstd])
  func isReadTheSameByEveryReader(_ packing: TarPacking) throws {
    let scratch = try ScratchFolder()
    let ending = [TarPacking.none: "tar", .gzip: "tar.gz", .zstd: "tar.zst"][packing] ?? ""
    let path = scratch.path("a.\(ending)")
    try TarWriterTests.write(packing, to: path)
    let expected = Dictionary(
      uniqueKeysWithValues: TarWriterTests.parts.map {
        ($0.name, RealReaders.fingerprint(Data($0.bytes)))
      })
    for (reader, reading) in try TarReaders.read(path) {
      #expect(!reading.isRefused, "\(reader) refuses it")
      #expect(reading.files == expected, "\(reader) reads something else")
    }
  }

  @Test(arguments: [TarPacking.none, .gzip, .zstd])
  func isSilentInOurOwnInspector(_ packing: TarPacking) throws {
    let scratch = try ScratchFolder()
    try TarWriterTests.write(packing, to: scratch.path("a"))
    var collector = TarCollector()
    let inspection = try TarReader.read(
      from: FileSource(path: scratch.path("a")), visitor: &collector)
    #expect(inspection.oddities.isEmpty)
    #expect(collector.names == TarWriterTests.parts.map(\.name))
    #expect(collector.contents == TarWriterTests.parts.map(\.bytes))
  }

  @Test(arguments: [TarPacking.none, .gzip, .zstd])
  func givesTheSameBytesTwice(_ packing: TarPacking) throws {
    let scratch = try ScratchFolder()
    try TarWriterTests.write(packing, to: scratch.path("a"))
    try TarWriterTests.write(packing, to: scratch.path("b"))
    let first = try Data(contentsOf: URL(filePath: scratch.path("a")))
    #expect(first == (try Data(contentsOf: URL(filePath: scratch.path("b")))))
  }
}

/// Collects what a tar archive holds.
struct TarCollector: TarVisitor {
  var names: [String] = []
  var contents: [[UInt8]] = []
  private var current: [UInt8] = []

  mutating func begin(_ entry: TarEntry) -> Bool {
    names.append(entry.name ?? "")
    current = []
    return true
  }
  mutating func data(_ bytes: UnsafeRawBufferPointer) { current += bytes }
  mutating func end(_ entry: TarEntry) { contents.append(current) }
}

/// The programs people read tar archives with.
enum TarReaders {
  static func read(_ path: String) throws -> [String: Reading] {
    var result: [String: Reading] = [:]
    let utf8 = ["LC_ALL": "C.UTF-8"]
    for name in ["tar", "bsdtar"] {
      guard let program = Places.program(name) else { continue }
      let folder = try ScratchFolder()
      let run = try runProgram(program, ["-xf", path, "-C", folder.path()], environment: utf8)
      result[name] = Reading(files: RealReaders.digests(folder), isRefused: run.status != 0)
    }
    if let python = Places.program("python3"), !path.hasSuffix("zst") {
      let folder = try ScratchFolder()
      let script = "import sys,tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])"
      let run = try runProgram(python, ["-c", script, path, folder.path()], environment: utf8)
      result["python"] = Reading(files: RealReaders.digests(folder), isRefused: run.status != 0)
    }
    if let program = Places.program("7z"), path.hasSuffix("tar") {
      let folder = try ScratchFolder()
      let run = try runProgram(
        program, ["x", "-y", "-bd", "-o" + folder.path(), path], environment: utf8)
      result["7z"] = Reading(files: RealReaders.digests(folder), isRefused: run.status != 0)
    }
    return result
  }
}
