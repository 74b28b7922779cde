import DossierModel

/// How the numbers of a workbook are shown.
struct WorkbookNumbers {
  private enum Style {
    case plain, percent, date, time, dateAndTime
  }

  /// The format number of each cell format, in order.
  var formatOfCell: [Int] = []
  /// Formats that the workbook defines, by number.
  var formats: [Int: String] = [:]
  /// Whether days are counted from 1904.
  var countsFrom1904 = false

  /// A number as a reader of the sheet sees it, near enough to be compared and quoted.
  func text(_ number: Double, cellFormat: Int) -> String {
    switch style(cellFormat) {
    case .plain: NumberText.shortest(number)
    case .percent: NumberText.shortest((number * 1e8).rounded() / 1e6) + "%"
    case .date, .time, .dateAndTime: date(number, style: style(cellFormat))
    }
  }

  private func style(_ cellFormat: Int) -> Style {
    guard cellFormat < formatOfCell.count else { return .plain }
    let number = formatOfCell[cellFormat]
    if let format = formats[number] { return Self.style(of: format) }
    switch number {
    case 9, 10: return .percent
    case 14...17, 27...31, 34...36, 50...58: return .date
    case 18...21, 32, 33, 45...47: return .time
    case 22: return .dateAndTime
    default: return .plain
    }
  }

  /// The kind of a format by the letters that are neither quoted nor in brackets.
  private static func style(of format: String) -> Style {
    var letters = Set<UInt8>()
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for byte in format.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = byte != 0x22
      } else if isBracketed {
        isBracketed = byte != 0x5D
      } else {
        switch byte {
        case 0x5C, 0x5F, 0x2A: isEscaped = true
        case 0x22: isQuoted = true
        case 0x5B: isBracketed = true
        case 0x3B: return style(letters)
        default: letters.insert(byte | 0x20)
        }
      }
    }
    return style(letters)
  }

  private static func style(_ letters: Set<UInt8>) -> Style {
    // "General" and the like are no dates, though their letters are.
    if letters.contains(0x67) || letters.contains(0x6C) { return .plain }
    let hasDay = letters.contains(0x79) || letters.contains(0x64)
    let hasTime = letters.contains(0x68) || letters.contains(0x73)
    if hasDay { return hasTime ? .dateAndTime : .date }
    if hasTime { return .time }
    // A percent sign loses nothing by the lower-casing above: 0x25 has that bit set.
    if letters.contains(0x25) { return .percent }
    return letters.contains(0x6D) ? .date : .plain
  }

  private func date(_ number: Double, style: Style) -> String {
    guard number.isFinite, (0..<2_958_466).contains(number) else {
      return NumberText.shortest(number)
    }
    var day = Int(number.rounded(.down))
    var minutes = Int(((number - number.rounded(.down)) * 1440).rounded())
    if minutes == 1440 {
      day += 1
      minutes = 0
    }
    let time = "\(Self.twoDigits(minutes / 60)):\(Self.twoDigits(minutes % 60))"
    if style == .time, day == 0 { return time }
    // 1900 counts a 29 February that never was.
    let shift = countsFrom1904 ? 24_107 : (day < 60 ? 25_568 : 25_569)
    guard let date = CalendarDate.fromDayNumber(day - shift) else {
      return NumberText.shortest(number)
    }
    let text = "\(Self.twoDigits(date.day))/\(Self.twoDigits(date.month))/\(date.year)"
    return minutes == 0 && style != .dateAndTime ? text : "\(text) \(time)"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
