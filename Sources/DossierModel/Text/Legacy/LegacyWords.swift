/// The words of a text that have letters beyond ASCII, as candidates for a legacy encoding.
struct LegacyWords {
  /// The words, each as it stands.
  private let words: [String]

  /// Cuts a text into words.
  ///
  /// - Returns: nothing where the text holds letters that no legacy encoding brings along: then it
  ///   is Unicode.
  init?(_ text: String) {
    guard text.utf8.contains(where: { $0 > 0x7F }) else {
      words = []
      return
    }
    // Nearly every text is Unicode, and shows it within its first words.
    guard !text.unicodeScalars.contains(where: Self.isVietnamese) else { return nil }
    var found: [String] = []
    var word = String.UnicodeScalarView()
    var hasHigh = false
    var hasLetter = false
    func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
      (0xA1...0xFF).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value)
    }
    for scalar in text.unicodeScalars {
      if isWordScalar(scalar) {
        word.append(scalar)
        hasHigh = hasHigh || scalar.value >= 0xA1
        hasLetter = hasLetter || scalar.properties.isAlphabetic
      } else {
        if hasHigh, hasLetter, found.count < 2000 { found.append(String(word)) }
        word = String.UnicodeScalarView()
        hasHigh = false
        hasLetter = false
      }
    }
    if hasHigh, hasLetter { found.append(String(word)) }
    words = found.filter { !Self.isAbbreviation($0) }
  }

  /// Whether a word is capitals with a "Đ" of a legacy encoding among them, and no syllable: "PGD§T"
  /// says nothing of the encoding.
  private static func isAbbreviation(_ word: String) -> Bool {
    guard
      word.unicodeScalars.allSatisfy({
        (0x41...0x5A).contains($0.value) || $0.value == 0xA7 || $0.value == 0xD1
      })
    else { return false }
    // Among capitals "Ñ" is VNI's "Đ", and not TCVN3's small "ẹ".
    let isVNI = word.unicodeScalars.contains { $0.value == 0xD1 }
    let decoded = isVNI ? VNI.decode(word).text : TCVN3.decode(word).text
    return !VietnameseSyllable.isValid(decoded)
  }

  var count: Int { words.count }
  var isEmpty: Bool { words.isEmpty }

  /// How many words are Vietnamese syllables without any decoding.
  var validAsTheyStand: Int { words.count { VietnameseSyllable.isValid($0) } }

  /// How many words, and how many different ones, are Vietnamese syllables in an encoding.
  ///
  /// A vowel by itself is a syllable in any encoding: single letters are counted, and none of them as
  /// a different one.
  func score(_ encoding: LegacyText.Encoding) -> (valid: Int, distinct: Int) {
    var valid = 0
    var distinct = Set<[UInt8]>()
    for word in words {
      let decoded = encoding == .tcvn3 ? TCVN3.decode(word) : VNI.decode(word)
      guard decoded.isComplete, VietnameseSyllable.isValid(decoded.text) else { continue }
      valid += 1
      if decoded.text.count > 1 { distinct.insert(Array(word.utf8)) }
    }
    return (valid, distinct.count)
  }

  /// Letters with which a text is Unicode Vietnamese: precomposed beyond Latin-1, or combining.
  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
      0x1EA0...0x1EF9, 0x300, 0x301, 0x303, 0x309, 0x323:
      true
    default: false
    }
  }

  /// Makes the decoded letters capitals in words, or a whole text, whose other letters are.
  ///
  /// - Parameters:
  ///   - decoded: the text after decoding, letter for letter the same length.
  ///   - text: the text before.
  static func capitalized(_ decoded: String, as text: String) -> String {
    let before = Array(text.unicodeScalars)
    let after = Array(decoded.unicodeScalars)
    guard before.count == after.count else { return decoded }
    func isSmall(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value) }
    func isCapital(_ scalar: Unicode.Scalar) -> Bool { (0x41...0x5A).contains(scalar.value) }
    func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0xA1 && !isSmall(scalar) && !isCapital(scalar)
    }
    let isAllCapital = !before.contains(where: isSmall) && before.count(where: isCapital) >= 2
    var result = ""
    var start = 0
    while start < before.count {
      var end = start
      while end < before.count, isBoundary(before[end]) == isBoundary(before[start]) { end += 1 }
      let word = String(String.UnicodeScalarView(after[start..<end]))
      let isCapitalWord =
        before[start..<end].count(where: isCapital) >= 2
        && !before[start..<end].contains(where: isSmall)
      result += isAllCapital || isCapitalWord ? word.uppercased() : word
      start = end
    }
    return result
  }
}
