/// Tells from the bytes of a story whether reading it could show anything besides text: tracked
/// changes, hidden text, imported chunks, an encoding from before Unicode.
///
/// Most documents have none of these, and looking at the names of their tags is many times faster
/// than parsing them. Where in doubt the answer is yes.
enum StorySkim {
  /// The local names of what leaves a trace in the flags (ISO/IEC 29500-1 17.13.5, 17.3.2.41).
  private static let marks: Set<[UInt8]> = Set(
    [
      "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "vanish", "altChunk",
    ].map { Array($0.utf8) })
  private static let change = Array("Change".utf8)
  private static let longestMark = 20

  /// Whether a part must be parsed to know its flags.
  ///
  /// - Parameter bytes: the part as it stands.
  static func needsReading(_ bytes: [UInt8]) -> Bool {
    guard isPlain(bytes) else { return true }
    var latinLetters = 0
    var vietnameseLetters = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if isMark(bytes, after: index) { return true }
      case 0xC2, 0xC3: latinLetters += 1
      case 0xC4...0xCC, 0xE1: vietnameseLetters += 1
      default: break
      }
      index += 1
    }
    return latinLetters > 0 && vietnameseLetters * 4 < latinLetters
  }

  /// Whether the part is in UTF-8: by its mark, by what it declares, or by declaring nothing.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard body.first == UInt8(ascii: "<"), body.dropFirst().first != 0 else { return false }
    guard body.starts(with: "<?xml".utf8) else { return true }
    guard let end = body.firstIndex(of: UInt8(ascii: ">")) else { return false }
    let declaration = String(decoding: body[..<end], as: UTF8.self).lowercased()
    return !declaration.contains("encoding") || declaration.contains("utf-8")
  }

  /// Whether the tag that begins at a "<" is a mark, or a document type that may declare anything.
  private static func isMark(_ bytes: [UInt8], after open: Int) -> Bool {
    var start = open + 1
    var end = start
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "!"), bytes[end + 1] == UInt8(ascii: "D") {
      return true
    }
    while end < bytes.count, end - open < 64 {
      switch bytes[end] {
      case UInt8(ascii: ":"): start = end + 1
      case UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "/"), 0x09, 0x0A, 0x0D:
        guard (3...longestMark).contains(end - start) else { return false }
        let first = bytes[start]
        // The names of most tags begin otherwise: no array is made for them.
        let isLikely = "idmcva".utf8.contains(first) || bytes[end - 1] == UInt8(ascii: "e")
        guard isLikely else { return false }
        let name = bytes[start..<end]
        return marks.contains(Array(name)) || name.suffix(change.count).elementsEqual(change)
      default: break
      }
      end += 1
    }
    return false
  }
}
