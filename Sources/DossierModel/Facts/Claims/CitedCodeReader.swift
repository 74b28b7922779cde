/// Reads the evidence codes that a text cites, those of a run among them: "[H1-1.1-01] đến
/// [H1-1.1-05]", "[H1-1.1-01, 02, 03]".
struct CitedCodeReader: Sendable {
  /// So many codes a run may have.
  private static let longestRun = 60

  let codes: EvidenceCodeReader
  private let rangeMarks: Set<[String]>
  private let joints: [[UInt8]]

  init(_ codes: EvidenceCodeReader, lexicon: Lexicon) {
    self.codes = codes
    rangeMarks = Set(lexicon["codes-range"].map { FoldedText($0).tokens.map(\.folded) })
    joints = (lexicon["codes-range"] + lexicon["codes-and"]).map { Array($0.utf8) }
  }

  /// The codes in reading order.
  ///
  /// - Parameter text: a text, its dashes as "-".
  func codes(in text: String) -> [EvidenceCodeReader.Found] {
    let bytes = Array(text.utf8)
    let places = codes.places(in: bytes)
    var found: [EvidenceCodeReader.Found] = []
    for (index, place) in places.enumerated() {
      found.append(codes.found(place))
      let next = places.indices.contains(index + 1) ? places[index + 1] : nil
      if let next, codes.areAlike(place, next),
        isRange(bytes[place.range.upperBound..<max(place.range.upperBound, next.range.lowerBound)])
      {
        found += between(place, place.number, next.number, isClosed: false)
      } else {
        found += numbers(behind: place, to: next?.range.lowerBound, in: bytes)
      }
    }
    return found
  }

  /// Whether nothing but "đến", a dash or the like stands between two codes, in brackets or not.
  private func isRange(_ bytes: ArraySlice<UInt8>) -> Bool {
    let signs = bytes.filter { ![0x28, 0x29, 0x5B, 0x5D].contains($0) }
    return rangeMarks.contains(
      FoldedText(String(decoding: signs, as: UTF8.self)).tokens.map(\.folded))
  }

  private func between(
    _ place: EvidenceCodeReader.Place, _ first: String, _ last: String, isClosed: Bool
  ) -> [EvidenceCodeReader.Found] {
    guard let low = Int(first), let high = Int(last), low < high, high - low < Self.longestRun
    else { return [] }
    return (low + 1..<(isClosed ? high + 1 : high)).map { value in
      let digits = String(value)
      let zeros = String(repeating: "0", count: max(0, first.utf8.count - digits.utf8.count))
      return codes.found(place, number: zeros + digits)
    }
  }

  /// What bare numbers behind a code add to it, "01, 02 và 03", "01 đến 05".
  private func numbers(
    behind place: EvidenceCodeReader.Place, to limit: Int?, in bytes: [UInt8]
  ) -> [EvidenceCodeReader.Found] {
    var found: [EvidenceCodeReader.Found] = []
    var last = place.number
    var position = place.range.upperBound
    while let (joint, start) = joint(bytes, at: position) {
      var end = start
      while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
      // Only numbers as wide as the code's own: "01, 02", never "01, 2 lớp".
      guard end - start == place.number.utf8.count, end - start > 1,
        limit.map({ end <= $0 }) ?? true,
        isClosed(bytes, at: end)
      else { break }
      let number = String(decoding: bytes[start..<end], as: UTF8.self)
      if rangeMarks.contains(FoldedText(joint).tokens.map(\.folded)) {
        found += between(place, last, number, isClosed: true)
      } else {
        found.append(codes.found(place, number: number))
      }
      last = number
      position = end
    }
    return found
  }

  /// What joins a number to the one before, and where the number begins.
  private func joint(_ bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
    let position = skipSpaces(bytes, start)
    for joint in joints where bytes[position...].starts(with: joint) {
      let end = skipSpaces(bytes, position + joint.count)
      guard end < bytes.count, Self.isDigit(bytes[end]) else { continue }
      return (String(decoding: joint, as: UTF8.self), end)
    }
    return nil
  }

  /// Whether a number ends there as one of a run does: at a bracket, a joint, the end.
  private func isClosed(_ bytes: [UInt8], at end: Int) -> Bool {
    let position = skipSpaces(bytes, end)
    guard position < bytes.count else { return true }
    return [0x29, 0x5D].contains(bytes[position]) || joint(bytes, at: end) != nil
  }

  private func skipSpaces(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start...].firstIndex { $0 != 0x20 } ?? bytes.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// The texts in which codes are looked for: the lines, those that break a code joined.
struct CodeLines {
  /// For each line the text to search, empty where it goes on with the line before.
  let texts: [String]

  init(_ lines: [Line]) {
    var texts = lines.map(\.text.plain)
    var start = 0
    for index in lines.indices.dropFirst() {
      guard lines[index].place == lines[start].place,
        Self.goesOn(texts[start], texts[index])
      else {
        start = index
        continue
      }
      texts[start] += texts[index]
      texts[index] = ""
    }
    self.texts = texts
  }

  /// Whether a line ends inside a code: at its hyphen or before it.
  private static func goesOn(_ text: String, _ next: String) -> Bool {
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    let head = text.utf8.reversed().drop { $0 == 0x20 }.prefix(2)
    let tail = next.utf8.drop { $0 == 0x20 }.prefix(2)
    if head.first == 0x2D { return isDigit(head.dropFirst().first) && isDigit(tail.first) }
    return isDigit(head.first) && tail.first == 0x2D && isDigit(tail.dropFirst().first)
  }
}
