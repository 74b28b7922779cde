/// VNI for Windows: a vowel and, behind it, one character for all of its marks.
enum VNI {
  /// The marks and the vowels of which they make another, in the same order.
  private static let marks: [(mark: Unicode.Scalar, from: String, to: String)] = [
    ("ù", "aeoôuöy", "áéóớúứý"), ("ø", "aeoôuöy", "àèòờùừỳ"), ("û", "aeoôuöy", "ảẻỏởủửỷ"),
    ("õ", "aeoôuöy", "ãẽõỡũữỹ"), ("ï", "aeoôuöy", "ạẹọợụựỵ"), ("â", "aeo", "âêô"),
    ("á", "aeo", "ấếố"), ("à", "aeo", "ầềồ"), ("å", "aeo", "ẩểổ"), ("ã", "aeo", "ẫễỗ"),
    ("ä", "aeo", "ậệộ"), ("ê", "a", "ă"), ("é", "a", "ắ"), ("è", "a", "ằ"), ("ú", "a", "ẳ"),
    ("ü", "a", "ẵ"), ("ë", "a", "ặ"),
  ]

  /// Letters that are one character.
  private static let singles: [(from: Unicode.Scalar, to: Unicode.Scalar)] = [
    ("ñ", "đ"), ("í", "í"), ("ì", "ì"), ("æ", "ỉ"), ("ó", "ĩ"), ("ò", "ị"), ("ô", "ơ"), ("ö", "ư"),
    ("î", "ỵ"),
  ]

  private static let pairs: [UInt64: Unicode.Scalar] = {
    var table: [UInt64: Unicode.Scalar] = [:]
    for entry in marks {
      for (base, made) in zip(entry.from.unicodeScalars, entry.to.unicodeScalars) {
        for mark in [entry.mark, capital(entry.mark)] {
          table[key(base, mark)] = made
          table[key(capital(base), mark)] = capital(made)
        }
      }
    }
    return table
  }()

  private static let lone: [UInt32: Unicode.Scalar] = {
    var table: [UInt32: Unicode.Scalar] = [:]
    for entry in singles {
      table[entry.from.value] = entry.to
      table[capital(entry.from).value] = capital(entry.to)
    }
    return table
  }()

  /// Reads a text.
  ///
  /// - Returns: the text, and whether each character beyond ASCII that could be one of the encoding
  ///   is one.
  static func decode(_ text: String) -> (text: String, isComplete: Bool) {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var isComplete = true
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if index + 1 < scalars.count, let made = pairs[key(scalar, scalars[index + 1])] {
        result.append(made)
        index += 2
        continue
      }
      if let letter = lone[scalar.value] {
        result.append(letter)
      } else {
        if (0xA1...0xFF).contains(scalar.value) { isComplete = false }
        result.append(scalar)
      }
      index += 1
    }
    return (String(result), isComplete)
  }

  private static func key(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> UInt64 {
    UInt64(base.value) << 32 | UInt64(mark.value)
  }

  private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
  }
}
