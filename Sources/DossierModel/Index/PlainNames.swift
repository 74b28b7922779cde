/// The names that nearly every dossier has, told and folded without the tables of Unicode.
enum PlainNames {
  /// Whether a path is portable at first sight.
  ///
  /// Short, of letters of ASCII and Vietnamese, nothing that a system reserves. What this denies may
  /// still be portable.
  ///
  /// - Parameter path: a relative path, "/" between its parts.
  static func isPortable(_ path: String) -> Bool {
    guard path.utf8.count <= 100 else { return false }
    var part = Part()
    for scalar in path.unicodeScalars {
      let value = scalar.value
      if value == 0x2F {
        guard part.isPortable else { return false }
        part = Part()
      } else {
        guard isPlain(value) else { return false }
        part.add(value)
      }
    }
    return part.isPortable
  }

  /// What is seen of one part of a path.
  private struct Part {
    private var head: [UInt32] = []
    private var last: UInt32 = 0

    mutating func add(_ value: UInt32) {
      if head.count < 3 { head.append(value) }
      last = value
    }

    /// Whether it neither ends in a dot or space nor begins as a device's name does.
    var isPortable: Bool {
      guard !head.isEmpty, last != 0x2E, last != 0x20 else { return false }
      return !PlainNames.devices.contains { $0.elementsEqual(head) { $0 == $1 | 0x20 } }
    }
  }

  /// The first letters of CON, CONIN$, CONOUT$, PRN, AUX, NUL, CLOCK$, COM1 and LPT1.
  private static let devices: [[UInt32]] = ["con", "prn", "aux", "nul", "clo", "com", "lpt"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// The small letters of a name in UTF-8, or nothing where it has letters that are not plain.
  static func folded(_ name: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      guard let small = small(scalar.value), let letter = Unicode.Scalar(small) else { return nil }
      bytes.append(contentsOf: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter)
    }
    return bytes
  }

  /// Whether a letter stays what it is in normalization form C.
  static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || (0x1E00...0x1EFF).contains(scalar.value)
  }

  /// Whether every system can hold a letter in a name: letters and marks of ASCII but those that
  /// Windows or BagIt refuse, and the composed letters of Vietnamese.
  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x25, 0x2A, 0x3A, 0x3B, 0x3C, 0x3E, 0x3F, 0x5C, 0x7C: false
    case 0x20...0x7E: true
    default: value >= 0x80 && small(value) != nil
    }
  }

  /// The small form of a letter whose case is a matter of arithmetic.
  private static func small(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x41...0x5A: value + 0x20
    case 0..<0x80: value
    case 0xD7, 0xF7: nil
    case 0xC0...0xDE: value + 0x20
    case 0xE0...0xFE: value
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1EA0...0x1EF9:
      value | 1
    case 0x1AF, 0x1B0: 0x1B0
    default: nil
    }
  }
}
