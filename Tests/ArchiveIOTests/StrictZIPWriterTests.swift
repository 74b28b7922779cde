import ArchiveIO
import Foundation
import TestSupport
import Testing

@Suite("The strict ZIP writer")
struct StrictZIPWriterTests {
  static let time = DOSTime(year: 2023, month: 6, day: 15)

  /// Bytes that compress, and bytes that do not.
  static func text(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    let words = (0..<200).map { _ in "từ\(random.next() % 10_000) " }
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += words[Int(random.next() % 200)].utf8 }
    return Array(bytes.prefix(count))
  }

  static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) }
  }

  static let parts: [(name: String, bytes: [UInt8], isDeflated: Bool)] = [
    ("bag/bagit.txt", Array("BagIt-Version: 1.0\n".utf8), true),
    ("bag/data/1-kế-hoạch/kế hoạch năm.txt", text(20_000, seed: 1), true),
    ("bag/data/empty", [], true),
    ("bag/data/one", [65], true),
    ("bag/data/empty-stored", [], false),
    ("bag/data/noise", noise(3_000, seed: 2), true),
    ("bag/data/stored", noise(400_000, seed: 3), false),
    ("bag/data/large text", text(5_000_000, seed: 4), true),
    ("bag/data/large noise", noise(4_500_000, seed: 5), true),
    ("bag/data/large text in memory", text(5_000_000, seed: 6), true),
    ("bag/data/large noise in memory", noise(4_500_000, seed: 7), true),
  ]

  static func write(
    _ parts: [(name: String, bytes: [UInt8], isDeflated: Bool)], to path: String
  ) throws {
    var writer = StrictZIPWriter(try OutputFile(creating: path))
    var preparer = ZIPPreparer()
    for part in parts {
      let source = try source(part.bytes, name: part.name, beside: path)
      let entry = try preparer.prepare(
        ZIPPart(
          name: part.name, content: source, time: time, effort: part.isDeflated ? .thorough : .none)
      )
      try writer.append(entry)
    }
    let size = try writer.finish()
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.size] as? UInt64 == size)
  }

  /// What is too large to be packed in memory comes from a file, except where memory holds it already.
  private static func source(
    _ bytes: [UInt8], name: String, beside path: String
  ) throws -> any ByteSource {
    guard bytes.count > ZIPPreparer.wholeLimit, !name.hasSuffix("in memory") else {
      return MemorySource(name: name, bytes: bytes)
    }
    let file = "\(path).\(bytes.count)"
    try Data(bytes).write(to: URL(filePath: file))
    return try FileSource(path: file)
  }

  @Test func isReadTheSameByEveryReader() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.zip")
    try StrictZIPWriterTests.write(StrictZIPWriterTests.parts, to: path)
    let expected = Dictionary(
      uniqueKeysWithValues: StrictZIPWriterTests.parts.map {
        ($0.name, RealReaders.fingerprint(Data($0.bytes)))
      })
    let readings = try RealReaders().read([path])[0]
    for (reader, reading) in readings {
      #expect(!reading.isRefused, "\(reader) refuses it")
      #expect(reading.files == expected, "\(reader) reads something else")
    }
    print("readers: \(readings.keys.sorted())")
  }

  @Test func isSilentInOurOwnInspector() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.zip")
    try StrictZIPWriterTests.write(StrictZIPWriterTests.parts, to: path)
    let source = try FileSource(path: path)
    let directory = try ZIPDirectory.read(from: source)
    #expect(directory.oddities.isEmpty)
    var reader = ZIPEntryReader()
    for (entry, part) in zip(directory.entries, StrictZIPWriterTests.parts) {
      #expect(Array(entry.rawName) == Array(part.name.utf8))
      let bytes = try reader.bytes(of: entry, in: source, limit: 100 << 20)
      #expect(bytes == part.bytes)
      var streamed: [UInt8] = []
      try reader.read(entry, from: source) { streamed += $0 }
      #expect(streamed == part.bytes)
    }
  }

  @Test func storesWhatDoesNotGain() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.zip")
    try StrictZIPWriterTests.write(StrictZIPWriterTests.parts, to: path)
    let directory = try ZIPDirectory.read(from: FileSource(path: path))
    let methods = Dictionary(
      uniqueKeysWithValues: directory.entries.map { ($0.name ?? "", $0.method) })
    #expect(methods["bag/data/noise"] == .stored)
    #expect(methods["bag/data/large noise"] == .stored)
    #expect(methods["bag/data/large text"] == .deflate)
    #expect(methods["bag/data/empty"] == .stored)
  }

  @Test(arguments: ["zeros", "zeros in memory"])
  func writesNothingThatLooksLikeABomb(_ name: String) throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.zip")
    let zeros = [UInt8](repeating: 0, count: 20 << 20)
    try StrictZIPWriterTests.write([(name, zeros, true)], to: path)
    let source = try FileSource(path: path)
    #expect(try ZIPDirectory.read(from: source).oddities.isEmpty)
  }

  @Test func givesTheSameBytesTwice() throws {
    let scratch = try ScratchFolder()
    try StrictZIPWriterTests.write(StrictZIPWriterTests.parts, to: scratch.path("a.zip"))
    try StrictZIPWriterTests.write(StrictZIPWriterTests.parts, to: scratch.path("b.zip"))
    let first = try Data(contentsOf: URL(filePath: scratch.path("a.zip")))
    let second = try Data(contentsOf: URL(filePath: scratch.path("b.zip")))
    #expect(first == second)
  }

  @Test(arguments: ["", "/a", "a/../b", "a\\b", "a\u{202e}b", "a//b", "./a", "C:/a", "a\n"])
  func refusesAnUnsafeName(_ name: String) throws {
    let scratch = try ScratchFolder()
    var writer = StrictZIPWriter(try OutputFile(creating: scratch.path("a.zip")))
    var preparer = ZIPPreparer()
    let entry = try preparer.prepare(
      ZIPPart(
        name: name, content: MemorySource(name: "m", bytes: [1]), time: StrictZIPWriterTests.time,
        effort: .none))
    var code: ArchiveError.Code?
    do throws(ArchiveError) { try writer.append(entry) } catch { code = error.code }
    #expect(code == .write)
  }

  @Test func refusesANameThatDiffersByNormalizationOnly() throws {
    let scratch = try ScratchFolder()
    var writer = StrictZIPWriter(try OutputFile(creating: scratch.path("a.zip")))
    var preparer = ZIPPreparer()
    var codes: [ArchiveError.Code] = []
    for name in ["\u{1ebf}", "e\u{302}\u{301}"] {
      let entry = try preparer.prepare(
        ZIPPart(
          name: name, content: MemorySource(name: "m", bytes: [1]),
          time: StrictZIPWriterTests.time, effort: .none))
      do throws(ArchiveError) { try writer.append(entry) } catch { codes.append(error.code) }
    }
    #expect(codes == [.write])
  }

  @Test func noticesASourceThatChanges() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("f", [UInt8](repeating: 65, count: 500_000))
    let source = try FileSource(path: path)
    var writer = StrictZIPWriter(try OutputFile(creating: scratch.path("a.zip")))
    var preparer = ZIPPreparer()
    let entry = try preparer.prepare(
      ZIPPart(name: "f", content: source, time: StrictZIPWriterTests.time, effort: .none))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: [66])
    try handle.close()
    var code: ArchiveError.Code?
    do throws(ArchiveError) { try writer.append(entry) } catch { code = error.code }
    #expect(code == .io)
  }

  @Test func refusesToWriteOverAFile() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("a.zip", [1])
    var code: ArchiveError.Code?
    do throws(ArchiveError) { _ = try OutputFile(creating: path) } catch { code = error.code }
    #expect(code == .write)
  }

  @Test func writesZIP64PastSixtyFiveThousandEntries() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.zip")
    var writer = StrictZIPWriter(try OutputFile(creating: path))
    var preparer = ZIPPreparer()
    for number in 0..<65_600 {
      let entry = try preparer.prepare(
        ZIPPart(
          name: "d/\(number)", content: MemorySource(name: "m", bytes: [1]),
          time: StrictZIPWriterTests.time, effort: .none))
      try writer.append(entry)
    }
    _ = try writer.finish()
    let directory = try ZIPDirectory.read(from: FileSource(path: path))
    #expect(directory.oddities.isEmpty)
    #expect(directory.entries.count == 65_600)
  }
}
