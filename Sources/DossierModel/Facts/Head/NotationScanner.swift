/// Reads number and notation of documents, as they stand with all their faults.
struct NotationScanner {
  /// A notation line found.
  struct Match {
    /// Its tokens, the label among them.
    var range: Range<Int>
    /// The notation, or nothing where the line is there and blank.
    var notation: Notation?
  }

  let terms: Terms

  /// The number label with what follows it ("Số: 12/BC- THAS", "Số: /BC-HKH", "Số:").
  ///
  /// A bare "số 1" in a name is none: there must be a colon or a slash.
  func labelled(in line: Line, at start: Int) -> Match? {
    guard let label = terms.match(.numberLabel, line.ids, at: start) else { return nil }
    var position = label.end
    let hasColon = line.isSign(position, ":")
    if hasColon || line.isSign(position, ".") { position += 1 }
    if let found = bare(in: line, at: position, allowsBlank: true) {
      return Match(range: start..<found.end, notation: found.notation)
    }
    guard hasColon else { return changedAbout(in: line, at: position, from: start) }
    if line.isSign(position, "…") { position += 1 }
    if let number = line.number(position, digits: 1...5) {
      if let found = withoutSlash(in: line, at: position, number) {
        return Match(range: start..<found.end, notation: found.notation)
      }
      // "05-BC/LTT", "05.BC-LTT": the parts are there, other signs stand between them.
      if isOtherSign(line, position + 1),
        let symbol = symbol(in: line, after: position + 1, isLabelled: true)
      {
        let notation = Notation(
          written: line.quote(position..<symbol.end), number: number, symbol: symbol.text)
        return Match(range: start..<symbol.end, notation: notation)
      }
      let notation = Notation(
        written: line.quote(position..<position + 1), number: number, symbol: "")
      return Match(range: start..<position + 1, notation: notation)
    }
    return Match(range: start..<position, notation: nil)
  }

  /// "12BC-THAS", "12 BC-THAS": the slash is left out behind the number.
  private func withoutSlash(
    in line: Line, at position: Int, _ number: Int
  ) -> (notation: Notation, end: Int)? {
    guard line.isWord(position + 1),
      let symbol = symbol(in: line, after: position, isLabelled: true),
      symbol.text.contains(where: { $0 == "-" || $0 == "/" }),
      terms.types.type(ofSymbol: symbol.text) != nil
    else { return nil }
    let notation = Notation(
      written: line.quote(position..<symbol.end), number: number, symbol: symbol.text)
    return (notation, symbol.end)
  }

  /// "Số 12-BC/CB": without a colon it is a notation where a type stands between the two signs.
  func changedAbout(in line: Line, at position: Int, from start: Int) -> Match? {
    let number = line.number(position, digits: 1...5)
    // "Số      -BC/CB": the number is yet to be filled in.
    let isBlank = number == nil && position == start + 1
    var sign = number == nil ? position : position + 1
    while isBlank, line.isSign(sign, in: ["…", "."]) { sign += 1 }
    guard number != nil || isBlank, line.isSign(sign, "-"),
      let symbol = symbol(in: line, after: sign, isLabelled: true),
      symbol.text.contains("/"), terms.types.isTyped(symbol.text)
    else { return nil }
    let notation = Notation(
      written: line.quote((number == nil ? sign : position)..<symbol.end), number: number,
      symbol: symbol.text)
    return Match(range: start..<symbol.end, notation: notation)
  }

  /// Whether a sign stands between number and symbol where a slash should.
  private func isOtherSign(_ line: Line, _ position: Int) -> Bool {
    if line.isSign(position, "-") { return true }
    guard line.isSign(position, in: [".", "_", "\\"]), let next = line.token(position + 1) else {
      return false
    }
    return line.tokens[position].gap == .none && next.gap == .none
  }

  /// A notation without a label ("1455/UBND- GDĐT", "22/2020/TT-BGDĐT").
  ///
  /// - Parameter allowsBlank: whether the number may be missing.
  func bare(in line: Line, at start: Int, allowsBlank: Bool) -> (notation: Notation, end: Int)? {
    var position = start
    var number = line.number(position, digits: 1...6)
    if let whole = brokenNumber(in: line, at: position) {
      number = whole
      position += 1
    }
    if number != nil {
      position += 1
      if line.isWord(position), line.tokens[position].gap == .none,
        line.tokens[position].slug.utf8.count == 1, line.isSign(position + 1, "/")
      {
        position += 1
      }
    } else if allowsBlank, line.isSign(position, in: ["…", "."]) {
      position += 1
    }
    guard number != nil || allowsBlank, line.isSign(position, "/") else { return nil }
    guard let symbol = symbol(in: line, after: position, isLabelled: allowsBlank) else {
      return nil
    }
    let first = number == nil ? position : start
    let notation = Notation(
      written: line.quote(first..<symbol.end), number: number, symbol: symbol.text)
    return (notation, symbol.end)
  }

