import ArchiveIO
import Foundation
import TestSupport
import Testing

@Suite("Packed tar archives", .enabled(if: Places.hasProgram("tar"), "tar is not installed"))
struct PackedTarTests {
  static func pack(_ option: String, _ scratch: ScratchFolder) throws -> [UInt8] {
    try scratch.write("d/text", StrictZIPWriterTests.text(200_000, seed: 21))
    try scratch.write("d/noise", StrictZIPWriterTests.noise(200_000, seed: 22))
    let tar = try #require(Places.program("tar"))
    let run = try runProgram(
      tar, option.split(separator: " ").map(String.init) + ["-cf", "a", "d"], in: scratch.path())
    #expect(run.status == 0, "\(run.errors)")
    return try Array(Data(contentsOf: URL(filePath: scratch.path("a"))))
  }

  static func kinds(_ bytes: [UInt8]) throws -> Set<ContainerOddity.Kind> {
    let (_, inspection) = try TarReader.list(MemorySource(name: "a", bytes: bytes))
    return Set(inspection.oddities.map(\.kind))
  }

  @Test(arguments: ["-z", "-J", "--zstd"])
  func readsEveryByte(_ option: String) throws {
    let scratch = try ScratchFolder()
    let bytes = try PackedTarTests.pack(option, scratch)
    var collector = TarCollector()
    let inspection = try TarReader.read(
      from: MemorySource(name: "a", bytes: bytes), visitor: &collector)
    #expect(inspection.oddities.isEmpty)
    let text = StrictZIPWriterTests.text(200_000, seed: 21)
    #expect(collector.contents.contains(text))
  }

  @Test(arguments: ["-z", "-J", "--zstd"])
  func noticesTruncation(_ option: String) throws {
    let bytes = try PackedTarTests.pack(option, ScratchFolder())
    let found = try PackedTarTests.kinds(Array(bytes.prefix(bytes.count / 2)))
    #expect(found.contains(.truncated) || found.contains(.damaged))
  }

  @Test(arguments: ["-z", "-J", "--zstd"])
  func noticesAFlippedByte(_ option: String) throws {
    var bytes = try PackedTarTests.pack(option, ScratchFolder())
    bytes[bytes.count / 2] ^= 0x55
    let found = try PackedTarTests.kinds(bytes)
    #expect(!found.subtracting([.risky]).isEmpty)
  }

  @Test(arguments: ["-z", "-J", "--zstd"])
  func noticesDataAfterTheEnd(_ option: String) throws {
    let bytes = try PackedTarTests.pack(option, ScratchFolder())
    let found = try PackedTarTests.kinds(bytes + Array("hidden".utf8))
    #expect(!found.subtracting([.risky]).isEmpty)
  }

  @Test func refusesTwoArchivesInOneGzip() throws {
    let bytes = try PackedTarTests.pack("-z", ScratchFolder())
    #expect(try PackedTarTests.kinds(bytes + bytes).contains(.ambiguous))
  }

  @Test(
    .enabled(if: Places.hasProgram("zstd"), "zstd is not installed"),
    arguments: ["-z", "-J", "--zstd"])
  func stopsAtABomb(_ option: String) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("zeros", [])
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let tar = try #require(Places.program("tar"))
    let run = try runProgram(tar, [option, "-cf", "a", "zeros"], in: scratch.path())
    #expect(run.status == 0)
    var counter = TarCounter()
    let inspection = try TarReader.read(
      from: FileSource(path: scratch.path("a")), visitor: &counter)
    #expect(inspection.oddities.map(\.kind) == [.bomb])
    #expect(counter.bytes < 64 << 20)
  }
}

/// Counts the bytes of a tar archive.
struct TarCounter: TarVisitor {
  var bytes = 0
  mutating func begin(_ entry: TarEntry) -> Bool { true }
  mutating func data(_ bytes: UnsafeRawBufferPointer) { self.bytes += bytes.count }
  mutating func end(_ entry: TarEntry) {}
}
