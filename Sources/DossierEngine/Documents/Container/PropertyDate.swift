import DossierModel

/// The dates of properties: W3CDTF and xsd:dateTime.
enum PropertyDate {
  /// Reads a date; a text that is none is kept as it stands.
  ///
  /// - Parameters:
  ///   - text: the text of the property.
  ///   - isZoneDoubtful: whether the program that wrote it is known to write local time with a "Z".
  static func read(_ text: String, isZoneDoubtful: Bool = false) -> MetadataDate {
    let raw = PropertyText.collapsed(text)
    guard let parts = Parts(Array(raw.utf8)) else {
      return MetadataDate(raw: raw, normalized: nil, seconds: nil, zone: .none)
    }
    var seconds = parts.day * 86_400 + parts.secondOfDay
    guard let offset = parts.offsetMinutes else {
      return MetadataDate(
        raw: raw, normalized: parts.normalizedWithoutZone, seconds: seconds, zone: .none)
    }
    seconds -= offset * 60
    return MetadataDate(
      raw: raw, normalized: rfc3339(seconds), seconds: seconds,
      zone: isZoneDoubtful ? .doubtful : .stated)
  }

  /// Whether a program is known to write local time as though it were UTC.
  static func writesDoubtfulZones(_ application: String) -> Bool {
    ["LibreOffice", "OpenOffice", "StarOffice", "NeoOffice"].contains {
      application.hasPrefix($0)
    }
  }

  private static func rfc3339(_ seconds: Int) -> String? {
    let day = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
    let rest = seconds - day * 86_400
    guard let date = CalendarDate.fromDayNumber(day) else { return nil }
    return "\(date.iso)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private struct Parts {
    var day = 0
    var secondOfDay = 0
    var offsetMinutes: Int?
    var normalizedWithoutZone = ""

    init?(_ bytes: [UInt8]) {
      var scanner = Scanner(bytes: bytes)
      guard let year = scanner.digits(4) else { return nil }
      var month = 1
      var dayOfMonth = 1
      var hasDay = false
      if scanner.take("-") {
        guard let value = scanner.digits(2) else { return nil }
        month = value
        if scanner.take("-") {
          guard let value = scanner.digits(2) else { return nil }
          dayOfMonth = value
          hasDay = true
        }
      }
      guard var date = CalendarDate(year: year, month: month, day: dayOfMonth) else { return nil }
      day = date.dayNumber
      if scanner.isAtEnd {
        normalizedWithoutZone = String(decoding: bytes, as: UTF8.self)
        return
      }
      guard hasDay, scanner.take("T"), readTime(&scanner) else { return nil }
      if secondOfDay == 86_400 {
        guard let next = CalendarDate.fromDayNumber(day + 1) else { return nil }
        date = next
        day += 1
        secondOfDay = 0
      }
      let time = "\(two(secondOfDay / 3600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))"
      normalizedWithoutZone = "\(date.iso)T\(time)"
      guard readZone(&scanner), scanner.isAtEnd else { return nil }
    }

    private mutating func readTime(_ scanner: inout Scanner) -> Bool {
      guard let hour = scanner.digits(2), hour <= 24, scanner.take(":"),
        let minute = scanner.digits(2), minute < 60
      else { return false }
      var second = 0
      if scanner.take(":") {
        guard let value = scanner.digits(2), value < 60 else { return false }
        second = value
        if scanner.take(".") || scanner.take(",") {
          guard scanner.skipDigits() > 0 else { return false }
        }
      }
      secondOfDay = hour * 3600 + minute * 60 + second
      // Midnight may be written as the end of the day (XML Schema 2, 3.2.7.1).
      return secondOfDay <= 86_400
    }

    private mutating func readZone(_ scanner: inout Scanner) -> Bool {
      if scanner.isAtEnd { return true }
      if scanner.take("Z") {
        offsetMinutes = 0
        return true
      }
      let isNegative = scanner.take("-")
      guard isNegative || scanner.take("+"), let hours = scanner.digits(2), hours < 24 else {
        return false
      }
      _ = scanner.take(":")
      guard let minutes = scanner.digits(2), minutes < 60 else { return false }
      offsetMinutes = (hours * 60 + minutes) * (isNegative ? -1 : 1)
      return true
    }
  }

  private struct Scanner {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    mutating func digits(_ count: Int) -> Int? {
      guard index + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[index..<index + count] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      index += count
      return value
    }

    mutating func skipDigits() -> Int {
      let start = index
      while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
      return index - start
    }
  }
}

/// The durations of OpenDocument: xsd:duration without years and months.
enum PropertyDuration {
  /// The whole seconds of a duration ("PT3H2M5S", "P1DT2H", "-PT5M", "PT9.9S"), fractions dropped.
  ///
  /// - Returns: nothing where the text is no duration, or counts in years or months.
  static func seconds(_ text: String) -> Int? {
    var rest = Substring(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    guard rest.hasPrefix("P") else { return nil }
    rest = rest.dropFirst()
    guard !rest.isEmpty else { return nil }
    var total = 0
    var isInTime = false
    var order = 0
    while !rest.isEmpty {
      if !isInTime, rest.hasPrefix("T") {
        isInTime = true
        rest = rest.dropFirst()
        guard !rest.isEmpty else { return nil }
        continue
      }
      guard let end = rest.firstIndex(where: { !$0.isASCII || !($0.isNumber || $0 == ".") })
      else { return nil }
      let number = rest[..<end].split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = Int(number[0]), number.count <= 2 else { return nil }
      let step: (factor: Int, order: Int)
      switch (isInTime, rest[end]) {
      case (false, "D"): step = (86_400, 1)
      case (true, "H"): step = (3600, 2)
      case (true, "M"): step = (60, 3)
      case (true, "S"): step = (1, 4)
      default: return nil
      }
      guard step.order > order, number.count == 1 || step.order == 4 else { return nil }
      order = step.order
      let (product, overflows) = whole.multipliedReportingOverflow(by: step.factor)
      let (sum, sumOverflows) = total.addingReportingOverflow(product)
      guard !overflows, !sumOverflows else { return nil }
      total = sum
      rest = rest[rest.index(after: end)...]
    }
    return isNegative ? -total : total
  }
}
