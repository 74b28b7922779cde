import DossierModel

/// Puts paragraphs and tables together in reading order, within a bound of memory.
///
/// A table inside a cell gives its paragraphs to that cell. Text boxes wait until the paragraph
/// they hang on has ended. Deleted text is kept apart from the current.
struct BlockBuilder {
  private enum Container {
    case list([TextBlock])
    case table(TableState)
  }

  /// The first cell of a horizontal merge.
  private enum Joint {
    case cell(Int)
    /// It continues the cell above, which is as wide already.
    case above
  }

  private struct TableState {
    var table: TextTable
    var row = 0
    var column = 0
    var openCell: TableCell?
    var isRowDeleted = false
    var isCellMerged = false
    /// Whether the cell that has begun is the first of a horizontal merge, or a later one.
    var isCellFirst = false
    var isCellJoined = false
    /// What later cells of the row join.
    var joint: Joint?
    var advance: Int?
    var nested = 0
    /// The cell that a vertical merge of a column continues.
    var owners: [Int: Int] = [:]
  }

  private var containers: [Container] = [.list([])]
  private(set) var deleted: [TextBlock] = []
  private var cost = 0
  private var passed = 0
  /// Whether more text came than is kept.
  private(set) var isFull = false
  /// Whether so much text came that nothing more is looked at.
  var isSpent: Bool { passed > DocumentLimits.passed }

  /// All blocks: the current ones in reading order, then the deleted ones.
  func finish() -> [TextBlock] {
    guard case .list(let blocks)? = containers.first else { return deleted }
    return blocks + deleted
  }

  // MARK: Paragraphs

  /// Whether what comes stands in a cell of a table.
  var isInCell: Bool {
    if case .table(let state)? = containers.last { state.openCell != nil } else { false }
  }

  /// Whether what comes stands in a row that a tracked change has struck out.
  var isInDeletedRow: Bool {
    containers.contains { container in
      if case .table(let state) = container { state.isRowDeleted } else { false }
    }
  }

  /// Adds a paragraph where the reading stands; one without text and label is left out.
  mutating func add(_ paragraph: Paragraph) {
    let isBlank = paragraph.text.utf8.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    if isBlank, paragraph.label == nil {
      passed += DocumentLimits.passedBlank
      if isSpent { isFull = true }
      return
    }
    let count = paragraph.text.utf8.count + (paragraph.label?.utf8.count ?? 0)
    guard pay(DocumentLimits.cost(ofText: count), passing: count) else { return }
    if paragraph.region == .deleted || isInDeletedRow {
      var struck = paragraph
      struck.region = .deleted
      deleted.append(.paragraph(struck))
      return
    }
    place([.paragraph(paragraph)])
  }

  private mutating func place(_ blocks: [TextBlock]) {
    guard let last = containers.indices.last else { return }
    switch containers[last] {
    case .list(var list):
      containers[last] = .list([])
      list += blocks
      containers[last] = .list(list)
    case .table(var state):
      // Between cells there is no text: what stands there belongs to no cell and is dropped.
      containers[last] = .list([])
      if !state.isCellMerged {
        state.openCell?.paragraphs += blocks.flatMap(\.paragraphs)
      }
      containers[last] = .table(state)
    }
  }

  private mutating func pay(_ price: Int, passing bytes: Int = 0) -> Bool {
    cost += price
    passed += bytes + DocumentLimits.passedItem
    if cost > DocumentLimits.text { isFull = true }
    return !isFull
  }

  /// Lets text pass that is more than a paragraph may have.
  mutating func passOver(_ bytes: Int) {
    passed += bytes
    isFull = true
  }

  // MARK: Text boxes

  /// Begins a text box; what follows is held until `endBox`.
  mutating func beginBox() { containers.append(.list([])) }

  /// Ends a text box and gives its blocks, to be put back with `putBox`.
  mutating func endBox() -> [TextBlock] {
    guard containers.count > 1, case .list(let blocks)? = containers.last else { return [] }
    containers.removeLast()
    return blocks
  }

  /// Puts the blocks of a text box where the reading stands.
  mutating func putBox(_ blocks: [TextBlock]) {
    if !blocks.isEmpty { place(blocks) }
  }

  // MARK: Tables

  private mutating func withTable(_ body: (inout TableState) -> Void) {
    guard let last = containers.indices.last, case .table(var state) = containers[last] else {
      return
    }
    containers[last] = .list([])
    body(&state)
    containers[last] = .table(state)
  }

  /// Begins a table.
  mutating func beginTable(name: String? = nil, region: TextRegion) {
    if isInCell {
      withTable { $0.nested += 1 }
    } else {
      let table = TextTable(cells: [], rowCount: 0, columnCount: 0, name: name, region: region)
      containers.append(.table(TableState(table: table)))
    }
  }

