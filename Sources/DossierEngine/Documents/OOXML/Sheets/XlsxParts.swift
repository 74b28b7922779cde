import DossierModel
import XMLPull

/// The sheets of a workbook in order, and how it counts days (ISO/IEC 29500-1 18.2).
final class XlsxWorkbook: XMLHandler {
  private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
  private(set) var startsIn1904 = false

  func startElement(_ element: borrowing XMLElement) {
    guard element.space == .sheet else { return }
    switch element.tag {
    case .sheet:
      guard sheets.count < DocumentLimits.parts else { return }
      let state = element.value(.state) ?? ""
      sheets.append(
        (
          element.value(.name) ?? "", element.value(.id, .officeRelationship) ?? "",
          state == "hidden" || state == "veryHidden"
        ))
    case .workbookPr:
      let value = element.value(.date1904)
      startsIn1904 = value == "1" || value == "true"
    default: break
    }
  }
}

/// The shared strings of a workbook (ISO/IEC 29500-1 18.4): each without its phonetic runs.
final class XlsxStrings: XMLHandler {
  private(set) var list: [String] = []
  private(set) var isFull = false
  private let stop: () -> Void
  private var text: [UInt8] = []
  private var isInText = false
  private var phoneticDepth: Int?
  private var depth = 0
  private var cost = 0

  init(stop: @escaping () -> Void) { self.stop = stop }

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard element.space == .sheet, phoneticDepth == nil else { return }
    switch element.tag {
    case .si: text = []
    case .t: isInText = true
    case .rPh: phoneticDepth = depth
    default: break
    }
  }

  func characters(_ text: borrowing XMLText) {
    if isInText, phoneticDepth == nil { text.append(to: &self.text) }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    if phoneticDepth == depth { phoneticDepth = nil }
    guard name.isIn == .sheet else { return }
    switch name.tag {
    case .t: isInText = false
    case .si:
      cost += text.count + 32
      if cost > DocumentLimits.strings {
        isFull = true
        stop()
      } else {
        list.append(PropertyText.unescaped(String(decoding: text, as: UTF8.self)))
      }
    default: break
    }
  }
}

/// The number formats of a workbook, as far as they change what a number is.
final class XlsxStyles: XMLHandler {
  /// What a number of a style is.
  enum Kind {
    case number, date, time, dateTime, percent
  }

  private var codes: [Int: String] = [:]
  private(set) var kinds: [Kind] = []
  private var isInFormats = false

  func startElement(_ element: borrowing XMLElement) {
    guard element.space == .sheet else { return }
    switch element.tag {
    case .numFmt:
      guard let id = element.value(.numFmtId).flatMap({ Int($0) }), codes.count < 10_000 else {
        return
      }
      codes[id] = element.value(.formatCode) ?? ""
    case .cellXfs: isInFormats = true
    case .xf:
      guard isInFormats, kinds.count < 100_000 else { return }
      kinds.append(kind(element.value(.numFmtId).flatMap { Int($0) } ?? 0))
    default: break
    }
  }

  func endElement(_ name: XMLName) {
    if name.matches(.sheet, .cellXfs) { isInFormats = false }
  }

  // The built-in formats of ISO/IEC 29500-1 18.8.30, with those of East Asian locales.
  private func kind(_ id: Int) -> Kind {
    if let code = codes[id] { return XlsxStyles.kind(ofCode: code) }
    switch id {
    case 9, 10: return .percent
    case 14...17, 27...31, 34...36, 50...58: return .date
    case 18...21, 32, 33, 45...47: return .time
    case 22: return .dateTime
    default: return .number
    }
  }

  /// What a format code makes of a number, by the letters outside quotes and brackets.
  static func kind(ofCode code: String) -> Kind {
    var letters: Set<Character> = []
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased().split(separator: ";").first ?? "" {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "[" {
        isBracketed = true
      } else if character == "]" {
        isBracketed = false
      } else if !isQuoted, !isBracketed {
        letters.insert(character)
      }
    }
    if letters.contains("%") { return .percent }
    let hasDay = letters.contains("y") || letters.contains("d")
    let hasTime = letters.contains("h") || letters.contains("s")
    if hasDay { return hasTime ? .dateTime : .date }
    if hasTime { return .time }
    return letters.contains("m") && !letters.contains("0") ? .date : .number
  }
}

/// Numbers of a workbook as they are shown, roughly.
enum XlsxNumber {
  /// Shows a raw value.
  static func text(_ raw: String, kind: XlsxStyles.Kind, startsIn1904: Bool) -> String {
    guard let number = Double(raw), number.isFinite else { return raw }
    switch kind {
    case .number: return plain(number, raw)
    case .percent: return plain(number * 100, "") + "%"
    case .date, .time, .dateTime:
      return date(number, kind, startsIn1904) ?? plain(number, raw)
    }
  }

  /// A number with at most 15 significant digits, as sheets keep them.
  static func plain(_ number: Double, _ raw: String) -> String {
    if !raw.isEmpty, raw.utf8.count <= 15, !raw.utf8.contains(UInt8(ascii: "E")) { return raw }
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int(number))" }
    return rounded("\(number)", digits: 15)
  }

  /// A decimal text rounded to so many significant digits, without zeros at its end.
  static func rounded(_ text: String, digits limit: Int) -> String {
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return text }
    let isNegative = text.hasPrefix("-")
    let whole = text[..<point].drop { $0 == "-" }
    var digits = (whole + text[text.index(after: point)...]).compactMap(\.wholeNumberValue)
    var wholeCount = whole.count
    let leading = digits.prefix { $0 == 0 }.count
    let keep = leading + limit
    guard digits.count > keep, wholeCount <= keep else { return text }
    let roundsUp = digits[keep] >= 5
    digits.removeLast(digits.count - keep)
    if roundsUp {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        wholeCount += 1
      }
    }
    while digits.count > wholeCount, digits.last == 0 { digits.removeLast() }
    let head = digits.prefix(wholeCount).map(String.init).joined()
    let tail = digits.dropFirst(wholeCount).map(String.init).joined()
    return (isNegative ? "-" : "") + head + (tail.isEmpty ? "" : "." + tail)
  }

  private static func date(
    _ number: Double, _ kind: XlsxStyles.Kind, _ startsIn1904: Bool
  ) -> String? {
    guard number >= 0, number < 3_000_000 else { return nil }
    var day = Int(number.rounded(.down))
    var seconds = Int(((number - Double(day)) * 86_400).rounded())
    if seconds == 86_400 {
      seconds = 0
      day += 1
    }
    let time =
      "\(PropertyDate.two(seconds / 3600)):\(PropertyDate.two(seconds / 60 % 60))"
      + (seconds % 60 == 0 ? "" : ":\(PropertyDate.two(seconds % 60))")
    if kind == .time { return time }
    // The count of 1900 knows a 29 February that never was.
    let start = startsIn1904 ? -24_107 : (day < 60 ? -25_568 : -25_569)
    guard let date = CalendarDate.fromDayNumber(start + day) else { return nil }
    let shown = "\(PropertyDate.two(date.day))/\(PropertyDate.two(date.month))/\(date.year)"
    return kind == .date ? shown : "\(shown) \(time)"
  }
}
