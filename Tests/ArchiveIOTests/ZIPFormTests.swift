import ArchiveIO
import Testing

@Suite("The ZIP inspector: numbers no honest tool writes")
struct ZIPFormTests {
  private func one(_ change: (inout ZIPForge.Entry) -> Void) throws -> Set<String> {
    var forge = ZIPForge.plain
    change(&forge.entries[0])
    return try oddities(forge)
  }

  @Test(arguments: [4, 7, 8, 9, 10, 12, 14, 15] as [UInt16])
  func refusesAReservedFlag(_ bit: UInt16) throws {
    #expect(try one { $0.flags = 1 << bit } == ["unsupported:reserved-flags"])
    #expect(try one { $0.localFlags = 1 << bit }.contains("unsupported:reserved-flags"))
  }

  @Test(arguments: [64, 99, 255] as [UInt16])
  func refusesAVersionThatDoesNotExist(_ version: UInt16) throws {
    #expect(try one { $0.versionNeeded = version } == ["unsupported:version-needed"])
    #expect(try one { $0.localVersionNeeded = version }.contains("unsupported:version-needed"))
    #expect(try one { $0.madeBy = 3 << 8 | version } == ["risky:version-made-by"])
  }

  @Test(arguments: [47, 50, 63, 3 << 8 | 51] as [UInt16])
  func refusesAVersionForWhichUnzipLeavesTheEntryOut(_ version: UInt16) throws {
    #expect(try one { $0.versionNeeded = version } == ["ambiguous:version-hides-entry"])
  }

  /// LZMA and AES do need their versions: it is enough to say that they are not read.
  @Test func saysOfAnotherMethodOnlyThatItIsNotRead() throws {
    let packed = try one {
      $0.method = 14
      $0.versionNeeded = 63
    }
    #expect(packed == ["unsupported:method"])
    let encrypted = try one {
      $0.flags = 1
      $0.versionNeeded = 51
    }
    #expect(encrypted == ["encrypted:encrypted"])
  }

  @Test(arguments: [0, 10, 20, 45, 46, 3 << 8 | 20] as [UInt16])
  func passesTheVersionsOfOrdinaryTools(_ version: UInt16) throws {
    #expect(try one { $0.versionNeeded = version }.isEmpty)
  }

  @Test(arguments: [0, 10, 20, 45, 63] as [UInt16])
  func passesTheMakersOfOrdinaryTools(_ version: UInt16) throws {
    #expect(try one { $0.madeBy = 3 << 8 | version & 0xff }.isEmpty)
  }

  @Test func doubtsTwoVersions() throws {
    #expect(try one { $0.localVersionNeeded = 51 } == ["risky:local-version-differs"])
  }

  @Test(arguments: [(45, 20), (20, 45), (10, 20), (20, 3 << 8 | 20)] as [(UInt16, UInt16)])
  func passesAVersionThatZIP64Raises(_ local: UInt16, _ central: UInt16) throws {
    let found = try one {
      $0.localVersionNeeded = local
      $0.versionNeeded = central
    }
    #expect(found.isEmpty)
  }

  @Test func doubtsACommentThatIsNotInItsEncoding() throws {
    let found = try one {
      $0.flags = 1 << 11
      $0.comment = [0xff, 0xfe]
    }
    #expect(found == ["risky:comment-not-utf8"])
  }

  @Test(arguments: [0, 1 << 11] as [UInt16])
  func passesACommentInItsEncoding(_ flags: UInt16) throws {
    let found = try one {
      $0.flags = flags
      $0.comment = flags == 0 ? [0xff, 0xfe] : Array("ghi chú".utf8)
    }
    #expect(found.isEmpty)
  }

  @Test func doubtsTwoTimes() throws {
    #expect(try one { $0.localTime = 1 } == ["risky:local-time-differs"])
  }

  @Test func passesTwoTimesInAnOfficeDocument() throws {
    var forge = ZIPForge.plain
    forge.entries[0].localTime = 1
    let source = MemorySource(name: "a.docx", bytes: forge.bytes)
    #expect(try ZIPDirectory.read(from: source, limits: .document).oddities.isEmpty)
  }

  @Test(arguments: [2, 4, 0x8000] as [UInt16])
  func doubtsReservedInternalAttributes(_ bits: UInt16) throws {
    #expect(try one { $0.internalAttributes = bits } == ["risky:internal-attributes"])
  }

  @Test func passesTheMarkOfATextFile() throws {
    #expect(try one { $0.internalAttributes = 1 }.isEmpty)
  }

  @Test func refusesAVersionInTheZIP64EndThatDoesNotExist() throws {
    var forge = ZIPForge.plain
    forge.zip64 = { ZIPForge.end64($0, $1, $2, at: $2 + $1, versionNeeded: 99) }
    #expect(try oddities(forge) == ["unsupported:version-needed"])
    forge.zip64 = { ZIPForge.end64($0, $1, $2, at: $2 + $1, madeBy: 255) }
    #expect(try oddities(forge) == ["risky:version-made-by"])
  }

  @Test func refusesDisksThatNobodyStates() throws {
    var forge = ZIPForge.plain
    forge.disk = 0xffff
    #expect(try oddities(forge) == ["unsupported:several-disks"])
    forge.zip64 = { ZIPForge.end64($0, $1, $2, at: $2 + $1) }
    #expect(try oddities(forge).isEmpty)
  }

  @Test(arguments: [0, 10, 11, 14] as [UInt16])
  func refusesALinkWhateverItsMakerIs(_ system: UInt16) throws {
    let found = try one {
      $0.madeBy = system << 8 | 20
      $0.attributes = 0o120777 << 16
    }
    #expect(found == ["link:symbolic-link"])
  }

