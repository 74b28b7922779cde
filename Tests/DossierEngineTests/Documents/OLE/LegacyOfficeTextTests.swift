import ArchiveIO
import DossierModel
import TestSupport
import Testing

@testable import DossierEngine

/// The same document as Word, Excel and RTF know it; `Fixtures/README.md` tells how it was made.
@Suite struct LegacyOfficeTextTests {
  static let paragraphs = [
    "BÁO CÁO", "Phần mở đầu", "Đoạn một\tsau tab\ndòng hai. Hiện còn.", "Liên kết trang web cuối.",
    "I. Mục thứ nhất", "II. Mục thứ hai", "Chú thích đây.", "Hết.",
  ]

  static let scores = [
    "0,0 +1x2 Tiêu chí", "0,2 Điểm", "1,0 +2x1 1", "1,1 1a", "1,2 10", "2,1 1b", "2,2 ", "3,0 ",
    "3,1 ", "3,2 20",
  ]

  private func read(_ name: String) throws -> DocumentReading {
    let source = try Fixture.source(name)
    return name.hasSuffix("rtf")
      ? RTFReader.read(source, wantsText: true) : OLEReader.read(source, wantsText: true)
  }

  @Test(arguments: ["bao-cao.doc", "bao-cao.rtf"])
  func readsParagraphsWithLabelsAndFieldResults(name: String) throws {
    #expect(try read(name).lines() == Self.paragraphs)
  }

  @Test(arguments: ["bao-cao.doc", "bao-cao.rtf"])
  func readsTablesWithMergedCells(name: String) throws {
    let tables = try read(name).tables
    try #require(tables.count == 2)
    #expect(
      tables[0].outline == [
        "0,0 UBND HUYỆN AN SƠN\nSố: 12/BC-THAS",
        "0,1 CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nAn Sơn, ngày 05 tháng 01 năm 2024",
      ])
    #expect(tables[1].outline == Self.scores)
    #expect(tables[1].rowCount == 4)
    #expect(tables[1].columnCount == 3)
  }

  @Test(arguments: ["bao-cao.doc", "bao-cao.rtf"])
  func keepsDeletedTextNotesAndCommentsApart(name: String) throws {
    let reading = try read(name)
    #expect(reading.lines(.deleted) == ["đã xoá"])
    #expect(reading.lines(.footnote) == ["\tNội dung chú thích"])
    #expect(reading.lines(.comment) == ["Xem lại"])
    #expect(reading.metadata.flags == [.trackedChanges, .comments, .hiddenText])
  }

  @Test(arguments: ["bao-cao.doc", "bao-cao.rtf"])
  func knowsHeadingsByTheirStyle(name: String) throws {
    let levels = try read(name).blocks.flatMap(\.paragraphs).filter { $0.headingLevel != nil }
    #expect(levels.map(\.text) == ["Phần mở đầu"])
    #expect(levels.map(\.headingLevel) == [1])
  }

  @Test func readsTheSheetsOfAWorkbook() throws {
    let tables = try read("diem.xls").tables
    #expect(tables.map(\.name) == ["Biểu điểm", "Trang 2"])
    #expect(
      tables.first?.outline == [
        "0,0 +1x4 BIỂU ĐIỂM TỰ ĐÁNH GIÁ", "1,0 Tiêu chí", "1,1 Điểm tối đa", "1,2 Tự chấm",
        "1,3 Ngày", "2,0 1a", "2,1 10", "2,2 9.5", "2,3 05/12/2023", "3,0 1b", "3,1 10", "3,2 5",
        "4,0 Tổng", "4,1 20", "4,2 14.5", "4,3 Khá",
      ])
  }

  @Test func readsThePropertiesOfRTF() throws {
    let metadata = try read("bao-cao.rtf").metadata
    #expect(metadata.text(.title) == "Báo cáo tự đánh giá")
    #expect(metadata.text(.creator) == "Nguyễn Thị Hoà")
    #expect(metadata.text(.lastModifiedBy) == "Trần Văn Bình")
    #expect(metadata.date(.created)?.normalized == "2023-12-01T08:00:00")
    #expect(metadata.date(.created)?.zone == ZoneCertainty.none)
    #expect(metadata.fields[.lastPrinted] == nil)
    #expect(metadata.custom.map(\.name) == ["Mã minh chứng", "Số trang", "Đã ký"])
  }

  @Test(.enabled(if: Places.hasProgram("exiftool"), "exiftool is not installed"))
  func agreesWithExiftoolOnADocument() throws {
    let path = Places.package.appending(path: "Tests/DossierEngineTests/Fixtures/bao-cao.doc").path
    let tool = try #require(Places.program("exiftool"))
    let names = ["Title", "Subject", "Author", "Keywords", "Comments", "LastModifiedBy"]
    let arguments = names.map { "-FlashPix:\($0)" } + ["-s3", path]
    let lines = try runProgram(tool, arguments).output.split(separator: "\n").map(String.init)
    let metadata = try read("bao-cao.doc").metadata
    let fields: [MetadataField] = [
      .title, .subject, .creator, .keywords, .description, .lastModifiedBy,
    ]
    #expect(lines == fields.compactMap { metadata.text($0) })
  }
}
