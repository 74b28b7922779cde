import ArchiveIO
import Testing

@Suite("Reading the data of entries")
struct EntryDataTests {
  static func read(_ forge: ZIPForge, limit: Int = 1 << 20) -> Result<[UInt8], ArchiveError> {
    let source = MemorySource(name: "forged.zip", bytes: forge.bytes)
    do throws(ArchiveError) {
      let directory = try ZIPDirectory.read(from: source)
      var reader = ZIPEntryReader()
      return .success(try reader.bytes(of: directory.entries[0], in: source, limit: limit))
    } catch {
      return .failure(error)
    }
  }

  static func code(_ forge: ZIPForge, limit: Int = 1 << 20) -> ArchiveError.Code? {
    if case .failure(let error) = read(forge, limit: limit) { return error.code }
    return nil
  }

  static let alpha = Array("alpha alpha alpha".utf8)

  @Test func givesTheBytesOfAnEntry() throws {
    #expect(
      try EntryDataTests.read(ZIPForge([.init("a", EntryDataTests.alpha)])).get()
        == EntryDataTests.alpha)
    #expect(
      try EntryDataTests.read(ZIPForge([.deflated("a", EntryDataTests.alpha)])).get()
        == EntryDataTests.alpha)
    #expect(try EntryDataTests.read(ZIPForge([.init("a", [])])).get() == [])
    #expect(try EntryDataTests.read(ZIPForge([.deflated("a", [])])).get() == [])
  }

  @Test(arguments: [true, false])
  func noticesAWrongChecksum(isDeflated: Bool) {
    var forge = ZIPForge([
      isDeflated ? .deflated("a", EntryDataTests.alpha) : .init("a", EntryDataTests.alpha)
    ])
    forge.entries[0].crc ^= 1
    #expect(EntryDataTests.code(forge) == .corruptEntry)
  }

  @Test(arguments: [-1, 1])
  func noticesAWrongSize(_ difference: Int) {
    var forge = ZIPForge([.deflated("a", EntryDataTests.alpha)])
    forge.entries[0].size = UInt32(EntryDataTests.alpha.count + difference)
    #expect(EntryDataTests.code(forge) == .corruptEntry)
  }

  @Test func noticesBytesAfterTheStream() {
    var forge = ZIPForge([.deflated("a", EntryDataTests.alpha)])
    forge.entries[0].packed += [0, 0]
    forge.entries[0].packedSize += 2
    #expect(EntryDataTests.code(forge) == .corruptEntry)
  }

  @Test func noticesAStreamThatDoesNotEnd() {
    var forge = ZIPForge([.deflated("a", EntryDataTests.alpha)])
    forge.entries[0].packed[0] = 0
    #expect(EntryDataTests.code(forge) == .corruptEntry)
  }

  @Test func noticesADamagedStream() {
    var forge = ZIPForge([.deflated("a", EntryDataTests.alpha)])
    forge.entries[0].packed[0] = 7
    #expect(EntryDataTests.code(forge) == .corruptEntry)
  }

  @Test func stopsAtTheLimit() {
    let forge = ZIPForge([.deflated("a", EntryDataTests.alpha)])
    #expect(EntryDataTests.code(forge, limit: EntryDataTests.alpha.count - 1) == .limit)
    #expect(EntryDataTests.code(forge, limit: EntryDataTests.alpha.count) == nil)
  }

  @Test func doesNotReadAnEncryptedEntry() {
    var forge = ZIPForge.plain
    forge.entries[0].flags = 1
    #expect(EntryDataTests.code(forge) == .unsupported)
  }

  @Test func doesNotTakeMemoryForADeclaredSize() {
    var forge = ZIPForge([.deflated("a", EntryDataTests.alpha)])
    forge.entries[0].size = 4_000_000_000
    #expect(EntryDataTests.code(forge, limit: .max) == .corruptEntry)
  }
}
