/// A SHA-256 checksum, held in place: a hundred thousand of them take no memory of their own.
public struct SHA256Value: Sendable, Hashable {
  /// Four groups of eight bytes, the first byte in the highest place.
  private var words: SIMD4<UInt64>

  /// The checksum as the eight words of its last state (FIPS 180-4 §6.2).
  init(state: (Int) -> UInt32) {
    words = SIMD4(
      UInt64(state(0)) << 32 | UInt64(state(1)), UInt64(state(2)) << 32 | UInt64(state(3)),
      UInt64(state(4)) << 32 | UInt64(state(5)), UInt64(state(6)) << 32 | UInt64(state(7)))
  }

  /// The checksum of 32 bytes, or nothing where there are not as many.
  public init?(_ bytes: some Sequence<UInt8>) {
    words = SIMD4()
    var count = 0
    for byte in bytes {
      if count == 32 { return nil }
      words[count / 8] = words[count / 8] << 8 | UInt64(byte)
      count += 1
    }
    if count != 32 { return nil }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - 8 * ($0 % 8))) }
  }

  /// Whether the bytes are these.
  public func isEqual(to other: [UInt8]) -> Bool {
    guard other.count == 32 else { return false }
    return (0..<4).allSatisfy { group in
      var word: UInt64 = 0
      for byte in other[8 * group..<8 * group + 8] { word = word << 8 | UInt64(byte) }
      return word == words[group]
    }
  }
}
