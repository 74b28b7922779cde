/// The columns of a table that no lines divide: what stays free between its words, row for row.
struct PDFColumns {
  /// Half a point, the step in which a page is searched for what is free.
  private static let step = 0.5
  private static let widest = 1700.0
  /// More columns than this no page is wide enough for; what seems to have more is no table.
  private static let mostColumns = 60
  /// What lies between two columns whatever stands in them.
  private static let wideGap = 8.0

  /// The borders of the columns, from the left, with those of the table.
  private(set) var edges: [Double]
  /// Where the words of a column begin, if most of its lines begin there.
  private var starts: [Double?]

  var count: Int { edges.count - 1 }

  /// Finds the columns of lines that stand in a table.
  ///
  /// - Parameter lines: the lines; a sixth of those at a border may run over it.
  init?(of lines: [PDFTextLine]) {
    let left = lines.map(\.left).min() ?? 0
    let right = lines.map(\.right).max() ?? 0
    guard right > left, right - left < Self.widest else { return nil }
    let strips = Self.strips(in: lines, from: left, to: right)
    guard strips.count < Self.mostColumns else { return nil }
    let borders = strips.enumerated().compactMap { index, strip -> Double? in
      let next = index + 1 < strips.count ? strips[index + 1].start : right
      guard
        strip.end - strip.start >= Self.wideGap
          || Self.begin(lines, at: strip.end, until: next)
      else { return nil }
      return strip.border
    }
    edges = [left - 1] + borders + [right + 1]
    starts = Self.starts(of: lines, edges)
    while let torn = tornColumn(in: lines) {
      edges.remove(at: torn)
      starts = Self.starts(of: lines, edges)
    }
  }

  /// Where the first words of each column stand, if most stand at one place.
  private static func starts(of lines: [PDFTextLine], _ edges: [Double]) -> [Double?] {
    var firsts = Array(repeating: [Double](), count: edges.count - 1)
    for line in lines {
      for (column, index) in firstWords(of: line, edges).enumerated() {
        if let index { firsts[column].append(line.words[index].left) }
      }
    }
    return firsts.map { firsts in
      let sorted = firsts.sorted()
      return firsts.first { start in
        let near = sorted.firstIndexInOrder { $0 >= start - 1 }
        let beyond = sorted.firstIndexInOrder { $0 > start + 1 }
        return (beyond - near) * 2 > firsts.count
      }
    }
  }

  /// For each column the place of the first word of a line in it.
  private static func firstWords(of line: PDFTextLine, _ edges: [Double]) -> [Int?] {
    var firsts = [Int?](repeating: nil, count: edges.count - 1)
    for (index, word) in line.words.enumerated() {
      let column = column(of: word.center, edges)
      if firsts[column] == nil { firsts[column] = index }
    }
    return firsts
  }

  /// A column whose words mostly go on with those of the column before: a text that some lines
  /// leave early and others do not.
  private func tornColumn(in lines: [PDFTextLine]) -> Int? {
    var all = Array(repeating: 0, count: count)
    var torn = all
    for line in lines {
      for (column, index) in Self.firstWords(of: line, edges).enumerated() {
        guard let index else { continue }
        all[column] += 1
        if index > 0, goesOn(line.words[index], behind: line.words[index - 1], in: column) {
          torn[column] += 1
        }
      }
    }
    return (1..<max(count, 1)).first { torn[$0] * 5 > all[$0] * 2 }
  }

  /// What is free between words, from the left, and where a border is best in it.
  private static func strips(
    in lines: [PDFTextLine], from left: Double, to right: Double
  ) -> [(start: Double, end: Double, border: Double)] {
    let (crossing, isFree) = coverage(of: lines, from: left, to: right)
    var strips: [(start: Double, end: Double, border: Double)] = []
    var index = 0
    while index < isFree.count {
      guard isFree[index] else {
        index += 1
        continue
      }
      let end = isFree[index...].firstIndex(of: false) ?? isFree.count
      if end < isFree.count, index > 0 {
        let free = freest(crossing, index..<end)
        // Near the column that begins there: it is the left one whose words are of all lengths.
        let middle = Double(free.lowerBound + free.upperBound) / 2 * step
        let border = max(middle, Double(free.upperBound) * step - wideGap)
        strips.append((left + Double(index) * step, left + Double(end) * step, left + border))
      }
      index = end
    }
    return strips
  }

