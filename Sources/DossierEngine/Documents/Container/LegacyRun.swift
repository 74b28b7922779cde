import DossierModel

/// Text of one legacy font while a paragraph is read: words may be cut across runs, so that runs are
/// joined before they are judged.
struct LegacyRun {
  private var bytes: [UInt8] = []
  private var font: String?

  /// The bytes that are not judged yet.
  var count: Int { bytes.count }

  /// Takes a run; what can be told of the text before it goes to the end of a paragraph's text.
  ///
  /// - Returns: whether a text in a legacy encoding was met.
  mutating func take(_ run: [UInt8], font: String?, into text: inout [UInt8]) -> Bool {
    let encoding = LegacyText.encoding(ofFont: font)
    var found = false
    let isSame =
      encoding != nil && encoding == LegacyText.encoding(ofFont: self.font)
      && LegacyText.isUpperCase(font: font) == LegacyText.isUpperCase(font: self.font)
    if !isSame { found = close(into: &text) }
    if encoding == nil {
      text += run
    } else {
      bytes += run
      self.font = font
    }
    return found
  }

  /// Ends the text of the font.
  ///
  /// - Returns: whether it was in a legacy encoding.
  mutating func close(into text: inout [UInt8]) -> Bool {
    guard !bytes.isEmpty else { return false }
    let string = String(decoding: bytes, as: UTF8.self)
    let raw = bytes
    bytes = []
    guard let encoding = LegacyText.encoding(font: font, text: string) else {
      text +=
        LegacyText.isPlainUpperCase(string, font: font) ? Array(string.uppercased().utf8) : raw
      return false
    }
    let decoded = LegacyText.decode(
      string, as: encoding, fontIsUpperCase: LegacyText.isUpperCase(font: font))
    text += decoded.isCertain ? Array(decoded.text.utf8) : raw
    return true
  }
}
