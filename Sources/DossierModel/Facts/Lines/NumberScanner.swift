/// Reads numbers of points in figures.
enum NumberScanner {
  /// A number in figures at a token: "95", "92,5", "9.25".
  ///
  /// - Returns: the value and the token behind it; nothing where the figures are part of a date, a
  ///   notation or a larger number.
  static func points(in line: Line, at start: Int) -> (points: Points, end: Int)? {
    guard let whole = line.number(start, digits: 1...5) else { return nil }
    guard let sign = line.token(start + 1), sign.kind == .sign, sign.gap == .none,
      sign.folded == "," || sign.folded == ".",
      let decimals = line.token(start + 2), decimals.kind == .number, decimals.gap == .none
    else { return (Points(whole), start + 1) }
    guard decimals.folded.utf8.count <= 2, let value = Int(decimals.folded) else {
      let isZeros = decimals.folded.utf8.allSatisfy { $0 == 0x30 }
      return isZeros && decimals.folded.utf8.count > 3 ? (Points(whole), start + 3) : nil
    }
    let fraction = decimals.folded.utf8.count == 1 ? value * 10 : value
    return (Points(hundredths: whole * 100 + fraction), start + 3)
  }

  /// Whether the sign behind a number in figures leads to its decimals ("24,5").
  static func hasDecimals(in line: Line, at sign: Int) -> Bool {
    line.isSign(sign, in: [",", "."]) && line.isNumber(sign + 1)
      && line.tokens[sign].gap == .none && line.tokens[sign + 1].gap == .none
  }

  /// Whether a number at a token is the tail of something longer.
  static func isTail(in line: Line, at start: Int) -> Bool {
    guard let previous = line.token(start - 1), let token = line.token(start), token.gap == .none
    else { return false }
    if previous.kind == .word { return true }
    return previous.kind == .sign && ["/", ".", ","].contains(previous.folded)
      && line.isNumber(start - 2)
  }
}
