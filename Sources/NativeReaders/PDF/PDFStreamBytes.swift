import CZlib

/// Inflates the bytes of a PDF stream, never further than a limit.
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
}
