import ArchiveIO
import Testing

@Suite("The tar reader: fields that readers see differently")
struct TarFormTests {
  private func one(_ offset: Int, _ bytes: [UInt8], isGNU: Bool = false) throws -> Set<String> {
    var forge = TarReaderTests.plain
    forge.blocks[0].over = [offset: bytes]
    if isGNU { forge.blocks[0].magic = Array("ustar  \u{0}".utf8) }
    return try forge.oddities()
  }

  @Test(arguments: [0, 157, 265, 297])
  func doubtsTextBehindANUL(_ offset: Int) throws {
    #expect(try one(offset, Array("ab\u{0}evil".utf8)).contains("risky:text-after-nul"))
  }

  @Test(arguments: [265, 297])
  func passesNamesOfOwners(_ offset: Int) throws {
    #expect(try one(offset, Array("nguyễn".utf8)).isEmpty)
  }

  @Test(arguments: [100, 108, 116, 136])
  func refusesNumbersNoReaderAccepts(_ offset: Int) throws {
    #expect(try one(offset, Array("zzzzzzz".utf8)) == ["damaged:number-invalid"])
  }

  /// Python ends at the first, 7-Zip at a device that is no digits.
  @Test(
    arguments: [(100, "644 x"), (108, "0 x"), (116, "0 x"), (329, "        "), (337, "-0")])
  func refusesNumbersAtWhichAReaderStops(_ offset: Int, _ text: String) throws {
    let field = Array(text.utf8) + [UInt8](repeating: 0, count: 8 - text.utf8.count)
    #expect(try one(offset, field).contains("ambiguous:number-untidy"))
  }

  @Test(arguments: [100, 108, 116, 329, 337])
  func passesNumbersBetweenBlanks(_ offset: Int) throws {
    for text in ["   644 ", " 1 ", "0000644", "00000644", "1", ""] {
      let field = Array(text.utf8) + [UInt8](repeating: 0, count: 8 - text.utf8.count)
      #expect(try one(offset, field).isEmpty)
    }
  }

  @Test func refusesASizeOfBlanks() throws {
    #expect(try one(124, [UInt8](repeating: 0x20, count: 12)).contains("ambiguous:size-untidy"))
  }

  @Test(arguments: [108, 116, 136])
  func refusesABinaryMarkOfNobody(_ offset: Int) throws {
    #expect(try one(offset, [0xa0, 0, 0, 0, 0, 0, 0, 1]) == ["ambiguous:number-binary"])
  }

  @Test(arguments: [100, 108, 116])
  func doubtsDigitsBehindANUL(_ offset: Int) throws {
    #expect(try one(offset, Array("644\u{0}777".utf8)) == ["risky:text-after-nul"])
  }

  @Test func refusesABinaryMode() throws {
    #expect(try one(100, [0x80, 0, 0, 0, 0, 0, 1, 0xa4]) == ["ambiguous:number-binary"])
  }

  @Test(arguments: [108, 116])
  func passesAUserBeyondDigits(_ offset: Int) throws {
    #expect(try one(offset, [0x80, 0, 0, 0, 0, 0x40, 0, 0]).isEmpty)
  }

  @Test func refusesAFileThatNamesALinksTarget() throws {
    #expect(try one(157, Array("x".utf8)) == ["ambiguous:file-with-link-target"])
  }

