import DossierModel

/// The automatic numbers of a Word document ([MS-DOC] 2.9.147, 2.9.131, 2.9.150).
struct WordNumbering {
  /// How a level of a list is numbered.
  private struct Level {
    var start: Int
    var format: Int
    /// Whether the numbers of all levels are shown in figures.
    var isLegal = false
    /// The level from which on none before it starts this one again; nothing where all do.
    var restartLimit: Int?
    /// The text with the numbers of levels 0 to 8 as characters 0 to 8.
    var template: [UInt16]
  }

  /// The use of a list, with what differs from it.
  private struct Override {
    var list: Int32
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private static let levelCount = 9
  private static let highest = 1_000_000

  private var levelsOfList: [Int32: [Level]] = [:]
  private var overrides: [Override] = []
  private var counters: [Int32: [Int?]] = [:]
  /// The overrides, by number and level, whose own start was taken.
  private var started: Set<[Int]> = []

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
      for _ in 0..<(flags & 1 != 0 ? 1 : Self.levelCount) {
        guard let level = Self.level(data, at: &place) else { break }
        levels.append(level)
      }
      levelsOfList[id] = levels
    }
    self.overrides = Self.overrides(LittleEndianBytes(overrides))
  }

  /// The overrides and, behind all of them, what each changes ([MS-DOC] 2.9.133, 2.9.132).
  private static func overrides(_ data: LittleEndianBytes) -> [Override] {
    let count = min(data.index(at: 0) ?? 0, data.count / 16)
    var found = (0..<count).compactMap { data.int32(at: 4 + $0 * 16).map { Override(list: $0) } }
    var place = 4 + count * 16
    for index in found.indices {
      place += 4
      for _ in 0..<Int(data.byte(at: 4 + index * 16 + 12) ?? 0) {
        guard let start = data.int32(at: place), let flags = data.byte(at: place + 4) else {
          return found
        }
        place += 8
        let number = Int(flags & 0x0F)
        if flags & 0x20 != 0 {
          guard let level = level(data, at: &place) else { return found }
          found[index].levels[number] = level
          if flags & 0x10 != 0 { found[index].starts[number] = level.start }
        } else if flags & 0x10 != 0 {
          found[index].starts[number] = Int(start)
        }
      }
    }
    return found
  }

  /// The label of the next paragraph with these properties, counting it.
  mutating func label(of properties: WordParagraphProperties) -> String? {
    guard properties.list > 0, properties.list <= overrides.count else { return nil }
    let use = overrides[properties.list - 1]
    let depth = properties.listLevel
    guard let levels = levelsOfList[use.list],
      let own = use.levels[depth] ?? (depth < levels.count ? levels[depth] : nil)
    else { return nil }
    var values = counters[use.list] ?? Array(repeating: nil, count: Self.levelCount)
    if let start = use.starts[depth], started.insert([properties.list, depth]).inserted {
      values[depth] = start
    } else {
      values[depth] =
        values[depth].map { min($0 + 1, Self.highest) } ?? use.starts[depth] ?? own.start
    }
    // Levels that were left out are counted with their first part: what follows them goes on.
    for higher in 0..<depth where values[higher] == nil {
      let level = use.levels[higher] ?? (higher < levels.count ? levels[higher] : nil)
      values[higher] = use.starts[higher] ?? level?.start
      if use.starts[higher] != nil { started.insert([properties.list, higher]) }
    }
    for deeper in (depth + 1)..<max(depth + 1, Self.levelCount) {
      let limit = (use.levels[deeper] ?? (deeper < levels.count ? levels[deeper] : nil))?
        .restartLimit
      if limit == nil || limit.map({ depth < $0 }) == true { values[deeper] = nil }
    }
    counters[use.list] = values
    var text: [UInt16] = []
    for unit in own.template {
      guard unit <= 8 else {
        // Bullets of symbol fonts stand in the private use area.
        text.append((0xF000...0xF0FF).contains(unit) ? 0x2022 : unit)
        continue
      }
      let place = Int(unit)
      guard let level = use.levels[place] ?? (place < levels.count ? levels[place] : nil) else {
        continue
      }
      let form = own.isLegal ? .decimal : Self.form(level.format)
      text += Array(NumberLabel.text(values[place] ?? level.start, form).utf16)
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
    case 5: .ordinal
    case 6: .cardinalWords
    case 7: .ordinalWords
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
      let flags = data.byte(at: place + 5), let runBytes = data.byte(at: place + 24),
      let paragraphBytes = data.byte(at: place + 25), let limit = data.byte(at: place + 26)
    else { return nil }
    let textPlace = place + 28 + Int(runBytes) + Int(paragraphBytes)
    guard let length = data.uint16(at: textPlace).map(Int.init),
      let bytes = data.slice(at: textPlace + 2, count: length * 2)
    else { return nil }
    place = textPlace + 2 + length * 2
    return Level(
      start: max(-highest, min(Int(start), highest)), format: Int(format),
      isLegal: flags & 4 != 0, restartLimit: flags & 8 != 0 ? Int(limit) : nil,
      template: Array(CodePage.decodeUTF16(bytes).utf16))
  }
}
