/// The letters of Vietnamese taken apart: base letter, shape and tone.
///
/// The shape and the tone are written as digits the way the VNI keyboard does (6 circumflex, 7 horn,
/// 8 breve, 9 stroke; 1 to 5 the tones), so that a folded word is plain ASCII.
enum LetterTable {
  /// One letter taken apart.
  struct Entry: Sendable {
    /// The lowercase base letter, ASCII.
    var base: UInt8
    /// The digit of the shape, or 0.
    var shape: UInt8
    /// The digit of the tone, or 0.
    var tone: UInt8
    /// Whether the letter is a capital.
    var isUpper: Bool
  }

  /// Vowels by base and shape, each followed by its five toned forms in the order of `tones`.
  private static let rows: [(base: Character, shape: UInt8, letters: String)] = [
    ("a", 0, "aàáảãạ"), ("a", 0x38, "ăằắẳẵặ"), ("a", 0x36, "âầấẩẫậ"),
    ("e", 0, "eèéẻẽẹ"), ("e", 0x36, "êềếểễệ"), ("i", 0, "iìíỉĩị"),
    ("o", 0, "oòóỏõọ"), ("o", 0x36, "ôồốổỗộ"), ("o", 0x37, "ơờớởỡợ"),
    ("u", 0, "uùúủũụ"), ("u", 0x37, "ưừứửữự"), ("y", 0, "yỳýỷỹỵ"),
  ]
  private static let tones: [UInt8] = [0, 0x32, 0x31, 0x33, 0x34, 0x35]
  /// Ð (eth) and Ɖ stand for Đ in many files.
  private static let strokes: [(scalar: UInt32, isUpper: Bool)] = [
    (0x110, true), (0x111, false), (0xD0, true), (0xF0, false), (0x189, true), (0x256, false),
  ]

  /// Entries by scalar value: the first block to U+02FF, then U+1E00 to U+1EFF.
  static let entries: [Entry?] = {
    var table: [Entry?] = Array(repeating: nil, count: 0x400)
    for value in 0x61...0x7A {
      table[value] = Entry(base: UInt8(value), shape: 0, tone: 0, isUpper: false)
      table[value - 0x20] = Entry(base: UInt8(value), shape: 0, tone: 0, isUpper: true)
    }
    for row in rows {
      let lower = Array(row.letters.unicodeScalars)
      let upper = Array(row.letters.uppercased().unicodeScalars)
      let base = row.base.asciiValue ?? 0
      for (index, tone) in tones.enumerated() {
        for (scalar, isUpper) in [(lower[index], false), (upper[index], true)] {
          guard let slot = slot(scalar.value) else { continue }
          table[slot] = Entry(base: base, shape: row.shape, tone: tone, isUpper: isUpper)
        }
      }
    }
    for stroke in strokes {
      guard let slot = slot(stroke.scalar) else { continue }
      table[slot] = Entry(base: 0x64, shape: 0x39, tone: 0, isUpper: stroke.isUpper)
    }
    return table
  }()

  private static func slot(_ value: UInt32) -> Int? {
    if value < 0x300 { return Int(value) }
    return (0x1E00...0x1EFF).contains(value) ? Int(value) - 0x1E00 + 0x300 : nil
  }

  /// The letter behind a scalar, where it is one of the Vietnamese or ASCII letters.
  static func entry(_ scalar: Unicode.Scalar) -> Entry? { entry(scalar, in: entries) }

  /// The letter behind a scalar, for loops that have fetched the entries once.
  @inline(__always)
  static func entry(_ scalar: Unicode.Scalar, in entries: [Entry?]) -> Entry? {
    guard let slot = slot(scalar.value) else { return nil }
    return entries[slot]
  }

  /// The digit of a combining tone mark, or nothing.
  static func toneMark(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x301, 0x341: 0x31
    case 0x300, 0x340: 0x32
    case 0x309: 0x33
    case 0x303: 0x34
    case 0x323: 0x35
    default: nil
    }
  }

  /// The digit of a combining shape mark, or nothing.
  static func shapeMark(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x302: 0x36
    case 0x31B: 0x37
    case 0x306: 0x38
    default: nil
    }
  }

  /// Whether a base letter can bear a mark in NFC.
  static func canBear(_ mark: UInt8, base: UInt8) -> Bool {
    switch mark {
    case 0x36: base == 0x61 || base == 0x65 || base == 0x6F
    case 0x37: base == 0x6F || base == 0x75
    case 0x38: base == 0x61
    default: [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(base)
    }
  }
}
