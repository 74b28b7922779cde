import DossierModel

/// The automatic numbers of a Word document ([MS-DOC] 2.9.147, 2.9.131, 2.9.150).
struct WordNumbering {
  /// How a level of a list is numbered.
  private struct Level {
    var start: Int
    var format: Int
    /// The text with the numbers of levels 0 to 8 as characters 0 to 8.
    var template: [UInt16]
  }

  private var levelsOfList: [Int32: [Level]] = [:]
  private var listOfOverride: [Int32] = []
  private var counters: [Int32: [Int?]] = [:]

  /// Numbers nothing.
  init() {}

  /// Reads the lists; what cannot be read is a list without numbers.
  ///
  /// - Parameters:
  ///   - lists: the table stream from the list definitions on, as far as the levels may reach.
  ///   - definitionBytes: how many of them are definitions; the levels follow.
  ///   - overrides: the list overrides, by which paragraphs name their list.
  init(lists: [UInt8], definitionBytes: Int, overrides: [UInt8]) {
    let data = LittleEndianBytes(lists)
    var place = definitionBytes
    for index in 0..<Int(data.uint16(at: 0) ?? 0) {
      let start = 2 + index * 28
      guard start + 28 <= definitionBytes, let id = data.int32(at: start),
        let flags = data.byte(at: start + 26)
      else { break }
      var levels: [Level] = []
      for _ in 0..<(flags & 1 != 0 ? 1 : 9) {
        guard let level = Self.level(data, at: &place) else { break }
        levels.append(level)
      }
      levelsOfList[id] = levels
    }
    let names = LittleEndianBytes(overrides)
    let count = min(names.index(at: 0) ?? 0, overrides.count / 16)
    listOfOverride = (0..<count).compactMap { names.int32(at: 4 + $0 * 16) }
  }

  /// The label of the next paragraph with these properties, counting it.
  mutating func label(of properties: WordParagraphProperties) -> String? {
    guard properties.list > 0, properties.list <= listOfOverride.count else { return nil }
    let id = listOfOverride[properties.list - 1]
    guard let levels = levelsOfList[id], properties.listLevel < levels.count else { return nil }
    let depth = properties.listLevel
    var values = counters[id] ?? Array(repeating: nil, count: 9)
    values[depth] = values[depth].map { $0 &+ 1 } ?? levels[depth].start
    for deeper in (depth + 1)..<max(depth + 1, 9) { values[deeper] = nil }
    counters[id] = values
    var text: [UInt16] = []
    for unit in levels[depth].template {
      guard unit <= 8 else {
        // Bullets of symbol fonts stand in the private use area.
        text.append((0xF000...0xF0FF).contains(unit) ? 0x2022 : unit)
        continue
      }
      guard Int(unit) < levels.count else { continue }
      let number = values[Int(unit)] ?? levels[Int(unit)].start
      text += Array(NumberLabel.text(number, Self.form(levels[Int(unit)].format)).utf16)
    }
    let label = String(decoding: text, as: UTF16.self).trimmedOfWhitespace
    return label.isEmpty ? nil : label
  }

  /// How a level is numbered ([MS-OSHARED] 2.2.1.3).
  private static func form(_ format: Int) -> NumberLabel.Form {
    switch format {
    case 1: .upperRoman
    case 2: .lowerRoman
    case 3: .upperLetter
    case 4: .lowerLetter
    case 8: .hexadecimal
    case 9: .noteSigns
    case 0x12: .inCircle
    case 0x16: .decimalZero
    case 0x17, 0xFF: .none
    case 0x38: .vietnameseWords
    case 0x39: .inDashes
    case 0x3A: .lowerRussian
    case 0x3B: .upperRussian
    default: .decimal
    }
  }

  private static func level(_ data: LittleEndianBytes, at place: inout Int) -> Level? {
    guard let start = data.int32(at: place), let format = data.byte(at: place + 4),
      let runBytes = data.byte(at: place + 24), let paragraphBytes = data.byte(at: place + 25)
    else { return nil }
    let textPlace = place + 28 + Int(runBytes) + Int(paragraphBytes)
    guard let length = data.uint16(at: textPlace).map(Int.init),
      let bytes = data.slice(at: textPlace + 2, count: length * 2)
    else { return nil }
    place = textPlace + 2 + length * 2
    let template = Array(CodePage.decodeUTF16(bytes).utf16)
    return Level(start: Int(start), format: Int(format), template: template)
  }
}
