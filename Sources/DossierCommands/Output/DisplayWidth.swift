/// How many columns of a terminal a text takes.
///
/// Combining marks take none, East Asian wide characters and emoji two: counting `Character`s would
/// misalign both half-decomposed Vietnamese and a file name in Chinese.
enum DisplayWidth {
  /// The columns a text takes; control characters count as none.
  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// A text filled with spaces on its right, or cut with "…", to exactly so many columns.
  static func fit(_ text: String, to width: Int) -> String {
    let taken = columns(of: text)
    if taken <= width { return text + String(repeating: " ", count: width - taken) }
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let next = columns(of: scalar)
      if used + next > width - 1 { break }
      kept.append(scalar)
      used += next
    }
    return String(kept) + "…" + String(repeating: " ", count: max(0, width - 1 - used))
  }

  /// A text in lines of at most so many columns, broken at spaces where there are any.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for word in paragraph.split(separator: " ").flatMap({ pieces(of: String($0), width) }) {
        let length = columns(of: word)
        if used > 0 && used + 1 + length > width {
          lines.append(line)
          line = ""
          used = 0
        }
        line += used > 0 ? " \(word)" : word
        used += used > 0 ? length + 1 : length
      }
      lines.append(line)
    }
    return lines
  }

  /// A word that is longer than a line in pieces that are not, cut behind a joint of a file name
  /// ("-", "_", "/", ".") where one stands in the second half of the line.
  private static func pieces(of word: String, _ width: Int) -> [String] {
    guard columns(of: word) > width, width > 0 else { return [word] }
    var result: [String] = []
    var piece = String.UnicodeScalarView()
    var used = 0
    for scalar in word.unicodeScalars {
      let next = columns(of: scalar)
      if used + next > width {
        let joint = piece.lastIndex { "-_/.".unicodeScalars.contains($0) }
        let cut = joint.map { piece.index(after: $0) } ?? piece.endIndex
        let kept = String(piece[..<cut])
        let isLate = columns(of: kept) * 2 > width
        result.append(isLate ? kept : String(piece))
        piece = isLate ? String.UnicodeScalarView(piece[cut...]) : String.UnicodeScalarView()
        used = columns(of: String(piece))
      }
      piece.append(scalar)
      used += next
    }
    result.append(String(piece))
    return result
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || value == 0x7F { return 0 }
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
