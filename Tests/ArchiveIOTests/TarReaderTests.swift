import ArchiveIO
import Foundation
import TestSupport
import Testing

@Suite("The tar reader")
struct TarReaderTests {
  static let five = Array("hello".utf8)
  static var plain: TarForge { TarForge([.init("a.txt", five), .init("d/b.txt", five)]) }

  @Test func passesAPlainArchive() throws {
    #expect(try TarReaderTests.plain.oddities().isEmpty)
  }

  @Test func givesNamesAndBytes() throws {
    var collector = TarCollector()
    let source = MemorySource(name: "forged.tar", bytes: TarReaderTests.plain.bytes)
    let inspection = try TarReader.read(from: source, visitor: &collector)
    #expect(inspection.entries == 2)
    #expect(collector.names == ["a.txt", "d/b.txt"])
    #expect(collector.contents == [TarReaderTests.five, TarReaderTests.five])
  }

  @Test(
    arguments: [
      ("1", "hard-link"), ("2", "symbolic-link"), ("3", "special-file"), ("4", "special-file"),
      ("6", "special-file"),
    ] as [(Character, String)])
  func refusesLinksAndSpecialFiles(_ type: Character, _ reason: String) throws {
    #expect(try TarForge([.init("a", type: type)]).oddities() == ["link:\(reason)"])
  }

  @Test(arguments: ["7", "S", "V", "D", "M", "N", "A", "X", "Z"] as [Character])
  func refusesRareTypes(_ type: Character) throws {
    let found = try TarForge([.init("a", type: type)]).oddities()
    #expect(found == ["unsupported:\(type == "S" ? "sparse" : "entry-type")"])
  }

  @Test(arguments: ["1", "2", "3", "5"] as [Character])
  func refusesDataWhereThereCanBeNone(_ type: Character) throws {
    let found = try TarForge([.init("a/", TarReaderTests.five, type: type)]).oddities()
    #expect(found.contains { $0.hasPrefix("ambiguous:") && $0.hasSuffix("-with-data") })
  }

  @Test func refusesAWrongChecksum() throws {
    var forge = TarReaderTests.plain
    forge.blocks[1].checksumIsWrong = true
    #expect(try forge.oddities() == ["damaged:header-checksum"])
  }

  @Test(arguments: ["zz", "0000000000\u{0}5", "9"])
  func refusesASizeThatIsNoNumber(_ field: String) throws {
    var forge = TarReaderTests.plain
    forge.blocks[1].sizeField = Array(field.utf8)
    #expect(try !forge.oddities().isEmpty)
  }

  @Test func refusesABinarySizeWithoutNeed() throws {
    var forge = TarReaderTests.plain
    forge.blocks[1].sizeField = [0x80] + [UInt8](repeating: 0, count: 10) + [5]
    #expect(try forge.oddities() == ["ambiguous:size-binary"])
  }

  @Test func refusesZeroBlocksInTheMiddle() throws {
    var forge = TarReaderTests.plain
    forge.end = [UInt8](repeating: 0, count: 512) + TarForge.Block("c").bytes + forge.end
    #expect(try forge.oddities() == ["ambiguous:zero-block-in-the-middle"])
    forge.end = [UInt8](repeating: 0, count: 1024) + TarForge.Block("c").bytes + forge.end
    #expect(try forge.oddities() == ["ambiguous:data-after-end"])
  }

  @Test func passesMoreZeros() throws {
    var forge = TarReaderTests.plain
    forge.end = [UInt8](repeating: 0, count: 10_240)
    #expect(try forge.oddities().isEmpty)
  }

  @Test func noticesAMissingEnd() throws {
    var forge = TarReaderTests.plain
    forge.end = []
    #expect(try forge.oddities() == ["truncated:no-end-blocks"])
    forge.end = [UInt8](repeating: 0, count: 512)
    #expect(try forge.oddities() == ["risky:single-end-block"])
  }

