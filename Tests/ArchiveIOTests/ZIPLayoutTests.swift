import ArchiveIO
import Testing

@Suite("The ZIP inspector: layout")
struct LayoutTests {
  @Test func refusesAGapBetweenEntries() throws {
    var forge = ZIPForge.plain
    forge.entries[1].gap = [0, 0, 0]
    #expect(try oddities(forge) == ["ambiguous:gap"])
  }

  @Test func refusesALocalEntryTheDirectoryHides() throws {
    var forge = ZIPForge.plain
    forge.entries.insert(.init("evil.exe", [1, 2]), at: 1)
    forge.entries[1].isInDirectory = false
    #expect(try oddities(forge) == ["ambiguous:hidden-local-entry"])
  }

  @Test func refusesDataBeforeTheFirstEntry() throws {
    var forge = ZIPForge.plain
    forge.prefix = Array("MZ stub".utf8)
    #expect(try oddities(forge) == ["ambiguous:data-before-first"])
  }

  @Test func refusesDataPutInFrontLater() throws {
    var forge = ZIPForge.plain
    forge.prefix = Array("MZ stub".utf8)
    forge.offsetsIgnorePrefix = true
    #expect(
      try oddities(forge) == ["ambiguous:data-before-first", "ambiguous:directory-offset"])
  }

  @Test func findsTheEntriesBehindDataPutInFront() throws {
    var forge = ZIPForge.plain
    forge.prefix = Array("MZ stub".utf8)
    forge.offsetsIgnorePrefix = true
    let source = MemorySource(name: "f", bytes: forge.bytes)
    let directory = try ZIPDirectory.read(from: source)
    var reader = ZIPEntryReader()
    let bytes = try reader.bytes(of: directory.entries[1], in: source, limit: 100)
    #expect(bytes == Array("beta".utf8))
  }

  @Test func refusesDataBeforeTheDirectory() throws {
    var forge = ZIPForge.plain
    forge.beforeDirectory = [1, 2, 3]
    #expect(try oddities(forge) == ["ambiguous:gap"])
  }

  @Test func refusesDataAfterTheDirectory() throws {
    var forge = ZIPForge.plain
    forge.afterDirectory = [UInt8](repeating: 9, count: 60)
    #expect(try oddities(forge).contains("ambiguous:directory-size"))
  }

  @Test func refusesDataAfterTheEnd() throws {
    var forge = ZIPForge.plain
    forge.trailer = [1]
    #expect(try oddities(forge) == ["ambiguous:data-after-end"])
  }

  @Test func doubtsZerosAfterTheEnd() throws {
    var forge = ZIPForge.plain
    forge.trailer = [UInt8](repeating: 0, count: 512)
    #expect(try oddities(forge) == ["risky:zeros-after-end"])
  }

  /// bsdtar fills the last block that it writes to a pipe.
  @Test func passesTheZerosThatFillTheLastBlock() throws {
    var forge = ZIPForge.plain
    let rest = 10_240 - forge.bytes.count
    forge.trailer = [UInt8](repeating: 0, count: rest)
    #expect(try oddities(forge).isEmpty)
    forge.trailer = [UInt8](repeating: 0, count: rest + 10_240)
    #expect(try oddities(forge) == ["risky:zeros-after-end"])
    forge.trailer = [UInt8](repeating: 0, count: rest - 1) + [1]
    #expect(try oddities(forge) == ["ambiguous:data-after-end"])
  }

  @Test func refusesTwoEntriesOfOneLocalHeader() throws {
    var forge = ZIPForge.plain
    forge.entries[1] = forge.entries[0]
    forge.entries[1].centralOffset = 0
    #expect(try oddities(forge).contains("ambiguous:local-header-shared"))
  }

  @Test func refusesOverlappingEntries() throws {
    var inner = ZIPForge.Entry("inner", Array("x".utf8))
    let forge = ZIPForge([inner])
    let local = Array(forge.bytes.prefix(30 + 5 + 1))
    var outer = ZIPForge([.init("outer", local), inner])
    inner.centralOffset = 35
    outer.entries[1] = inner
    #expect(try oddities(outer).contains("ambiguous:entries-overlap"))
  }

  @Test func stopsWhereManyRecordsShareFewBytes() throws {
    var one = ZIPForge([.init("a", [UInt8](repeating: 7, count: 9_000))])
    for number in 1..<200 {
      var copy = one.entries[0]
      copy.name = Array("f\(number)".utf8)
      copy.packed = []
      copy.centralOffset = 0
      one.entries.append(copy)
    }
    let directory = try ZIPDirectory.read(from: MemorySource(name: "f", bytes: one.bytes))
    #expect(directory.oddities.contains { $0.reason == "entries-overlap" })
    #expect(directory.entries.count < 100)
  }

  @Test func passesAnotherOrderInTheDirectory() throws {
    let plain = ZIPForge.plain
    let bytes = plain.bytes
    var swapped = plain
    swapped.entries.swapAt(0, 1)
    let second = UInt32(30 + 5 + 5)
    var reordered = ZIPForge(swapped.entries)
    reordered.entries[0].centralOffset = second
    reordered.entries[1].centralOffset = 0
    let directoryStart = bytes.count - 22 - 2 * 46 - 12
    let forged = Array(bytes.prefix(directoryStart)) + reordered.bytes.dropFirst(directoryStart)
    #expect(try oddities(forged).isEmpty)
  }

  @Test func refusesATapeArchiveInFront() throws {
    var forge = ZIPForge([.init("a", [UInt8](repeating: 7, count: 600))])
    forge.entries[0].packed.replaceSubrange(226..<231, with: Array("ustar".utf8))
    forge.entries[0].crc = CRC32.of(forge.entries[0].packed)
    #expect(try oddities(forge) == ["ambiguous:also-tar"])
  }

  /// A header of before POSIX has no mark, only its checksum.
  @Test func refusesAnOldTapeArchiveInFront() throws {
    var forge = ZIPForge([.init("a", [UInt8](repeating: 0, count: 600))])
    #expect(try oddities(forge).isEmpty)
    let place = 148 - 31
    // The CRC-32 in the header is part of the sum, so that the sum that fits itself is searched for.
    var stated = 0
    for tries in 0..<20_000 {
      forge.entries[0].packed[0] = UInt8(tries & 0xff)
      forge.entries[0].packed[1] = UInt8(tries >> 8)
      let digits = Array(String(stated, radix: 8).utf8)
      let field = [UInt8](repeating: 0x30, count: 6 - digits.count) + digits + [0, 0x20]
      forge.entries[0].packed.replaceSubrange(place..<place + 8, with: field)
      forge.entries[0].crc = CRC32.of(forge.entries[0].packed)
      let block = forge.bytes.prefix(512)
      let sum = block.enumerated().reduce(0) { sum, byte in
        sum + ((148..<156).contains(byte.offset) ? 0x20 : Int(byte.element))
      }
      if sum == stated { break }
      if tries == 0 { stated = sum }
    }
    #expect(try oddities(forge) == ["ambiguous:also-tar"])
  }

  @Test(arguments: [(0, ["ambiguous:also-disc"]), (1, [])] as [(Int, Set<String>)])
  func refusesTheImageOfADisc(_ shift: Int, _ expected: Set<String>) throws {
    var forge = ZIPForge([.init("a", [UInt8](repeating: 7, count: 40_000))])
    let place = 32_769 - 31 + shift
    forge.entries[0].packed.replaceSubrange(place..<place + 5, with: Array("CD001".utf8))
    forge.entries[0].crc = CRC32.of(forge.entries[0].packed)
    #expect(try oddities(forge) == expected)
  }
}
