import DossierModel

/// A moment in UTC, taken apart by the Gregorian calendar without a locale or time zone database.
struct Timestamp {
  let date: CalendarDate?
  let secondOfDay: Int

  init(seconds: Int) {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    date = CalendarDate.fromDayNumber(day)
    secondOfDay = seconds - day * 86_400
  }

  /// The time of day as "03:28:00".
  var clock: String {
    [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }.joined(separator: ":")
  }

  /// The moment as "2024-01-05T03:28:00Z".
  var rfc3339: String { "\(date?.iso ?? "0001-01-01")T\(clock)Z" }
}
