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

  /// A size in bytes, with the unit people read: "1,4 MB" and "1.4 MB" (powers of ten).
  public static func size(_ bytes: Int64, _ language: Language) -> String {
    let units = ["byte", "kB", "MB", "GB", "TB"]
    var value = bytes
    var rest: Int64 = 0
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      rest = value % 1000
      value /= 1000
      unit += 1
    }
    guard unit > 0 else {
      let word = language == .english && bytes != 1 ? "bytes" : "byte"
      return "\(number(Int(bytes), language)) \(word)"
    }
    let tenths = value * 10 + rest / 100
    let points = Points(hundredths: Int(tenths) * 10)
    let shown = value >= 100 ? String(value) : self.points(points, language)
    return "\(shown) \(units[unit])"
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
