import DossierModel

/// What holds inside one group.
struct RTFState {
  var destination = RTFDestination.container
  /// The destination outside of `\upr`, which its Unicode half takes up again.
  var alternative: RTFDestination?
  var font: Int
  /// The code page of the font, or nothing for the document's own.
  var codePage: Int?
  /// How many characters stand in for each `\u`.
  var fallbackLength = 1
  var isHidden = false
  var isDeleted = false
  /// Whether the next control word may be a destination nobody knows.
  var isIgnorable = false
  /// Whether the group has begun with nothing but `\*` so far.
  var isAtStart = true
}

/// One font of the font table.
struct RTFFont {
  var name: [UInt8] = []
  var charset = 0

  /// The code page of its bytes, or nothing for the document's own.
  var codePage: Int? {
    switch charset {
    case 77: 10_000
    case 128: 932
    case 129: 949
    case 134: 936
    case 136: 950
    case 161: 1253
    case 162: 1254
    case 163: 1258
    case 177: 1255
    case 178: 1256
    case 186: 1257
    case 204: 1251
    case 222: 874
    case 238: 1250
    case 254: 437
    case 255: 850
    default: nil
    }
  }
}

/// One style of the style sheet, as far as headings need it.
struct RTFStyle {
  var name: [UInt8] = []
  var outline: Int?

  var headingLevel: Int? {
    if let outline { return outline < 9 ? outline + 1 : nil }
    let words = String(decoding: name, as: UTF8.self).lowercased().split(separator: " ")
    guard words.count == 2, words[0] == "heading", let digit = words[1].first?.wholeNumberValue,
      (1...9).contains(digit)
    else { return nil }
    return digit
  }
}

extension Dictionary {
  /// Whether a key is there already, or may still be added.
  func hasRoom(for key: Key, most: Int) -> Bool { count < most || self[key] != nil }
}
