import DossierModel

/// Finds tables that no lines frame: rows whose words stand below one another in three columns or
/// more, one of which holds numbers or other marks.
struct PDFUnruledTable {
  private static let gap = 8.0
  private static let mostLines = 150
  private static let mostWords = 6000
  private static let mostBetween = 12
  private static let mostSpanning = 2
  private static let fewRows = 6

  /// Its lines among those of the page.
  var range: Range<Int>
  var layout: PDFUnruledLayout
  var table: TextTable

  /// Finds the tables on a page, from the top.
  ///
  /// - Parameters:
  ///   - lines: the lines of the page that stand in no frame.
  ///   - carried: the table with which the page before ended.
  ///   - page: the page, from 1.
  static func tables(
    in lines: [PDFTextLine], carried: PDFUnruledLayout?, page: Int
  ) -> [PDFUnruledTable] {
    guard lines.count <= mostLines, lines.reduce(0, { $0 + $1.words.count }) <= mostWords else {
      return []
    }
    var found: [PDFUnruledTable] = []
    var start = 0
    if let carried, let range = rest(of: lines, carried) {
      let table = PDFUnruledRows(lines: Array(lines[range]), carried).table(page: page)
      found.append(PDFUnruledTable(range: range, layout: carried, table: table))
      start = range.upperBound
    }
    let seeds = lines.indices.filter { $0 >= start && lines[$0].parts(dividedBy: gap).count > 1 }
    var next = 0
    while next + 2 < seeds.count {
      guard let run = run(of: seeds[next...], in: lines) else {
        next += 1
        continue
      }
      guard let (range, columns) = whole(run, from: start, in: lines) else {
        next = seeds[next...].firstIndex { $0 >= run.upperBound } ?? seeds.count
        continue
      }
      // The table may turn out to end before the rows by which it was found.
      next = seeds[(next + 1)...].firstIndex { $0 >= range.upperBound } ?? seeds.count
      let layout = PDFUnruledLayout(lines: Array(lines[range]), columns: columns)
      let rows = PDFUnruledRows(lines: Array(lines[range]), layout)
      guard rows.count > 2, !layout.marks.isEmpty else { continue }
      found.append(
        PDFUnruledTable(range: range, layout: layout, table: rows.table(page: page)))
      start = range.upperBound
    }
    return found
  }

  /// The whole of a table of which some rows are known: its columns by all its lines, and the lines
  /// that stand in them.
  private static func whole(
    _ run: Range<Int>, from start: Int, in lines: [PDFTextLine]
  ) -> (Range<Int>, PDFColumns)? {
    var range = run
    var columns: PDFColumns?
    for _ in 0..<4 {
      guard let better = PDFColumns(of: Array(lines[range])), better.count > 2 else { return nil }
      let wider = extended(range, from: start, in: lines, better)
      columns = better
      guard wider != range else { break }
      range = wider
    }
    return columns.map { (range, $0) }
  }

  /// The first rows that share their columns, as many as do.
  private static func run(
    of seeds: ArraySlice<Int>, in lines: [PDFTextLine]
  ) -> Range<Int>? {
    guard let first = seeds.first else { return nil }
    var run: [Int] = [first]
    var columns: PDFColumns?
    for seed in seeds.dropFirst() {
      guard let last = run.last, seed - last <= mostBetween else { break }
      let wider = PDFColumns(of: (run + [seed]).map { lines[$0] })
      if run.count > 1 {
        if run.count >= fewRows / 2, let columns, !columns.fit(lines[seed]),
          wider?.count ?? 0 < columns.count
        {
          // The title of a group; too many of such lines are text.
          continue
        }
        // Few rows do not tell yet what is a column and what is room.
        let least = (columns?.count ?? 0) - (run.count < fewRows ? 1 : 0)
        guard let wider, wider.count > 2, wider.count >= least,
          !hasText(between: last, and: seed, in: lines, wider)
        else { break }
      }
      columns = wider
      run.append(seed)
    }
    guard let last = run.last, run.count > 2 else { return nil }
    return first..<last + 1
  }

  /// Whether more lines than a heading's run over the borders between two rows: no table goes on
  /// behind them.
  private static func hasText(
    between upper: Int, and lower: Int, in lines: [PDFTextLine], _ columns: PDFColumns
  ) -> Bool {
    var spanning = 0
    for line in lines[(upper + 1)..<lower] {
      spanning = columns.fit(line) ? 0 : spanning + 1
      if spanning > mostSpanning { return true }
    }
    return false
  }

  /// The rows with the lines of a head above them and those of their last cells.
  private static func extended(
    _ range: Range<Int>, from start: Int, in lines: [PDFTextLine], _ columns: PDFColumns
  ) -> Range<Int> {
    let layout = PDFUnruledLayout(lines: Array(lines[range]), columns: columns)
    let pitch = layout.pitch
    var first = range.lowerBound
    var above = first
    while above > start {
      above -= 1
      let line = lines[above]
      guard columns.fit(line), lines[above + 1].middle - line.middle < max(pitch, line.height) * 2
      else { break }
      // A line of one column may be a short title; it is none where it reaches into the line below.
      let reachesDown = above + 1 == first && lines[first].middle - line.middle < line.height * 0.8
      if reachesDown || columns.pieces(of: line).count > 1 { first = above }
    }
    var end = 1 + (range.last { layout.hasMark(lines[$0]) } ?? range.upperBound - 1)
    for index in end..<lines.count {
      let line = lines[index]
      let distance = line.middle - lines[index - 1].middle
      guard columns.fit(line), distance < max(pitch, line.height) * 2.5, index - end < 4 else {
        break
      }
      let isWrapped =
        index == end && distance < pitch * 1.1 + 0.7
        && layout.hadNoRoom(for: line, in: lines[first..<end])
      if isWrapped || layout.hasMark(line) { end = index + 1 }
    }
    return first..<end
  }

  /// The lines at the top of a page that go on with a table of the page before.
  private static func rest(of lines: [PDFTextLine], _ carried: PDFUnruledLayout) -> Range<Int>? {
    let first = lines.firstIndex {
      $0.parts(dividedBy: gap).count > 1 || !PDFPageWords.isNumber($0.text)
    }
    guard let first else { return nil }
    var end = first
    var hasRow = false
    var spanning = 0
    for (index, line) in lines.enumerated().dropFirst(first) {
      let distance = index > first ? line.middle - lines[index - 1].middle : 0
      spanning = carried.columns.fit(line) ? 0 : spanning + 1
      guard distance < line.height * 4, spanning <= mostSpanning, index - end < mostBetween else {
        break
      }
      if carried.hasMark(line) {
        end = index + 1
        hasRow = true
      } else if index == end, spanning == 0, distance < carried.pitch * 1.1 + 0.7,
        carried.hadNoRoom(for: line, in: lines[first..<end])
      {
        end = index + 1
      }
    }
    return hasRow ? first..<end : nil
  }
}
