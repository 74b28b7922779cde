/// The file information block at the start of the WordDocument stream ([MS-DOC] 2.5).
struct WordFIB {
  /// The parts of the text, in the order in which they follow each other.
  enum Story: Int, CaseIterable {
    case main, footnotes, headers, macros, comments, endnotes, textBoxes, headerTextBoxes
  }

  /// A range of the table stream.
  struct Range {
    var offset: Int
    var count: Int
  }

  let bytes: LittleEndianBytes
  /// The version: 0x00C1 for Word 97 and later.
  let version: Int
  let isEncrypted: Bool
  /// The name of the stream with the tables.
  let tableName: String

  /// Reads the block, or nothing where the bytes do not begin with one.
  init?(_ data: [UInt8]) {
    bytes = LittleEndianBytes(data)
    guard let magic = bytes.uint16(at: 0), [0xA5EC, 0xA5DC, 0xA5DB].contains(magic),
      let version = bytes.uint16(at: 2), let flags = bytes.uint16(at: 10)
    else { return nil }
    self.version = Int(version)
    isEncrypted = flags & 0x0100 != 0
    tableName = flags & 0x0200 != 0 ? "1Table" : "0Table"
  }

  /// Whether the file is of Word 97 or later: pieces, Unicode, tables in a stream of their own.
  var isWord97: Bool { bytes.uint16(at: 0) == 0xA5EC && version >= 0x00C1 }

  /// The language it was written in, for the code page of older files.
  var languageID: Int { Int(bytes.uint16(at: 6) ?? 0) }

  /// The number of characters of a story.
  func characters(of story: Story) -> Int {
    let offset = isWord97 ? 0x4C : 0x34
    return max(0, Int(bytes.int32(at: offset + story.rawValue * 4) ?? 0))
  }

  /// Where the text of an older file begins and ends in the stream.
  var plainText: Swift.Range<Int> {
    let start = bytes.index(at: 0x18) ?? 0
    return start..<max(start, bytes.index(at: 0x1C) ?? 0)
  }

  var styles: Range? { range(at: 0x00A2) }
  var documentProperties: Range? { range(at: 0x0192) }
  var pieces: Range? { range(at: 0x01A2) }
  var headerStories: Range? { range(at: 0x00F2) }
  var characterPages: Range? { range(at: 0x00FA) }
  var paragraphPages: Range? { range(at: 0x0102) }
  var lists: Range? { range(at: 0x02E2) }
  var listOverrides: Range? { range(at: 0x02EA) }

  private func range(at place: Int) -> Range? {
    guard isWord97, let offset = bytes.index(at: place), let count = bytes.index(at: place + 4),
      count > 0
    else { return nil }
    return Range(offset: offset, count: count)
  }
}
