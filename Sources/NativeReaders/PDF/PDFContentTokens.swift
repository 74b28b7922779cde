/// The tokens of a content stream (ISO 32000-1 7.2, 7.8.2): numbers, operators, names and strings;
/// the marks of arrays and inline pictures are passed over.
struct PDFContentTokens {
  enum Token: Equatable {
    case number(Double)
    case word(String)
    /// Without its slash.
    case name(ArraySlice<UInt8>)
    /// As it is written, with its brackets.
    case string(ArraySlice<UInt8>)
    case other
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token, or nothing at the end.
  mutating func next() -> Token? {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: index += 1
      case 0x25: skip { $0 == 0x0A || $0 == 0x0D }
      case 0x28:
        let start = index
        skipString()
        return .string(bytes[start..<min(index, bytes.count)])
      case 0x2F:
        index += 1
        let start = index
        skip { Self.isBreak($0) }
        return .name(bytes[start..<index])
      case 0x3C:
        let start = index
        index += 1
        if index < bytes.count, bytes[index] == 0x3C {
          index += 1
          return .other
        }
        skip { $0 == 0x3E }
        index = min(index + 1, bytes.count)
        return .string(bytes[start..<index])
      case 0x29, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D:
        index += 1
        return .other
      default: return regular()
      }
    }
    return nil
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B,
      0x7D:
      true
    default: false
    }
  }

  private mutating func skip(until stops: (UInt8) -> Bool) {
    while index < bytes.count, !stops(bytes[index]) { index += 1 }
  }

  private mutating func skipString() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x28: depth += 1
      case 0x29: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }

  private mutating func regular() -> Token {
    let start = index
    skip { Self.isBreak($0) }
    let word = bytes[start..<index]
    if let value = Self.number(word) { return .number(value) }
    // Operators have at most three letters; what is longer is none.
    guard word.count <= 3 else { return .other }
    if word.elementsEqual("ID".utf8) { skipPicture() }
    return .word(String(decoding: word, as: UTF8.self))
  }

  /// The bytes of an inline picture end at "EI" between white space.
  private mutating func skipPicture() {
    while index + 2 < bytes.count {
      if bytes[index + 1] == 0x45, bytes[index + 2] == 0x49, Self.isBreak(bytes[index]),
        index + 3 >= bytes.count || Self.isBreak(bytes[index + 3])
      {
        index += 3
        return
      }
      index += 1
    }
    index = bytes.count
  }

  private static func number(_ word: ArraySlice<UInt8>) -> Double? {
    var value = 0.0
    var scale = 0.0
    var isNegative = false
    var digits = 0
    for (offset, byte) in word.enumerated() {
      switch byte {
      case 0x2D where offset == 0: isNegative = true
      case 0x2B where offset == 0: break
      case 0x2E where scale == 0: scale = 1
      case 0x30...0x39:
        digits += 1
        value = value * 10 + Double(byte - 0x30)
        if scale > 0 { scale *= 10 }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return (isNegative ? -value : value) / max(1, scale)
  }
}
