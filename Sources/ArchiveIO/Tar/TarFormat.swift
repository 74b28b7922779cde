/// Numbers and fields of the tar format (POSIX.1-2017, pax, "ustar Interchange Format").
enum TarFormat {
  static let blockSize = 512

  static let name = 0..<100
  static let mode = 100..<108
  static let user = 108..<116
  static let group = 116..<124
  static let size = 124..<136
  static let modified = 136..<148
  static let checksum = 148..<156
  static let type = 156
  static let linkName = 157..<257
  static let magic = 257..<265
  static let userName = 265..<297
  static let groupName = 297..<329
  static let devices = 329..<345
  static let deviceMajor = 329..<337
  static let deviceMinor = 337..<345
  static let prefix = 345..<500

  static let posixMagic = Array("ustar\u{0}00".utf8)
  static let gnuMagic = Array("ustar  \u{0}".utf8)

  /// The sum of a header's bytes, the checksum's own place counted as blanks.
  static func sum(_ block: ArraySlice<UInt8>) -> (unsigned: Int, signed: Int) {
    var unsigned = 0
    var signed = 0
    for (index, byte) in block.enumerated() {
      let value = checksum.contains(index) ? 0x20 : byte
      unsigned += Int(value)
      signed += Int(Int8(bitPattern: value))
    }
    return (unsigned, signed)
  }

  /// Whether a block's checksum is right, so that it is a header.
  static func hasChecksum(_ block: ArraySlice<UInt8>) -> Bool {
    guard case .value(let stated) = TarNumber.read(field(block, checksum)) else { return false }
    let sums = sum(block)
    return Int(stated) == sums.unsigned || Int(stated) == sums.signed
  }

  /// A field of a block.
  static func field(_ block: ArraySlice<UInt8>, _ range: Range<Int>) -> ArraySlice<UInt8> {
    block[block.startIndex + range.lowerBound..<block.startIndex + range.upperBound]
  }

  /// A text field up to its NUL.
  static func text(_ block: ArraySlice<UInt8>, _ range: Range<Int>) -> ArraySlice<UInt8> {
    field(block, range).prefix { $0 != 0 }
  }
}

/// A number in a header.
enum TarNumber: Equatable {
  /// Octal digits, as POSIX has it.
  case value(UInt64)
  /// Binary, as GNU writes what octal digits cannot hold.
  case binary(UInt64)
  /// Digits, and something else after them.
  case untidy(UInt64)
  case invalid

  static func read(_ field: ArraySlice<UInt8>) -> TarNumber {
    guard let first = field.first else { return .invalid }
    if first & 0x80 != 0 { return binary(field) }
    var rest = field.drop { $0 == 0x20 }
    var number: UInt64 = 0
    while let digit = rest.first, (0x30...0x37).contains(digit) {
      let (product, overflows) = number.multipliedReportingOverflow(by: 8)
      if overflows { return .invalid }
      number = product + UInt64(digit - 0x30)
      rest = rest.dropFirst()
    }
    guard let end = rest.first else { return .value(number) }
    if end != 0 && end != 0x20 { return .invalid }
    let isTidy = rest.allSatisfy { $0 == 0 || $0 == 0x20 }
    return isTidy ? .value(number) : .untidy(number)
  }

  /// Whether a field holds octal digits alone up to its NUL, between blanks; or nothing.
  static func isPlain(_ field: ArraySlice<UInt8>) -> Bool {
    let digits = field.prefix { $0 != 0 }.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    let rest = field.prefix { $0 != 0 }[digits.endIndex...]
    return digits.allSatisfy { (0x30...0x37).contains($0) } && rest.allSatisfy { $0 == 0x20 }
  }

  private static func binary(_ field: ArraySlice<UInt8>) -> TarNumber {
    guard let first = field.first, first == 0x80 else { return .invalid }
    var number: UInt64 = 0
    for byte in field.dropFirst() {
      if number >> 56 != 0 { return .invalid }
      number = number << 8 | UInt64(byte)
    }
    return .binary(number)
  }
}
