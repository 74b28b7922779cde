/// Vietnamese text in the encodings from before Unicode, which come along as Latin letters:
/// "Céng hoµ" (TCVN3) or "Coäng hoøa" (VNI) for "Cộng hoà".
///
/// Such text is known by the name of its font, or by what it says: read as the encoding nearly all of
/// its words are Vietnamese syllables, read as it stands they are not.
public enum LegacyText {
  /// An encoding from before Unicode.
  public enum Encoding: String, Sendable, CaseIterable {
    /// TCVN 5712:1993, VN3, which the ABC fonts use: a byte a letter.
    case tcvn3
    /// VNI for Windows: a letter and, behind it, its marks.
    case vni
  }

  /// The encoding that a font's name stands for, or nothing.
  public static func encoding(ofFont font: String?) -> Encoding? {
    guard let font = font?.lowercased() else { return nil }
    if font.hasPrefix(".vn") { return .tcvn3 }
    return font.hasPrefix("vni-") || font.hasPrefix("vni ") ? .vni : nil
  }

  /// Whether a font shows small letters as capitals (".VnTimeH").
  public static func isUpperCase(font: String?) -> Bool {
    guard let font, encoding(ofFont: font) == .tcvn3 else { return false }
    // A style may follow the name: ".VnTimeH Bold".
    return font.split(separator: " ").first?.hasSuffix("H") ?? false
  }

  /// Whether a text without any letter of the encoding is shown in capitals ("ii- " before the words
  /// of a heading).
  public static func isPlainUpperCase(_ text: String, font: String?) -> Bool {
    isUpperCase(font: font) && text.utf8.allSatisfy { $0 < 0x80 }
  }

  /// The encoding of a text, or nothing where it is Unicode already or not Vietnamese.
  ///
  /// - Parameters:
  ///   - font: the name of its font, where that is known.
  ///   - text: the text; one without letters beyond ASCII is never flagged.
  public static func encoding(font: String?, text: String) -> Encoding? {
    guard let words = LegacyWords(text), !words.isEmpty else { return nil }
    if let encoding = encoding(ofFont: font) {
      let score = words.score(encoding)
      return score.valid * 2 >= words.count && score.valid >= words.validAsTheyStand
        ? encoding : nil
    }
    return best(words, minimum: 2)
  }

  /// Reads a text as an encoding.
  ///
  /// - Returns: the text in Unicode, and whether every letter of it has one meaning. Small letters
  ///   with tones stand for capitals too, in words whose other letters are capitals.
  public static func decode(
    _ text: String, as encoding: Encoding, fontIsUpperCase: Bool
  ) -> (text: String, isCertain: Bool) {
    let decoded: (text: String, isComplete: Bool)
    switch encoding {
    case .tcvn3: decoded = TCVN3.decode(text)
    case .vni: decoded = VNI.decode(text)
    }
    guard encoding == .tcvn3 else { return (decoded.text, decoded.isComplete) }
    if fontIsUpperCase { return (decoded.text.uppercased(), decoded.isComplete) }
    return (LegacyWords.capitalized(decoded.text, as: text), decoded.isComplete)
  }

  /// The encoding under which at least four of five words are syllables, or nothing.
  private static func best(_ words: LegacyWords, minimum: Int) -> Encoding? {
    let scores = Encoding.allCases.map { ($0, words.score($0)) }
    guard let (encoding, score) = scores.max(by: { $0.1.valid < $1.1.valid }),
      score.distinct >= minimum, score.valid * 5 >= words.count * 4,
      words.validAsTheyStand * 2 <= words.count
    else { return nil }
    return encoding
  }

  /// Whether a short text reads in an encoding that its document is known to use: "Sè" is a syllable
  /// either way, and means "Số" there.
  static func fits(_ text: String, _ encoding: Encoding) -> Bool {
    guard let words = LegacyWords(text), !words.isEmpty else { return false }
    let score = words.score(encoding)
    return score.valid * 5 >= words.count * 4 && score.valid >= words.validAsTheyStand
  }
}
