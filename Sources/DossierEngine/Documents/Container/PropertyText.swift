/// The text of properties as it is kept.
enum PropertyText {
  /// Trims a text and makes each run of white space one space; letters stay as they are.
  static func collapsed(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        needsSpace = !result.isEmpty
      } else {
        if needsSpace { result.append(" ") }
        needsSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a text holds no white space but single spaces inside, as nearly all do.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var last: UInt8 = 0x20
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x20: if last == 0x20 { return false }
      case 0..<0x20: return false
      // The bytes with which all white space beyond ASCII begins.
      case 0xC2, 0xE2, 0xE3: return false
      case 0x9A: if last == 0xE1 { return false }
      default: break
      }
      last = byte
    }
    return last != 0x20
  }

  /// A text without white space at both ends.
  static func trimmed(_ text: String) -> String {
    if isPlain(text) { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Resolves `_xHHHH_`, by which ISO/IEC 29500-1 22.4.2.7 writes characters XML cannot hold.
  ///
  /// Pairs of surrogates are joined; what is no character stays as it is.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.count >= 7, text.holdsBytes(of: "_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard let high = unit(bytes, index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      var units = [high]
      if UTF16.isLeadSurrogate(high), let low = unit(bytes, index + 7) { units.append(low) }
      guard let decoded = String(validating: units, as: UTF16.self) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      result += Array(decoded.utf8)
      index += 7 * units.count
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func unit(_ bytes: [UInt8], _ start: Int) -> UInt16? {
    guard start + 7 <= bytes.count, bytes[start] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[start + 2..<start + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
