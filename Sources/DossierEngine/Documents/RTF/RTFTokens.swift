import ArchiveIO

/// One token of RTF.
enum RTFToken {
  case open
  case close
  case word(String, Int?)
  /// A control symbol: a backslash and a character that is no letter.
  case symbol(UInt8)
  /// A byte in hexadecimal: `\'hh`.
  case hex(UInt8)
  case text(UInt8)
}

/// Cuts RTF into tokens while it streams past.
struct RTFTokens {
  private static let window = 65_536
  /// Control words are 32 letters at most (RTF 1.9.1, "Control Word").
  private static let maximumWord = 32
  /// None that means anything here is longer.
  private static let longestKnown = 18

  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var index = 0
  private var bufferEnd: UInt64 = 0

  init(_ source: any ByteSource) { self.source = source }

  /// How many bytes of the source have been read so far.
  var position: UInt64 { bufferEnd }

  /// The next token, or nothing at the end.
  mutating func next() throws -> RTFToken? {
    while let byte = try take() {
      switch byte {
      case 0x7B: return .open
      case 0x7D: return .close
      case 0x5C: return try control()
      case 0x0D, 0x0A, 0x00: continue
      default: return .text(byte)
      }
    }
    return nil
  }

  /// Passes over raw bytes, as `\bin` announces them.
  mutating func skip(_ count: Int) {
    let inBuffer = min(max(0, count), buffer.count - index)
    index += inBuffer
    bufferEnd += UInt64(max(0, count - inBuffer))
  }

  private mutating func control() throws -> RTFToken? {
    guard let first = try take() else { return nil }
    guard Self.isLetter(first) else {
      if first == 0x27 {
        guard let high = try take(), let low = try take() else { return nil }
        guard let upper = Self.digit(high), let lower = Self.digit(low) else {
          return .symbol(first)
        }
        return .hex(upper << 4 | lower)
      }
      // A line end behind a backslash is a paragraph's end.
      return first == 0x0A || first == 0x0D ? .word("par", nil) : .symbol(first)
    }
    var name: [UInt8] = [first]
    while let byte = try peek(), Self.isLetter(byte), name.count < Self.maximumWord {
      name.append(byte)
      index += 1
    }
    let parameter = try number()
    if try peek() == 0x20 { index += 1 }
    let isKnown = name.count <= Self.longestKnown
    return .word(isKnown ? String(decoding: name, as: UTF8.self) : "", parameter)
  }

  private mutating func number() throws -> Int? {
    var isNegative = false
    if try peek() == 0x2D {
      isNegative = true
      index += 1
    }
    var value: Int?
    var digits = 0
    while let byte = try peek(), (0x30...0x39).contains(byte), digits < 10 {
      value = (value ?? 0) * 10 + Int(byte) - 0x30
      digits += 1
      index += 1
    }
    return value.map { isNegative ? -$0 : $0 }
  }

  private mutating func take() throws -> UInt8? {
    guard let byte = try peek() else { return nil }
    index += 1
    return byte
  }

  private mutating func peek() throws -> UInt8? {
    if index == buffer.count {
      buffer = try source.bytes(at: bufferEnd, count: Self.window)
      bufferEnd += UInt64(buffer.count)
      index = 0
    }
    return index < buffer.count ? buffer[index] : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x57
    case 0x41...0x46: byte - 0x37
    default: nil
    }
  }
}
