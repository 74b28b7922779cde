import DossierModel
import XMLPull

/// Goes through a Word document or an Excel workbook of 2003 that is one XML file.
final class OfficeXMLHandler: XMLHandler {
  typealias Name = OfficeXMLNames.Name
  typealias Space = OfficeXMLNames.Space

  private(set) var builder = BlockBuilder()
  private(set) var flags: Set<DocumentFlag> = []
  /// Whether the file is such a document.
  private(set) var isKnown = false
  /// Called where nothing that follows is wanted.
  var stop: (() -> Void)?

  private let wantsText: Bool
  private var properties = OfficeXMLProperties()
  private var depth = 0
  private var isText = false
  private var regions: [(depth: Int, region: TextRegion)] = []

  // Of a document: the texts of paragraphs, of which one may stand inside another.
  private var paragraphs: [(text: [UInt8], label: String?)] = []

  // Of a workbook.
  private var sheetName: String?
  private var cell: [UInt8] = []
  private var row = 0
  private var column = 0

  init(wantsText: Bool) { self.wantsText = wantsText }

  var metadata: DocumentMetadata { properties.metadata }

  private var region: TextRegion { regions.last?.region ?? .body }

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    let name = Name(element.name.local)
    let space = Space(rawValue: element.name.space)
    if depth == 1 {
      isKnown =
        space == .word && name == .document || space == .sheet && name == .workbook
      if !isKnown { stop?() }
    }
    if space == .office || properties.isOpen { properties.start(name, at: depth) }
    guard wantsText, let name else { return }
    switch space {
    case .sheet: startSheet(name, element)
    case .word: startWord(name, element)
    case .hint:
      if name == .text, let label = value(.val, .hint, of: element), !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].label = PropertyText.collapsed(label)
      }
    case .annotation: startAnnotation(value(.type, .word, of: element) ?? "")
    default: break
    }
  }

  func characters(_ text: borrowing XMLText) {
    properties.add(text)
    guard isText else { return }
    if let last = paragraphs.indices.last {
      if paragraphs[last].text.count < DocumentLimits.paragraph {
        text.append(to: &paragraphs[last].text)
      } else {
        builder.passOver(text.count)
      }
    } else if cell.count < DocumentLimits.paragraph {
      text.append(to: &cell)
    } else {
      builder.passOver(text.count)
    }
    if builder.isSpent { stop?() }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    if properties.end(at: depth), !wantsText { stop?() }
    if regions.last?.depth == depth { regions.removeLast() }
    guard wantsText, let tag = Name(name.local) else { return }
    switch Space(rawValue: name.space) {
    case .sheet: endSheet(tag)
    case .word: endWord(tag)
    default: break
    }
    if builder.isSpent { stop?() }
  }

  private func value(_ name: Name, _ space: Space, of element: borrowing XMLElement) -> String? {
    element.attribute(local: name.token, space: space.rawValue)
  }

  private func number(_ name: Name, _ space: Space, of element: borrowing XMLElement) -> Int? {
    value(name, space, of: element).flatMap { Int($0) }.map { max(0, min($0, 1_000_000)) }
  }

  // MARK: Workbooks

  private func startSheet(_ name: Name, _ element: borrowing XMLElement) {
    switch name {
    case .worksheet: sheetName = value(.sheetName, .sheet, of: element)
    case .table:
      builder.beginTable(name: sheetName, region: .body)
      row = 0
    case .row:
      let next = number(.index, .sheet, of: element) ?? row + 1
      builder.skipRows(next - row - 1)
      row = max(row + 1, next)
      column = 0
      builder.beginRow()
    case .cell:
      let next = number(.index, .sheet, of: element) ?? column + 1
      builder.skipColumns(next - column - 1)
      let width = 1 + (number(.mergeAcross, .sheet, of: element) ?? 0)
      column = max(column + 1, next) + width - 1
      builder.beginCell(
        rowSpan: 1 + (number(.mergeDown, .sheet, of: element) ?? 0), columnSpan: width)
      cell = []
    case .comment:
      flags.insert(.comments)
      regions.append((depth, .comment))
    case .data: isText = region == .body
    default: break
    }
  }

  private func endSheet(_ name: Name) {
    switch name {
    case .table: builder.endTable()
    case .row: builder.endRow()
    case .cell:
      builder.add(Paragraph(PropertyText.trimmed(String(decoding: cell, as: UTF8.self))))
      builder.endCell()
    case .data: isText = false
    default: break
    }
  }

  // MARK: Documents

  private func startWord(_ name: Name, _ element: borrowing XMLElement) {
    switch name {
    case .paragraph: if paragraphs.count < 64 { paragraphs.append(([], nil)) }
    case .text: isText = !paragraphs.isEmpty
    case .tab: put(0x09)
    case .br: put(0x0A)
    case .tbl: builder.beginTable(region: region)
    case .tr: builder.beginRow()
    case .tc: builder.beginCell()
    case .gridSpan: builder.setColumnSpan(number(.val, .word, of: element) ?? 1)
    case .vmerge:
      if value(.val, .word, of: element) == "restart" {
        builder.beginMerge()
      } else {
        builder.continueMerge()
      }
    case .hdr: regions.append((depth, .header))
    case .ftr: regions.append((depth, .footer))
    case .footnote, .endnote: regions.append((depth, .footnote))
    default: break
    }
  }

  private func startAnnotation(_ type: String) {
    switch type {
    case "Word.Insertion", "Word.Deletion": flags.insert(.trackedChanges)
    case "Word.Comment":
      flags.insert(.comments)
      regions.append((depth, .comment))
    default: break
    }
  }

  /// A tabulator of a paragraph's formatting stands before its text has begun.
  private func put(_ byte: UInt8) {
    if let last = paragraphs.indices.last { paragraphs[last].text.append(byte) }
  }

  private func endWord(_ name: Name) {
    switch name {
    case .text: isText = false
    case .tbl: builder.endTable()
    case .tr: builder.endRow()
    case .tc: builder.endCell()
    case .paragraph:
      guard let paragraph = paragraphs.popLast() else { return }
      let label = paragraph.label.flatMap { $0.isEmpty ? nil : $0 }
      builder.add(
        Paragraph(String(decoding: paragraph.text, as: UTF8.self), label: label, region: region))
    default: break
    }
  }
}
