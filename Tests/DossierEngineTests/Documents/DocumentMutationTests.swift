import ArchiveIO
import DossierModel
import Testing

@testable import DossierEngine

/// Real files with wrong bytes in them: whatever comes, each reader returns.
@Suite struct DocumentMutationTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 29) ^ state
    }
  }

  @Test(arguments: [
    ("bao-cao.doc", 2000), ("diem.xls", 2000), ("bao-cao.rtf", 1000), ("bao-cao.pdf", 300),
  ])
  func everyReaderReturnsFromAnyBytes(name: String, rounds: Int) throws {
    let bytes = try Fixture.bytes(name)
    var dice = Dice(state: 2023)
    for _ in 0..<rounds {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...24, using: &dice) {
        let index = Int.random(in: 0..<changed.count, using: &dice)
        changed[index] = [0, 0xFF, 0x7F, UInt8.random(in: 0...255, using: &dice)].randomElement(
          using: &dice)!
      }
      if Int.random(in: 0..<4, using: &dice) == 0 {
        changed.removeLast(Int.random(in: 0..<changed.count, using: &dice))
      }
      let source = MemorySource(name: name, bytes: changed)
      let reading =
        switch name.suffix(3) {
        case "rtf": RTFReader.read(source, wantsText: true)
        case "pdf": PDFReader.read(source, wantsText: false)
        default: OLEReader.read(source, wantsText: true)
        }
      #expect(reading.format != .docx)
    }
  }
}
