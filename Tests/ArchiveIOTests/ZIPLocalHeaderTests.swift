import ArchiveIO
import Testing

@Suite("The ZIP inspector: local header against directory")
struct LocalHeaderTests {
  @Test func passesAPlainArchive() throws {
    #expect(try oddities(ZIPForge.plain).isEmpty)
  }

  @Test func refusesALocalNameThatDiffers() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localName = Array("b.exe".utf8)
    #expect(try oddities(forge) == ["ambiguous:local-name-differs"])
  }

  @Test func refusesALocalMethodThatDiffers() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localMethod = 8
    #expect(try oddities(forge) == ["ambiguous:local-method-differs"])
  }

  @Test func refusesALocalSizeThatDiffers() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localSize = 4
    #expect(try oddities(forge) == ["ambiguous:local-size-differs"])
  }

  @Test func refusesALocalPackedSizeThatDiffers() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localPackedSize = 4
    #expect(try oddities(forge) == ["ambiguous:local-size-differs"])
  }

  @Test func refusesALocalChecksumThatDiffers() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localCRC = 1
    #expect(try oddities(forge) == ["ambiguous:local-crc-differs"])
  }

  @Test func refusesZerosWithoutADescriptor() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localCRC = 0
    #expect(try oddities(forge) == ["ambiguous:local-crc-differs"])
  }

  @Test func refusesEncryptionInTheLocalHeaderOnly() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localFlags = 1
    #expect(try oddities(forge) == ["ambiguous:local-flags-differ"])
  }

  @Test func passesADeflateOptionThatDiffers() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8))])
    forge.entries[0].localFlags = 2
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesADeflateOptionThatDiffersWhereNothingIsDeflated() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localFlags = 2
    #expect(try oddities(forge) == ["ambiguous:local-flags-differ"])
  }

  @Test func refusesAUTF8FlagInOnePlaceOnly() throws {
    var forge = ZIPForge([.init("ế", [1])])
    forge.entries[0].flags = 1 << 11
    forge.entries[0].localFlags = 0
    #expect(try oddities(forge) == ["ambiguous:local-flags-differ"])
  }

  @Test func passesAUTF8FlagThatChangesNothing() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localFlags = 1 << 11
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesAMissingLocalHeader() throws {
    var forge = ZIPForge.plain
    forge.entries[1].centralOffset = 3
    #expect(try oddities(forge).contains("damaged:local-header-missing"))
  }

  @Test func refusesAnEntryWithinTheDirectory() throws {
    var forge = ZIPForge.plain
    forge.entries[1].centralOffset = UInt32(forge.bytes.count - 30)
    #expect(try oddities(forge).contains("damaged:header-offset"))
  }
}