  /// For each place, how many lines have a word there, and whether it is free: of the lines with
  /// words on both sides, hardly one has.
  private static func coverage(
    of lines: [PDFTextLine], from left: Double, to right: Double
  ) -> (crossing: [Int], isFree: [Bool]) {
    let count = Int((right - left) / step) + 1
    var crossing = Array(repeating: 0, count: count)
    var reaching = crossing
    func place(_ value: Double, _ rule: FloatingPointRoundingRule) -> Int {
      min(max(Int(((value - left) / step).rounded(rule)), 0), count)
    }
    for line in lines {
      var done = 0
      for word in line.words {
        let first = max(done, place(word.left + 0.6, .down))
        let last = place(word.right - 0.6, .up)
        guard first < last else { continue }
        for place in first..<last { crossing[place] += 1 }
        done = last
      }
      let first = place(line.left, .down)
      for place in first..<max(first, done) { reaching[place] += 1 }
    }
    return (crossing, zip(crossing, reaching).map { $0 == 0 || $0 * 6 <= $1 })
  }

  /// The last part of a strip over which the fewest words run.
  private static func freest(_ crossing: [Int], _ strip: Range<Int>) -> Range<Int> {
    let least = crossing[strip].min() ?? 0
    let last = crossing[strip].lastIndex(of: least) ?? strip.lowerBound
    let before = crossing[strip.lowerBound..<last].lastIndex { $0 > least }
    return (before.map { $0 + 1 } ?? strip.lowerBound)..<last + 1
  }

  /// Whether most lines that have words between two places begin at the first: the left edge of a
  /// column, and not by chance.
  ///
  /// The same words in row after row ("Quyết định số …") begin at one place too, but behind no more
  /// than a space, and behind other words.
  private static func begin(
    _ lines: [PDFTextLine], at place: Double, until next: Double
  ) -> Bool {
    var all = 0
    var beginning = 0
    var apart = 0
    for line in lines {
      let index = line.words.firstIndex {
        $0.left >= place - 1 && $0.left < max(next, place + 1)
      }
      guard let index else { continue }
      all += 1
      guard line.words[index].left <= place + 1 else { continue }
      beginning += 1
      if isApart(line.words, index) || isNumberAlone(line.words, index - 1) { apart += 1 }
    }
    return beginning >= 3 && beginning * 5 >= all * 3 && apart * 5 >= beginning * 2
      && lines.count { $0.left < place - 1 } >= 3
  }

  /// Whether more than a space is before a word.
  private static func isApart(_ words: [PDFWord], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    return words[index].left - words[index - 1].right > words[index].height * 0.5
  }

  /// Whether a word is a number that stands apart from what is before it: one set to the right edge
  /// of its column touches the next column.
  private static func isNumberAlone(_ words: [PDFWord], _ index: Int) -> Bool {
    words[index].text.allSatisfy { $0.isNumber || ".,".contains($0) } && isApart(words, index)
  }

  /// The column in which a place is; the first or last one for a place outside.
  func column(of place: Double) -> Int { Self.column(of: place, edges) }

  private static func column(of place: Double, _ edges: [Double]) -> Int {
    min(max(edges.firstIndexInOrder { place < $0 } - 1, 0), edges.count - 2)
  }

  /// A piece of a line and the columns it covers.
  struct Piece {
    var columns: ClosedRange<Int>
    var words: [PDFWord]
  }

  /// The pieces of a line: one for each column, or one for several where a text runs over borders.
  func pieces(of line: PDFTextLine) -> [Piece] {
    var pieces: [Piece] = []
    for word in line.words {
      let inset = min(2, (word.right - word.left) / 3)
      let first = column(of: word.left + inset)
      let columns = first...max(first, column(of: word.right - inset))
      if let open = pieces.last, let before = open.words.last,
        columns.lowerBound <= open.columns.upperBound || goesOn(word, behind: before, in: first)
      {
        pieces[pieces.count - 1].words.append(word)
        pieces[pieces.count - 1].columns =
          open.columns.lowerBound...max(open.columns.upperBound, columns.upperBound)
      } else {
        pieces.append(Piece(columns: columns, words: [word]))
      }
    }
    return pieces
  }

  /// Whether a word that stands in the next column is the next of the same text.
  private func goesOn(_ word: PDFWord, behind before: PDFWord, in column: Int) -> Bool {
    if let start = starts[column], abs(word.left - start) <= 1.5 { return false }
    return word.left - before.right < word.height * 0.6
  }

  /// Whether each piece of a line stays in its column.
  func fit(_ line: PDFTextLine) -> Bool {
    line.left > edges[0] - 30 && line.right < edges[count] + 60
      && pieces(of: line).allSatisfy { $0.columns.count == 1 }
  }
}

extension [Double] {
  /// The place of the first element that meets a condition which all behind it meet too.
  fileprivate func firstIndexInOrder(where isMet: (Double) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
