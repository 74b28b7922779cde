import ArchiveIO
import DossierModel
import NativeReaders
import TestSupport
import Testing

@testable import DossierEngine

@Suite struct PDFReaderTests {
  @Test func readsInfoAndPages() throws {
    let reading = PDFReader.read(try Fixture.source("bao-cao.pdf"), wantsText: false)
    #expect(reading.problem == nil)
    #expect(reading.metadata.text(.title) == "Báo cáo tự đánh giá")
    #expect(reading.metadata.text(.creator) == "Nguyễn Thị Hoà")
    #expect(reading.metadata.number(.pages) == 1)
    #expect(reading.metadata.flags.isEmpty)
  }

  @Test(.enabled(if: Places.hasProgram("pdftotext"), "pdftotext is not installed"))
  func readsTextFromAFileAndFromMemoryAlike() throws {
    let file = PDFReader.read(try Fixture.source("bao-cao.pdf"), wantsText: true)
    let bytes = try Fixture.bytes("bao-cao.pdf")
    let memory = PDFReader.read(MemorySource(name: "m", bytes: bytes), wantsText: true)
    #expect(
      file.blocks.flatMap(\.paragraphs).map(\.text).contains("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    #expect(file.blocks == memory.blocks)
    #expect(file.metadata == memory.metadata)
    #expect(file.blocks.flatMap(\.paragraphs).allSatisfy { $0.page == 1 })
  }

  @Test(.enabled(if: Places.hasProgram("pdftotext"), "pdftotext is not installed"))
  func theFlagsAreTheSameWhetherItsTextIsKeptOrNot() throws {
    for name in ["bao-cao.pdf", "bao-cao-han-che.pdf"] {
      let kept = PDFReader.read(try Fixture.source(name), wantsText: true)
      let flags = PDFReader.read(try Fixture.source(name), wantsText: true, keepsText: false)
      #expect(flags.metadata == kept.metadata)
      #expect(flags.problem == kept.problem)
    }
  }

  @Test func aPasswordIsAReasonAndARestrictionIsNone() throws {
    let locked = PDFReader.read(try Fixture.source("bao-cao-mat-khau.pdf"), wantsText: true)
    #expect(locked.problem?.reason == .encryptedPDF)
    let restricted = PDFReader.read(try Fixture.source("bao-cao-han-che.pdf"), wantsText: false)
    #expect(restricted.problem == nil)
    #expect(restricted.metadata.details["encryption"] == ["restricted"])
    #expect(restricted.metadata.text(.title) == "Báo cáo tự đánh giá")
  }

  @Test func aCutFileIsTruncatedAndGivesWhatIsLeft() throws {
    let bytes = try Fixture.bytes("bao-cao.pdf")
    let cut = Array(bytes.prefix(bytes.count * 6 / 10))
    let reading = PDFReader.read(MemorySource(name: "m", bytes: cut), wantsText: false)
    #expect(reading.problem?.reason == .truncated)
  }

  private static let dates: [(String, String?, ZoneCertainty)] = [
    ("D:20240105093000+07'00'", "2024-01-05T02:30:00Z", ZoneCertainty.stated),
    ("D:20240105093000Z", "2024-01-05T09:30:00Z", .stated),
    ("D:20240105093000Z00'00'", "2024-01-05T09:30:00Z", .stated),
    ("D:20240105093000-05'30", "2024-01-05T15:00:00Z", .stated),
    ("D:20240105", "2024-01-05T00:00:00", .none), ("20240105093000", "2024-01-05T09:30:00", .none),
    ("D:2024", "2024-01-01T00:00:00", .none), ("D:20241305", nil, .none),
    ("5 tháng 1 năm 2024", nil, .none), ("", nil, .none),
    ("2024-01-05T09:30:00+07:00", "2024-01-05T02:30:00Z", .stated),
    ("2024-01-05", "2024-01-05", .none), ("2024/01/05", nil, .none),
    ("D:20240105093000.5+07'00'", "2024-01-05T02:30:00Z", .stated),
  ]

  @Test(arguments: dates)
  func readsDates(raw: String, normalized: String?, zone: ZoneCertainty) {
    let date = PDFDate.parse(raw)
    #expect(date.raw == raw)
    #expect(date.normalized == normalized)
    #expect(date.zone == zone)
  }

  private static let packetDates: [(String, String?)] = [
    ("2024-01-05T09:30:00+07:00", "2024-01-05T02:30:00Z"),
    ("2024-01-05T09:30:00.125Z", "2024-01-05T09:30:00Z"), ("2024-01-05", "2024-01-05"),
    ("2024-01-05T09:30+07:00", "2024-01-05T02:30:00Z"),
    ("D:20240105093000Z", "2024-01-05T09:30:00Z"),
    ("2024-01-05T09:30:00-05:00", "2024-01-05T14:30:00Z"), ("hôm qua", nil),
  ]

  @Test(arguments: packetDates)
  func readsDatesOfPackets(raw: String, normalized: String?) {
    #expect(PDFDate.packetDate(raw).normalized == normalized)
  }

  private static let packet = """
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:q="http://ns.adobe.com/xap/1.0/"
     pdf:Producer="P" q:CreateDate="2024-01-05T09:30:00+07:00">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Kế hoạch</rdf:li><rdf:li xml:lang="en">Plan</rdf:li>
    </rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>An</rdf:li><rdf:li>Bình</rdf:li></rdf:Seq>
    </dc:creator><q:CreatorTool>Word</q:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>
    """

  @Test func readsThePacketByNamespace() throws {
    let packet = try #require(PDFPacket(Array(Self.packet.utf8)))
    #expect(packet.text(.title) == "Kế hoạch")
    #expect(packet.text(.creator) == "An, Bình")
    #expect(packet.text(.producer) == "P")
    #expect(packet.text(.creatorTool) == "Word")
    #expect(PDFPacket(Array("<broken".utf8)) == nil)
  }

  @Test func theTitleOfThePacketIsTheDefaultOneWhereverItStands() throws {
    let text = Self.packet.replacing(
      "<rdf:Alt>", with: "<rdf:Alt><rdf:li xml:lang=\"en\">First</rdf:li>")
    let packet = try #require(PDFPacket(Array(text.utf8)))
    #expect(packet.text(.title) == "Kế hoạch")
    #expect(packet.text(.creator) == "An, Bình")
  }

  @Test(arguments: [
    ([UInt8](repeating: 0, count: 5000), false), (Array("<html>object</html>".utf8), false),
    (Array("\n9 0 obj\n<< /Type /Page".utf8), true),
  ])
  func bytesBehindTheEndAreNoCutUnlessTheyAreItsOwn(_ rest: [UInt8], _ isCut: Bool) throws {
    let bytes = try Fixture.bytes("bao-cao.pdf") + rest + [UInt8](repeating: 0x20, count: 3000)
    let reading = PDFReader.read(MemorySource(name: "m", bytes: bytes), wantsText: false)
    #expect((reading.problem?.reason == .truncated) == isCut)
    #expect(reading.metadata.text(.title) == "Báo cáo tự đánh giá")
  }

  @Test func whiteSpaceInATextIsOneSpaceAsInOtherFormats() {
    var facts = PDFFacts()
    facts.info = [PDFInfoEntry(key: "Title", value: " Báo cáo\r\ntự  đánh giá \u{0}")]
    #expect(PDFFields(facts).made().text(.title) == "Báo cáo tự đánh giá")
  }

  @Test func infoWinsAndADifferenceIsShown() {
    var facts = PDFFacts()
    facts.xmp = Array(Self.packet.utf8)
    facts.info = [
      PDFInfoEntry(key: "Title", value: "Báo cáo"),
      PDFInfoEntry(key: "CreationDate", value: "D:20240105093000+07'00'"),
      PDFInfoEntry(key: "Company", value: "Trường"),
    ]
    let metadata = PDFFields(facts).made()
    #expect(metadata.text(.title) == "Báo cáo")
    #expect(metadata.details["xmp.title"] == ["Kế hoạch"])
    #expect(metadata.details["xmp.created"] == nil)
    #expect(metadata.text(.creator) == "An, Bình")
    #expect(metadata.via["creator"] == "xmp")
    #expect(metadata.custom.map(\.name) == ["Company"])
  }

  @Test func joinsLinesOfProseAndLeavesTheHeadAlone() {
    let long = String(repeating: "chữ ", count: 20).trimmedOfWhitespace
    let lines = [
      "UBND HUYỆN", "BÁO CÁO", "", long, "tiếp theo.", "a) mục", long, "- gạch", "I. Mục",
    ]
    #expect(
      LineJoiner.paragraphs(lines, headLines: 3) == [
        "UBND HUYỆN", "BÁO CÁO", long + " tiếp theo.", "a) mục", long, "- gạch", "I. Mục",
      ])
  }

