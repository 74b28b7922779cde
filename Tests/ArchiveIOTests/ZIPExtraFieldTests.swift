import ArchiveIO
import Testing

@Suite("The ZIP inspector: extra fields")
struct ExtraFieldTests {
  static func both(_ extra: [UInt8]) -> ZIPForge {
    var forge = ZIPForge.plain
    forge.entries[0].localExtra = extra
    forge.entries[0].centralExtra = extra
    return forge
  }

  @Test(arguments: [0x5455, 0x7875, 0x5855, 0x7855, 0x000a, 0xcafe, 0xa220, 0xd935] as [UInt16])
  func passesTheFieldsOfOrdinaryTools(_ identifier: UInt16) throws {
    #expect(try oddities(ExtraFieldTests.both(ZIPForge.extra(identifier, [1, 2, 3]))).isEmpty)
  }

  @Test func passesAFieldInOnePlaceOnly() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localExtra = ZIPForge.extra(0x5455, [1, 2, 3, 4, 5])
    #expect(try oddities(forge).isEmpty)
  }

  @Test(arguments: [[1], [0x55, 0x54, 1, 0], [0x55, 0x54, 9, 0, 1, 2]] as [[UInt8]])
  func refusesAMalformedArea(_ extra: [UInt8]) throws {
    #expect(try oddities(ExtraFieldTests.both(extra)) == ["ambiguous:extra-malformed"])
  }

  @Test func refusesAUnicodePathThatDiffers() throws {
    let body = [1] + ZIPForge.word(CRC32.of(Array("a.txt".utf8))) + Array("b.exe".utf8)
    let forge = ExtraFieldTests.both(ZIPForge.extra(0x7075, body))
    #expect(try oddities(forge) == ["ambiguous:unicode-path-differs"])
  }

  @Test func passesAUnicodePathThatIsTheName() throws {
    let body = [1] + ZIPForge.word(CRC32.of(Array("a.txt".utf8))) + Array("a.txt".utf8)
    #expect(try oddities(ExtraFieldTests.both(ZIPForge.extra(0x7075, body))).isEmpty)
  }

  @Test func refusesASecondUnicodePath() throws {
    let body = [1] + ZIPForge.word(CRC32.of(Array("a.txt".utf8))) + Array("a.txt".utf8)
    let field = ZIPForge.extra(0x7075, body)
    #expect(try oddities(ExtraFieldTests.both(field + field)) == ["ambiguous:extra-repeated"])
  }

  @Test func refusesAZIP64FieldThatContradicts() throws {
    let body = ZIPForge.word(UInt64(99)) + ZIPForge.word(UInt64(5))
    #expect(
      try oddities(ExtraFieldTests.both(ZIPForge.extra(1, body))) == ["ambiguous:zip64-extra"])
  }

  @Test func passesAZIP64FieldThatRepeatsTheSizes() throws {
    let body = ZIPForge.word(UInt64(5)) + ZIPForge.word(UInt64(5))
    #expect(try oddities(ExtraFieldTests.both(ZIPForge.extra(1, body))).isEmpty)
  }

  @Test func passesSizesInAZIP64Field() throws {
    var forge = ExtraFieldTests.both(
      ZIPForge.extra(1, ZIPForge.word(UInt64(5)) + ZIPForge.word(UInt64(5))))
    forge.entries[0].size = .max
    forge.entries[0].packedSize = .max
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesAZIP64FieldTooShort() throws {
    var forge = ExtraFieldTests.both(ZIPForge.extra(1, ZIPForge.word(UInt64(5))))
    forge.entries[0].size = .max
    forge.entries[0].packedSize = .max
    #expect(try oddities(forge).contains("ambiguous:zip64-extra"))
  }

  /// Java's reader of streams gives up on it; no reader sees other bytes.
  @Test func passesALocalZIP64FieldOfTheSizeThatNeedsIt() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localSize = .max
    forge.entries[0].localExtra = ZIPForge.extra(1, ZIPForge.word(UInt64(5)))
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesASecondZIP64Field() throws {
    let body = ZIPForge.word(UInt64(5)) + ZIPForge.word(UInt64(5))
    let field = ZIPForge.extra(1, body)
    #expect(try oddities(ExtraFieldTests.both(field + field)) == ["ambiguous:extra-repeated"])
  }

  @Test func refusesAFieldThatSetsTheMode() throws {
    let forge = ExtraFieldTests.both(ZIPForge.extra(0x6c78, [4, 0, 0, 0, 0xff, 0xa1]))
    #expect(try oddities(forge) == ["ambiguous:extra-overrides-attributes"])
  }
}
