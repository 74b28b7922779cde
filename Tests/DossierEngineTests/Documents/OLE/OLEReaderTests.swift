import ArchiveIO
import DossierModel
import TestSupport
import Testing

@testable import DossierEngine

@Suite struct OLEReaderTests {
  private func read(_ file: ForgedCompoundFile) -> DocumentReading {
    OLEReader.read(MemorySource(name: "f", bytes: file.made().bytes), wantsText: true)
  }

  @Test func readsThePropertiesOfALegacyDocument() throws {
    let metadata = OLEReader.read(try Fixture.source("bao-cao.doc"), wantsText: false).metadata
    #expect(metadata.text(.title) == "Báo cáo tự đánh giá")
    #expect(metadata.text(.creator) == "Nguyễn Thị Hoà")
    #expect(metadata.text(.lastModifiedBy) == "Trần Văn Bình")
    #expect(metadata.text(.revision) == "7")
    #expect(metadata.number(.totalTime) == 95)
    #expect(metadata.date(.created)?.normalized == "2023-12-01T08:00:00Z")
    #expect(metadata.custom.map(\.name) == ["Mã minh chứng", "Số trang", "Đã ký"])
    #expect(metadata.custom.map(\.value) == ["H1-1.1-01", "12", "true"])
    #expect(metadata.flags == [.comments])
  }

