/// The number a line begins with ("III.", "1.a)", "(2)").
struct Label: Sendable, Hashable {
  /// One part of it.
  enum Part: Sendable, Hashable {
    case roman(Int)
    case arabic(Int)
    /// A letter, lowercase, "đ" as "d9".
    case letter(String)
  }

  /// Its parts from left to right.
  var parts: [Part]
  /// What sets it off: ".", ")", "()", "/", or a word before it.
  var form: String
  /// The tokens of it, the sign behind it included.
  var range: Range<Int>

  /// The position of its last part in its list, from 1.
  var value: Int {
    switch parts.last {
    case .roman(let value), .arabic(let value): value
    case .letter(let letter): Self.position(of: letter)
    case nil: 0
    }
  }

  /// The style of its last part, several parts being decimal.
  var style: NumberedHeading.Style {
    guard parts.count == 1 else { return .decimal }
    switch parts[0] {
    case .roman: return .roman
    case .arabic: return .arabic
    case .letter: return .letter
    }
  }

  /// A letter's place in the alphabet; "đ" shares that of "d".
  static func position(of letter: String) -> Int {
    guard let first = letter.utf8.first, (0x61...0x7A).contains(first) else { return 0 }
    return Int(first) - 0x60
  }
}

/// Reads the number at the beginning of a line.
struct LabelReader {
  private static let closers = [".", ")", "/", ":", "-", "|"]

  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// The label a line begins with, or nothing.
  ///
  /// - Parameter start: the token to begin at.
  func label(of line: Line, at start: Int = 0) -> Label? {
    if let worded = worded(line, at: start) { return worded }
    let isEnclosed = line.isSign(start, "(")
    var position = isEnclosed ? start + 1 : start
    guard let parts = parts(line, at: &position) else { return nil }
    if isEnclosed {
      guard line.isSign(position, ")") else { return nil }
      position += 1
      if line.isSign(position, in: [".", ":"]) { position += 1 }
      return Label(parts: parts, form: "()", range: start..<position)
    }
    guard let form = close(line, &position, parts: parts) else { return nil }
    return Label(parts: parts, form: form, range: start..<position)
  }

  /// "Điều 1.", "Phần II:", "Mục 3".
  private func worded(_ line: Line, at start: Int) -> Label? {
    guard let match = terms.match(.headingWord, line.ids, at: start),
      line.tokens[start].isCapitalized
    else { return nil }
    var position = match.end
    guard let parts = parts(line, at: &position) else { return nil }
    let isClosed = line.isSign(position, in: Self.closers)
    guard isClosed || position == line.count || line.tokens[position].isCapitalized else {
      return nil
    }
    if isClosed { position += 1 }
    return Label(
      parts: parts, form: line.tokens[start].folded, range: start..<position)
  }

  /// The numbers and letters of a label.
  func parts(_ line: Line, at position: inout Int) -> [Label.Part]? {
    guard let first = part(line, position) else { return nil }
    var parts = [first]
    position += 1
    while parts.count < 5, let next = line.token(position), next.gap == .none {
      if next.kind == .word {
        guard case .arabic = parts[parts.count - 1], let letter = letter(line, position) else {
          return nil
        }
        parts.append(letter)
        position += 1
      } else if next.kind == .sign, [".", "-"].contains(next.folded),
        let following = line.token(position + 1), following.gap == .none,
        following.kind != .sign
      {
        if following.kind == .number, following.folded.utf8.count > 2 { return nil }
        let isWord = following.kind == .word
        guard let part = isWord ? letter(line, position + 1) : part(line, position + 1) else {
          return next.folded == "." ? parts : nil
        }
        if isWord, let after = line.token(position + 2), after.gap == .none, after.kind != .sign {
          return parts
        }
        parts.append(part)
        position += 2
      } else {
        break
      }
    }
    return parts
  }

  private func part(_ line: Line, _ position: Int) -> Label.Part? {
    guard let token = line.token(position) else { return nil }
    switch token.kind {
    case .number:
      guard token.folded.utf8.count <= 2, let value = Int(token.folded) else { return nil }
      return .arabic(value)
    case .word:
      if token.isUpper, let value = Self.roman(token.folded) { return .roman(value) }
      return letter(line, position)
    case .sign: return nil
    }
  }

  private func letter(_ line: Line, _ position: Int) -> Label.Part? {
    guard let token = line.token(position), token.kind == .word else { return nil }
    guard token.folded.utf8.count == 1 || token.folded == "d9" else { return nil }
    return .letter(token.folded)
  }

  /// The sign behind a label; nothing where the line only begins with a number.
  private func close(_ line: Line, _ position: inout Int, parts: [Label.Part]) -> String? {
    guard let next = line.token(position) else {
      return parts.count > 1 || line.count == position ? "" : nil
    }
    if next.kind == .sign, Self.closers.contains(next.folded) {
      let following = line.token(position + 1)
      let isGlued = following.map { $0.gap == .none } ?? false
      if next.folded == "/" || next.folded == "-", isGlued, let following {
        guard following.kind == .word, following.isCapitalized, following.slug.utf8.count > 1 else {
          return nil
        }
      }
      if next.folded == "-", next.gap != .none, parts.count == 1,
        !isHeadingMark(line, parts[0], before: following)
      {
        return nil
      }
      position += 1
      if next.folded == ".", line.isSign(position, ")") { position += 1 }
      return next.folded
    }
    if next.gap >= .wide { return "" }
    if parts.count > 1, next.kind == .word, next.isCapitalized { return "" }
    return nil
  }

  /// "II - TÌNH HÌNH", "B - KẾT QUẢ": a roman number or a capital before a dash and a title; "5 - 10" is a
  /// range.
  private func isHeadingMark(_ line: Line, _ part: Label.Part, before title: FoldedToken?) -> Bool {
    guard let title, title.kind == .word, title.slug.utf8.count > 1,
      Self.roman(title.folded) == nil
    else { return false }
    return switch part {
    case .roman: title.isCapitalized
    case .letter: line.tokens[line.firstWord].isUpper && title.isUpper
    case .arabic: false
    }
  }

  /// The value of a roman number of capitals up to 39, nothing for a lone C, D, L or M.
  static func roman(_ folded: String) -> Int? {
    let values: [UInt8: Int] = [0x69: 1, 0x76: 5, 0x78: 10]
    let letters = Array(folded.utf8)
    guard letters.count <= 6 else { return nil }
    var total = 0
    var previous = 0
    for letter in letters.reversed() {
      guard let value = values[letter] else { return nil }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total > 0 && spelled(total) == folded ? total : nil
  }

  private static func spelled(_ value: Int) -> String {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return String(repeating: "x", count: value / 10) + ones[value % 10]
  }
}
