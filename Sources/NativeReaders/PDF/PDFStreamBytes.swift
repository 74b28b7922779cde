import CZlib

/// Unpacks the bytes of a PDF stream, never further than a limit.
enum PDFStreamBytes {
  /// Inflates zlib data.
  ///
  /// - Parameters:
  ///   - bytes: the data; an end that is missing or broken only ends the result.
  ///   - limit: the most bytes to give.
  static func inflate(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = Int32(unsafe MemoryLayout<z_stream>.size)
    guard unsafe inflateInit_(&stream, ZLIB_VERSION, size) == Z_OK else { return [] }
    defer { unsafe inflateEnd(&stream) }
    var result: [UInt8] = []
    var input = bytes
    var chunk = [UInt8](repeating: 0, count: 32_768)
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = UInt32(clamping: source.count)
      var status = Z_OK
      while status == Z_OK, result.count < limit {
        let count = unsafe chunk.withUnsafeMutableBufferPointer { target in
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(target.count)
          status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
          return unsafe target.count - Int(stream.avail_out)
        }
        result += chunk[0..<min(count, limit - result.count)]
        if count == 0, status == Z_OK { break }
      }
    }
    return result
  }

  /// Reads bytes written as text in base 85 (ISO 32000-1 7.4.3).
  ///
  /// - Parameters:
  ///   - text: the text; what is behind "~" or no digit is passed over.
  ///   - limit: the most bytes to give.
  static func fromASCII85(_ text: [UInt8], limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    var group: UInt32 = 0
    var count = 0
    for byte in text where result.count < limit {
      if byte == 0x7E { break }
      if byte == 0x7A, count == 0 { result += [0, 0, 0, 0] }
      guard (0x21...0x75).contains(byte) else { continue }
      group = group &* 85 &+ UInt32(byte - 0x21)
      count += 1
      if count == 5 {
        result += (0..<4).map { UInt8(truncatingIfNeeded: group >> (24 - 8 * $0)) }
        group = 0
        count = 0
      }
    }
    if count > 1 {
      for _ in count..<5 { group = group &* 85 &+ 84 }
      result += (0..<count - 1).map { UInt8(truncatingIfNeeded: group >> (24 - 8 * $0)) }
    }
    return Array(result.prefix(limit))
  }
}
