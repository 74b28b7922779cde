import Glibc

/// Finding bytes, at the speed of the C library.
public enum ByteSearch {
  /// Whether two runs of bytes are the same.
  public static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe left.withUnsafeBytes { left in
      unsafe right.withUnsafeBytes { right in
        guard let one = left.baseAddress, let other = right.baseAddress else { return true }
        return unsafe memcmp(one, other, left.count) == 0
      }
    }
  }

  /// The indices at which a byte stands, in order.
  static func positions(of byte: UInt8, in bytes: ArraySlice<UInt8>) -> [Int] {
    let first = bytes.startIndex
    return unsafe bytes.withUnsafeBytes { buffer in
      var found: [Int] = []
      guard let base = buffer.baseAddress else { return found }
      var index = 0
      while index < buffer.count {
        guard
          let hit = unsafe memchr(base + index, Int32(byte), buffer.count - index)
        else { break }
        let position = unsafe base.distance(to: UnsafeRawPointer(hit))
        found.append(first + position)
        index = position + 1
      }
      return found
    }
  }
}
