import DossierModel

/// The attributes of a tag.
enum HTMLAttributes {
  /// The value of an attribute, references resolved.
  static func value(_ bytes: ArraySlice<UInt8>, _ name: String) -> String? {
    let wanted = Array(name.utf8)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let start = index
      while index < bytes.endIndex, bytes[index] > 0x20, bytes[index] != 0x3D { index += 1 }
      let key = bytes[start..<index].map { $0 | 0x20 }
      while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.endIndex, bytes[index] == 0x3D else {
        if index == start { index += 1 }
        continue
      }
      index += 1
      while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
      let value = value(bytes, at: &index)
      if key == wanted { return value }
    }
    return nil
  }

  /// A span, from 1.
  static func number(_ bytes: ArraySlice<UInt8>, _ name: String) -> Int {
    let number = value(bytes, name).flatMap { Int($0.trimmedOfWhitespace) } ?? 1
    return min(max(1, number), 100)
  }

  private static func value(_ bytes: ArraySlice<UInt8>, at index: inout Int) -> String {
    guard index < bytes.endIndex else { return "" }
    let quote = bytes[index]
    let isQuoted = quote == 0x22 || quote == 0x27
    if isQuoted { index += 1 }
    let start = index
    while index < bytes.endIndex, isQuoted ? bytes[index] != quote : bytes[index] > 0x20 {
      index += 1
    }
    let raw = Array(bytes[start..<index])
    index = min(index + 1, bytes.endIndex)
    var result: [UInt8] = []
    var place = 0
    while place < raw.count {
      if raw[place] == 0x26 {
        result += HTMLReferences.read(raw, at: &place)
      } else {
        result.append(raw[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Character references: by number, and the few names that texts use.
enum HTMLReferences {
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
    "ldquo": "\u{201C}", "rdquo": "\u{201D}", "hellip": "\u{2026}", "bull": "\u{2022}",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "egrave": "è", "eacute": "é",
    "ecirc": "ê", "igrave": "ì", "iacute": "í", "ograve": "ò", "oacute": "ó", "ocirc": "ô",
    "otilde": "õ", "ugrave": "ù", "uacute": "ú", "yacute": "ý", "Agrave": "À", "Aacute": "Á",
    "Acirc": "Â", "Atilde": "Ã", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Igrave": "Ì",
    "Iacute": "Í", "Ograve": "Ò", "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ", "Ugrave": "Ù",
    "Uacute": "Ú", "Yacute": "Ý",
  ]

  /// Reads the reference at a place, which is moved behind it; what is none is an ampersand.
  static func read(_ bytes: [UInt8], at place: inout Int) -> [UInt8] {
    let body = bytes[(place + 1)...].prefix(12).prefix { $0 != 0x3B }
    guard body.endIndex < bytes.count, bytes[body.endIndex] == 0x3B, let scalar = scalar(body)
    else {
      place += 1
      return [0x26]
    }
    place = body.endIndex + 1
    return Array(String(scalar).utf8)
  }

  private static func scalar(_ body: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: body, as: UTF8.self)
    guard text.hasPrefix("#") else { return names[text] }
    let digits = text.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}

/// A table of HTML: cells find their columns past those that reach down from above.
struct HTMLTable {
  private static let maximumCells = 100_000

  private var cells: [TableCell] = []
  private var row = -1
  private var column = 0
  private var columns = 0
  private var open: TableCell?
  /// By column, the first row that is free again.
  private var taken: [Int: Int] = [:]

  mutating func beginRow() {
    row += 1
    column = 0
  }

  mutating func beginCell(columnSpan: Int, rowSpan: Int) {
    guard cells.count < Self.maximumCells else { return }
    if row < 0 { beginRow() }
    while let free = taken[column], free > row { column += 1 }
    open = TableCell(
      row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, paragraphs: [])
    if rowSpan > 1 {
      for covered in column..<column + columnSpan { taken[covered] = row + rowSpan }
    }
    column += columnSpan
    columns = max(columns, column)
  }

  mutating func endCell() {
    if let cell = open { cells.append(cell) }
    open = nil
  }

  /// Adds a paragraph to the open cell.
  ///
  /// - Returns: whether there is one.
  mutating func add(_ paragraph: Paragraph) -> Bool {
    guard open != nil else { return false }
    open?.paragraphs.append(paragraph)
    return true
  }

  mutating func finish() -> TextTable? {
    endCell()
    guard !cells.isEmpty else { return nil }
    let rows = cells.map { $0.row + $0.rowSpan }.max() ?? 0
    return TextTable(cells: cells, rowCount: rows, columnCount: columns)
  }
}

/// Raised text: a number that leads to a place in the same file is the mark of a note, no digit of
/// what stands before it.
struct HTMLRaised {
  private var depth = 0
  private var start = 0
  /// Whether a link to a place in the file was met in it.
  var isLink = false

  mutating func begin(at place: Int) {
    if depth == 0 {
      start = place
      isLink = false
    }
    depth += 1
  }

  /// Takes a note's mark off the end of the text.
  mutating func end(_ text: inout [UInt8]) {
    depth = max(0, depth - 1)
    guard depth == 0, isLink, start <= text.count else { return }
    let mark = text[start...]
    if mark.count <= 3, mark.allSatisfy({ (0x30...0x39).contains($0) }) {
      text.removeLast(mark.count)
    }
  }
}
