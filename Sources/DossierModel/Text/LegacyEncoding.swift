/// The 8-bit encodings of old Vietnamese fonts, which stand in files as Latin-1 letters.
///
/// TCVN 3 (fonts named .VnTime) has a letter for each Vietnamese one; VNI (fonts named VNI-Times)
/// writes base letter and mark. What a reader sees can be won back, but for the case of letters in
/// TCVN 3, whose capitals are a font's.
enum LegacyEncoding: CaseIterable {
  case tcvn3
  case vni

  /// Latin-1 signs and letters that no text in Unicode has next to Vietnamese letters.
  private static let suspects: [Bool] = {
    var table = Array(repeating: false, count: 0x100)
    let letters = "µ¶·¸¹»¼½¾¨©ª«¬®¡¢£¤¥¦§ÆÇËÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþÄÅ\u{AD}"
    for scalar in letters.unicodeScalars { table[Int(scalar.value)] = true }
    return table
  }()

  /// How many suspect letters stand in words of a text; 0 where the text has letters of Unicode.
  static func suspectCount(_ text: String) -> Int {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return 0 }
    var count = 0
    var wasLetter = false
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value >= 0x100, LetterTable.entry(scalar) != nil { return 0 }
      let isSuspect = value < 0x100 && suspects[Int(value)]
      if isSuspect, wasLetter { count += 1 }
      wasLetter = isSuspect || LetterTable.entry(scalar) != nil
    }
    return count
  }

  /// The text as its readers see it.
  func decoded(_ text: String) -> String {
    switch self {
    case .tcvn3:
      var scalars = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { scalars.append(Self.tcvn3Letters[scalar] ?? scalar) }
      return String(scalars)
    case .vni: return Self.decodedVNI(text)
    }
  }

  private static let tcvn3Letters: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, String)] = [
      ("µ¸¶·¹", "àáảãạ"), ("¨»¾¼½Æ", "ăằắẳẵặ"), ("©ÇÊÈÉË", "âầấẩẫậ"), ("®§", "đĐ"),
      ("ÌÐÎÏÑ", "èéẻẽẹ"), ("ªÒÕÓÔÖ", "êềếểễệ"), ("×ÝØÜÞ", "ìíỉĩị"), ("ßãáâä", "òóỏõọ"),
      ("«åèæçé", "ôồốổỗộ"), ("¬êíëìî", "ơờớởỡợ"), ("ïóñòô", "ùúủũụ"),
      ("\u{AD}õøö÷ù", "ưừứửữự"), ("úýûüþ", "ỳýỷỹỵ"), ("¡¢£¤¥¦", "ĂÂÊÔƠƯ"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (from, to) in pairs {
      for (old, new) in zip(from.unicodeScalars, to.unicodeScalars) { table[old] = new }
    }
    return table
  }()

  // MARK: VNI

  private static let vniMarks: [Unicode.Scalar: [UInt32]] = {
    let shapes: [(String, [UInt32])] = [
      ("øØ", [0x300]), ("ùÙ", [0x301]), ("ûÛ", [0x309]), ("õÕ", [0x303]), ("ïÏ", [0x323]),
      ("âÂ", [0x302]), ("àÀ", [0x302, 0x300]), ("áÁ", [0x302, 0x301]), ("åÅ", [0x302, 0x309]),
      ("ãÃ", [0x302, 0x303]), ("äÄ", [0x302, 0x323]), ("êÊ", [0x306]), ("èÈ", [0x306, 0x300]),
      ("éÉ", [0x306, 0x301]), ("úÚ", [0x306, 0x309]), ("üÜ", [0x306, 0x303]),
      ("ëË", [0x306, 0x323]),
    ]
    var table: [Unicode.Scalar: [UInt32]] = [:]
    for (letters, marks) in shapes {
      for letter in letters.unicodeScalars { table[letter] = marks }
    }
    return table
  }()

  private static let vniLetters: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (old, new) in zip("ñÑôÔöÖìíæóòÌÍÆÓÒîÎ".unicodeScalars, "đĐơƠưƯìíỉĩịÌÍỈĨỊỵỴ".unicodeScalars)
    {
      table[old] = new
    }
    return table
  }()

  private static func decodedVNI(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var canBear = false
    for scalar in text.unicodeScalars {
      if canBear, let marks = vniMarks[scalar] {
        for mark in marks { scalars.append(Unicode.Scalar(mark) ?? scalar) }
        canBear = false
        continue
      }
      let letter = vniLetters[scalar] ?? scalar
      scalars.append(letter)
      let base = LetterTable.entry(letter)
      canBear = base.map { "aeiouy".utf8.contains($0.base) && $0.tone == 0 } ?? false
    }
    return String(scalars)
  }
}