  @Test func refusesAFileOfWhichAnExtendedHeaderNamesALinksTarget() throws {
    let file = TarForge.Block("file", TarReaderTests.five)
    let pax = TarForge.Block.pax([("linkpath", "/etc/passwd")])
    #expect(try TarForge([pax, file]).oddities() == ["ambiguous:file-with-link-target"])
    var plain = file
    plain.magic = Array("ustar  \u{0}".utf8)
    #expect(
      try TarForge([.gnu("target", type: "K"), plain]).oddities()
        == ["ambiguous:file-with-link-target"])
  }

  /// Perl's writer puts every folder into the prefix.
  @Test func passesAPrefixThatWasNotNeeded() throws {
    var file = TarForge.Block("a.txt", TarReaderTests.five)
    file.prefix = "goi/data"
    var folder = TarForge.Block("data", type: "5")
    folder.prefix = "goi"
    #expect(try TarForge([folder, file]).oddities().isEmpty)
  }

  @Test(arguments: [("dir", ""), (".", "foo"), ("..", "foo"), ("/", "foo")])
  func refusesAPrefixOfTwoMeanings(_ prefix: String, _ name: String) throws {
    var file = TarForge.Block(name, TarReaderTests.five)
    file.prefix = prefix
    #expect(try TarForge([file]).oddities().contains("ambiguous:prefix-without-need"))
  }

  @Test func saysOnceWhatIsOddInEveryHeader() throws {
    var forge = TarReaderTests.plain
    for index in forge.blocks.indices { forge.blocks[index].magic = [] }
    let source = MemorySource(name: "a.tar", bytes: forge.bytes)
    let said = try TarReader.list(source).inspection.oddities.filter { $0.reason == "no-magic" }
    #expect(forge.blocks.count > 1)
    #expect(said.count == 1)
  }

  @Test func passesATimeBefore1970() throws {
    #expect(try one(136, [UInt8](repeating: 0xff, count: 12)).isEmpty)
  }

  @Test func refusesAPrefixWhereGNUHasNone() throws {
    let found = try one(345, Array("evil".utf8), isGNU: true)
    #expect(found == ["ambiguous:prefix-in-gnu-header"])
  }

  @Test(arguments: ["+5", " 5", "5 ", "0x5", "-5"])
  func refusesASizeWithMoreThanDigits(_ size: String) throws {
    let forge = TarForge([.pax([("size", size)]), .init("file", TarReaderTests.five)])
    #expect(try forge.oddities().contains("damaged:pax-size"))
  }

  @Test(
    arguments: [
      ("uid", "x"), ("gid", "-1"), ("mtime", "x"), ("mtime", ""), ("atime", "1.2.3"),
      ("ctime", ".5"),
    ])
  func doubtsNumbersThatSomeReadersRefuse(_ key: String, _ value: String) throws {
    let forge = TarForge([.pax([(key, value)]), .init("file", TarReaderTests.five)])
    #expect(try forge.oddities() == ["risky:pax-number"])
  }

  @Test(arguments: [("uid", "3000000"), ("mtime", "-1.5"), ("mtime", "1700000000.123456789")])
  func passesNumbersOfOrdinaryTools(_ key: String, _ value: String) throws {
    let forge = TarForge([.pax([(key, value)]), .init("file", TarReaderTests.five)])
    #expect(try forge.oddities().isEmpty)
  }

  @Test func doubtsAValueThatIsNoUTF8() throws {
    var header = TarForge.Block("PaxHeader", Array("11 uname=".utf8) + [0xe9, 0x0a], type: "x")
    #expect(
      try TarForge([header, .init("file")]).oddities() == ["risky:pax-not-utf8"])
    header.data = Array("7 ".utf8) + [0xe9] + Array("=ab\n".utf8)
    #expect(try TarForge([header, .init("file")]).oddities().contains("ambiguous:pax-key"))
  }

  @Test func refusesExtendedHeadersOfTwoKinds() throws {
    let long = String(repeating: "a", count: 120)
    var entry = TarForge.Block(String(long.prefix(100)), TarReaderTests.five)
    entry.magic = Array("ustar  \u{0}".utf8)
    let pax = TarForge.Block.pax([("size", "5")])
    let mixed = "ambiguous:extended-header-mixed"
    #expect(try TarForge([pax, .gnu(long), entry]).oddities().contains(mixed))
    #expect(try TarForge([.gnu(long), pax, entry]).oddities().contains(mixed))
  }
}
