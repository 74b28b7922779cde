/// Works out the formulas of a sheet that a program wrote without their values.
///
/// Sums, the four operations and references within the sheet are enough for score sheets. Whatever
/// else a formula holds leaves it unknown: a cell without a value is better than one with a wrong one.
struct SheetFormulas {
  /// A cell's place, from 0.
  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  private enum State {
    case number(Double)
    case formula(String)
    /// Text with digits ("10", "9,5 điểm"): whoever wrote the sum may have meant it to count.
    case doubtful
    case unknown
  }

  /// The most formulas that are kept, and the most cells looked at for all of them.
  private static let mostFormulas = 10_000
  private static let mostLooks = 1_000_000
  private static let deepest = 64

  private var cells: [Place: State] = [:]
  private var order: [Place] = []
  private var looks = 0
  private var depth = 0

  /// Whether there is nothing to work out.
  var isEmpty: Bool { order.isEmpty }

  /// Keeps a formula without a value.
  ///
  /// - Returns: whether it was kept.
  mutating func add(_ formula: [UInt8], at place: Place) -> Bool {
    guard order.count < Self.mostFormulas, cells[place] == nil else { return false }
    cells[place] = .formula(String(decoding: formula, as: UTF8.self))
    order.append(place)
    return true
  }

  /// The numbers of the formulas that could be worked out, in the order they were added.
  ///
  /// - Parameter known: the cells of the sheet that have a value, with whether it is a number.
  mutating func values(
    _ known: [(place: Place, text: String, isNumber: Bool)]
  ) -> [(place: Place, value: Double)] {
    for cell in known where cells[cell.place] == nil {
      let number = Double(cell.text)
      cells[cell.place] =
        cell.isNumber ? number.map(State.number) : Self.looksLikeNumber(cell.text) ? .doubtful : nil
    }
    return order.compactMap { place in value(at: place).map { (place, $0) } }
  }

  private static func looksLikeNumber(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// A cell's number, 0 where it is empty or text; nothing where that is unknown.
  private mutating func value(at place: Place) -> Double? {
    looks += 1
    guard looks <= Self.mostLooks else { return nil }
    switch cells[place] {
    case .number(let number): return number
    case nil: return 0
    case .doubtful, .unknown: return nil
    case .formula(let text):
      guard depth < Self.deepest else { return nil }
      // A formula that leads back to itself has no value.
      cells[place] = .unknown
      depth += 1
      var parser = Parser(text)
      let result = parser.formula { range in sum(of: range) }
      depth -= 1
      guard let result, result.isFinite else { return nil }
      cells[place] = .number(result)
      return result
    }
  }

  /// The sum of a range; nothing where it holds no number at all.
  private mutating func sum(of range: (first: Place, last: Place)) -> Double? {
    var total = 0.0
    var isAny = false
    guard range.first.row <= range.last.row, range.first.column <= range.last.column else {
      return nil
    }
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        let place = Place(row: row, column: column)
        guard let value = value(at: place) else { return nil }
        isAny = isAny || cells[place] != nil
        total += value
      }
    }
    return isAny ? total : nil
  }

  /// Reads one formula from left to right.
  private struct Parser {
    typealias Look = ((first: Place, last: Place)) -> Double?

    private let bytes: [UInt8]
    private var position = 0
    private var nesting = 0

    init(_ text: String) {
      bytes = text.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: "$") }
    }

    mutating func formula(_ look: Look) -> Double? {
      _ = take("=")
      let result = sum(look)
      return position == bytes.count ? result : nil
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
      position += 1
      return true
    }

    private mutating func sum(_ look: Look) -> Double? {
      guard var total = product(look) else { return nil }
      while true {
        if take("+") {
          guard let next = product(look) else { return nil }
          total += next
        } else if take("-") {
          guard let next = product(look) else { return nil }
          total -= next
        } else {
          return total
        }
      }
    }

    private mutating func product(_ look: Look) -> Double? {
      guard var total = factor(look) else { return nil }
      while true {
        if take("*") {
          guard let next = factor(look) else { return nil }
          total *= next
        } else if take("/") {
          guard let next = factor(look), next != 0 else { return nil }
          total /= next
        } else {
          return total
        }
      }
    }

    private mutating func factor(_ look: Look) -> Double? {
      nesting += 1
      defer { nesting -= 1 }
      guard nesting < 64 else { return nil }
      if take("-") { return factor(look).map { -$0 } }
      if take("+") { return factor(look) }
      if take("(") {
        guard let inner = sum(look), take(")") else { return nil }
        return inner
      }
      let start = position
      while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
      let word = String(decoding: bytes[start..<position], as: UTF8.self).uppercased()
      if word == "SUM", take("(") { return arguments(look) }
      if let number = Double(word) { return number }
      guard let place = XlsxSheet.place(word[...]) else { return nil }
      let cell = Place(row: place.row, column: place.column)
      return look((cell, cell))
    }

    private mutating func arguments(_ look: Look) -> Double? {
      var total = 0.0
      repeat {
        guard let next = range(look) ?? sum(look) else { return nil }
        total += next
      } while take(",") || take(";")
      return take(")") ? total : nil
    }

    /// "D3:D5"; nothing, and no step on, where it is none.
    private mutating func range(_ look: Look) -> Double? {
      let start = position
      let first = reference()
      guard let first, take(":"), let last = reference() else {
        position = start
        return nil
      }
      return look((first, last))
    }

    private mutating func reference() -> Place? {
      let start = position
      while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
      let word = String(decoding: bytes[start..<position], as: UTF8.self)
      return XlsxSheet.place(word[...]).map { Place(row: $0.row, column: $0.column) }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        || byte == UInt8(ascii: ".")
    }
  }
}
