import Testing

@testable import DossierEngine

struct TagFileFormTests {
  @Test(arguments: [
    ("../x", PathFault.parent), ("a/..", .parent), ("a\\..\\b", .parent), ("/x", .absolute),
    ("\\x", .absolute), ("//server/x", .unc), ("\\\\?\\C:\\x", .unc), ("c:/x", .drive),
    ("~", .home), ("~root/x", .home), ("a\\b", .backslash), ("a\0b", .nul), ("", .empty),
  ])
  func findsTheFaultOfAPath(_ path: String, _ fault: PathFault) {
    #expect(PathFault.of(Array(path.utf8)) == fault)
  }

  @Test(arguments: ["data/a", "data/~a", "data/..a", "data/a..", "data/...", "data/a:b", "data/ a"])
  func letsOtherPathsPass(_ path: String) {
    #expect(PathFault.of(Array(path.utf8)) == nil)
  }

  @Test(arguments: ["a", "a%b", "a\nb\rc", "%0A", "100%25", "Tiêu chí 1%"])
  func percentCodingComesBack(_ name: String) {
    let coded = PercentCoding.encoded(Array(name.utf8))
    #expect(!coded.contains(0x0A))
    let decoded = PercentCoding.decoded(coded)
    #expect(decoded.path == Array(name.utf8))
    #expect(decoded.isStrict)
  }

  @Test func metadataComesBackFoldedAndUnfolded() {
    let value = "Hồ sơ đề nghị công nhận đơn vị học tập năm 2023 của Trường Tiểu học Hoàng Lương"
    let info = BagInfo([
      BagInfo.Element("External-Description", value), BagInfo.Element("Contact-Name", ""),
    ])
    let text = TagText(utf8: info.bytes)
    let lines = String(decoding: info.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 79 })
    let (read, findings) = BagInfo.parse(text, file: "bag-info.txt", version: .one)
    #expect(findings.isEmpty)
    #expect(read.elements.map(\.label) == ["External-Description", "Contact-Name"])
    #expect(read.elements[0].value.replacing("\n", with: " ") == value)
  }

  @Test func labelsAreComparedWithoutCase() {
    let text = TagText(utf8: Array("payload-OXUM: 1.1\nX: 1\nX: 2\n".utf8))
    let (info, _) = BagInfo.parse(text, file: "bag-info.txt", version: .one)
    #expect(info.values("Payload-Oxum").map(\.value) == ["1.1"])
    #expect(info.values("x").map(\.value) == ["1", "2"])
  }

  @Test(arguments: ["a\nb\n", "a\rb\r", "a\r\nb\r\n", "a\nb", "a\rb\r\n"])
  func everyLineEndingEndsALine(_ text: String) {
    let lines = TagText(utf8: Array(text.utf8)).lines
    #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a", "b"])
    #expect(lines.map(\.number) == [1, 2])
  }

  @Test(arguments: [
    ("UTF-16", [0xFE, 0xFF, 0x1E, 0xBF] as [UInt8], "ế"),
    ("UTF-16", [0xFF, 0xFE, 0xBF, 0x1E], "ế"),
    ("UTF-16", [0x1E, 0xBF], "ế"), ("UTF-16LE", [0xBF, 0x1E], "ế"), ("ISO-8859-1", [0xEA], "ê"),
    ("iso_8859-1", [0xEA], "ê"), ("windows-1252", [0x80], "€"), ("US-ASCII", [0x41], "A"),
    ("windows-1258", [0xEA, 0xEC], "ê\u{301}"), ("cp1258", [0xFD], "ư"),
    ("GBK", [0xC4, 0xE3], "你"),
  ])
  func readsEncodings(_ name: String, _ bytes: [UInt8], _ expected: String) {
    let (text, findings) = TagEncoding(name: name).text(of: bytes, file: "x.txt")
    #expect(findings.isEmpty)
    #expect(text.map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("UTF-16", [0xD8] as [UInt8]), ("UTF-16", [0xD8, 0x00]), ("US-ASCII", [0x80]),
    ("UTF-8", [0xC3]), ("GBK", [0xC4]),
  ])
  func refusesBytesThatAreNotOfTheEncoding(_ name: String, _ bytes: [UInt8]) {
    let (text, findings) = TagEncoding(name: name).text(of: bytes, file: "x.txt")
    #expect(text == nil)
    #expect(findings.map(\.variant) == ["encoding"])
  }

  @Test func pathsAreEqualByTheirBytes() {
    let composed = BagPath("N\u{FA}")
    let decomposed = BagPath("Nu\u{301}")
    #expect(composed != decomposed)
    #expect(composed.composed == decomposed.composed)
    #expect(BagPath("STRASSE").folded == BagPath("straße").folded)
  }

  @Test func whatCannotBeSeenIsShownEscaped() {
    #expect(BagPath("a\u{1B}[31m\u{202E}b").shown == "a\\u{1B}[31m\\u{202E}b")
  }
}
