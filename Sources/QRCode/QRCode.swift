import CQREncode

/// A QR code as a square of dark and light modules (ISO/IEC 18004), made by libqrencode.
public struct QRCode: Sendable, Hashable {
  /// The modules on a side, without the quiet zone.
  public let size: Int
  /// Whether each module is dark, row by row.
  public let isDark: [Bool]

  /// Encodes a text in 8-bit mode, with the level of correction that stands a quarter of the code
  /// being lost (Q), in the smallest version that holds it.
  ///
  /// - Parameter text: the text; a code holds up to 1,663 bytes at this level.
  /// - Returns: nothing where the text is empty, holds a NUL or is too long.
  public init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
    let encoded = unsafe text.withCString {
      unsafe QRcode_encodeString8bit($0, 0, QR_ECLEVEL_Q)
    }
    guard let code = unsafe encoded else { return nil }
    defer { unsafe QRcode_free(code) }
    let width = unsafe Int(code.pointee.width)
    guard width > 0, let data = unsafe code.pointee.data else { return nil }
    // The lowest bit of each byte is the module's colour; the others tell its function.
    var modules: [Bool] = []
    for index in 0..<(width * width) { modules.append(unsafe data[index] & 1 == 1) }
    size = width
    isDark = modules
  }

  /// The dark modules as an SVG path of unit squares, runs of a row joined.
  ///
  /// - Parameter quiet: modules of light margin; a reader asks for four.
  public func path(quiet: Int = 4) -> String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        guard isDark[row * size + column] else {
          column += 1
          continue
        }
        let start = column
        while column < size, isDark[row * size + column] { column += 1 }
        path += "M\(start + quiet) \(row + quiet)h\(column - start)v1h-\(column - start)z"
      }
    }
    return path
  }
}
