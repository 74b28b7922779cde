import ArchiveIO
import Testing

@Suite("The ZIP inspector: names and kinds of entries")
struct EntryRuleTests {
  static func named(_ names: String...) -> ZIPForge {
    var forge = ZIPForge(names.map { .init($0, $0.hasSuffix("/") ? [] : [1]) })
    for index in forge.entries.indices {
      if forge.entries[index].name.contains(where: { $0 >= 0x80 }) {
        forge.entries[index].flags = 1 << 11
      }
      if forge.entries[index].name.last == 0x2f {
        forge.entries[index].attributes = 0o040755 << 16 | 0x10
      }
    }
    return forge
  }

  @Test(
    arguments: [
      ("../a", "name-parent-part"), ("a/../b", "name-parent-part"), ("a/..", "name-parent-part"),
      ("/a", "name-absolute"), ("//host/a", "name-absolute"), ("C:/a", "name-drive"),
      ("c:a", "name-drive"), ("a\\b", "name-backslash"), ("\\\\host\\a", "name-backslash"),
      ("a\u{0}b", "name-nul"), ("a\nb", "name-control"), ("a\u{1b}[2J", "name-control"),
      ("a\u{7f}", "name-control"), ("a\u{85}", "name-control"), ("./a", "name-dot-part"),
      ("a/./b", "name-dot-part"), ("a//b", "name-empty-part"), ("", "name-empty"),
      ("a\u{202e}fdp.exe", "name-invisible"), ("a\u{200b}b", "name-invisible"),
      ("a\u{feff}", "name-invisible"), ("a\u{2066}", "name-invisible"),
      ("a\u{ad}b", "name-invisible"), ("a\u{2028}b", "name-invisible"),
    ])
  func refusesAnUnsafeName(_ name: String, _ reason: String) throws {
    #expect(try oddities(EntryRuleTests.named(name)).contains("unsafePath:\(reason)"))
  }

  @Test(
    arguments: [
      ("CON", "name-reserved"), ("d/nul.txt", "name-reserved"), ("COM1", "name-reserved"),
      ("lpt9.log", "name-reserved"), ("COM¹", "name-reserved"), ("aux .txt", "name-reserved"),
      ("a.", "name-trailing-dot-or-space"), ("a /b", "name-trailing-dot-or-space"),
      ("a?", "name-not-portable"), ("a|b", "name-not-portable"), ("ab:stream", "name-not-portable"),
    ])
  func doubtsANameWindowsCannotHave(_ name: String, _ reason: String) throws {
    #expect(try oddities(EntryRuleTests.named(name)).contains("risky:\(reason)"))
  }

  @Test(
    arguments: [
      "a", "a.b.c", "..a", "a..b", "...", ".hidden", "a b", "kế hoạch năm học.docx",
      "d/[Content_Types].xml", "_rels/.rels", "CONTENT", "com", "COM10", "console.txt", "日本語",
      "e\u{302}\u{301}", "😀", "a'b", "a%20b", "a~1", "nuls", "d/",
    ])
  func passesAnOrdinaryName(_ name: String) throws {
    let found = try oddities(EntryRuleTests.named(name))
    #expect(found.isEmpty || (name == "..." && found == ["risky:name-trailing-dot-or-space"]))
  }

  /// unzip writes "a" for each of them.
  @Test(arguments: ["a;1", "a;", "d/a;12", "a;1;2"])
  func refusesANameOfWhichUnzipLeavesOutTheEnd(_ name: String) throws {
    #expect(try oddities(EntryRuleTests.named(name)) == ["ambiguous:name-version"])
  }

  @Test(arguments: ["a;1.txt", "a;b", "d;1/a", "d;1/", "a 1", "1"])
  func passesASemicolonElsewhere(_ name: String) throws {
    #expect(try oddities(EntryRuleTests.named(name)).isEmpty)
  }

