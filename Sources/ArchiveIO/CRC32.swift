import CLibDeflate

/// The CRC-32 of ZIP and gzip, at the speed of the CPU's carry-less multiplication.
public enum CRC32 {
  /// Continues a checksum over more bytes.
  ///
  /// - Parameters:
  ///   - bytes: what comes next.
  ///   - checksum: the checksum so far; 0 at the start.
  /// - Returns: the checksum of all bytes so far.
  public static func update(_ checksum: UInt32, with bytes: UnsafeRawBufferPointer) -> UInt32 {
    guard let base = bytes.baseAddress else { return checksum }
    return unsafe libdeflate_crc32(checksum, base, bytes.count)
  }

  /// The checksum of bytes.
  public static func of(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe update(0, with: $0) }
  }
}
