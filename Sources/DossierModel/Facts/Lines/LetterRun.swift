/// Search that sees letters only: no spaces, signs, marks or case.
///
/// Header blocks run their columns into each other ("VIỆT NAMTRƯỜNG"), so the national name must be
/// found where it has no word boundary.
enum LetterRun {
  /// Base letters with the source range of each letter's scalar.
  typealias Placed = (bytes: [UInt8], starts: [Int], ends: [Int])

  /// The base letters of a text.
  static func letters(_ text: String) -> [UInt8] { letters(FoldedText(text)).bytes }

  /// The base letters of a text with the source range of each letter's scalar.
  static func letters(_ text: FoldedText) -> Placed {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ends: [Int] = []
    let count = text.source.utf8.count
    bytes.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    var offset = 0
    for scalar in text.source.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if let entry = LetterTable.entry(scalar) {
        bytes.append(entry.base)
        starts.append(offset)
        ends.append(next)
      } else if LetterTable.toneMark(scalar) != nil || LetterTable.shapeMark(scalar) != nil,
        !ends.isEmpty
      {
        ends[ends.count - 1] = next
      }
      offset = next
    }
    return (bytes, starts, ends)
  }

  /// The source range, in UTF-8, of the first run of letters that is one of the wanted.
  static func first(_ wanted: [[UInt8]], in text: FoldedText) -> Range<Int>? {
    first(wanted, in: letters(text))
  }

  /// The source range, in UTF-8, of the first run that is one of the wanted.
  static func first(_ wanted: [[UInt8]], in run: Placed) -> Range<Int>? {
    for needle in wanted where !needle.isEmpty && needle.count <= run.bytes.count {
      for start in 0...(run.bytes.count - needle.count)
      where run.bytes[start] == needle[0] {
        if run.bytes[start..<start + needle.count].elementsEqual(needle) {
          return run.starts[start]..<run.ends[start + needle.count - 1]
        }
      }
    }
    return nil
  }
}
