/// A stretch of text that lies in one place of the WordDocument stream.
struct WordPiece {
  /// The number of characters.
  var count: Int
  /// The offset of the first in the stream.
  var offset: Int
  /// Whether it holds one byte a character, else UTF-16.
  var isNarrow: Bool

  var bytesPerCharacter: Int { isNarrow ? 1 : 2 }
}

/// The piece table ([MS-DOC] 2.8.35, 2.9.38).
enum WordPieces {
  /// More pieces than any document has that a person wrote.
  private static let maximumPieces = 1 << 20

  /// Reads the pieces, or nothing where the table is not sound.
  ///
  /// - Parameter bytes: the Clx of the table stream.
  static func read(_ bytes: [UInt8]) -> [WordPiece]? {
    let data = LittleEndianBytes(bytes)
    var place = 0
    while data.byte(at: place) == 1, let size = data.uint16(at: place + 1) {
      place += 3 + Int(size)
    }
    guard data.byte(at: place) == 2, let size = data.index(at: place + 1), size >= 16 else {
      return nil
    }
    let start = place + 5
    let count = (min(size, data.count - start) - 4) / 12
    guard count > 0, count <= maximumPieces else { return nil }
    var pieces: [WordPiece] = []
    for index in 0..<count {
      guard let from = data.index(at: start + index * 4),
        let to = data.index(at: start + index * 4 + 4), to >= from,
        let place = data.uint32(at: start + (count + 1) * 4 + index * 8 + 2)
      else { return nil }
      let isNarrow = place & 0x4000_0000 != 0
      let offset = Int(place & 0x3FFF_FFFF)
      pieces.append(
        WordPiece(
          count: to - from, offset: isNarrow ? offset / 2 : offset, isNarrow: isNarrow))
    }
    return pieces
  }
}
