/// Bytes as lowercase hexadecimal digits.
enum Hex {
  static func text(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// A digest in groups of eight, as people read it aloud.
  static func groups(_ digest: String) -> [String] {
    let digits = Array(digest)
    return stride(from: 0, to: digits.count, by: 8).map {
      String(digits[$0..<min($0 + 8, digits.count)])
    }
  }
}