  /// A number of two tokens between "số" and a slash ("số 1 1/KH-TH"): a narrow cell of a PDF broke it.
  private func brokenNumber(in line: Line, at position: Int) -> Int? {
    guard position > 0, terms.match(.numberLabel, line.ids, at: position - 1) != nil,
      line.number(position, digits: 1...4) != nil,
      line.number(position + 1, digits: 1...4) != nil, line.isSign(position + 2, "/")
    else { return nil }
    return Int(line.tokens[position].folded + line.tokens[position + 1].folded)
  }

  /// The parts behind the first slash.
  private func symbol(
    in line: Line, after slash: Int, isLabelled: Bool
  ) -> (
    text: String, end: Int
  )? {
    var text = ""
    var position = slash + 1
    var hasWord = false
    if let year = line.number(position, digits: 4...4), line.isSign(position + 1, "/") {
      text = "\(year)/"
      position += 2
    } else if let years = schoolYear(in: line, at: position) {
      text = "\(years)/"
      position += 4
    }
    while let end = part(in: line, at: position, isFirst: !hasWord, isLabelled: isLabelled) {
      text += spelled(line, position..<end)
      position = end
      hasWord = true
      guard let sign = line.token(position), sign.kind == .sign,
        ["-", "/", ".", "_"].contains(sign.folded), position + 1 < line.count
      else { break }
      let isTight = sign.gap == .none && line.tokens[position + 1].gap == .none
      guard sign.folded == "-" || sign.folded == "/" || isTight else { break }
      guard part(in: line, at: position + 1, isFirst: false, isLabelled: isLabelled) != nil else {
        break
      }
      text += sign.folded
      position += 1
    }
    guard hasWord else { return nil }
    return (text, position)
  }

  /// The school year between two slashes ("12/2022-2023/BC-THAS").
  private func schoolYear(in line: Line, at position: Int) -> String? {
    guard let first = line.number(position, digits: 4...4), line.isSign(position + 1, "-"),
      let last = line.number(position + 2, digits: 4...4), last == first + 1,
      line.isSign(position + 3, "/")
    else { return nil }
    return "\(first)-\(last)"
  }

  /// One part: words and digits without a space, "&" between them.
  private func part(in line: Line, at start: Int, isFirst: Bool, isLabelled: Bool) -> Int? {
    guard let token = line.token(start), token.kind == .word || (!isFirst && token.kind == .number)
    else { return nil }
    guard token.kind == .number || isAbbreviation(token, in: line, isLabelled: isLabelled) else {
      return nil
    }
    if token.kind == .number, token.gap != .none { return nil }
    var position = start + 1
    while let next = line.token(position), next.gap == .none {
      if next.kind == .word || next.kind == .number {
        position += 1
      } else if next.folded == "&", line.isWord(position + 1) {
        position += 2
      } else {
        break
      }
    }
    return position
  }

  /// Whether a word is written as abbreviations are: capitals beyond the first letter.
  ///
  /// A small-letter notation ("12/bc-thas") counts only without any space in it.
  private func isAbbreviation(_ token: FoldedToken, in line: Line, isLabelled: Bool) -> Bool {
    guard token.slug.utf8.count <= 16 else { return false }
    if token.isUpper { return true }
    var capitals = 0
    let bytes = line.text.source.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: token.start)
    let end = bytes.index(bytes.startIndex, offsetBy: token.end)
    for scalar in line.text.source[start..<end].unicodeScalars
    where LetterTable.entry(scalar)?.isUpper == true { capitals += 1 }
    if capitals >= 2 { return true }
    return isLabelled && token.gap == .none && capitals == 0
      && token.slug.utf8.count <= 8
  }

  private func spelled(_ line: Line, _ range: Range<Int>) -> String {
    var text = ""
    for index in range {
      let token = line.tokens[index]
      text += token.kind == .sign ? token.folded : line.quote(index..<index + 1)
    }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0xD0 ? "\u{110}" : $0 }))
  }
}
