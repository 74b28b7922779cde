import Glibc

/// Turns text in the code pages of East Asia into Unicode by the system's iconv.
public enum CodePageConverter {
  /// The Windows numbers of the pages that take two bytes for a character, by their names.
  private static let names = [
    932: "CP932", 936: "CP936", 949: "CP949", 950: "CP950", 1361: "JOHAB", 54_936: "GB18030",
  ]

  /// Whether a page is one of these.
  public static func knows(_ page: Int) -> Bool { names[page] != nil }

  /// How many bytes a character takes that begins with a byte, in the pages of one or two.
  public static func length(ofCharacterBeginningWith byte: UInt8, page: Int) -> Int {
    switch (page, byte) {
    // Half-width kana stand alone in the Japanese page.
    case (932, 0x80), (932, 0xA0...0xDF), (932, 0xFD...0xFF): 1
    case (_, 0x81...0xFE): 2
    default: 1
    }
  }

  /// Reads bytes as text.
  ///
  /// - Returns: the text, or nothing where the page is none of these, the system does not have it,
  ///   or the bytes are no text in it.
  public static func decode(_ bytes: [UInt8], page: Int) -> String? {
    guard let name = names[page], let converter = unsafe iconv_open("UTF-8", name),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { unsafe iconv_close(converter) }
    // A character of two bytes takes at most four in UTF-8.
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var input = bytes.map { CChar(bitPattern: $0) }
    var inputLeft = input.count
    var outputLeft = output.count
    let result = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != UInt.max, inputLeft == 0 else { return nil }
    let text = output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
    return String(validating: text, as: UTF8.self)
  }
}
