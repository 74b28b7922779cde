import DossierModel

/// Turns the characters of a Word document into blocks, one by one as they come.
struct WordStoryReader {
  /// A field: its instruction is not text, its result is.
  private struct Field {
    var isInResult = false
  }

  private(set) var blocks: [TextBlock] = []
  private(set) var flags: Set<DocumentFlag> = []
  private var units: [UInt16] = []
  private var deleted: [UInt16] = []
  /// Whether the paragraph has text that is not shown.
  private var hasHidden = false
  private var fields: [Field] = []
  private var table = EdgeTableBuilder()
  private var numbering: WordNumbering
  /// Where the text stands that is read now.
  var region: TextRegion = .body

  init(numbering: WordNumbering) { self.numbering = numbering }

  /// Whether a character ends a paragraph, so that its formatting is needed.
  static func endsParagraph(_ unit: UInt16) -> Bool { unit == 0x0D || unit == 0x07 || unit == 0x0C }

  /// Takes a character that ends no paragraph.
  mutating func add(_ unit: UInt16, run: WordRunProperties) {
    if run.isDeleted || run.isInserted { flags.insert(.trackedChanges) }
    switch unit {
    case 0x13: if fields.count < 64 { fields.append(Field()) }
    case 0x14: if !fields.isEmpty { fields[fields.count - 1].isInResult = true }
    case 0x15: _ = fields.popLast()
    default:
      guard fields.allSatisfy(\.isInResult), let shown = shown(unit, isSpecial: run.isSpecial)
      else { return }
      if run.isHidden {
        hasHidden = true
        flags.insert(.hiddenText)
      } else if run.isDeleted {
        deleted.append(shown)
      } else {
        units.append(shown)
      }
    }
  }

  /// Takes a character that ends a paragraph, a cell or a row.
  mutating func endParagraph(_ unit: UInt16, properties: WordParagraphProperties) {
    let isCellEnd = unit == 0x07
    let isInTable = properties.isInTable || isCellEnd || properties.tableDepth > 0
    // A field does not reach over the end of a cell; one that is never closed must not
    // swallow the rest.
    if isCellEnd { fields = [] }
    if isInTable, properties.endsRow {
      units = []
      hasHidden = false
      table.endRow(properties.row)
      return
    }
    if !isInTable { closeTable() }
    let text = String(decoding: units, as: UTF16.self)
    units = []
    // A numbered paragraph shows its number though it holds no text, as in a column of numbers;
    // one of which all was struck out or hidden is gone.
    let isGone = text.isEmpty && (unit == 0x0C || hasHidden || !deleted.isEmpty)
    hasHidden = false
    let label = isGone ? nil : numbering.label(of: properties)
    let paragraph = Paragraph(
      text, label: label, headingLevel: properties.headingLevel, region: region)
    if isInTable {
      table.add(paragraph)
      if isCellEnd { table.endCell() }
    } else if !text.isEmpty || (unit == 0x0D && region == .body) {
      blocks.append(.paragraph(paragraph))
    }
    addDeleted()
  }

  /// Closes what is open at the end of a story.
  mutating func endStory() {
    if !units.isEmpty { endParagraph(0x0D, properties: WordParagraphProperties()) }
    closeTable()
    addDeleted()
    fields = []
  }

  private mutating func closeTable() {
    if table.isEmpty { return }
    if let finished = table.finish(region: region) { blocks.append(.table(finished)) }
  }

  private mutating func addDeleted() {
    guard !deleted.isEmpty else { return }
    blocks.append(
      .paragraph(Paragraph(String(decoding: deleted, as: UTF16.self), region: .deleted)))
    deleted = []
  }

  /// The character as it is shown, or nothing for those that stand for a picture or a mark.
  private func shown(_ unit: UInt16, isSpecial: Bool) -> UInt16? {
    switch unit {
    case 0x09: 0x09
    case 0x0B: 0x0A
    case 0x0E: 0x0A
    case 0x1E: 0x2011
    // The optional hyphen is the letter "ư" where the font is one of the ABC fonts (TCVN3).
    case 0x1F: 0xAD
    case 0x28 where isSpecial: nil
    case 0..<0x20: nil
    default: unit
    }
  }
}
