/// Ratings to choose from with a box at each: "☑ Tốt ☐ Khá", "Tốt [x] Khá [ ]".
struct TickedChoice: Sendable {
  /// The most words and signs between one choice and the next ("(từ 85 đến 100 điểm)").
  private static let mostBetween = 14

  /// From the first box or rating to the last.
  let range: Range<Int>
  /// The rating that is ticked; nothing where none is, or several are.
  let ticked: PhraseSet.Match?

  private enum Part {
    case box(isTicked: Bool)
    case rating(PhraseSet.Match)
  }

  /// The first such choice in a line.
  init?(in line: Line, _ words: PhraseSet, _ terms: Terms) {
    guard line.contains(terms[.tickedBox]) || line.contains(terms[.emptyBox]) else { return nil }
    let parts = Self.parts(of: line, words, terms)
    guard let box = parts.firstIndex(where: { Self.isBox($0.part) }) else { return nil }
    let isBehind =
      box > 0 && Self.isNext(line, parts[box - 1].range.upperBound, parts[box].range.lowerBound)
    let run = Self.run(parts[(isBehind ? box - 1 : box)...])
    guard run.count >= 4, let start = run.first?.range.lowerBound, let end = run.last?.range else {
      return nil
    }
    var boxes: [Bool] = []
    var ratings: [PhraseSet.Match] = []
    for part in run {
      switch part.part {
      case .box(let isTicked): boxes.append(isTicked)
      case .rating(let match): ratings.append(match)
      }
    }
    guard boxes.count == ratings.count, Set(ratings.map(\.entry)).count > 1 else { return nil }
    range = start..<end.upperBound
    let chosen = boxes.indices.filter { boxes[$0] }
    ticked = chosen.count == 1 ? ratings[chosen[0]] : nil
  }

  private static func parts(
    of line: Line, _ words: PhraseSet, _ terms: Terms
  ) -> [(part: Part, range: Range<Int>)] {
    var found: [(part: Part, range: Range<Int>)] = []
    var position = 0
    while position < line.count {
      var next: (part: Part, range: Range<Int>)?
      if let box = terms.match(.tickedBox, line.ids, at: position) {
        next = (.box(isTicked: true), position..<box.end)
      } else if let box = terms.match(.emptyBox, line.ids, at: position) {
        next = (.box(isTicked: false), position..<box.end)
      } else if let rating = words.match(line.ids, at: position) {
        next = (.rating(rating), position..<rating.end)
      }
      if let next { found.append(next) }
      position = next?.range.upperBound ?? position + 1
    }
    return found
  }

  private static func isBox(_ part: Part) -> Bool {
    if case .box = part { return true }
    return false
  }

  private static func isNext(_ line: Line, _ end: Int, _ start: Int) -> Bool {
    var depth = 0
    for position in end..<max(end, start) {
      if line.isSign(position, "(") { depth += 1 }
      guard depth > 0 || line.isSign(position, in: [":", "-"]) else { return false }
      if line.isSign(position, ")") { depth -= 1 }
    }
    return true
  }

  /// As far as boxes and ratings stand in turn and near to one another.
  private static func run(
    _ parts: ArraySlice<(part: Part, range: Range<Int>)>
  ) -> [(part: Part, range: Range<Int>)] {
    var run: [(part: Part, range: Range<Int>)] = []
    for part in parts {
      if let last = run.last,
        isBox(last.part) == isBox(part.part)
          || part.range.lowerBound - last.range.upperBound > mostBetween
      {
        break
      }
      run.append(part)
    }
    if !run.count.isMultiple(of: 2) { run.removeLast() }
    return run
  }
}
