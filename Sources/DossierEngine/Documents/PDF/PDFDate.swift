import DossierModel

/// Reads the dates of PDF: `D:YYYYMMDDHHmmSSOHH'mm'` (ISO 32000-1 7.9.4).
enum PDFDate {
  /// Reads a date; what writers commonly get wrong is allowed: no "D:", no apostrophes, parts
  /// missing from the right.
  ///
  /// - Returns: the date with its raw text; without a normalized one where the text is no date.
  static func parse(_ raw: String) -> MetadataDate {
    let unreadable = MetadataDate(raw: raw, normalized: nil, seconds: nil, zone: .none)
    var bytes = Array(raw.utf8).filter { $0 != 0x20 && $0 != 0 }
    if bytes.starts(with: Array("D:".utf8)) { bytes.removeFirst(2) }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard [4, 6, 8, 10, 12, 14].contains(digits.count) else { return unreadable }
    func number(_ start: Int, _ length: Int, default missing: Int) -> Int {
      guard digits.count >= start + length else { return missing }
      return digits[start..<start + length].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    let date = CalendarDate(
      year: number(0, 4, default: 0), month: number(4, 2, default: 1),
      day: number(6, 2, default: 1))
    let time = (
      hour: number(8, 2, default: 0), minute: number(10, 2, default: 0),
      second: number(12, 2, default: 0)
    )
    guard let date else { return unreadable }
    let offset = offset(Array(bytes.dropFirst(digits.count)))
    return ForeignDate.make(raw: raw, date: date, time: time, offset: offset) ?? unreadable
  }

  /// Minutes east of UTC, or nothing where no zone is given.
  private static func offset(_ bytes: [UInt8]) -> Int? {
    guard let sign = bytes.first else { return nil }
    if sign == 0x5A { return 0 }
    guard sign == 0x2B || sign == 0x2D else { return nil }
    let digits = bytes.dropFirst().filter { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
    guard digits.count >= 2 else { return nil }
    let hours = digits[0] * 10 + digits[1]
    let minutes = digits.count >= 4 ? digits[2] * 10 + digits[3] : 0
    guard hours <= 23, minutes <= 59 else { return nil }
    return (sign == 0x2D ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension PDFDate {
  /// Reads the date of an XMP packet: `YYYY-MM-DDThh:mm:ss+hh:mm`, parts missing from the right.
  static func packetDate(_ raw: String) -> MetadataDate {
    // The same digits in the same order: only the separators and fractions differ.
    var compact = "D:"
    var isFraction = false
    for (index, scalar) in raw.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9": if !isFraction { compact.unicodeScalars.append(scalar) }
      case ".": isFraction = true
      case "Z", "+":
        isFraction = false
        compact.unicodeScalars.append(scalar)
      case "-":
        if index > 10 {
          isFraction = false
          compact.unicodeScalars.append(scalar)
        }
      case ":", "T", "'": break
      default: return MetadataDate(raw: raw, normalized: nil, seconds: nil, zone: .none)
      }
    }
    var date = parse(compact)
    date.raw = raw
    return date
  }
}
