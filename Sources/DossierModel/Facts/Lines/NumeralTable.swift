/// Numbers in words.
struct NumeralTable: Sendable {
  private enum Part: Sendable { case digit(Int), ten, tens, hundred, filler, half, fraction }
  private let parts: [String: Part]
  private let ordinals: [String: Int]

  init(_ numerals: Lexicon.Numerals) {
    var parts: [String: Part] = [:]
    func add(_ words: [String], _ part: Part) {
      for word in words { parts[FoldedText(word).key] = part }
    }
    for (word, value) in numerals.digits { add([word], .digit(value)) }
    add(numerals.ten, .ten)
    add(numerals.tens, .tens)
    add(numerals.hundred, .hundred)
    add(numerals.filler, .filler)
    add(numerals.half, .half)
    add(numerals.fraction, .fraction)
    self.parts = parts
    ordinals = Dictionary(
      numerals.ordinals.map { (FoldedText($0.key).key, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place in a list that a folded word behind "thứ" names.
  func ordinal(_ folded: String) -> Int? { ordinals[folded] }

  /// The folded words that are part of a number.
  var words: [String] { Array(parts.keys) }

  /// Whether a folded word is part of a number.
  func isPart(_ folded: String) -> Bool { parts[folded] != nil }

  /// The number that ends before a token, by the longest run of number words.
  func number(in line: Line, endingAt end: Int) -> (points: Points, start: Int)? {
    var start = end
    while start > 0, end - start < 10, line.isWord(start - 1),
      isPart(line.tokens[start - 1].folded)
    {
      start -= 1
    }
    while start < end {
      if let hundredths = value(line.tokens[start..<end].map(\.folded)) {
        return (Points(hundredths: hundredths), start)
      }
      start += 1
    }
    return nil
  }

  /// The number that some words are, in hundredths.
  func value(_ words: [String]) -> Int? {
    var total = 0
    var digit: Int?
    var hasFraction = false
    var fraction = 0
    var fractionPlace = 10
    for word in words {
      guard let part = parts[word] else { return nil }
      switch part {
      case .digit(let value):
        if hasFraction {
          fraction += value * fractionPlace
          fractionPlace /= 10
        } else {
          guard digit == nil else { return nil }
          digit = value
        }
      case .ten:
        guard digit == nil, total % 100 == 0 else { return nil }
        total += 10
      case .tens:
        guard let tens = digit, tens > 0 else { return nil }
        total += tens * 10
        digit = nil
      case .hundred:
        guard let hundreds = digit, total == 0 else { return nil }
        total += hundreds * 100
        digit = nil
      case .filler:
        guard digit == nil, total > 0 else { return nil }
      case .half: fraction = 50
      case .fraction:
        guard digit != nil || total > 0, !hasFraction else { return nil }
        hasFraction = true
      }
    }
    guard digit != nil || total > 0 else { return nil }
    guard !hasFraction || fractionPlace < 10 else { return nil }
    return (total + (digit ?? 0)) * 100 + fraction
  }
}
