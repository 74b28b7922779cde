import DossierModel

/// Builds blocks of the text of RTF: the main text, and what stands beside it.
struct RTFStory {
  private struct Open {
    var region: TextRegion
    var paragraph = RTFParagraph()
    var table = EdgeTableBuilder()
  }

  private(set) var blocks: [TextBlock] = []
  /// The names of the fonts by number.
  var fontNames: [Int: String] = [:]
  var flags: Set<DocumentFlag> = []
  /// The main text first, then those that stand inside another: a note in a paragraph, a box in a
  /// note.
  private var open = [Open(region: .body)]
  private var beside: [TextBlock] = []
  private var row = RTFRow()
  private var characters = 0

  /// Whether more text came than is held.
  var isFull: Bool { characters >= RTFParser.maximumCharacters }

  private var top: Int { open.count - 1 }

  mutating func append(_ unit: UInt16, region: TextRegion, state: RTFState) {
    if state.isHidden {
      flags.insert(.hiddenText)
      return
    }
    if state.isDeleted { flags.insert(.trackedChanges) }
    guard characters < RTFParser.maximumCharacters else { return }
    characters += 1
    open[top].paragraph.append(unit, font: state.font, isDeleted: state.isDeleted)
  }

  mutating func beginLabel() { open[top].paragraph.label = [] }

  mutating func appendToLabel(_ unit: UInt16) {
    if open[top].paragraph.label.count < 64 { open[top].paragraph.label.append(unit) }
  }

  mutating func setHeading(_ level: Int?) { open[top].paragraph.headingLevel = level }

  /// Begins a text that stands beside the main one.
  mutating func enter(_ region: TextRegion) {
    guard open.count < 32 else { return }
    open.append(Open(region: region))
  }

  /// Ends it.
  mutating func leave(_ region: TextRegion) {
    guard top > 0, open[top].region == region else { return }
    endParagraph(keepsEmpty: false)
    closeTable()
    open.removeLast()
  }

  /// Ends the whole text.
  mutating func finish() {
    while top > 0 { leave(open[top].region) }
    endParagraph(keepsEmpty: false)
    closeTable()
    blocks += beside
    beside = []
  }

  /// Follows a control word of paragraphs and tables.
  mutating func control(
    _ word: String, _ parameter: Int?, region: TextRegion
  ) {
    switch word {
    case "par", "sect": endParagraph(keepsEmpty: true)
    case "page", "column": break
    case "pard":
      open[top].paragraph.isInTable = false
      open[top].paragraph.headingLevel = nil
    case "intbl": open[top].paragraph.isInTable = true
    case "cell": endCell()
    case "nestcell": if !open[top].paragraph.isEmpty { endParagraph(isInTable: true) }
    case "row":
      characters += RTFParser.cellCost
      if !isFull { open[top].table.endRow(row.edges) }
    case "trowd": row = RTFRow()
    default: row.take(word, parameter)
    }
  }

  private mutating func endCell() {
    characters += RTFParser.cellCost
    endParagraph(isInTable: true)
    if !isFull { open[top].table.endCell() }
    open[top].paragraph.isInTable = true
  }

  private mutating func endParagraph(keepsEmpty: Bool) {
    guard keepsEmpty || !open[top].paragraph.isEmpty || !open[top].paragraph.deletedText.isEmpty
    else {
      return
    }
    endParagraph(isInTable: open[top].paragraph.isInTable)
  }

  private mutating func endParagraph(isInTable: Bool) {
    // An empty one takes memory, too.
    characters += RTFParser.paragraphCost
    guard !isFull || !open[top].paragraph.isEmpty else { return }
    let paragraph = open[top].paragraph
    let region = open[top].region
    var usesLegacy = false
    let text = paragraph.text(fontNames: fontNames, usesLegacy: &usesLegacy)
    if usesLegacy { flags.insert(.legacyEncoding) }
    let isGone = text.isEmpty && !paragraph.deletedText.isEmpty
    let label =
      isGone ? "" : String(decoding: paragraph.label, as: UTF16.self).trimmedOfWhitespace
    let made = Paragraph(
      text, label: label.isEmpty ? nil : label, headingLevel: paragraph.headingLevel,
      region: region)
    open[top].paragraph = RTFParagraph()
    open[top].paragraph.headingLevel = paragraph.headingLevel
    open[top].paragraph.isInTable = paragraph.isInTable
    if isInTable {
      open[top].table.add(made)
    } else {
      closeTable()
      if region == .body || !text.isEmpty { add(.paragraph(made)) }
    }
    if !paragraph.deletedText.isEmpty {
      add(.paragraph(Paragraph(paragraph.deletedText, region: .deleted)))
    }
  }

  private mutating func closeTable() {
    guard !open[top].table.isEmpty else { return }
    let region = open[top].region
    if let table = open[top].table.finish(region: region) { add(.table(table)) }
  }

  private mutating func add(_ block: TextBlock) {
    if top == 0 { blocks.append(block) } else { beside.append(block) }
  }
}

/// The definition of a table row, control word by control word.
struct RTFRow {
  private var left = 0
  private var rights: [Int] = []
  private var vertical: [RowEdges.VerticalMerge] = []
  private var isContinued: [Bool] = []
  private var nextVertical = RowEdges.VerticalMerge.none
  private var nextIsContinued = false

  mutating func take(_ word: String, _ parameter: Int?) {
    switch word {
    case "trleft": left = parameter ?? 0
    case "clvmgf": nextVertical = .first
    case "clvmrg": nextVertical = .continued
    case "clmrg": nextIsContinued = true
    case "cellx":
      guard rights.count < 256 else { return }
      rights.append(parameter ?? 0)
      vertical.append(nextVertical)
      isContinued.append(nextIsContinued)
      nextVertical = .none
      nextIsContinued = false
    default: break
    }
  }

  /// The edges, or nothing where the row has no cell.
  var edges: RowEdges? {
    guard !rights.isEmpty else { return nil }
    // A left edge may be missing, or stand right of the first cell's end.
    let first = min(left, rights[0] - 1)
    return RowEdges(edges: [first] + rights, vertical: vertical, isContinued: isContinued)
  }
}
