import DossierModel
import XMLPull

/// One row of a sheet while it is read: cells may stand for thousands.
struct ODFSheet {
  struct Cell {
    var column: Int
    var repeats: Int
    var rowSpan: Int
    var columnSpan: Int
    var paragraphs: [DossierModel.Paragraph] = []
    var value: String?
  }

  var row: [Cell] = []
  var column = 0
  var open: Cell?
  var rowRepeats = 1

  /// How often a cell or row with content is written out; what lies beyond is only filling.
  static let maximumRepeats = 200

  mutating func add(_ paragraph: DossierModel.Paragraph) {
    if !paragraph.text.isEmpty { open?.paragraphs.append(paragraph) }
  }

  mutating func beginCell(_ cell: Cell) {
    open = cell
    open?.column = column
  }

  mutating func endCell() {
    guard var cell = open else { return }
    open = nil
    column = min(column + cell.repeats, 100_000)
    if cell.paragraphs.isEmpty, let value = cell.value, !value.isEmpty {
      cell.paragraphs = [DossierModel.Paragraph(value)]
    }
    if !cell.paragraphs.isEmpty { row.append(cell) }
  }

  /// Writes the row, as often as it is repeated, and forgets it.
  mutating func endRow(into builder: inout BlockBuilder) {
    defer {
      row = []
      column = 0
    }
    guard !row.isEmpty else {
      builder.skipRows(rowRepeats)
      return
    }
    for _ in 0..<min(rowRepeats, ODFSheet.maximumRepeats) {
      builder.beginRow()
      var position = 0
      for cell in row {
        for number in 0..<min(cell.repeats, ODFSheet.maximumRepeats) {
          builder.skipColumns(cell.column + number - position)
          builder.beginCell(rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, advance: 1)
          for paragraph in cell.paragraphs { builder.add(paragraph) }
          builder.endCell()
          position = cell.column + number + 1
        }
      }
      builder.endRow()
    }
    builder.skipRows(max(0, rowRepeats - ODFSheet.maximumRepeats))
  }
}

extension ODFStory {
  private func count(_ element: borrowing XMLElement, _ tag: Tag) -> Int {
    max(1, min(element.value(tag, .table).flatMap { Int($0) } ?? 1, 10_000_000))
  }

  private func isHiddenSheet(_ element: borrowing XMLElement) -> Bool {
    asides.isEmpty && paragraphs.isEmpty
      && styles.format(element.value(.styleName, .table), family: "table").isHidden == true
  }

  /// The other file whose cells LibreOffice keeps in a table of this name ("'file:///a.ods'#Tờ1"):
  /// no sheet of the document, and nothing that somebody hid.
  private func cachedFile(_ name: String?) -> String? {
    guard let name, name.hasPrefix("'"), let end = name.firstRange(of: "'#") else { return nil }
    let file = name[name.index(after: name.startIndex)..<end.lowerBound]
    return file.contains(":") ? String(file) : nil
  }

  private var isInSheet: Bool { isSpreadsheet && asides.isEmpty && paragraphs.isEmpty }

  func startTable(_ element: borrowing XMLElement) {
    switch element.tag {
    case .table:
      let name = element.value(.name, .table)
      let region = region
      let sheetName = isSpreadsheet ? name : nil
      if isSpreadsheet, let file = cachedFile(name) {
        noteSource(file)
        skipDepth = depth
        return
      }
      if isSpreadsheet, isHiddenSheet(element) {
        DocxFindings.add(name ?? "", to: &findings.hiddenText)
        skipDepth = depth
        return
      }
      currentBuilder { $0.beginTable(name: sheetName, region: region) }
    case .tableRow:
      if isInSheet {
        sheet.rowRepeats = count(element, .numberRowsRepeated)
        sheet.column = 0
        sheet.row = []
      } else {
        currentBuilder { $0.beginRow() }
      }
    case .tableCell: beginCell(element)
    case .coveredTableCell: skipCell(element)
    case .trackedChanges: isInTrackedChanges = true
    case .cellContentChange, .insertion, .deletion: findings.revisionCount += 1
    case .tableSource, .cellRangeSource: noteLink(element)
    case .shapes: if isSpreadsheet { skipDepth = depth }
    default: break
    }
  }

  private func beginCell(_ element: borrowing XMLElement) {
    let rowSpan = count(element, .numberRowsSpanned)
    let columnSpan = count(element, .numberColumnsSpanned)
    if isInSheet {
      var value: String?
      for tag in [Tag.stringValue, .dateValue, .timeValue, .booleanValue, .value]
      where value == nil {
        value = element.value(tag, .office)
      }
      if let formula = element.value(.formula, .table) { noteLinks(in: formula) }
      sheet.beginCell(
        ODFSheet.Cell(
          column: 0, repeats: count(element, .numberColumnsRepeated), rowSpan: rowSpan,
          columnSpan: columnSpan, value: value))
    } else {
      // The columns it spans follow as covered cells.
      currentBuilder { $0.beginCell(rowSpan: rowSpan, columnSpan: columnSpan, advance: 1) }
    }
  }

  /// References to cells of another file (OpenFormula 5.8, "Source"): `['file:///a.ods'#$Tờ1.A1]`.
  private func noteLinks(in formula: String) {
    guard formula.utf8.contains(UInt8(ascii: "#")) else { return }
    var rest = formula.utf8[...]
    while let start = rest.firstIndex(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
    ) {
      let quote = rest[start]
      let name = rest[rest.index(after: start)...].prefix { $0 != quote }
      guard name.endIndex < rest.endIndex else { return }
      rest = rest[rest.index(after: name.endIndex)...]
      if quote == UInt8(ascii: "'"), rest.first == UInt8(ascii: "#") { noteSource(String(name)) }
    }
  }

  private func noteSource(_ target: String?) {
    guard let target, !target.isEmpty else { return }
    findings.hasFetchedLinks = true
    DocxFindings.add("formula \(target)", to: &findings.externalTargets)
  }

  private func skipCell(_ element: borrowing XMLElement) {
    let repeats = count(element, .numberColumnsRepeated)
    if isInSheet {
      sheet.column = min(sheet.column + repeats, 100_000)
    } else {
      currentBuilder { $0.skipColumns(repeats) }
    }
    skipDepth = depth
  }

  func endTable(_ tag: Tag) {
    switch tag {
    case .table: currentBuilder { $0.endTable() }
    case .trackedChanges: isInTrackedChanges = false
    case .tableRow:
      if isInSheet {
        sheet.endRow(into: &builder)
        if builder.isSpent { requestStop() }
      } else {
        currentBuilder { $0.endRow() }
      }
    case .tableCell:
      if isInSheet { sheet.endCell() } else { currentBuilder { $0.endCell() } }
    default: break
    }
  }
}
