/// TCVN 5712:1993, VN3 (the ABC fonts): one byte a letter, 0xA1 to 0xFE.
///
/// Capitals with tones have no bytes of their own: fonts whose name ends in H show the small ones as
/// capitals.
enum TCVN3 {
  private static let letters: [UInt32: Unicode.Scalar] = {
    let rows: [(UInt32, String)] = [
      (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"),
      (0xCE, "ẻẽéẹềểễếệìỉ"),
      (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    ]
    var table: [UInt32: Unicode.Scalar] = [:]
    for (start, text) in rows {
      for (index, scalar) in text.unicodeScalars.enumerated() {
        table[start + UInt32(index)] = scalar
      }
    }
    return table
  }()

  /// Reads a text, letter for letter.
  ///
  /// - Returns: the text, and whether each character beyond ASCII that could be one of the encoding
  ///   is one.
  static func decode(_ text: String) -> (text: String, isComplete: Bool) {
    var result = String.UnicodeScalarView()
    var isComplete = true
    for scalar in text.unicodeScalars {
      if let letter = letters[scalar.value] {
        result.append(letter)
      } else {
        if (0xA1...0xFF).contains(scalar.value) { isComplete = false }
        result.append(scalar)
      }
    }
    return (String(result), isComplete)
  }
}
