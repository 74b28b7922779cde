public import DossierModel

/// Values in the words of a language.
public enum Wording {
  /// Fills the placeholders of a sentence; one without a value becomes "…".
  static func fill(
    _ text: String, with arguments: [String: FindingArgument], language: Language
  ) -> String {
    var result = ""
    for piece in Placeholders.pieces(of: text) {
      switch piece {
      case .literal(let literal): result += literal
      case .value(let name): result += arguments[name].map { value($0, language) } ?? "…"
      case .plural(let name, let one, let many):
        result += isOne(arguments[name]) ? one : many
      }
    }
    return result
  }

  /// A value as people write it.
  public static func value(_ argument: FindingArgument, _ language: Language) -> String {
    switch argument {
    case .text(let text): text
    case .localized(let text): text[language]
    case .count(let count): number(count, language)
    case .points(let points): self.points(points, language)
    case .sum(let parts): sum(parts, language)
    case .date(let date): self.date(date, language)
    case .list(let texts): texts.joined(separator: ", ")
    }
  }

  /// A number of points: "9,5" in Vietnamese, "9.5" in English.
  public static func points(_ points: Points, _ language: Language) -> String {
    points.formatted(separator: language == .vietnamese ? "," : ".")
  }

  /// Points that are added up, as it is written down: "30 + 29,5 + 35".
  private static func sum(_ parts: [Points], _ language: Language) -> String {
    parts.map { $0 < .zero ? "(\(points($0, language)))" : points($0, language) }
      .joined(separator: " + ")
  }

  /// A whole number, grouped by thousands from five digits on: "12.500" and "12,500".
  public static func number(_ number: Int, _ language: Language) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 4 else { return String(number) }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) {
        grouped += language == .vietnamese ? "." : ","
      }
      grouped.append(digit)
    }
    return (number < 0 ? "-" : "") + grouped
  }

  /// A date: "05/01/2024" in Vietnamese, "5 January 2024" in English.
  public static func date(_ date: CalendarDate, _ language: Language) -> String {
    switch language {
    case .vietnamese:
      "\(twoDigits(date.day))/\(twoDigits(date.month))/\(date.year)"
    case .english:
      "\(date.day) \(englishMonths[date.month - 1]) \(date.year)"
    }
  }

  /// A moment as files write it ("2024-01-05T08:30:00Z", "2024:01:05 08:30:00",
  /// "D:20240105083000+07'00'"), as people read it; nothing where the text is none.
  public static func moment(_ text: String, _ language: Language) -> String? {
    if text.hasPrefix("D:") { return momentOfPDF(text, language) }
    guard
      let parts = text.wholeMatch(
        of: /(\d{4})[-:](\d\d)[-:](\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?/),
      let year = Int(parts.1), let month = Int(parts.2), let day = Int(parts.3),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    let zone = parts.5.map { $0 == "Z" ? " UTC" : " UTC\($0)" } ?? ""
    return "\(self.date(date, language)) \(parts.4)\(zone)"
  }

  /// A date of PDF (ISO 32000-1, 7.9.4).
  private static func momentOfPDF(_ text: String, _ language: Language) -> String? {
    guard
      let parts = text.wholeMatch(
        of: /D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:(Z)[0']*|([+-])(\d\d)'?(\d\d)?'?)?/)
    else { return nil }
    let second = parts.6.map { ":\($0)" } ?? ""
    var zone = parts.7 == nil ? "" : "Z"
    if let sign = parts.8, let hours = parts.9 {
      let minutes = parts.10 ?? "00"
      zone = hours == "00" && minutes == "00" ? "Z" : "\(sign)\(hours):\(minutes)"
    }
    return moment(
      "\(parts.1)-\(parts.2)-\(parts.3)T\(parts.4):\(parts.5)\(second)\(zone)", language)
  }

  /// A size in bytes, with the unit people read: "1,4 MB" and "1.4 MB" (powers of ten).
  public static func size(_ bytes: Int64, _ language: Language) -> String {
    guard bytes >= 1000 else {
      let word = language == .english && bytes != 1 ? "bytes" : "byte"
      return "\(number(Int(bytes), language)) \(word)"
    }
    var units = ["kB", "MB", "GB", "TB"][...]
    // In hundreds of bytes, then of kilobytes, and so on: tenths of the unit.
    var tenths = rounded(bytes, 100)
    var whole = rounded(bytes, 1000)
    var divisor: Int64 = 1000
    // What is rounded up to a thousand is one of the next unit.
    while whole >= 1000, units.count > 1 {
      units.removeFirst()
      tenths = rounded(bytes, divisor * 100)
      divisor *= 1000
      whole = rounded(bytes, divisor)
    }
    let shown =
      tenths >= 1000 ? String(whole) : points(Points(hundredths: Int(tenths) * 10), language)
    return "\(shown) \(units.first ?? "")"
  }

  /// A quotient to the nearest whole number.
  private static func rounded(_ value: Int64, _ divisor: Int64) -> Int64 {
    value / divisor + (value % divisor >= divisor / 2 ? 1 : 0)
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func isOne(_ argument: FindingArgument?) -> Bool {
    switch argument {
    case .count(let count)?: count == 1
    case .list(let texts)?: texts.count == 1
    case .points(let points)?: points == Points(1)
    default: false
    }
  }
}
