import ArchiveIO
import DossierModel
import NativeReaders
import Testing

@testable import DossierEngine

@Suite struct ImageReaderTests {
  private func read(_ bytes: [UInt8]) -> DocumentReading {
    ImageReader.read(MemorySource(name: "f", bytes: bytes), wantsText: true)
  }

  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    ForgedCompoundFile.little(value, count).reversed()
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    big(data.count, 4) + Array(name.utf8) + data + [0, 0, 0, 0]
  }

  private static func box(_ name: String, _ data: [UInt8]) -> [UInt8] {
    big(data.count + 8, 4) + Array(name.utf8) + data
  }

  private static let jpeg: [UInt8] = {
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0]
    bytes += big(11, 2) + [8]
    bytes += big(480, 2) + big(640, 2)
    bytes += [1, 1, 0x11, 0, 0xFF, 0xDA]
    bytes += big(8, 2) + [1, 1, 0, 0, 0x3F, 0]
    return bytes + [0x12, 0x34, 0xFF, 0xD9]
  }()

  private static let png: [UInt8] = {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes += chunk("IHDR", big(640, 4) + big(480, 4) + [8, 2, 0, 0, 0])
    bytes += chunk("tEXt", Array("Author\0An".utf8))
    bytes += chunk("iTXt", Array("Title\0\0\0vi\0\0Sơ đồ".utf8))
    bytes += chunk("tIME", big(2023, 2) + [12, 5, 8, 30, 0])
    return bytes + chunk("IEND", [])
  }()

  private static let movie: [UInt8] = {
    var header = big(0, 4) + big(3_784_579_200, 4)
    header += big(0, 4) + big(1000, 4) + big(65_000, 4)
    var track = big(0, 4) + [UInt8](repeating: 0, count: 72)
    track += big(640 << 16, 4) + big(480 << 16, 4)
    let inside = box("mvhd", header) + box("trak", box("tkhd", track))
    return box("ftyp", Array("isom".utf8) + big(0, 4)) + box("moov", inside)
  }()

  private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x80, 0x02, 0xE0, 0x01]

  private static let bitmap: [UInt8] = {
    var bytes = Array("BM".utf8)
    bytes += [UInt8](repeating: 0, count: 12)
    bytes += [40, 0, 0, 0, 0x80, 2, 0, 0, 0x20, 0xFE, 0xFF, 0xFF]
    return bytes
  }()

  private static let webp: [UInt8] = {
    var bytes = Array("RIFF".utf8) + [22, 0, 0, 0]
    bytes += Array("WEBPVP8X".utf8)
    bytes += [10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]
    return bytes
  }()

  private static let tiff: [UInt8] = {
    var bytes = Array("II*\0".utf8)
    bytes += [8, 0, 0, 0, 2, 0]
    bytes += [0, 1, 3, 0, 1, 0, 0, 0, 0x80, 2, 0, 0]
    bytes += [1, 1, 3, 0, 1, 0, 0, 0, 0xE0, 1, 0, 0]
    return bytes
  }()

  private static let all: [([UInt8], FileFormat)] = [
    (jpeg, .jpeg), (png, .png), (movie, .mp4), (gif, .gif), (bitmap, .bmp), (webp, .webp),
    (tiff, .tiff),
  ]

  @Test(arguments: [("+07:00", "2023-12-05T01:30:00Z"), (nil, "2023-12-05T08:30:00")])
  func theTimeOfWritingHasItsOwnZone(_ zone: String?, _ expected: String) {
    var image = ImageFacts()
    image.exif = EXIFFacts()
    image.exif?.taken = "2023:12:05 08:30:00"
    image.exif?.zone = "+08:00"
    image.exif?.modified = "2023:12:05 08:30:00"
    image.exif?.zoneOfModified = zone
    let metadata = image.metadata(isFilm: false)
    #expect(metadata.date(.created)?.normalized == "2023-12-05T00:30:00Z")
    #expect(metadata.date(.modified)?.normalized == expected)
  }

  @Test(arguments: all)
  func knowsFormatAndSize(bytes: [UInt8], format: FileFormat) {
    let reading = read(bytes)
    #expect(reading.format == format)
    #expect(reading.metadata.details["pixelWidth"] == ["640"])
    #expect(reading.metadata.details["pixelHeight"] == ["480"])
    #expect(reading.problem == nil)
  }

  @Test func readsTextsAndTimeOfPNG() {
    let metadata = read(Self.png).metadata
    #expect(metadata.text(.creator) == "An")
    #expect(metadata.text(.title) == "Sơ đồ")
    #expect(metadata.date(.modified)?.normalized == "2023-12-05T08:30:00Z")
  }

  @Test func readsTheTimeOfAFilmWithDoubt() {
    let metadata = read(Self.movie).metadata
    #expect(metadata.date(.created)?.normalized == "2023-12-05T00:00:00Z")
    #expect(metadata.date(.created)?.zone == .doubtful)
    #expect(metadata.details["durationSeconds"] == ["65"])
  }

  @Test func aPictureWithoutEndIsTruncated() {
    #expect(read(Array(Self.jpeg.dropLast(2))).problem?.reason == .truncated)
    #expect(read(Array(Self.png.dropLast(12))).problem?.reason == .truncated)
  }

  @Test func readsTimesOfCameras() {
    let local = EXIFDate.parse("2023:12:05 08:30:00", zone: nil)
    #expect(local?.normalized == "2023-12-05T08:30:00")
    #expect(local?.zone == ZoneCertainty.none)
    #expect(
      EXIFDate.parse("2023:12:05 08:30:00", zone: "+07:00")?.normalized == "2023-12-05T01:30:00Z")
    #expect(EXIFDate.parse("2023:02:30 08:30:00", zone: nil) == nil)
  }
}
