/// Takes characters from the bytes of a string, for the loops that see every character of a dossier.
enum ScalarDecoder {
  /// The character at a place of valid UTF-8, which a string's own bytes always are.
  ///
  /// - Parameter offset: where the character's first byte stands.
  @inline(__always)
  static func scalar(in bytes: borrowing Span<UInt8>, at offset: Int) -> Unicode.Scalar {
    let first = UInt32(bytes[offset])
    let value: UInt32
    switch first {
    case ..<0x80: return Unicode.Scalar(UInt8(first))
    case ..<0xE0: value = (first & 0x1F) << 6 | rest(bytes, offset + 1)
    case ..<0xF0:
      value = (first & 0x0F) << 12 | rest(bytes, offset + 1) << 6 | rest(bytes, offset + 2)
    default:
      value =
        (first & 0x07) << 18 | rest(bytes, offset + 1) << 12 | rest(bytes, offset + 2) << 6
        | rest(bytes, offset + 3)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  @inline(__always)
  private static func rest(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt32 {
    UInt32(bytes[offset] & 0x3F)
  }
}