  @Test(arguments: [100, 600, 1_030])
  func noticesTruncation(_ count: Int) throws {
    let bytes = Array(TarForge([.init("a", [UInt8](repeating: 1, count: 900))]).bytes.prefix(count))
    if count < 512 {
      #expect(throws: ArchiveError.self) {
        _ = try TarReader.list(MemorySource(name: "t", bytes: bytes))
      }
    } else {
      let (_, inspection) = try TarReader.list(MemorySource(name: "t", bytes: bytes))
      #expect(inspection.oddities.map(\.kind) == [.truncated])
    }
  }

  @Test func passesAPaxPath() throws {
    let long = String(repeating: "kế hoạch/", count: 20) + "a"
    let forge = TarForge([
      .pax([("path", long), ("mtime", "1.5")]), .init("ke", TarReaderTests.five),
    ])
    #expect(try forge.oddities().isEmpty)
    let (entries, _) = try TarReader.list(MemorySource(name: "t", bytes: forge.bytes))
    #expect(entries.map(\.name) == [long])
  }

  @Test(
    arguments: [
      ([("path", "a"), ("path", "b")], "ambiguous:pax-key-twice"),
      ([("path", "")], "ambiguous:pax-empty-value"),
      ([("path", "a\u{0}b")], "ambiguous:pax-nul"),
      ([("pa\u{0}th", "b")], "ambiguous:pax-key"),
      ([("size", "3")], "ambiguous:pax-size-differs"),
      ([("size", "x")], "damaged:pax-size"),
      ([("hdrcharset", "BINARY")], "ambiguous:pax-charset"),
      ([("GNU.sparse.major", "1")], "unsupported:sparse"),
      ([("path", "../a")], "unsafePath:name-parent-part"),
    ] as [([(String, String)], String)])
  func refusesPaxRecordsOfTwoMeanings(_ records: [(String, String)], _ reason: String) throws {
    let forge = TarForge([.pax(records), .init("file", TarReaderTests.five)])
    #expect(try forge.oddities().contains(reason))
  }

  @Test(
    arguments: [
      [("mtime", "1"), ("atime", "2")], [("size", "5")], [("comment", "a note")],
      [("hdrcharset", "ISO-IR 10646 2000 UTF-8"), ("path", "ế")],
      [("SCHILY.xattr.user.a", "x\u{0}y")], [("LIBARCHIVE.creationtime", "1")],
    ] as [[(String, String)]])
  func passesPaxRecordsOfOneMeaning(_ records: [(String, String)]) throws {
    let forge = TarForge([.pax(records), .init("file", TarReaderTests.five)])
    #expect(try forge.oddities().isEmpty)
  }

  @Test(arguments: ["path", "size", "linkpath"])
  func refusesAGlobalOverride(_ key: String) throws {
    let forge = TarForge([
      .pax([(key, "1")], type: "g"), .init("file", TarReaderTests.five),
    ])
    #expect(try forge.oddities().contains("ambiguous:pax-global-override"))
  }

  @Test func passesTheCommentOfGit() throws {
    let forge = TarForge([
      .pax([("comment", String(repeating: "a", count: 40))], type: "g"), .init("file"),
    ])
    #expect(try forge.oddities().isEmpty)
  }

  @Test func refusesTwoExtendedHeaders() throws {
    let forge = TarForge([.pax([("mtime", "1")]), .pax([("mtime", "2")]), .init("file")])
    #expect(try forge.oddities() == ["ambiguous:extended-header-twice"])
  }

  @Test func refusesAGlobalHeaderWithoutAnEntry() throws {
    let forge = TarForge([.init("file"), .pax([("comment", "a note")], type: "g")])
    #expect(try forge.oddities() == ["damaged:extended-header-dangles"])
  }

  @Test func refusesAnExtendedHeaderWithoutAnEntry() throws {
    let forge = TarForge([.init("file"), .pax([("mtime", "1")])])
    #expect(try forge.oddities() == ["damaged:extended-header-dangles"])
  }

  @Test func passesALongNameByGNU() throws {
    let long = String(repeating: "thu muc/", count: 20) + "a"
    var entry = TarForge.Block(String(long.prefix(100)), TarReaderTests.five)
    entry.magic = Array("ustar  \u{0}".utf8)
    #expect(try TarForge([.gnu(long), entry]).oddities().isEmpty)
  }

  @Test func refusesALongNameThatIsAnother() throws {
    var entry = TarForge.Block("other", TarReaderTests.five)
    entry.magic = Array("ustar  \u{0}".utf8)
    #expect(try TarForge([.gnu("name"), entry]).oddities() == ["ambiguous:long-name-differs"])
  }

  @Test func refusesANameTwice() throws {
    let forge = TarForge([.init("a"), .init("b"), .init("./a")])
    #expect(try forge.oddities() == ["duplicate:name-twice"])
  }

  @Test func doubtsNamesThatMeetOnOtherSystems() throws {
    let forge = TarForge([.init("Plan"), .init("plan")])
    #expect(try forge.oddities() == ["risky:name-twin"])
  }

  @Test func passesWhatTarWritesOfAFolder() throws {
    let forge = TarForge([
      .init("./", type: "5"), .init("./d/", type: "5"), .init("./d/a"),
    ])
    #expect(try forge.oddities().isEmpty)
  }

  @Test(arguments: ["/a", "../a", "a/../b", "C:/a", "a\\b", "a\u{202e}b", "a/./b", "a//b"])
  func refusesAnUnsafeName(_ name: String) throws {
    let found = try TarForge([.init(name)]).oddities()
    #expect(found.contains { $0.hasPrefix("unsafePath:") })
  }

  @Test func doubtsDataInThePadding() throws {
    var forge = TarReaderTests.plain
    forge.blocks[0].padding = 7
    #expect(try forge.oddities() == ["risky:padding-not-zero"])
  }

  @Test func refusesAHugeExtendedHeader() throws {
    var header = TarForge.Block.pax([("path", "a")])
    header.size = 4 << 20
    #expect(try TarForge([header]).oddities().contains("bomb:extended-header-size"))
  }

  @Test func keepsLimitsOfEntries() throws {
    let forge = TarForge((0..<20).map { .init("f\($0)") })
    let source = MemorySource(name: "t", bytes: forge.bytes)
    let (entries, inspection) = try TarReader.list(source, limits: TarLimits(entries: 9))
    #expect(entries.count == 10)
    #expect(inspection.oddities.map(\.reason) == ["too-many-entries"])
  }
}
