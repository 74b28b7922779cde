/// One word of a page and where it stands, in points from the left and top of the page.
struct PDFWord: Equatable {
  var text: String
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var middle: Double { (top + bottom) / 2 }
  var center: Double { (left + right) / 2 }
  var height: Double { bottom - top }

  /// Whether it is the small raised number, or the asterisks, of a note to the word before.
  func isNoteMark(behind last: PDFWord) -> Bool {
    guard height < last.height * 0.8, last.bottom - bottom > last.height * 0.15,
      left - last.right < last.height * 0.3, left >= last.left, text.utf8.count <= 3
    else { return false }
    return !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2A }
  }
}

/// The words of a page as `pdftotext -tsv` gives them: in reading order, line by line.
struct PDFPageWords: Equatable {
  /// The page, from 1.
  var number: Int
  /// Its lines; one without words stands where a new stretch of text begins.
  var lines: [[PDFWord]] = []

  /// Reads the table of words that `pdftotext -tsv` writes, a page at a time.
  ///
  /// - Parameters:
  ///   - output: the table; a line that is no row of it is passed over.
  ///   - take: called with each page that has words.
  static func read(_ output: [UInt8], _ take: (PDFPageWords) -> Void) {
    var page = PDFPageWords(number: 1)
    var flow: ArraySlice<UInt8> = []
    var start = 0
    while start < output.count {
      let end = output[start...].firstIndex(of: 0x0A) ?? output.count
      let columns = output[start..<end].split(
        separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      start = end + 1
      guard columns.count == 12, let level = columns[0].first else { continue }
      switch level {
      case 0x31:
        if !page.lines.isEmpty { take(page) }
        page = PDFPageWords(number: number(columns[1]).map { Int($0) } ?? page.number + 1)
        flow = []
      case 0x34:
        if !flow.elementsEqual(columns[2]), !page.lines.isEmpty { page.lines.append([]) }
        flow = columns[2]
        page.lines.append([])
      case 0x35: page.add(columns)
      default: break
      }
    }
    if !page.lines.isEmpty { take(page) }
  }

  private mutating func add(_ columns: [ArraySlice<UInt8>]) {
    guard let left = Self.number(columns[6]), let top = Self.number(columns[7]),
      let width = Self.number(columns[8]), let height = Self.number(columns[9])
    else { return }
    if lines.isEmpty { lines.append([]) }
    let word = PDFWord(
      text: String(decoding: columns[11], as: UTF8.self).trimmedOfWhitespace, left: left,
      top: top, right: left + width, bottom: top + height)
    let line = lines.count - 1
    if let last = lines[line].last, word.isNoteMark(behind: last), !Self.endsInUnit(lines[line]) {
      // "30" with a note's small "1" above is not 301; what stands behind still touches it.
      lines[line][lines[line].count - 1].right = word.right
    } else {
      lines[line].append(word)
    }
  }

  /// Whether a line ends in a measure that a raised number makes one of area or volume.
  private static func endsInUnit(_ line: [PDFWord]) -> Bool {
    let end = text(of: line.suffix(8)).split { $0.isWhitespace || $0.isNumber }.last ?? ""
    return ["m", "mm", "cm", "dm", "hm", "km"].contains(end)
  }

  /// Takes the page's own number off its top and bottom, where it stands alone.
  ///
  /// - Returns: the texts taken.
  mutating func takeNumber() -> [String] {
    let words = lines.joined()
    guard let top = words.min(by: { $0.middle < $1.middle }),
      let bottom = words.max(by: { $0.middle < $1.middle })
    else { return [] }
    var taken: [String] = []
    for edge in [top, bottom] {
      let beside = lines.indices.filter { index in
        lines[index].contains { $0.top < edge.middle && $0.bottom > edge.middle }
      }
      guard beside.count == 1, let line = beside.first else { continue }
      let text = Self.text(of: lines[line])
      let numbers = text.split { !$0.isNumber }.map { Int($0) }
      guard Self.isNumber(text), numbers.first == number else { continue }
      taken.append(text)
      lines[line] = []
    }
    return taken
  }

  /// Whether a text is made like a page's number: "2", "- 2 -", "Trang 2/3".
  static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 20 else { return false }
    let words = text.split { $0.isWhitespace || "-–/.|".contains($0) }
    let numbers = words.count { $0.allSatisfy(\.isNumber) }
    return (1...2).contains(numbers) && words.count <= numbers + 1
  }

  private static func number(_ column: ArraySlice<UInt8>) -> Double? {
    guard column.count <= 24, let value = Double(String(decoding: column, as: UTF8.self)),
      abs(value) < 1e6
    else { return nil }
    return value
  }

  /// How wide the first word of a line is with the parts that touch it, in points.
  static func firstWidth(of line: [PDFWord]) -> Double {
    guard let first = line.first else { return 0 }
    var right = first.right
    for part in line.dropFirst() {
      guard !isApart(part, behind: right, left: first.left) else { break }
      right = part.right
    }
    return right - first.left
  }

  private static func isApart(_ word: PDFWord, behind right: Double, left: Double) -> Bool {
    word.left - right > word.height * 0.09 || word.left < left
  }

  /// The text of a line; words that touch one another are parts of one word.
  static func text(of line: some Sequence<PDFWord>) -> String {
    var text = ""
    var last: PDFWord?
    for word in line {
      if let last, isApart(word, behind: last.right, left: last.left) {
        text += " "
      }
      text += word.text
      last = word
    }
    return text
  }
}