  @Test func aNotationCutAtTheHyphenIsWholeAgain() {
    let lines = ["Căn cứ Quyết định số 45/QĐ-", "THAS ngày 12/9/2023", "Độc lập -", "Tự do"]
    #expect(
      LineJoiner.paragraphs(lines, headLines: 9) == [
        "Căn cứ Quyết định số 45/QĐ-THAS ngày 12/9/2023", "Độc lập -", "Tự do",
      ])
    #expect(LineJoiner.paragraphs(["45/QĐ-", "", "THAS"], headLines: 9) == ["45/QĐ-", "THAS"])
  }

  @Test func pointsBehindTheNameOfAGroupGoOnWithIt() {
    let long = String(repeating: "chữ ", count: 20) + "(nhóm 2):"
    for points in ["15/30 điểm; nhóm", "23,5/30 điểm", "8/8."] {
      #expect(LineJoiner.paragraphs([long, points], headLines: 0) == [long + " " + points])
    }
    for other in ["12/BC-THAS", "12/10/2023", "5/2023 đến", "1. Mục", "Có 8/8 người"] {
      #expect(LineJoiner.paragraphs([long, other], headLines: 0) == [long, other])
    }
    #expect(LineJoiner.paragraphs(["Điểm:", "15/30 điểm", long], headLines: 0).count == 3)
  }

  @Test func aLineThatBeginsWithALabelStandsForItself() {
    let long = String(repeating: "chữ ", count: 20).trimmedOfWhitespace
    for label in ["Tiêu chí 3c: Góp phần", "Phần thứ ba: KẾT LUẬN", "Minh chứng: QĐ"] {
      #expect(LineJoiner.paragraphs([long, label], headLines: 0) == [long, label])
    }
    for prose in ["Tiêu chí của Thông tư 22: năm", "Nam 95", "tiêu chí 3c: là"] {
      #expect(LineJoiner.paragraphs([long, prose], headLines: 0) == [long + " " + prose])
    }
  }
}
