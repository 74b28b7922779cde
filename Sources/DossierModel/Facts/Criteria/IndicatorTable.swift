/// Reads the rows of one table after the other.
struct IndicatorTable {
  private enum Column { case level(String), number }

  /// So many words a cell that states a level may have.
  private static let mostWords = 8

  let reader: IndicatorReader
  private var block: Int?
  private var columns: [Int: Column] = [:]
  private var hasRows = false
  /// Whether a row marked two levels.
  private(set) var hasUnsure = false
  /// The code of the last row that has one, and the column it stands in.
  private var last: (code: String, column: Int)?

  init(reader: IndicatorReader) { self.reader = reader }

  /// The level of the indicator of a row.
  ///
  /// - Parameter row: the lines of its cells.
  mutating func level(of row: [Line]) -> IndicatorLevel? {
    guard let place = row.first?.place else { return nil }
    if place.block != block {
      block = place.block
      columns = [:]
      hasRows = false
      last = nil
    }
    guard let (label, code) = label(of: row) else {
      if !columns.isEmpty, let numbered = numbered(row) { return numbered }
      if !hasRows { readHead(row) }
      return continued(row)
    }
    hasRows = true
    last = label.place.column.map { (code.code, $0) }
    let quote = row.map(\.text.quote).joined(separator: " | ")
    var found: Set<String> = []
    for line in row {
      let start = line.place.column == label.place.column ? code.end : 0
      if let id = level(of: line, from: start) { found.insert(id) }
    }
    if found.count > 1, !reader.isCumulative { hasUnsure = true }
    guard let id = one(of: found), !reader.isCumulative || code.code.contains(".") else {
      return nil
    }
    let own = reader.title(in: label, from: code.end)
    return IndicatorLevel(
      code: code.code, title: own.isEmpty ? title(of: row) : own, level: id, quote: quote)
  }

  /// A row with a running number, its indicator only named: "3 | Chế độ hỗ trợ người đi học | Mức 2".
  private mutating func numbered(_ row: [Line]) -> IndicatorLevel? {
    guard !reader.isCumulative, let first = row.first(where: { !$0.text.isBlank }),
      first.number(first.firstWord, digits: 1...2) != nil,
      first.tokens.count(where: { $0.kind != .sign }) == 1
    else { return nil }
    hasRows = true
    let found = Set(
      row.filter { $0.place.column != first.place.column }.compactMap {
        level(of: $0, from: 0)
      })
    if found.count > 1 { hasUnsure = true }
    let title = title(of: row)
    guard let id = one(of: found), title.contains(" ") else { return nil }
    return IndicatorLevel(
      code: "", title: title, level: id, quote: row.map(\.text.quote).joined(separator: " | "))
  }

  /// The longest cell of a row, folded.
  private func title(of row: [Line]) -> String {
    row.max { $0.count < $1.count }.map { reader.title(in: $0, from: 0) } ?? ""
  }

  /// What a row adds up: the number of criteria below each level, of all or of one standard.
  ///
  /// - Parameters:
  ///   - row: the lines of its cells, of which none states a level.
  ///   - scope: what the table stands in.
  func counts(of row: [Line], in scope: LevelCountReader.Scope) -> [LevelCount] {
    guard reader.isCumulative, scope != .criterion,
      let first = row.first(where: { !$0.text.isBlank }), first.place.block == block
    else { return [] }
    if let count = share(of: row, first, in: scope) { return [count] }
    let standard = label(of: row).map(\.code.code)
    guard
      standard.map({ !$0.contains(".") }) ?? (first.begins(with: reader.terms[.sheetTotal]) != nil)
    else { return [] }
    let quote = row.map(\.text.quote).joined(separator: " | ")
    let counts = row.compactMap { line -> LevelCount? in
      guard line.count == 1, let count = line.number(0, digits: 1...2),
        let column = line.place.column, case .level(let id)? = columns[column]
      else { return nil }
      return LevelCount(level: id, count: count, standard: standard, quote: quote)
    }
    return counts.count > 1 ? counts : []
  }

  /// A row of one level with a share of the criteria: "Mức 2 | 11/12 | 91,7%".
  private func share(
    of row: [Line], _ first: Line, in scope: LevelCountReader.Scope
  ) -> LevelCount? {
    guard let level = reader.words.match(first.ids, at: first.firstWord), level.end == first.count,
      first.isNumber(level.end - 1)
    else { return nil }
    let cell = row.first { line in
      line.count == 3 && line.isSign(1, "/")
        && line.place.column.map { columns[$0] == nil } ?? false
    }
    guard let cell, let count = cell.number(0, digits: 1...2),
      let whole = cell.number(2, digits: 1...2)
    else { return nil }
    let standard: String? = if case .standard(let code) = scope { code } else { nil }
    return LevelCount(
      level: reader.ids[level.entry], count: count, whole: whole, standard: standard,
      quote: row.map(\.text.quote).joined(separator: " | "))
  }

  /// The level of a row: the highest marked one where it takes in those below, else the only one.
  private func one(of found: Set<String>) -> String? {
    guard reader.isCumulative, found.count > 1 else { return found.count == 1 ? found.first : nil }
    let order = reader.ids.filter(found.contains)
    return found.contains(reader.ids.last ?? "") ? nil : order.first
  }

  /// The cell with the code of a row: that of the indicator where it stands behind its criterion's.
  private func label(of row: [Line]) -> (cell: Line, code: (code: String, end: Int))? {
    let coded = row.lazy.compactMap { cell in
      reader.code(in: cell, at: cell.firstWord).map { (cell: cell, code: $0) }
    }
    guard let first = coded.first else { return nil }
    return coded.first { $0.code.code.hasPrefix(first.code.code + ".") } ?? first
  }

  /// The level that a row begins with which goes on with the code above: its cell spans both.
  private func continued(_ row: [Line]) -> IndicatorLevel? {
    guard let last, let first = row.first(where: { !$0.text.isBlank }),
      let column = first.place.column, column > last.column,
      let id = level(of: first, from: 0)
    else { return nil }
    return IndicatorLevel(
      code: last.code, level: id, quote: row.map(\.text.quote).joined(separator: " | "))
  }

  private mutating func readHead(_ row: [Line]) {
    for line in row {
      guard let column = line.place.column else { continue }
      if let match = reader.single(in: line, from: 0) {
        columns[column] = .level(reader.ids[match.entry])
      } else if line.contains(reader.terms[.levelWord]) {
        columns[column] = .number
      }
    }
  }

  private func level(of line: Line, from start: Int) -> String? {
    if line.count - start <= Self.mostWords, let match = reader.single(in: line, from: start) {
      return reader.ids[match.entry]
    }
    guard start == 0, let column = line.place.column, let kind = columns[column] else {
      return nil
    }
    switch kind {
    case .level(let id):
      let isMark = line.begins(with: reader.terms[.levelMark]) != nil && line.count <= 2
      return isMark || line.tokens.allSatisfy { ["√", "✓", "✔", "+"].contains($0.folded) }
        ? id : nil
    case .number:
      guard line.count == 1, let number = line.number(0, digits: 1...2) else { return nil }
      return reader.byNumber[number]
    }
  }
}
