import DossierModel

/// Dates as the non-XML formats write them, made into the metadata's.
enum ForeignDate {
  /// A date from its parts.
  ///
  /// - Parameters:
  ///   - raw: the text as the file has it; nothing to use the normalized one.
  ///   - date: the day.
  ///   - time: hours, minutes and seconds.
  ///   - offset: minutes east of UTC, or nothing where the file gives no zone.
  /// - Returns: nothing where the time is no time of a day.
  static func make(
    raw: String?, date: CalendarDate, time: (hour: Int, minute: Int, second: Int),
    offset: Int?
  ) -> MetadataDate? {
    guard (0...23).contains(time.hour), (0...59).contains(time.minute),
      (0...60).contains(time.second)
    else { return nil }
    let wall = date.dayNumber * 86_400 + time.hour * 3600 + time.minute * 60 + time.second
    let seconds = wall - (offset ?? 0) * 60
    guard let text = text(seconds: seconds, isUTC: offset != nil) else { return nil }
    return MetadataDate(
      raw: raw ?? text, normalized: text, seconds: seconds, zone: offset == nil ? .none : .stated)
  }

  /// Seconds since 1970 as RFC 3339, with "Z" where they are UTC.
  static func text(seconds: Int, isUTC: Bool) -> String? {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    guard let date = CalendarDate.fromDayNumber(day) else { return nil }
    let rest = seconds - day * 86_400
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date.iso)T\(time.joined(separator: ":"))\(isUTC ? "Z" : "")"
  }

  /// A date as Automation counts it: days since 30 December 1899, in no zone ([MS-OAUT] 2.2.25).
  static func automation(_ days: Double) -> MetadataDate? {
    guard days.isFinite, abs(days) < 3_000_000 else { return nil }
    let whole = days.rounded(.towardZero)
    // The part behind the point counts forward from its day, also before the first one.
    let seconds = Int(whole - 25_569) * 86_400 + Int((abs(days - whole) * 86_400).rounded())
    guard let text = text(seconds: seconds, isUTC: false) else { return nil }
    return MetadataDate(raw: text, normalized: text, seconds: seconds, zone: .none)
  }

  /// A Windows FILETIME: tenths of a microsecond since 1601 in UTC ([MS-DTYP] 2.3.3).
  ///
  /// - Returns: nothing for zero, which means "never", and for what no calendar holds.
  static func filetime(_ value: UInt64) -> MetadataDate? {
    guard value > 0 else { return nil }
    let seconds = Int(value / 10_000_000) - 11_644_473_600
    guard let text = text(seconds: seconds, isUTC: true) else { return nil }
    let fraction = value % 10_000_000
    var raw = text
    if fraction > 0 {
      let digits = String(fraction)
      raw = text.dropLast() + "." + String(repeating: "0", count: 7 - digits.count) + digits + "Z"
    }
    return MetadataDate(raw: raw, normalized: text, seconds: seconds, zone: .stated)
  }
}