  @Test func refusesTheLabelOfAVolume() throws {
    let found = try one {
      $0.madeBy = 20
      $0.attributes = 8
    }
    #expect(found == ["ambiguous:volume-label"])
  }

  @Test(arguments: [0x20, 0x21, 0x22, 0x27, 0x2020, 0x80, 0x420] as [UInt32])
  func passesTheAttributesOfWindows(_ attributes: UInt32) throws {
    let found = try one {
      $0.madeBy = 10 << 8 | 63
      $0.attributes = attributes
    }
    #expect(found.isEmpty)
  }

  /// What is stored of a link within Windows: 7-Zip makes it a link again.
  private func reparse(
    _ system: UInt16, tag: UInt32, attributes: UInt32 = 0x420
  ) throws
    -> Set<String>
  {
    var forge = ZIPForge.plain
    forge.entries[0] = .init("a", ZIPForge.word(tag) + [6, 0, 0, 0, 2, 0, 0, 0, 0x62, 0x63])
    forge.entries[0].madeBy = system << 8 | 63
    forge.entries[0].attributes = attributes
    return try oddities(forge)
  }

  @Test(arguments: [0, 11] as [UInt16], [0xa000_0003, 0xa000_000c, 0xa000_001d] as [UInt32])
  func refusesALinkAsWindowsStoresIt(_ system: UInt16, _ tag: UInt32) throws {
    #expect(try reparse(system, tag: tag) == ["link:reparse-point"])
  }

  /// A file that a cloud keeps, data that only begin so, and makers of which 7-Zip believes nothing.
  @Test func passesTheAttributeOfAFileInACloud() throws {
    #expect(try reparse(0, tag: 0x0403_4b50).isEmpty)
    #expect(try reparse(0, tag: 0xa000_000c, attributes: 0x20).isEmpty)
    #expect(try reparse(3, tag: 0xa000_000c, attributes: 0o100644 << 16 | 0x400).isEmpty)
    let empty = try one {
      $0.packed = []
      $0.packedSize = 0
      $0.size = 0
      $0.crc = 0
      $0.madeBy = 20
      $0.attributes = 0x420
    }
    #expect(empty.isEmpty)
  }

  @Test func refusesALinkByTheModeOfAnExtraField() throws {
    let body: [UInt8] = [0, 0, 0, 0, 0xff, 0xa1, 0, 0, 0, 0, 0, 0, 0, 0]
    #expect(
      try one { $0.centralExtra = ZIPForge.extra(0x756e, body) } == ["link:extra-holds-link"])
  }

  /// bsdtar gives up the whole archive there.
  @Test func refusesAFieldOfTimesThatIsEmpty() throws {
    let times = ZIPForge.extra(0x5455, [])
    #expect(try one { $0.centralExtra = times } == ["ambiguous:extra-malformed"])
    #expect(try one { $0.localExtra = times } == ["ambiguous:extra-malformed"])
  }

  @Test(arguments: [[1, 0, 0, 0, 0x60], [3, 0, 0, 0, 0x60, 0, 0, 0, 0x60]] as [[UInt8]])
  func passesAFieldOfTimes(_ times: [UInt8]) throws {
    let central = ZIPForge.extra(0x5455, Array(times.prefix(5)))
    let found = try one {
      $0.localExtra = ZIPForge.extra(0x5455, times)
      $0.centralExtra = central
    }
    #expect(found.isEmpty)
  }

  @Test(arguments: [1, 2, 3, 9])
  func passesTheZerosThatAlignData(_ count: Int) throws {
    #expect(try one { $0.localExtra = [UInt8](repeating: 0, count: count) }.isEmpty)
  }
}

@Suite("Names that meet, in hostile numbers")
struct NameTwinTests {
  @Test(
    arguments: [
      ("d/a", "D/b"), ("x/d/a", "x/D/b"), ("e\u{301}/a", "\u{e9}/b"), ("d/", "D/b"), ("d/a", "D/"),
      ("a", "\u{ff41}"), ("tep1", "tep\u{ff11}"), ("a/b", "a\u{ff0f}b"),
      ("Stra\u{1e9e}e", "stra\u{df}e"), ("STRA\u{1e9e}E/a", "strasse/b"),
    ])
  func doubtsFoldersAndWidthsThatMeet(_ first: String, _ second: String) throws {
    #expect(try oddities(EntryRuleTests.named(first, second)) == ["risky:name-twin"])
  }

  @Test func saysATwinFolderOnce() throws {
    let forge = EntryRuleTests.named("d/e/a", "D/e/a", "D/e/b", "D/f/c", "d/e/b")
    let source = MemorySource(name: "a", bytes: forge.bytes)
    let twins = try ZIPDirectory.read(from: source).oddities.filter { $0.entry == "D/f/c" }
    #expect(twins.isEmpty)
  }

  @Test func passesFoldersThatDiffer() throws {
    #expect(try oddities(EntryRuleTests.named("d/a", "e/a", "d/e/a", "e/d/a")).isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func deepNamesCostNoMoreThanTheirLength() throws {
    var entries = [ZIPForge.Entry("b", [])]
    for depth in 1..<1_000 {
      entries.append(.init(String(repeating: "b/", count: depth) + "x", []))
    }
    entries.append(.init(String(repeating: "b/", count: 32_000) + "x", []))
    let found = try oddities(ZIPForge(entries))
    #expect(found.contains("ambiguous:file-and-folder"))
  }
}
