import ArchiveIO
import Testing

/// What the inspector says of a forged archive, in "kind:reason" words.
func oddities(_ forge: ZIPForge) throws -> Set<String> {
  try oddities(forge.bytes)
}

func oddities(_ bytes: [UInt8]) throws -> Set<String> {
  let directory = try ZIPDirectory.read(from: MemorySource(name: "forged.zip", bytes: bytes))
  return Set(directory.oddities.map { "\($0.kind.rawValue):\($0.reason)" })
}

func errorCode(_ bytes: [UInt8]) -> ArchiveError.Code? {
  do throws(ArchiveError) {
    _ = try ZIPDirectory.read(from: MemorySource(name: "forged.zip", bytes: bytes))
    return nil
  } catch {
    return error.code
  }
}

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

@Suite("The ZIP inspector: data descriptors")
struct DescriptorTests {
  /// As writers of ZIP64 stream, be their descriptor of 64 bits or not.
  private func stream64(signature: Bool = true, wide: Bool) -> ZIPForge {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream(signature: signature, wide: wide)
    forge.entries[0].localExtra = ZIPForge.extra(1, [UInt8](repeating: 0, count: 16))
    forge.entries[0].localSize = .max
    forge.entries[0].localPackedSize = .max
    return forge
  }

  @Test func passesADescriptor() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream()
    #expect(try oddities(forge).isEmpty)
  }

  @Test func passesAWideDescriptorWithAZIP64Field() throws {
    #expect(try oddities(stream64(wide: true)).isEmpty)
  }

  /// bsdtar takes sixteen bytes of sizes there, and reads empty files from a pipe.
  @Test func refusesANarrowDescriptorWithAZIP64Field() throws {
    #expect(try oddities(stream64(wide: false)) == ["ambiguous:descriptor-ambiguous"])
  }

  /// Legal, but no tool of today leaves the signature out.
  @Test func doubtsADescriptorWithoutSignature() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream(signature: false)
    #expect(try oddities(forge) == ["risky:descriptor-without-signature"])
    #expect(
      try oddities(stream64(signature: false, wide: true)) == ["risky:descriptor-without-signature"]
    )
  }

  /// A reader from a pipe sees by nothing where the data end.
  @Test func refusesStoredDataBeforeADescriptorWithoutSignature() throws {
    var forge = ZIPForge([.init("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream(signature: false)
    #expect(try oddities(forge) == ["ambiguous:descriptor-ambiguous"])
  }

  @Test func refusesAWideDescriptorNobodyExpects() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8))])
    forge.entries[0].stream(wide: true)
    #expect(try oddities(forge) == ["ambiguous:descriptor-ambiguous"])
  }

  @Test func passesAFlagThatIsGoneFromTheDirectory() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8))])
    forge.entries[0].stream()
    forge.entries[0].localFlags = 8
    forge.entries[0].flags = 0
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesAFlagInTheDirectoryOnly() throws {
    var forge = ZIPForge.plain
    forge.entries[0].flags = 8
    forge.entries[0].localFlags = 0
    #expect(try oddities(forge) == ["ambiguous:local-flags-differ"])
  }

  @Test(arguments: [4, 8, 12])
  func refusesADescriptorThatDiffers(at index: Int) throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream()
    forge.entries[0].descriptor[index] ^= 1
    #expect(try oddities(forge) == ["damaged:descriptor-differs"])
  }

  @Test func refusesAMissingDescriptor() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream()
    forge.entries[0].descriptor = []
    #expect(try oddities(forge) == ["ambiguous:descriptor-missing"])
  }

  @Test func refusesADescriptorWithoutFlag() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream()
    forge.entries[0].flags = 0
    #expect(try oddities(forge).contains("ambiguous:descriptor-without-flag"))
  }

  @Test func refusesAChecksumThatReadsAsASignature() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8))])
    forge.entries[0].crc = 0x0807_4b50
    forge.entries[0].stream(signature: false)
    #expect(try oddities(forge) == ["ambiguous:descriptor-ambiguous"])
  }
}

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
}

@Suite("The ZIP inspector: end records")
struct EndRecordTests {
  @Test func passesAComment() throws {
    var forge = ZIPForge.plain
    forge.comment = Array("ghi chú".utf8)
    #expect(try oddities(forge).isEmpty)
  }

