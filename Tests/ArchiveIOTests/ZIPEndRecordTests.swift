import ArchiveIO
import Testing

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
