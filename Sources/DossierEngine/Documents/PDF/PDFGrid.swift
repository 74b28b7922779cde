import NativeReaders

/// The frame of a table on a page, from the lines that are drawn: which places it has, and which of
/// them lines do not divide.
struct PDFGrid {
  /// Lines nearer to one another than this, in points, are one: double frames, and frames that
  /// are drawn cell by cell.
  private static let nearness = 2.5
  private static let mostLines = 1500
  private static let mostPlaces = 20_000

  /// One cell: the places it covers.
  struct Cell {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  /// The lines that run down, from the left, and those that run across, from the top.
  private(set) var edges: (x: [Double], y: [Double])
  private(set) var cells: [Cell] = []
  /// The number of the cell that has a place, row by row.
  private var owners: [Int] = []

  var columnCount: Int { edges.x.count - 1 }
  var rowCount: Int { edges.y.count - 1 }
  var top: Double { edges.y[0] }
  var bottom: Double { edges.y[edges.y.count - 1] }

  /// The frames of the tables on a page, from the top; a frame of one column or one row is none.
  static func grids(of rulings: [PDFRuling]) -> [PDFGrid] {
    let down = joined(rulings.filter { !$0.isHorizontal })
    let across = joined(rulings.filter(\.isHorizontal))
    guard down.count > 1, across.count > 1, down.count + across.count <= mostLines else {
      return []
    }
    return parts(down: down, across: across)
      .compactMap { PDFGrid(down: $0.down, across: $0.across) }
      .sorted { $0.top < $1.top }
  }

  /// The cell that a point is in.
  func cell(atX x: Double, y: Double) -> Int? {
    guard let column = Self.interval(x, in: edges.x), let row = Self.interval(y, in: edges.y) else {
      return nil
    }
    return owners[row * columnCount + column]
  }

  /// Whether the middle of a word stands inside the frame.
  func holds(_ word: PDFWord) -> Bool { cell(atX: word.center, y: word.middle) != nil }

  /// How wide a cell is, in points.
  func width(of cell: Int) -> Double {
    edges.x[cells[cell].columns.upperBound + 1] - edges.x[cells[cell].columns.lowerBound]
  }

  /// Whether another frame has the same columns.
  func hasColumns(of other: PDFGrid) -> Bool {
    edges.x.count == other.edges.x.count
      && zip(edges.x, other.edges.x).allSatisfy { abs($0 - $1) <= Self.nearness * 2 }
  }

  private static func interval(_ value: Double, in edges: [Double]) -> Int? {
    guard let above = edges.firstIndex(where: { value < $0 }), above > 0 else { return nil }
    return above - 1
  }

  // MARK: Lines

  /// Lines on one another or one behind the other as one line.
  private static func joined(_ rulings: [PDFRuling]) -> [PDFRuling] {
    var result: [PDFRuling] = []
    var first = 0
    let sorted = rulings.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count, sorted[end].position - sorted[end - 1].position <= nearness / 2 {
        end += 1
      }
      let position = sorted[first..<end].reduce(0) { $0 + $1.position } / Double(end - first)
      for ruling in sorted[first..<end].sorted(by: { $0.start < $1.start }) {
        if let last = result.last, last.position == position, ruling.start <= last.end + nearness {
          result[result.count - 1].end = max(last.end, ruling.end)
        } else {
          var own = ruling
          own.position = position
          result.append(own)
        }
      }
      first = end
    }
    return result
  }

  /// Lines that touch one another stand together.
  private static func parts(
    down: [PDFRuling], across: [PDFRuling]
  ) -> [(down: [PDFRuling], across: [PDFRuling])] {
    var leaders = DisjointSets(count: down.count + across.count)
    for (index, line) in down.enumerated() {
      for (other, crossing) in across.enumerated() where touch(line, crossing) {
        leaders.join(index, down.count + other)
      }
    }
    var order: [Int] = []
    var found: [Int: (down: [PDFRuling], across: [PDFRuling])] = [:]
    for index in 0..<(down.count + across.count) {
      let leader = leaders.leader(of: index)
      if found[leader] == nil { order.append(leader) }
      if index < down.count {
        found[leader, default: ([], [])].down.append(down[index])
      } else {
        found[leader, default: ([], [])].across.append(across[index - down.count])
      }
    }
    return order.compactMap { found[$0] }
  }

  private static func touch(_ down: PDFRuling, _ across: PDFRuling) -> Bool {
    down.position >= across.start - nearness && down.position <= across.end + nearness
      && across.position >= down.start - nearness && across.position <= down.end + nearness
  }

  private static func edges(_ positions: [Double]) -> [Double] {
    var edges: [Double] = []
    for position in positions.sorted() {
      if let last = edges.last, position - last <= nearness { continue }
      edges.append(position)
    }
    return edges
  }

  // MARK: Places

  private init?(down: [PDFRuling], across: [PDFRuling]) {
    var x = Self.edges(down.map(\.position))
    let y = Self.edges(across.map(\.position))
    guard let left = x.first, let right = x.last else { return nil }
    // A table may be open at its sides.
    let start = across.map(\.start).min() ?? left
    let end = across.map(\.end).max() ?? right
    if start < left - 12 { x.insert(start, at: 0) }
    if end > right + 12 { x.append(end) }
    guard x.count > 2, y.count > 2, (x.count - 1) * (y.count - 1) <= Self.mostPlaces else {
      return nil
    }
    edges = (x, y)
    divide(down: down, across: across)
  }

  private mutating func divide(down: [PDFRuling], across: [PDFRuling]) {
    let columns = columnCount
    var places = DisjointSets(count: rowCount * columns)
    for column in 1..<columns {
      let lines = down.filter { abs($0.position - edges.x[column]) <= Self.nearness }
      for row in 0..<rowCount where !Self.covers(lines, edges.y[row], edges.y[row + 1]) {
        places.join(row * columns + column - 1, row * columns + column)
      }
    }
    for row in 1..<rowCount {
      let lines = across.filter { abs($0.position - edges.y[row]) <= Self.nearness }
      for column in 0..<columns where !Self.covers(lines, edges.x[column], edges.x[column + 1]) {
        places.join((row - 1) * columns + column, row * columns + column)
      }
    }
    var numbers: [Int: Int] = [:]
    owners = Array(repeating: 0, count: rowCount * columns)
    for place in owners.indices {
      let (row, column) = place.quotientAndRemainder(dividingBy: columns)
      let leader = places.leader(of: place)
      if let known = numbers[leader] {
        owners[place] = known
        let cell = cells[known]
        cells[known].rows = cell.rows.lowerBound...max(cell.rows.upperBound, row)
        cells[known].columns =
          min(cell.columns.lowerBound, column)...max(cell.columns.upperBound, column)
      } else {
        numbers[leader] = cells.count
        owners[place] = cells.count
        cells.append(Cell(rows: row...row, columns: column...column))
      }
    }
  }

  private static func covers(_ lines: [PDFRuling], _ start: Double, _ end: Double) -> Bool {
    let middle = (start + end) / 2
    return lines.contains { $0.start <= middle && $0.end >= middle }
  }
}

/// Things that belong together, found pair by pair.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The thing that stands for all that belong with one.
  mutating func leader(of index: Int) -> Int {
    var leader = index
    while parents[leader] != leader {
      parents[leader] = parents[parents[leader]]
      leader = parents[leader]
    }
    return leader
  }

  /// Two things belong together from now on; the smaller leader leads.
  mutating func join(_ first: Int, _ second: Int) {
    let leaders = (leader(of: first), leader(of: second))
    parents[max(leaders.0, leaders.1)] = min(leaders.0, leaders.1)
  }
}
