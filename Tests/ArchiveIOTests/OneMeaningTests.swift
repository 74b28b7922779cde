import ArchiveIO
import Foundation
import TestSupport
import Testing

/// Makes archives that are almost right, the same in every run.
struct MutationGenerator {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The next archive: a base with one to three changes.
  mutating func next() -> [UInt8] {
    var forge = base()
    for _ in 0..<Int.random(in: 1...3, using: &random) { change(&forge) }
    var bytes = forge.bytes
    if Int.random(in: 0..<4, using: &random) == 0 { damage(&bytes) }
    return bytes
  }

  private mutating func base() -> ZIPForge {
    let text = Array("một hai ba bốn năm ".utf8)
    var entries: [ZIPForge.Entry] = []
    for number in 0..<Int.random(in: 1...4, using: &random) {
      let data = Array(repeating: text, count: number).flatMap { $0 }
      let name = "d\(number)/tep\(number).txt"
      entries.append(Bool.random(using: &random) ? .init(name, data) : .deflated(name, data))
      if Int.random(in: 0..<3, using: &random) == 0, entries[number].method == 8 {
        entries[number].stream(signature: Bool.random(using: &random))
      }
    }
    return ZIPForge(entries)
  }

  /// Changes one thing; many of these changes are legal.
  private mutating func change(_ forge: inout ZIPForge) {
    let index = Int.random(in: 0..<forge.entries.count, using: &random)
    let small = UInt32.random(in: 0...3, using: &random)
    switch Int.random(in: 0..<30, using: &random) {
    case 0: forge.comment = Array("ghi chú".utf8)
    case 1: forge.prefix = [UInt8](repeating: 0x50, count: Int(small))
    case 2: forge.trailer = [UInt8](repeating: 0, count: Int(small))
    case 3: forge.count = UInt16(small)
    case 4: forge.directorySize = 46 + small
    case 5: forge.directoryOffset = small
    case 6: forge.entries[index].localName = Array("d0/tep\(small).txt".utf8)
    case 7: forge.entries[index].localSize = small
    case 8: forge.entries[index].localPackedSize = small
    case 9: forge.entries[index].localCRC = small
    case 10: forge.entries[index].flags ^= 1 << UInt16.random(in: 0...15, using: &random)
    case 11: forge.entries[index].localFlags = UInt16(small)
    case 12: forge.entries[index].method = UInt16([0, 8, 8, 9][Int(small)])
    case 13: forge.entries[index].localMethod = UInt16([0, 8, 8, 9][Int(small)])
    case 14: forge.entries[index].gap = [UInt8](repeating: 1, count: Int(small))
    case 15: forge.entries[index].stream(wide: Bool.random(using: &random))
    case 16: forge.entries[index].localExtra = zip64(forge.entries[index])
    case 17: forge.entries[index].centralExtra = zip64(forge.entries[index])
    case 18: forge.entries[index].localExtra = ZIPForge.extra(0x5455, [1, 0, 0, 0, 0])
    case 19: forge.entries[index].size &+= small
    case 20: forge.entries[index].packedSize &+= small
    case 21: forge.entries.append(forge.entries[index])
    case 22: forge.entries[index].isInDirectory = small != 0
    case 23: forge.entries[index].centralOffset = small
    case 24: forge.zip64 = { ZIPForge.end64($0, $1, $2, at: $2 + $1) }
    case 25: forge.entries[index].attributes = UInt32.random(in: 0...15, using: &random) << 28
    case 26: rename(&forge.entries[index])
    case 27: forge.entries[index].packed += [UInt8](repeating: 0, count: Int(small))
    case 28:
      forge.entries[index].descriptor = Array(forge.entries[index].descriptor.dropLast(Int(small)))
    default: forge.entries.insert(folder("d\(small)/"), at: index)
    }
  }

  private mutating func zip64(_ entry: ZIPForge.Entry) -> [UInt8] {
    let values = [UInt64(entry.size), UInt64(entry.packedSize), 0]
    let count = Int.random(in: 0...3, using: &random)
    return ZIPForge.extra(1, values.prefix(count).flatMap { ZIPForge.word($0) })
  }

  private mutating func rename(_ entry: inout ZIPForge.Entry) {
    let names = [
      "kế hoạch.txt", "d0", "D0/tep0.txt", "a b", "x/", "e\u{302}.txt", "..", "a\\b", "日本.txt",
      "d0/tep0.txt/x", "-rf", "~", "$HOME", "a'b\"",
    ]
    entry.name = Array((names.randomElement(using: &random) ?? "x").utf8)
    entry.flags |= Bool.random(using: &random) ? 1 << 11 : 0
  }

  private func folder(_ name: String) -> ZIPForge.Entry {
    var entry = ZIPForge.Entry(name, [])
    entry.attributes = 0o040755 << 16 | 0x10
    return entry
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let index = Int.random(in: 0..<bytes.count, using: &random)
    bytes[index] = UInt8.random(in: 0...255, using: &random)
  }
}

@Suite("One archive, one meaning")
struct OneMeaningTests {
  /// What people have been warned of: names whose encoding the archive does not state.
  static func isPassed(_ path: String) -> Bool {
    let result = Verdict.of(zip: path)
    return result.verdict != .error && !result.why.contains("risky:name-encoding-unstated")
  }

  static func expectOneMeaning(_ archives: [String]) throws {
    let readings = try RealReaders().read(archives)
    for (archive, reading) in zip(archives, readings) {
      let disagreement = RealReaders.disagreement(reading)
      #expect(disagreement == nil, "\(archive): \(disagreement ?? "")")
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func holdsForAlmostRightArchives(seed: UInt64) throws {
    let scratch = try ScratchFolder()
    var generator = MutationGenerator(seed: seed)
    var passed: [String] = []
    var seen: Set<[UInt8]> = []
    for number in 0..<1_500 {
      let bytes = generator.next()
      guard seen.insert(bytes).inserted else { continue }
      let path = try scratch.write("\(number).zip", bytes)
      if OneMeaningTests.isPassed(path) { passed.append(path) }
      if passed.count == 120 { break }
    }
    print("seed \(seed): \(passed.count) of \(seen.count) pass")
    #expect(passed.count > 40)
    try OneMeaningTests.expectOneMeaning(passed)
  }

  @Test func showsThatReadersDifferWhereWeRefuse() throws {
    let scratch = try ScratchFolder()
    var renamed = ZIPForge.plain
    renamed.entries[0].localName = Array("b.exe".utf8)
    let path = try scratch.write("a.zip", renamed.bytes)
    #expect(!OneMeaningTests.isPassed(path))
    #expect(try RealReaders.disagreement(RealReaders().read([path])[0]) != nil)
  }

  @Test(.enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
  func holdsForTheSuites() throws {
    let root = try #require(Places.shared).appending(path: "suites")
    var passed: [String] = []
    for suite in ["malo/zip", "warehouse-zipdata"] {
      let folder = root.appending(path: suite).path
      let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
      for name in names.sorted() where name.hasSuffix(".zip") {
        let path = "\(folder)/\(name)"
        if OneMeaningTests.isPassed(path) { passed.append(path) }
      }
    }
    #expect(passed.count > 15)
    try OneMeaningTests.expectOneMeaning(passed)
  }
}