  @Test func refusesAFlaggedNameThatIsNoUTF8() throws {
    var forge = ZIPForge.plain
    forge.entries[0].name = [0x63, 0xe9]
    forge.entries[0].flags = 1 << 11
    #expect(try oddities(forge) == ["ambiguous:name-not-utf8"])
  }

  @Test func doubtsAnEncodingNobodyStates() throws {
    var forge = EntryRuleTests.named("kế hoạch")
    forge.entries[0].flags = 0
    #expect(try oddities(forge) == ["risky:name-encoding-unstated"])
  }

  @Test func refusesANameTwice() throws {
    #expect(try oddities(EntryRuleTests.named("a", "b", "a")) == ["duplicate:name-twice"])
  }

  @Test(
    arguments: [
      ("Plan.docx", "plan.DOCX"), ("ế", "e\u{302}\u{301}"), ("Đề án", "đề án"),
      ("straße", "STRASSE"),
      ("ſ", "s"), ("\u{212a}", "k"),
    ])
  func doubtsNamesThatMeetOnOtherSystems(_ first: String, _ second: String) throws {
    #expect(try oddities(EntryRuleTests.named(first, second)) == ["risky:name-twin"])
  }

  @Test func passesNamesThatDiffer() throws {
    #expect(
      try oddities(EntryRuleTests.named("bao cao", "báo cáo", "bảo cảo", "d/a", "d/b")).isEmpty)
  }

  @Test(arguments: [("a", "a/"), ("a/", "a"), ("a", "a/b"), ("a/b/c", "a/b")])
  func refusesAFileWhereAFolderMustBe(_ first: String, _ second: String) throws {
    #expect(
      try oddities(EntryRuleTests.named(first, second)).contains("ambiguous:file-and-folder"))
  }

  @Test func doubtsAFileWhereAFolderOfAnotherCaseMustBe() throws {
    #expect(try oddities(EntryRuleTests.named("A", "a/b")) == ["risky:file-and-folder-twin"])
  }

  @Test func passesAFolderAndWhatIsInIt() throws {
    #expect(try oddities(EntryRuleTests.named("a/", "a/b", "a/c/", "a/c/d")).isEmpty)
  }

  @Test func refusesAFolderWithData() throws {
    var forge = EntryRuleTests.named("a/")
    forge.entries[0] = .init("a/", [1, 2])
    #expect(try oddities(forge) == ["ambiguous:folder-with-data"])
  }

  private func packedFolder(_ packed: [UInt8]) -> ZIPForge {
    var forge = EntryRuleTests.named("a/", "a/b")
    forge.entries[0].method = 8
    forge.entries[0].packed = packed
    forge.entries[0].packedSize = UInt32(packed.count)
    return forge
  }

  @Test(arguments: [[], [3], [0, 3], [3, 0, 0], [1, 0, 0, 0xff, 0xfe]] as [[UInt8]])
  func refusesAFolderWhosePackedDataAreBroken(_ packed: [UInt8]) throws {
    #expect(try oddities(packedFolder(packed)) == ["damaged:folder-data-broken"])
  }

  @Test func refusesAFolderThatIsDeflatedToMoreThanNothing() throws {
    let packed: [UInt8] = [1, 1, 0, 0xfe, 0xff, 0x41]
    #expect(try oddities(packedFolder(packed)) == ["ambiguous:folder-with-data"])
  }

  /// The second is what Java writes where it is told not to compress.
  @Test(arguments: [[3, 0], [1, 0, 0, 0xff, 0xff]] as [[UInt8]])
  func passesAFolderThatIsDeflatedToNothing(_ packed: [UInt8]) throws {
    #expect(try oddities(packedFolder(packed)).isEmpty)
  }

  @Test func refusesAFolderWithAChecksum() throws {
    var forge = EntryRuleTests.named("a/", "a/b")
    forge.entries[0].crc = 1
    #expect(try oddities(forge) == ["damaged:folder-data-broken"])
  }

  @Test func refusesAFolderWithoutItsSlash() throws {
    var forge = ZIPForge([.init("a", [])])
    forge.entries[0].attributes = 0o040755 << 16
    #expect(try oddities(forge) == ["ambiguous:folder-without-slash"])
  }

  /// The Amiga's bits: 7-Zip makes a folder of it, the others a file.
  @Test(
    arguments: [(0o4000, ["ambiguous:folder-without-slash"]), (0o2000, [])]
      as [(UInt32, Set<String>)])
  func refusesAFolderOfTheAmigaWithoutItsSlash(_ mode: UInt32, _ expected: Set<String>) throws {
    var forge = ZIPForge.plain
    forge.entries[0].madeBy = 1 << 8 | 20
    forge.entries[0].attributes = mode << 16
    #expect(try oddities(forge) == expected)
  }

  @Test(
    arguments: [
      (0o120777, "symbolic-link"), (0o060644, "special-file"), (0o020644, "special-file"),
      (0o010644, "special-file"), (0o140644, "special-file"),
    ] as [(UInt32, String)])
  func refusesALinkOrSpecialFile(_ mode: UInt32, _ reason: String) throws {
    var forge = ZIPForge.plain
    forge.entries[0].attributes = mode << 16
    #expect(try oddities(forge) == ["link:\(reason)"])
  }

  @Test func passesModesOfOtherSystems() throws {
    var forge = ZIPForge.plain
    forge.entries[0].attributes = 0x20
    forge.entries[0].madeBy = 20
    #expect(try oddities(forge).isEmpty)
  }

  @Test func doubtsASetUserMode() throws {
    var forge = ZIPForge.plain
    forge.entries[0].attributes = 0o104755 << 16
    #expect(try oddities(forge) == ["risky:set-id-mode"])
  }

  @Test(arguments: [1, 1 << 6, 1 << 13] as [UInt16])
  func saysThatAnEntryIsEncrypted(_ flag: UInt16) throws {
    var forge = ZIPForge.plain
    forge.entries[0].flags = flag
    #expect(try oddities(forge) == ["encrypted:encrypted"])
  }

  @Test(arguments: [1, 6, 9, 12, 14, 93, 95, 98] as [UInt16])
  func saysThatAMethodIsNotRead(_ method: UInt16) throws {
    var forge = ZIPForge.plain
    forge.entries[0].method = method
    #expect(try oddities(forge) == ["unsupported:method"])
  }

  @Test func refusesABombByItsRatio() throws {
    var forge = ZIPForge([.deflated("a", [1, 2, 3])])
    forge.entries[0].size = 3 << 30
    #expect(try oddities(forge) == ["bomb:ratio", "bomb:total-ratio"])
  }

  @Test func refusesABombOfManyEntries() throws {
    var forge = ZIPForge((0..<64).map { .deflated("f\($0)", [1]) })
    for index in forge.entries.indices { forge.entries[index].size = 15 << 20 }
    #expect(try oddities(forge) == ["bomb:total-ratio"])
  }

  @Test func passesTextThatPacksWell() throws {
    var forge = ZIPForge([.deflated("a", [UInt8](repeating: 1, count: 60_000))])
    forge.entries[0].size = 60_000 * 100
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesStoredSizesThatDiffer() throws {
    var forge = ZIPForge.plain
    forge.entries[0].size = 4
    #expect(try oddities(forge) == ["ambiguous:stored-sizes-differ"])
  }

  @Test func showsControlCharactersEscaped() {
    #expect(EntryName.escaped("a\n\u{202e}\\b".utf8) == "a\\u{a}\\u{202e}\\\\b")
    #expect(EntryName.escaped([0x61, 0xff, 0x0a]) == "a\\xff\\x0a")
    #expect(EntryName.escaped("kế hoạch".utf8) == "kế hoạch")
  }
}
