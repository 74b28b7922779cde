/// A date and time of an entry: two seconds exact, 1980 to 2107, of no time zone (APPNOTE 4.4.6).
public struct DOSTime: Sendable, Hashable {
  /// Date in the upper half, time in the lower.
  public let rawValue: UInt32

  /// Takes the parts of a date and time; what cannot be said is brought to the nearest that can.
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
  ) {
    let year = min(max(year, 1980), 2107)
    let date = (year - 1980) << 9 | min(max(month, 1), 12) << 5 | min(max(day, 1), 31)
    let time =
      min(max(hour, 0), 23) << 11 | min(max(minute, 0), 59) << 5 | min(max(second, 0), 59) / 2
    rawValue = UInt32(date) << 16 | UInt32(time)
  }
}
