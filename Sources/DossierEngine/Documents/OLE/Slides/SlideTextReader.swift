import DossierModel

/// Reads the text of legacy PowerPoint presentations ([MS-PPT]).
enum SlideTextReader {
  private static let maximumRecords = 1_000_000
  private static let maximumText = 1 << 20

  /// Whether the presentation needs a password.
  static func isEncrypted(_ file: CompoundFile) throws -> Bool {
    guard let stream = try file.stream("Current User") else { return false }
    return LittleEndianBytes(try stream.bytes(at: 0, count: 20)).uint32(at: 12) == 0xF3D1_C4DF
  }

  /// Reads the text of the slides, not that of their masters and notes.
  static func read(_ file: CompoundFile, into reading: inout DocumentReading) throws {
    guard let stream = try file.stream("PowerPoint Document") else { return }
    var place = 0
    var count = 0
    var room = WorkbookReader.maximumCharacters
    while count < maximumRecords, room > 0 {
      let header = LittleEndianBytes(try stream.bytes(at: place, count: 8))
      guard let version = header.uint16(at: 0), let type = header.uint16(at: 2),
        let length = header.index(at: 4)
      else { break }
      count += 1
      switch type {
      // Masters, notes and handouts hold prompts, not what was presented.
      case 0x03F8, 0x03F0, 0x0FC9: place += 8 + length
      case 0x0FA0, 0x0FA8:
        let bytes = try stream.bytes(at: place + 8, count: min(length, maximumText, room))
        room -= bytes.count
        add(bytes, isWide: type == 0x0FA0, to: &reading)
        place += 8 + length
      case 0x0400:
        let flags = LittleEndianBytes(try stream.bytes(at: place + 8, count: 8))
        if flags.uint32(at: 4) == 1 { reading.metadata.flags.insert(.macros) }
        place += 8 + length
      default: place += version & 0xF == 0xF ? 8 : 8 + length
      }
    }
    if stream.isShort {
      reading.textProblem = ReadProblem(.truncated, part: "PowerPoint Document")
    }
  }

  private static func add(_ bytes: [UInt8], isWide: Bool, to reading: inout DocumentReading) {
    let text =
      isWide
      ? CodePage.decodeUTF16(bytes)
      : String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    for line in text.split(whereSeparator: { $0 == "\r" }) {
      let shown = String(line).replacing("\u{B}", with: "\n")
      reading.blocks.append(.paragraph(Paragraph(shown)))
    }
  }
}