  @Test func passesACommentOfAnEntry() throws {
    var forge = ZIPForge.plain
    forge.entries[0].comment = Array("ghi chú".utf8)
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesAnEndRecordInTheComment() throws {
    var forge = ZIPForge.plain
    forge.comment = ZIPForge([]).bytes + [0]
    #expect(try oddities(forge) == ["ambiguous:comment-holds-end-record"])
  }

  @Test(arguments: [0, 5, 17])
  func refusesTheSignatureOfAnEndRecordInTheComment(_ behind: Int) throws {
    var forge = ZIPForge.plain
    forge.comment = Array("xPK".utf8) + [5, 6] + [UInt8](repeating: 0, count: behind)
    #expect(try oddities(forge) == ["ambiguous:comment-holds-end-record"])
  }

  @Test(arguments: ["PK", "PK\u{5}", "PK\u{6}\u{5}", "P", "hồ sơ PK"])
  func passesACommentThatHoldsNoSignature(_ comment: String) throws {
    var forge = ZIPForge.plain
    forge.comment = Array(comment.utf8)
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesAWholeArchiveInTheComment() throws {
    var forge = ZIPForge.plain
    forge.comment = ZIPForge.plain.bytes
    #expect(try oddities(forge).contains("ambiguous:several-end-records"))
  }

  @Test func passesAnArchiveStoredInAnArchive() throws {
    let forge = ZIPForge([.init("a.zip", ZIPForge.plain.bytes), .init("b", [1])])
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesACommentThatIsCutOff() throws {
    var forge = ZIPForge.plain
    forge.commentLength = 9
    #expect(try oddities(forge) == ["truncated:comment-truncated"])
  }

  @Test func refusesAWrongCount() throws {
    var forge = ZIPForge.plain
    forge.count = 1
    #expect(try oddities(forge) == ["ambiguous:entry-count"])
  }

  @Test func refusesTwoCountsThatDiffer() throws {
    var forge = ZIPForge.plain
    forge.countHere = 1
    #expect(try oddities(forge) == ["ambiguous:entry-counts-differ"])
  }

  @Test func refusesACountThatWrapsAround() throws {
    let entries = (0..<65_538).map { ZIPForge.Entry("f\($0)", []) }
    #expect(try oddities(ZIPForge(entries)) == ["ambiguous:entry-count-wraps"])
  }

  @Test func refusesAWrongDirectorySize() throws {
    var forge = ZIPForge.plain
    forge.directorySize = 50
    #expect(try oddities(forge) == ["ambiguous:directory-size"])
  }

  @Test func refusesSeveralDisks() throws {
    var forge = ZIPForge.plain
    forge.disk = 1
    #expect(try oddities(forge) == ["unsupported:several-disks"])
  }

  @Test func passesAZIP64EndRecordNobodyNeeds() throws {
    var forge = ZIPForge.plain
    forge.zip64 = { ZIPForge.end64($0, $1, $2, at: $2 + $1) }
    #expect(try oddities(forge).isEmpty)
    forge.count = .max
    forge.directorySize = .max
    forge.directoryOffset = .max
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesAZIP64EndRecordThatDiffers() throws {
    var forge = ZIPForge.plain
    forge.zip64 = { ZIPForge.end64($0, $1, $2, at: $2 + $1) }
    forge.count = 3
    #expect(try oddities(forge) == ["ambiguous:zip64-end-differs"])
  }

  @Test func refusesAnExtensibleZIP64EndRecord() throws {
    var forge = ZIPForge.plain
    forge.zip64 = { ZIPForge.end64($0, $1, $2, at: $2 + $1, length: 50) }
    #expect(try oddities(forge) == ["ambiguous:zip64-record-size"])
  }

  @Test func refusesALocatorThatPointsElsewhere() throws {
    var forge = ZIPForge.plain
    forge.zip64 = { ZIPForge.end64($0, $1, $2, at: $2 + $1 + 1) }
    #expect(try oddities(forge) == ["ambiguous:zip64-locator-offset"])
  }

  @Test func refusesALocatorWithoutARecord() throws {
    var forge = ZIPForge.plain
    forge.zip64 = { Array(ZIPForge.end64($0, $1, $2, at: $2 + $1).suffix(20)) }
    #expect(try oddities(forge).contains("ambiguous:zip64-record-missing"))
  }

  @Test func saysTruncatedWhereTheEndIsMissing() throws {
    #expect(errorCode(Array(ZIPForge.plain.bytes.dropLast(10))) == .truncated)
  }

  @Test func saysNoArchiveOfOtherBytes() throws {
    #expect(errorCode(Array("%PDF-1.7 and so on and so on".utf8)) == .notAnArchive)
    #expect(errorCode([]) == .notAnArchive)
  }

  @Test func saysDamagedWhereTheDirectoryIsMissing() throws {
    var bytes = ZIPForge.plain.bytes
    bytes[bytes.count - 22 - 2 * 46 - 12] = 0
    #expect(errorCode(bytes) == .damaged)
  }

  @Test func passesAnEmptyArchive() throws {
    #expect(try oddities(ZIPForge([])).isEmpty)
  }

  @Test func stopsAtTheLimitOfEntries() throws {
    let source = MemorySource(name: "f", bytes: ZIPForge.plain.bytes)
    var code: ArchiveError.Code?
    do throws(ArchiveError) {
      _ = try ZIPDirectory.read(from: source, limits: ZIPLimits(entries: 1))
    } catch { code = error.code }
    #expect(code == .limit)
  }
}

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
