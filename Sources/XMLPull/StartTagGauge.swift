/// Watches for start tags with more attributes than any document has, before they are parsed.
///
/// libxml2 compares each attribute of an element with all others of it: a megabyte of them takes
/// seconds. What stands within one window is left to the parser, which is quick with so few.
@safe struct StartTagGauge {
  /// The bytes looked at in one go.
  static let window = 1 << 16
  /// More attributes than this in a tag that is longer than a window are too many.
  static let maximum = 4096

  private var isInTag = false
  private var quote: UInt8 = 0
  private var attributes = 0

  /// Looks at the next bytes of a part.
  ///
  /// - Returns: whether no tag is too long by now.
  mutating func passes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + StartTagGauge.window)
      guard unsafe take(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) else { return false }
      start = end
    }
    return true
  }

  private mutating func take(_ window: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    // No value of an attribute holds this sign: what is open is what begins with the last one.
    if let last = unsafe window.lastIndex(of: UInt8(ascii: "<")) {
      index = last + 1
      let next = unsafe index < window.count ? window[index] : 0
      isInTag = StartTagGauge.beginsName(next)
      quote = 0
      attributes = 0
    }
    guard isInTag else { return true }
    while index < window.count {
      let byte = unsafe window[index]
      if quote != 0 {
        if byte == quote {
          quote = 0
          attributes += 1
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
        return true
      }
      index += 1
    }
    return attributes <= StartTagGauge.maximum
  }

  /// Whether a name may begin so; in UTF-16 a zero stands before or behind each letter.
  private static func beginsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
