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
    // "2024-05-06T07:08:09Z": the form of another standard, whose hyphens are no zone.
    if digits.count == 4, bytes.count > 4 { return PropertyDate.read(raw) }
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
    var tail = bytes.dropFirst(digits.count)
    // Seconds with a fraction are no PDF, yet written.
    if tail.first == 0x2E { tail = tail.dropFirst().drop { (0x30...0x39).contains($0) } }
    let offset = offset(Array(tail))
    return ForeignDate.make(raw: raw, date: date, time: time, offset: offset) ?? unreadable
  }

  /// Minutes east of UTC, or nothing where no zone is given.
  private static func offset(_ bytes: [UInt8]) -> Int? {
    guard let sign = bytes.first else { return nil }
    if sign == 0x5A || sign == 0x7A { return 0 }
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
  /// Reads the date of an XMP packet: `YYYY-MM-DDThh:mm:ss+hh:mm`, parts missing from the right
  /// (ISO 16684-1 8.2.1.1), or a date as PDF writes it, which some programs put there.
  static func packetDate(_ raw: String) -> MetadataDate {
    let date = PropertyDate.read(raw)
    return date.normalized == nil && raw.hasPrefix("D:") ? parse(raw) : date
  }
}