  /// Begins a row, so many grid columns from the left.
  mutating func beginRow() {
    withTable { state in
      guard state.nested == 0 else { return }
      state.column = 0
      state.isRowDeleted = false
      state.joint = nil
    }
  }

  /// Leaves grid columns of a row free.
  mutating func skipColumns(_ count: Int) {
    withTable { state in
      if state.nested == 0 { state.column = min(state.column + max(0, count), 100_000) }
    }
  }

  /// Marks the row that has begun as struck out.
  mutating func markRowDeleted() {
    withTable { if $0.nested == 0 { $0.isRowDeleted = true } }
  }

  /// Begins a cell.
  ///
  /// - Parameter advance: the columns to the next cell, where not all that it spans.
  mutating func beginCell(rowSpan: Int = 1, columnSpan: Int = 1, advance: Int? = nil) {
    guard pay(DocumentLimits.cellCost) else { return }
    withTable { state in
      guard state.nested == 0, state.openCell == nil else { return }
      state.isCellMerged = false
      state.isCellFirst = false
      state.isCellJoined = false
      state.advance = advance
      state.openCell = TableCell(
        row: state.row, column: state.column, rowSpan: max(1, min(rowSpan, 100_000)),
        columnSpan: max(1, min(columnSpan, 10_000)), paragraphs: [])
    }
  }

  /// Sets the width of the cell that has begun.
  mutating func setColumnSpan(_ span: Int) {
    withTable { state in
      if state.nested == 0 { state.openCell?.columnSpan = max(1, min(span, 10_000)) }
    }
  }

  /// Marks the cell that has begun as the continuation of the one above it; where nothing above began
  /// a merge, it is the first, as Word shows it.
  mutating func continueMerge() {
    withTable { state in
      guard state.nested == 0 else { return }
      let count = state.table.cells.count
      state.isCellMerged = state.owners[state.column].map { $0 < count } ?? false
      if !state.isCellMerged { state.owners[state.column] = count }
    }
  }

  /// Marks the cell that has begun as one with the cell before it, if that one began a merge.
  mutating func continueJoint() {
    withTable { if $0.nested == 0 { $0.isCellJoined = $0.joint != nil } }
  }

  /// Marks the cell that has begun as the first of a horizontal merge.
  mutating func beginJoint() {
    withTable { if $0.nested == 0 { $0.isCellFirst = true } }
  }

  /// Forgets the cell that has begun: another covers it.
  mutating func dropCell() {
    withTable { state in
      guard state.nested == 0, state.openCell != nil else { return }
      state.openCell = nil
      state.column = min(state.column + 1, 100_000)
    }
  }

  /// Marks the cell that has begun as the first of a vertical merge.
  mutating func beginMerge() {
    withTable { state in
      if state.nested == 0 { state.owners[state.column] = state.table.cells.count }
    }
  }

  /// Ends a cell.
  mutating func endCell() {
    withTable { state in
      guard state.nested == 0, let cell = state.openCell else { return }
      state.openCell = nil
      state.column = min(state.column + (state.advance ?? cell.columnSpan), 100_000)
      guard !state.isRowDeleted else { return }
      state.table.columnCount = max(state.table.columnCount, cell.column + cell.columnSpan)
      if state.isCellJoined {
        state.owners[cell.column] = nil
        if case .cell(let first) = state.joint {
          state.table.cells[first].columnSpan += cell.columnSpan
          state.table.cells[first].paragraphs += cell.paragraphs
        }
        return
      }
      state.joint = state.isCellFirst ? .cell(state.table.cells.count) : nil
      if state.isCellMerged {
        state.isCellMerged = false
        if let owner = state.owners[cell.column], state.table.cells.indices.contains(owner) {
          state.table.cells[owner].rowSpan += 1
          if state.joint != nil { state.joint = .above }
          return
        }
      } else if state.owners[cell.column] != state.table.cells.count {
        state.owners[cell.column] = nil
      }
      state.table.cells.append(cell)
    }
  }

  /// Ends a row.
  mutating func endRow() {
    withTable { state in
      guard state.nested == 0 else { return }
      if !state.isRowDeleted {
        state.row += 1
        state.table.rowCount = state.row
      }
      state.isRowDeleted = false
    }
  }

  /// Lets rows without content pass.
  mutating func skipRows(_ count: Int) {
    withTable { if $0.nested == 0 { $0.row = min($0.row + max(0, count), 10_000_000) } }
  }

  /// Ends a table; one without any cell is left out.
  mutating func endTable() {
    guard case .table(let state)? = containers.last else { return }
    if state.nested > 0 {
      withTable { $0.nested -= 1 }
      return
    }
    guard containers.count > 1 else { return }
    containers.removeLast()
    guard !state.table.cells.isEmpty else { return }
    place([.table(state.table)])
  }
}
