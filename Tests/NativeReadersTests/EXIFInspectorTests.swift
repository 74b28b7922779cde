import NativeReaders
import Testing

@Suite struct EXIFInspectorTests {
  /// EXIF data, little-endian: a main directory, and one of the camera.
  static func forged(
    camera: [(tag: Int, text: String)] = [(0x9003, "2023:12:05 08:30:00")]
  )
    -> [UInt8]
  {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let make = Array("Canon\0".utf8)
    let texts = camera.map { Array("\($0.text)\0".utf8) }
    let mainStart = 8
    let mainSize = 2 + 3 * 12 + 4
    let cameraStart = mainStart + mainSize
    let cameraSize = 2 + camera.count * 12 + 4
    let makeStart = cameraStart + cameraSize
    var tiff = Array("II".utf8) + little(42, 2) + little(mainStart, 4)
    tiff += little(3, 2)
    tiff += little(0x010F, 2) + little(2, 2) + little(make.count, 4) + little(makeStart, 4)
    tiff += little(0x0112, 2) + little(3, 2) + little(1, 4) + little(6, 4)
    tiff += little(0x8769, 2) + little(4, 2) + little(1, 4) + little(cameraStart, 4)
    tiff += little(0, 4)
    tiff += little(camera.count, 2)
    var start = makeStart + make.count
    for (entry, text) in zip(camera, texts) {
      tiff += little(entry.tag, 2) + little(2, 2) + little(text.count, 4) + little(start, 4)
      start += text.count
    }
    tiff += little(0, 4)
    return Array("Exif\0\0".utf8) + tiff + make + texts.flatMap { $0 }
  }

  @Test func readsCameraTimeAndOrientation() throws {
    let facts = try #require(EXIFInspector.read(Self.forged()))
    #expect(facts.make == "Canon")
    #expect(facts.taken == "2023:12:05 08:30:00")
    #expect(facts.orientation == 6)
    #expect(!facts.hasPosition)
  }

  @Test func eachTimeHasTheZoneThatIsStatedForIt() throws {
    let zones = [(0x9010, "+07:00"), (0x9011, "+08:00"), (0x9012, "+09:00")]
    let all = try #require(
      EXIFInspector.read(Self.forged(camera: [(0x9003, "2023:12:05 08:30:00")] + zones)))
    #expect(all.zone == "+08:00")
    #expect(all.zoneOfModified == "+07:00")
    let scanned = try #require(
      EXIFInspector.read(Self.forged(camera: [(0x9004, "2023:12:05 08:30:00")] + zones)))
    #expect(scanned.taken == "2023:12:05 08:30:00")
    #expect(scanned.zone == "+09:00")
    let taken = try #require(
      EXIFInspector.read(Self.forged(camera: [(0x9003, "2023:12:05 08:30:00"), zones[1]])))
    #expect(taken.zoneOfModified == nil)
  }

  @Test func returnsFromEveryCutAndEveryWrongByte() {
    let bytes = Self.forged()
    for length in 0...bytes.count { _ = EXIFInspector.read(Array(bytes[..<length])) }
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0xFF
      _ = EXIFInspector.read(changed)
    }
  }

  @Test func refusesOtherData() {
    #expect(EXIFInspector.read(Array("http://ns.adobe.com/xap/1.0/\0".utf8)) == nil)
    #expect(EXIFInspector.read([]) == nil)
  }
}
