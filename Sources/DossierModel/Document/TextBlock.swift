/// Where in a document a piece of text stands.
public enum TextRegion: String, Sendable, Hashable, Codable {
  case body
  case header
  case footer
  case footnote
  case textBox
  case comment
  /// Text that a tracked change has struck out: not current text.
  case deleted
}

/// One paragraph of current text.
public struct Paragraph: Sendable, Hashable {
  /// The text as it stands in the file: not normalized, tabs and line breaks kept.
  public var text: String
  /// The label the file numbers it with by style ("II.", "a)"), which is no part of `text`.
  public var label: String?
  /// The heading level from its style or outline level, 1 for the highest.
  public var headingLevel: Int?
  /// Where it stands.
  public var region: TextRegion
  /// The page it stands on, from 1, where the format has pages.
  public var page: Int?

  /// Makes a paragraph.
  public init(
    _ text: String, label: String? = nil, headingLevel: Int? = nil, region: TextRegion = .body,
    page: Int? = nil
  ) {
    self.text = text
    self.label = label
    self.headingLevel = headingLevel
    self.region = region
    self.page = page
  }

  /// The text as a reader of the page sees it: the label, a space, the text.
  public var shown: String {
    guard let label, !label.isEmpty else { return text }
    return "\(label) \(text)"
  }
}

/// One cell of a table, at the row and column of its upper left corner.
public struct TableCell: Sendable, Hashable {
  /// The row, from 0.
  public var row: Int
  /// The column of the grid, from 0.
  public var column: Int
  /// How many rows it spans.
  public var rowSpan: Int
  /// How many columns it spans.
  public var columnSpan: Int
  /// Its paragraphs; those of a table inside the cell are among them, in reading order.
  public var paragraphs: [Paragraph]

  /// Makes a cell.
  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, paragraphs: [Paragraph]
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.paragraphs = paragraphs
  }

  /// The text of its paragraphs, a line each.
  public var text: String { paragraphs.map(\.shown).joined(separator: "\n") }
}

/// A table: its cells in reading order.
public struct TextTable: Sendable, Hashable {
  /// The cells, row by row, left to right.
  public var cells: [TableCell]
  /// The number of rows.
  public var rowCount: Int
  /// The number of grid columns.
  public var columnCount: Int
  /// The name of the sheet in a workbook, else nothing.
  public var name: String?
  /// Where it stands.
  public var region: TextRegion

  /// Makes a table.
  public init(
    cells: [TableCell], rowCount: Int, columnCount: Int, name: String? = nil,
    region: TextRegion = .body
  ) {
    self.cells = cells
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.name = name
    self.region = region
  }
}

/// A piece of a document's text, in reading order.
public enum TextBlock: Sendable, Hashable {
  case paragraph(Paragraph)
  case table(TextTable)

  /// The paragraphs inside, those of a table cell by cell.
  public var paragraphs: [Paragraph] {
    switch self {
    case .paragraph(let paragraph): [paragraph]
    case .table(let table): table.cells.flatMap(\.paragraphs)
    }
  }
}
