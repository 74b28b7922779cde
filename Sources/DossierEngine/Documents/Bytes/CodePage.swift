import NativeReaders

/// Text in the code pages that legacy Office documents and RTF name.
enum CodePage {
  static let utf16 = 1200
  static let utf8 = 65_001
  static let western = 1252
  static let vietnamese = 1258

  /// Whether there is a table for a page, or the system has one for the two bytes of its characters.
  static func knows(_ page: Int) -> Bool {
    CodePageTables.upperHalf(of: page) != nil || CodePageConverter.knows(page)
  }

  /// Reads bytes as text.
  ///
  /// Windows-1258 writes tone marks as combining characters behind the vowel: they stay so, since
  /// nothing read is normalized.
  ///
  /// - Parameters:
  ///   - bytes: the bytes, without a terminating zero.
  ///   - page: the Windows number of the code page.
  /// - Returns: the text, or nothing where the page is not known here and a byte is not ASCII.
  static func decode(_ bytes: some Collection<UInt8>, page: Int) -> String? {
    switch page {
    case utf8: return String(decoding: bytes, as: UTF8.self)
    case utf16: return decodeUTF16(bytes)
    case 20_127: return decode(bytes, upperHalf: nil)
    case 28_591: return latin1(bytes)
    // Zero is "the system's own": the programs that write it are western ones.
    case 0: return decode(bytes, upperHalf: CodePageTables.upperHalf(of: western))
    default:
      if CodePageConverter.knows(page), bytes.contains(where: { $0 >= 0x80 }) {
        return CodePageConverter.decode(Array(bytes), page: page)
      }
      return decode(bytes, upperHalf: CodePageTables.upperHalf(of: page))
    }
  }

  /// Reads bytes as little-endian UTF-16; half a unit at the end is left out.
  static func decodeUTF16(_ bytes: some Collection<UInt8>) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var low: UInt8?
    for byte in bytes {
      guard let first = low else {
        low = byte
        continue
      }
      units.append(UInt16(first) | UInt16(byte) << 8)
      low = nil
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The scalar of one byte in a single-byte code page, or nothing where the page is not known.
  static func scalar(_ byte: UInt8, page: Int) -> Unicode.Scalar? {
    if byte < 0x80 { return Unicode.Scalar(byte) }
    guard let table = CodePageTables.upperHalf(of: page == 0 ? western : page) else { return nil }
    return table[Int(byte) - 0x80]
  }

  private static func decode(
    _ bytes: some Collection<UInt8>, upperHalf: [Unicode.Scalar]?
  ) -> String? {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      if byte < 0x80 {
        scalars.append(Unicode.Scalar(byte))
      } else if let upperHalf {
        scalars.append(upperHalf[Int(byte) - 0x80])
      } else {
        return nil
      }
    }
    return String(scalars)
  }

  private static func latin1(_ bytes: some Collection<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
    return String(scalars)
  }
}

/// A character of a page that takes two bytes for some, which comes byte by byte.
struct PartialPair {
  private var first: UInt8?
  /// The characters met so far, by page and bytes: to open a converter for each would take long.
  private var known: [Int: String] = [:]

  /// Whether a second byte is awaited.
  var isOpen: Bool { first != nil }

  /// Takes the next byte.
  ///
  /// - Returns: the character once its last byte has come; U+FFFD for what is none.
  mutating func take(_ byte: UInt8, page: Int) -> String? {
    if first == nil, CodePageConverter.length(ofCharacterBeginningWith: byte, page: page) == 2 {
      first = byte
      return nil
    }
    let bytes = [first, byte].compactMap { $0 }
    first = nil
    let key = bytes.reduce(page) { $0 << 8 | Int($1) }
    if let character = known[key] { return character }
    let character = CodePage.decode(bytes, page: page) ?? "\u{FFFD}"
    known[key] = character
    return character
  }

  /// Forgets a first byte that stood alone.
  mutating func drop() { first = nil }
}

/// A character of UTF-8 that comes byte by byte.
struct PartialCharacter {
  private var bytes: [UInt8] = []

  /// Takes the next byte of 0x80 or above.
  ///
  /// - Returns: the character once its last byte has come; U+FFFD for what is none.
  mutating func take(_ byte: UInt8) -> String? {
    if byte >= 0xC0 { bytes = [] }
    bytes.append(byte)
    let length =
      switch bytes[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard bytes.count >= length else { return nil }
    defer { bytes = [] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