  /// A header that points to the properties of a document: 17 words, 3 pages, 4 paragraphs.
  private func document(isEncrypted: Bool = false) -> ForgedCompoundFile {
    let little = ForgedCompoundFile.little
    var header = [UInt8](repeating: 0, count: 1024)
    func put(_ bytes: [UInt8], at place: Int) {
      header.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
    put(little(0xA5EC, 2) + little(0x00C1, 2), at: 0)
    put(little(isEncrypted ? 0x0300 : 0x0200, 2), at: 10)
    put(little(64, 4) + little(0x54, 4), at: 0x0192)
    let counts = little(17, 4) + little(72, 4) + little(3, 2) + little(4, 4)
    let table = [UInt8](repeating: 0, count: 64 + 0x26) + counts
    return ForgedCompoundFile(streams: [("WordDocument", header), ("1Table", table)])
  }

  @Test func takesTheCountsOfTheDocumentsOwnProperties() {
    let metadata = read(document()).metadata
    #expect(metadata.number(.words) == 17)
    #expect(metadata.number(.pages) == 3)
    #expect(metadata.number(.paragraphs) == 4)
    #expect(read(document(isEncrypted: true)).metadata.fields.isEmpty)
  }

  @Test func prefersTheCountsOfThePropertySet() {
    var set = ForgedPropertySet(format: PropertySet.summary, codePage: 1252)
    set.values.append((14, 3, ForgedCompoundFile.little(5, 4)))
    var file = document()
    file.streams.append(("\u{5}SummaryInformation", set.made()))
    let metadata = read(file).metadata
    #expect(metadata.number(.pages) == 5)
    #expect(metadata.number(.words) == 17)
  }

  @Test func aPropertySetWithoutAnySectionSaysNothingAndIsWhole() {
    let little = ForgedCompoundFile.little
    func read(mark: Int) -> DocumentReading {
      var file = document()
      let head = little(mark, 2) + little(0, 2) + little(0x0002_0004, 4) + little(0, 20)
      file.streams.append(("\u{5}SummaryInformation", head))
      return self.read(file)
    }
    #expect(read(mark: 0xFFFE).problem == nil)
    #expect(read(mark: 0xFFFE).metadata.number(.pages) == 3)
    #expect(read(mark: 0xFEFF).problem?.reason == .corrupt)
  }

  @Test func neverPrintedIsAbsentAndNoDate() throws {
    let metadata = OLEReader.read(try Fixture.source("bao-cao.doc"), wantsText: false).metadata
    #expect(metadata.fields[.lastPrinted] == nil)
    #expect(metadata.unreadable[.lastPrinted] == nil)
  }

  private static let codePages: [(Int, [UInt8], String)] = [
    (1252, [0x47, 0xE9], "Gé"), (1258, [0x56, 0x69, 0xEA, 0xF2, 0x74], "Viê\u{323}t"),
    (65_001, [0xE1, 0xBB, 0x87], "ệ"), (1251, [0xC4, 0xE0], "Да"), (874, [0xA1], "ก"),
    (10_000, [0x8E], "é"), (932, [0x93, 0xFA, 0xB1, 0x96, 0x7B], "日ｱ本"),
    (936, [0xD6, 0xD0, 0x61], "中a"), (949, [0xC7, 0xD1], "한"), (950, [0xA4, 0xA4], "中"),
  ]

  @Test(arguments: codePages)
  func readsTextInItsCodePage(page: Int, bytes: [UInt8], expected: String) {
    var set = ForgedPropertySet(format: PropertySet.summary, codePage: page)
    set.add(2, text: bytes)
    let reading = read(
      ForgedCompoundFile(streams: [("\u{5}SummaryInformation", set.made())]))
    #expect(reading.format == .ole)
    #expect(reading.problem == nil)
    #expect(reading.metadata.text(.title).map { Array($0.utf8) } == Array(expected.utf8))
  }

  @Test func aPropertySetMayNameItsFormatTheOtherWayRound() {
    let turned: [UInt8] = [
      0xF2, 0x9F, 0x85, 0xE0, 0x4F, 0xF9, 0x10, 0x68, 0xAB, 0x91, 0x08, 0x00, 0x2B, 0x27, 0xB3,
      0xD9,
    ]
    for (format, title) in [(turned, "Kế hoạch"), (Array(turned.reversed()), nil)] {
      var set = ForgedPropertySet(format: format, codePage: 65_001)
      set.add(2, text: Array("Kế hoạch".utf8))
      let reading = read(ForgedCompoundFile(streams: [("\u{5}SummaryInformation", set.made())]))
      #expect(reading.metadata.text(.title) == title)
    }
  }

  @Test func readsUTF16InNarrowTextUnderCodePage1200() {
    var set = ForgedPropertySet(format: PropertySet.summary, codePage: 1200)
    set.add(2, text: [0xD7, 0x1E, 0x6E, 0x00, 0x00])
    let reading = read(ForgedCompoundFile(streams: [("\u{5}SummaryInformation", set.made())]))
    #expect(reading.metadata.text(.title) == "ộn".replacing("ộ", with: "\u{1ED7}"))
  }

  @Test func aCodePageNobodyKnowsMakesTheFieldUnreadable() {
    var set = ForgedPropertySet(format: PropertySet.summary, codePage: 29_001)
    set.add(2, text: [0x93, 0xFA])
    set.add(4, text: Array("An".utf8))
    let reading = read(ForgedCompoundFile(streams: [("\u{5}SummaryInformation", set.made())]))
    #expect(reading.metadata.unreadable == [.title: .corrupt])
    #expect(reading.metadata.text(.creator) == "An")
  }

  @Test func whatIsNoTextInItsCodePageIsUnreadable() {
    var set = ForgedPropertySet(format: PropertySet.summary, codePage: 932)
    set.add(2, text: [0x93])
    set.add(4, text: Array("An".utf8))
    let reading = read(ForgedCompoundFile(streams: [("\u{5}SummaryInformation", set.made())]))
    #expect(reading.metadata.unreadable == [.title: .corrupt])
    #expect(reading.metadata.text(.creator) == "An")
  }

  @Test func whiteSpaceInATextIsOneSpaceAsInOtherFormats() {
    var set = ForgedPropertySet(format: PropertySet.summary, codePage: 1252)
    set.add(6, text: Array("  a\r\nb\tc ".utf8))
    let reading = read(ForgedCompoundFile(streams: [("\u{5}SummaryInformation", set.made())]))
    #expect(reading.metadata.text(.description) == "a b c")
  }

  @Test func aValueLongerThanItsStreamIsUnreadableAndNotAbsent() {
    let little = ForgedCompoundFile.little
    var set = ForgedPropertySet(format: PropertySet.summary, codePage: 1252)
    set.values.append((4, 30, little(0x7FFF_FFFF, 4) + Array("An".utf8)))
    set.add(2, text: Array("T".utf8))
    let metadata = read(
      ForgedCompoundFile(streams: [("\u{5}SummaryInformation", set.made())])
    ).metadata
    #expect(metadata.unreadable == [.creator: .corrupt])
    #expect(metadata.text(.title) == "T")
  }

  @Test func propertiesWhoseListIsCutAreUnreadableAndThoseNeverWrittenAbsent() throws {
    var set = ForgedPropertySet(format: PropertySet.summary, codePage: 1252)
    set.add(2, text: Array("T".utf8))
    let whole = set.made()
    for (count, isCut) in [(2, false), (900, true)] {
      var bytes = whole
      bytes.replaceSubrange(52..<56, with: ForgedCompoundFile.little(count, 4))
      var metadata = DocumentMetadata()
      #expect(SummaryFields.add(bytes, to: &metadata))
      #expect((metadata.unreadable[.creator] != nil) == isCut)
      #expect((metadata.unreadable[.title] != nil) == false)
    }
  }

  @Test func namesTheTypesOfTheUsersProperties() {
    let little = ForgedCompoundFile.little
    func double(_ value: Double) -> [UInt8] { little(Int(bitPattern: UInt(value.bitPattern)), 8) }
    var set = ForgedPropertySet(format: PropertySet.userDefined, codePage: 1252)
    let values: [(type: Int, bytes: [UInt8])] = [
      (7, double(45_310.5)), (7, double(-1.25)), (4, little(Int(Float(0.5).bitPattern), 4)),
      (19, little(0xFFFF_FFFF, 4)), (3, little(5, 4)), (5, double(8.75)),
    ]
    var names = little(values.count, 4)
    for (index, value) in values.enumerated() {
      names += little(index + 2, 4) + little(2, 4) + [0x41 + UInt8(index), 0]
      set.values.append((index + 2, value.type, value.bytes))
    }
    set.values.insert((0, 0, names), at: 0)
    var metadata = DocumentMetadata()
    #expect(SummaryFields.add(set.made(), to: &metadata))
    #expect(metadata.custom.map(\.type) == ["date", "date", "r4", "ui4", "i4", "r8"])
    #expect(
      metadata.custom.map(\.value) == [
        "2024-01-19T12:00:00", "1899-12-29T06:00:00", "0.5", "4294967295", "5", "8.75",
      ])
  }

