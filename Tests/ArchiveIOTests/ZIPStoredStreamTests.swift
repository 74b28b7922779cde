import ArchiveIO
import Testing

@Suite("The ZIP inspector: stored data of unknown length")
struct StoredStreamTests {
  static func stream(_ data: [UInt8]) -> ZIPForge {
    var forge = ZIPForge([.init("a", data), .init("b", [1])])
    forge.entries[0].stream()
    return forge
  }

  @Test func passesStoredDataWithADescriptor() throws {
    #expect(try oddities(StoredStreamTests.stream(Array("alpha".utf8))).isEmpty)
  }

  @Test(arguments: [0, 5, 262_140, 262_144, 300_000])
  func refusesDataThatHoldsItsOwnEnd(after count: Int) throws {
    let before = [UInt8](repeating: 0x50, count: count)
    let end = ZIPForge.word(UInt32(0x0807_4b50)) + ZIPForge.word(CRC32.of(before))
    let forge = StoredStreamTests.stream(before + end + Array("hidden".utf8))
    #expect(try oddities(forge) == ["ambiguous:data-holds-descriptor"])
  }

  @Test func passesAStreamedArchiveInAnArchive() throws {
    let inner = StoredStreamTests.stream(Array("alpha".utf8)).bytes
    #expect(try oddities(StoredStreamTests.stream(inner)).isEmpty)
  }
}
