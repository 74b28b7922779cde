/// A piece of the head of a document, after what is known was cut out of its line.
enum HeadPiece {
  /// The name of the state, or of the Party.
  case national(isOfParty: Bool)
  case motto
  case notation(Notation?)
  case date(DateScanner.Match, place: String?, quote: String)
  case text(Line)
}

/// Cuts the lines of a header block into pieces, however its columns run together.
struct HeadCutter {
  let terms: Terms
  let dates: DateScanner
  let notations: NotationScanner

  init(_ terms: Terms) {
    self.terms = terms
    dates = DateScanner(terms: terms)
    notations = NotationScanner(terms: terms)
  }

  func pieces(of line: Line) -> [HeadPiece] {
    let run = LetterRun.letters(line.text)
    let known: [([[UInt8]], HeadPiece)] = [
      (terms.partyNames, .national(isOfParty: true)),
      (terms.nationalNames, .national(isOfParty: false)), (terms.mottos, .motto),
    ]
    for (wanted, piece) in known {
      if let range = LetterRun.first(wanted, in: run) { return cut(line, range, piece) }
    }
    return worded(line)
  }

  private func cut(_ line: Line, _ range: Range<Int>, _ piece: HeadPiece) -> [HeadPiece] {
    let bytes = line.text.source.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    var pieces: [HeadPiece] = []
    for (index, rest) in [line.text.source[..<start], line.text.source[end...]].enumerated() {
      let part = Line(String(rest), place: line.place, vocabulary: terms.vocabulary)
      if !part.text.isBlank { pieces += self.pieces(of: part) }
      if index == 0 { pieces.append(piece) }
    }
    return pieces
  }

  /// Cuts notation and date out of a line that holds no national name.
  private func worded(_ line: Line) -> [HeadPiece] {
    var pieces: [HeadPiece] = []
    var textStart = 0
    var position = 0
    func flush(to end: Int) {
      for range in columns(of: line, textStart..<end) {
        pieces.append(.text(line.part(range, vocabulary: terms.vocabulary)))
      }
    }
    while position < line.count {
      if let match = notation(in: line, at: position, textStart: textStart) {
        flush(to: position)
        pieces.append(.notation(match.notation))
        position = match.range.upperBound
        textStart = position
      } else if let match = dates.match(in: line, at: position, allowsBare: false) {
        let place = placeStart(in: line, before: position, from: textStart)
        flush(to: place)
        let words = line.quote(place..<match.range.upperBound)
        pieces.append(.date(match, place: placeName(line, place..<position), quote: words))
        position = match.range.upperBound
        textStart = position
      } else {
        position += 1
      }
    }
    flush(to: line.count)
    return pieces
  }

  /// A line that is nothing but a place and a date in figures alone: "An Sơn, 14/01/2025".
  func informalDate(_ line: Line) -> String? {
    guard let match = dates.first(in: line, allowsBare: true), match.range.upperBound == line.count
    else { return nil }
    let start = match.range.lowerBound
    if start == line.firstWord { return line.quote(start..<line.count) }
    guard line.isSign(start - 1, ","), placeStart(in: line, before: start, from: 0) == 0,
      placeName(line, 0..<start) != nil
    else { return nil }
    return line.quote(0..<line.count)
  }

  private func notation(in line: Line, at position: Int, textStart: Int) -> NotationScanner.Match? {
    if let match = notations.labelled(in: line, at: position) { return match }
    guard position == textStart, line.isNumber(position),
      let found = notations.bare(in: line, at: position, allowsBlank: false),
      terms.types.type(ofSymbol: found.notation.symbol) != nil
    else { return nil }
    return .init(range: position..<found.end, notation: found.notation)
  }

  /// The texts between wide gaps, each a column of its own.
  private func columns(of line: Line, _ range: Range<Int>) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var start = range.lowerBound
    // "B Á O   C Á O" is one title, its letters set apart.
    let isSpaced = range.count > 4 && line.tokens[range].allSatisfy { $0.slug.utf8.count == 1 }
    guard !isSpaced else { return [range] }
    for position in range where position > start && line.tokens[position].gap >= .wide {
      columns.append(start..<position)
      start = position
    }
    if start < range.upperBound { columns.append(start..<range.upperBound) }
    return columns.filter { range in line.tokens[range].contains { $0.kind != .sign } }
  }

  /// Where the place before a date begins: "An Sơn, ngày …".
  private func placeStart(in line: Line, before date: Int, from start: Int) -> Int {
    var position = date
    while position > start, line.isSign(position - 1, ",") { position -= 1 }
    let end = position
    var words = 0
    while position > start, words < 8 {
      let token = line.tokens[position - 1]
      let isNameSign = token.kind == .sign && ["-", ".", "\""].contains(token.folded)
      guard token.kind == .number || token.isCapitalized || isNameSign else { break }
      if token.isUpper, position < end, line.tokens[position].isCapitalized,
        !line.tokens[position].isUpper, token.slug.utf8.count > 2
      {
        break
      }
      position -= 1
      words += 1
      if token.gap >= .wide { break }
    }
    return position
  }

  private func placeName(_ line: Line, _ range: Range<Int>) -> String? {
    var range = range
    while let last = range.last, line.tokens[last].kind == .sign {
      range = range.lowerBound..<last
    }
    while let first = range.first, line.tokens[first].kind == .sign {
      range = first + 1..<range.upperBound
    }
    guard let first = range.first, line.tokens[first].isCapitalized else { return nil }
    return line.quote(range)
  }
}