  @Test(arguments: [
    ["EncryptedPackage", "EncryptionInfo"], ["ENCRYPTEDPACKAGE", "encryptioninfo"],
    ["EncryptedPackage", "\u{6}DataSpaces"],
  ])
  func knowsAnEncryptedPackageWhateverTheCase(names: [String]) {
    let reading = read(ForgedCompoundFile(streams: names.map { ($0, [1, 2, 3]) }))
    #expect(reading.problem?.reason == .encryptedOLE)
  }

  @Test(arguments: [
    ("Workbook", FileFormat.xls), ("PowerPoint Document", .ppt), ("Contents", .ole),
    ("EncryptedPackage", .ole), ("\u{6}DataSpaces", .ole),
  ])
  func knowsTheKindByItsStream(name: String, format: FileFormat) {
    let reading = read(ForgedCompoundFile(streams: [(name, [])]))
    #expect(reading.format == format)
    #expect(reading.problem?.reason != .encryptedOLE)
  }

  @Test func aPasswordInTheHeaderOfADocumentIsSeen() throws {
    var bytes = [UInt8](repeating: 0, count: 1024)
    bytes.replaceSubrange(0..<4, with: [0xEC, 0xA5, 0xC1, 0x00])
    bytes[11] = 0x01
    let reading = read(ForgedCompoundFile(streams: [("WordDocument", bytes)]))
    #expect(reading.format == .doc)
    #expect(reading.problem?.reason == .encryptedOLE)
  }

  @Test func aChainThatComesBackOnItselfIsCorrupt() {
    let file = ForgedCompoundFile(streams: [("\u{5}SummaryInformation", [1])])
    var (bytes, table) = file.made()
    // The directory's only sector is number 1: let it follow itself.
    bytes[table + 4] = 1
    bytes[table + 5] = 0
    bytes[table + 6] = 0
    bytes[table + 7] = 0
    let reading = OLEReader.read(MemorySource(name: "f", bytes: bytes), wantsText: true)
    #expect(reading.problem?.reason == .corrupt)
  }

  @Test(arguments: [0, 8, 100, 511])
  func aHeaderThatIsCutOffIsNoDocument(length: Int) throws {
    let bytes = try Fixture.bytes("bao-cao.doc").prefix(length)
    let reading = OLEReader.read(MemorySource(name: "f", bytes: Array(bytes)), wantsText: true)
    #expect([.corrupt, .truncated].contains(reading.problem?.reason))
  }

  @Test func aCutFileSaysSo() throws {
    let bytes = try Fixture.bytes("bao-cao.doc").prefix(3000)
    let reading = OLEReader.read(MemorySource(name: "f", bytes: Array(bytes)), wantsText: true)
    #expect(reading.problem?.reason == .truncated)
  }

  @Test(arguments: try corpusFiles())
  func tellsTheCorpusApart(name: String, reason: UnreadableReason?) throws {
    let shared = try #require(Places.shared)
    let path = shared.appending(path: "corpus/\(name)").path
    let reading = OLEReader.read(try FileSource(path: path), wantsText: true)
    #expect(reading.problem?.reason == reason)
  }

  private static func corpusFiles() throws -> [(String, UnreadableReason?)] {
    guard Places.shared != nil else { return [] }
    return [
      ("oletools__encrypted.docm", .encryptedOLE),
      ("tika__testWORD_protected_passtika.docx", .encryptedOLE),
      ("poi__cpansearch.perl.org_src_tobyink_acme-rundoc-0.001_word-lib_hello_world.docm", nil),
    ]
  }
}
