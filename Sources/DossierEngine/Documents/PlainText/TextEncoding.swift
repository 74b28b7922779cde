import DossierModel

/// Finds out how the bytes of a text file are to be read.
enum TextEncoding {
  /// Reads bytes as text: by their mark, as UTF-8 where they are that, else in the Vietnamese or
  /// western code page, whichever gives more Vietnamese words.
  ///
  /// - Returns: the text and the name of the encoding; one from before Unicode still stands in the
  ///   text as Latin letters, which `LegacyText` reads.
  static func decode(_ bytes: [UInt8]) -> (text: String, name: String) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return (String(decoding: bytes.dropFirst(3), as: UTF8.self), "utf-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return (CodePage.decodeUTF16(bytes.dropFirst(2)), "utf-16le")
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      var swapped = bytes
      for index in stride(from: 0, to: swapped.count - 1, by: 2) {
        swapped.swapAt(index, index + 1)
      }
      return (CodePage.decodeUTF16(swapped.dropFirst(2)), "utf-16be")
    }
    if hasHighZeros(bytes) { return (CodePage.decodeUTF16(bytes), "utf-16le") }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, "utf-8") }
    let western = CodePage.decode(bytes, page: CodePage.western) ?? ""
    let vietnamese = CodePage.decode(bytes, page: CodePage.vietnamese) ?? ""
    return isVietnamese(vietnamese, rather: western)
      ? (vietnamese, "windows-1258") : (western, "windows-1252")
  }

  /// Whether the upper bytes are the zeros of UTF-16 that came without its mark.
  private static func hasHighZeros(_ bytes: [UInt8]) -> Bool {
    let pairs = min(bytes.count / 2, 256)
    guard pairs >= 4 else { return false }
    let zeros = (0..<pairs).count { bytes[$0 * 2 + 1] == 0 }
    return zeros * 4 >= pairs * 3
  }

  /// Whether the combining tone marks of windows-1258 stand where they belong: behind vowels.
  private static func isVietnamese(_ text: String, rather western: String) -> Bool {
    var previous: Unicode.Scalar = " "
    var good = 0
    var bad = 0
    for scalar in text.unicodeScalars.prefix(200_000) {
      switch scalar.value {
      case 0x300, 0x301, 0x303, 0x309, 0x323:
        if "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".unicodeScalars.contains(previous) {
          good += 1
        } else {
          bad += 1
        }
      case 0xFFFD: bad += 1
      default: break
      }
      previous = scalar
    }
    guard good > bad * 10, good > 0 else { return false }
    // French and TCVN3 put the same bytes behind vowels now and then.
    return LegacyText.encoding(font: nil, text: western) == nil
      && good * 40 > text.unicodeScalars.count
  }
}
