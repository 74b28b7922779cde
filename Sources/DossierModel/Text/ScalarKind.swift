/// What a character is, answered at once for ASCII: the standard library's tables are slow to ask,
/// and nearly all that is asked about is ASCII.
extension Unicode.Scalar {
  /// Whether it is white space.
  var isBlank: Bool {
    guard value > 0x7F else { return value == 0x20 || (0x09...0x0D).contains(value) }
    return properties.isWhitespace
  }

  /// Whether it is a letter or a digit of ASCII, or a letter beyond it.
  var isWordPart: Bool {
    guard value > 0x7F else {
      return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
    }
    return properties.isAlphabetic
  }

  /// Whether it is a mark that combines with the letter before it.
  var isCombining: Bool { value >= 0x300 && properties.canonicalCombiningClass.rawValue > 0 }
}
