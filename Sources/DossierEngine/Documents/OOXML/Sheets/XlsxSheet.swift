import DossierModel
import XMLPull

/// Reads one sheet of a workbook (ISO/IEC 29500-1 18.3) into a table.
final class XlsxSheet: XMLHandler {
  private struct Merge {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  private let strings: [String]
  private let kinds: [XlsxStyles.Kind]
  private let startsIn1904: Bool
  private let stop: () -> Void
  private(set) var cells: [TableCell] = []
  private(set) var isFull = false
  private var merges: [Merge] = []
  private var budget: Int
  private var row = -1
  private var column = -1
  private var cell: (type: String, style: Int)?
  private var value: [UInt8] = []
  private var isInValue = false
  private var formula: [UInt8] = []
  private var isInFormula = false
  private var formulas = SheetFormulas()
  /// The styles of the cells with such formulas.
  private var styles: [Int: Int] = [:]
  /// The places in `cells` whose value is a number.
  private var numbers: Set<Int> = []
  private var skipDepth: Int?
  private var depth = 0

  init(
    strings: [String], kinds: [XlsxStyles.Kind], startsIn1904: Bool, budget: Int,
    stop: @escaping () -> Void
  ) {
    self.strings = strings
    self.kinds = kinds
    self.startsIn1904 = startsIn1904
    self.budget = budget
    self.stop = stop
  }

  /// More rows than a sheet has.
  private static let mostRows = 2_000_000

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard skipDepth == nil, element.space == .sheet else { return }
    switch element.tag {
    case .row:
      let stated = element.value(.r).flatMap { Int($0) }.map { max(1, $0) - 1 }
      row = min(stated ?? row + 1, XlsxSheet.mostRows)
      column = -1
    case .c:
      let place = element.value(.r).flatMap { XlsxSheet.place($0[...]) }
      column = place?.column ?? column + 1
      if let place { row = place.row }
      cell = (element.value(.t) ?? "n", element.value(.s).flatMap { Int($0) } ?? 0)
      value = []
      formula = []
    case .f: isInFormula = cell != nil
    case .v: isInValue = cell != nil
    case .t: isInValue = cell?.type == "inlineStr"
    case .rPh: skipDepth = depth
    case .mergeCell: addMerge(element.value(.ref) ?? "")
    default: break
    }
  }

  func characters(_ text: borrowing XMLText) {
    if isInValue, skipDepth == nil { text.append(to: &value) }
    if isInFormula, skipDepth == nil, formula.count < 8192 { text.append(to: &formula) }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    if let skipDepth {
      if skipDepth == depth { self.skipDepth = nil }
      return
    }
    guard name.isIn == .sheet else { return }
    switch name.tag {
    case .v, .t: isInValue = false
    case .f: isInFormula = false
    case .c: endCell()
    default: break
    }
  }

  private func endCell() {
    defer { cell = nil }
    guard let cell else { return }
    guard !value.isEmpty else {
      if !formula.isEmpty, formulas.add(formula, at: .init(row: row, column: column)) {
        styles[row * 32_768 + column] = cell.style
      }
      return
    }
    let text = shown(String(decoding: value, as: UTF8.self), cell.type, cell.style)
    guard !PropertyText.trimmed(text).isEmpty else { return }
    budget -= DocumentLimits.cost(ofText: text.utf8.count) + DocumentLimits.cellCost
    guard budget > 0 else {
      isFull = true
      stop()
      return
    }
    if cell.type == "n" { numbers.insert(cells.count) }
    cells.append(TableCell(row: row, column: column, paragraphs: [Paragraph(text)]))
  }

  private func shown(_ raw: String, _ type: String, _ style: Int) -> String {
    switch type {
    case "s":
      guard let index = Int(PropertyText.trimmed(raw)), strings.indices.contains(index) else {
        return ""
      }
      return strings[index]
    case "inlineStr", "str": return PropertyText.unescaped(raw)
    case "b": return raw == "1" ? "TRUE" : raw == "0" ? "FALSE" : raw
    case "e", "d": return raw
    default:
      let kind = kinds.indices.contains(style) ? kinds[style] : .number
      return XlsxNumber.text(PropertyText.trimmed(raw), kind: kind, startsIn1904: startsIn1904)
    }
  }

  private func addMerge(_ reference: String) {
    let corners = reference.split(separator: ":")
    guard corners.count == 2, let first = XlsxSheet.place(corners[0]),
      let last = XlsxSheet.place(corners[1]), last.row >= first.row,
      last.column >= first.column, merges.count < 100_000
    else { return }
    merges.append(
      Merge(
        row: first.row, column: first.column, rowSpan: last.row - first.row + 1,
        columnSpan: last.column - first.column + 1))
  }

  /// The row and column of a reference such as "B3", from 0.
  static func place(_ reference: Substring) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in reference.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= 20_000, row <= mostRows else { return nil }
    }
    return column > 0 && row > 0 ? (row - 1, column - 1) : nil
  }

  /// Gives formulas that came without a value the one they work out to.
  private func fillFormulas() {
    guard !formulas.isEmpty else { return }
    let known = cells.enumerated().map { index, cell in
      (
        place: SheetFormulas.Place(row: cell.row, column: cell.column), text: cell.text,
        isNumber: numbers.contains(index)
      )
    }
    for (place, value) in formulas.values(known) {
      let style = styles[place.row * 32_768 + place.column] ?? 0
      let text = shown(XlsxNumber.plain(value, ""), "n", style)
      cells.append(
        TableCell(row: place.row, column: place.column, paragraphs: [Paragraph(text)]))
    }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// The table once the sheet is read, or nothing where it is empty.
  func table(named name: String) -> TextTable? {
    fillFormulas()
    guard !cells.isEmpty else { return nil }
    var spans: [Int: Merge] = [:]
    for merge in merges { spans[merge.row * 32_768 + merge.column] = merge }
    var rowCount = 0
    var columnCount = 0
    for index in cells.indices {
      if let merge = spans[cells[index].row * 32_768 + cells[index].column] {
        cells[index].rowSpan = merge.rowSpan
        cells[index].columnSpan = merge.columnSpan
      }
      rowCount = max(rowCount, cells[index].row + cells[index].rowSpan)
      columnCount = max(columnCount, cells[index].column + cells[index].columnSpan)
    }
    return TextTable(cells: cells, rowCount: rowCount, columnCount: columnCount, name: name)
  }

  /// What is left of the budget for further sheets.
  var remainingBudget: Int { budget }
}
