/// What a font's `ToUnicode` map leads to (ISO 32000-1 9.10.3), as far as one question needs it:
/// whether its text may be letters of an encoding from before Unicode.
struct PDFUnicodeMap {
  /// Whether it leads to any letter or digit.
  private(set) var hasText = false
  /// Whether it leads to a Latin letter or sign that Vietnamese does not have, and that stands for a
  /// letter with marks in the encodings from before Unicode.
  private(set) var hasForeignLetter = false

  private static let longestRange = 0xFFFF

  /// The letters from U+00A0 to U+00FF that Unicode's Vietnamese is written with, and the signs of
  /// its typography.
  ///
  /// A text in an old encoding has others besides: its tones and its "đ" are.
  private static let own = Set(
    " §°±·«»×÷ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".unicodeScalars.map { UInt16($0.value) }
      + [0xA0, 0xAD])

  /// Reads a map.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let word = Self.section(in: &rest) {
      var lists = Self.strings(until: "end", in: &rest)
      if word == .pairs {
        for index in stride(from: 1, to: lists.count, by: 2) { take(lists[index].text, count: 1) }
      } else {
        lists.reverse()
        while lists.count >= 3, let first = lists.popLast(), let last = lists.popLast() {
          let count = Int(last.number) - Int(first.number) + 1
          var isArray = false
          while let next = lists.last, next.isInArray {
            take(next.text, count: 1)
            lists.removeLast()
            isArray = true
          }
          if !isArray, let start = lists.popLast() {
            take(start.text, count: max(1, min(count, Self.longestRange)))
          }
        }
      }
    }
  }

  private mutating func take(_ text: [UInt16], count: Int) {
    for unit in text.dropLast() { take(unit) }
    guard let last = text.last else { return }
    for step in 0..<count { take(last &+ UInt16(truncatingIfNeeded: step)) }
  }

  private mutating func take(_ unit: UInt16) {
    switch unit {
    case 0...0x20, 0x7F: break
    case 0x21...0x7E: hasText = true
    case 0x80...0xFF:
      if Self.own.contains(unit) { hasText = true } else { hasForeignLetter = true }
    default: hasText = true
    }
  }

  // MARK: Syntax

  private enum Section { case pairs, ranges }

  private struct Code {
    var text: [UInt16]
    var isInArray: Bool
    var number: UInt16 { text.last ?? 0 }
  }

  /// The next section of the map; what stands before it is passed over.
  private static func section(in rest: inout ArraySlice<UInt8>) -> Section? {
    let mark = Array("beginbf".utf8)
    while let place = rest.firstIndex(of: mark[0]) {
      rest = rest[place...]
      if rest.starts(with: mark) {
        rest = rest.dropFirst(mark.count)
        return rest.first == UInt8(ascii: "c") ? .pairs : .ranges
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func strings(
    until end: String, in rest: inout ArraySlice<UInt8>
  ) -> [Code] {
    var found: [Code] = []
    var isInArray = false
    while let byte = rest.first {
      switch byte {
      case 0x3C:
        let digits = rest.dropFirst().prefix { $0 != 0x3E }
        rest = rest[digits.endIndex...].dropFirst()
        found.append(Code(text: units(digits), isInArray: isInArray))
        continue
      case 0x5B: isInArray = true
      case 0x5D: isInArray = false
      case 0x65: if rest.starts(with: end.utf8) { return found }
      default: break
      }
      rest = rest.dropFirst()
    }
    return found
  }

  /// Two or four digits a unit: codes of one byte have two.
  private static func units(_ digits: ArraySlice<UInt8>) -> [UInt16] {
    let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: values.count, by: 4).map { start in
      values[start..<min(start + 4, values.count)].reduce(0) { $0 << 4 | UInt16($1) }
    }
  }
}
