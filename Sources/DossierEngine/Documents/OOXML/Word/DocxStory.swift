import DossierModel
import XMLPull

/// What reading the stories of a document found besides their text.
struct DocxFindings {
  var revisionCount = 0
  var revisionAuthors: [String] = []
  var commentCount = 0
  var commentAuthors: [String] = []
  var commentDates: [String] = []
  var hiddenText: [String] = []
  var headerIDs: [String] = []
  var footerIDs: [String] = []
  var hasImportedChunk = false
  var hasLegacyText = false

  static func add(_ value: String, to list: inout [String]) {
    guard !value.isEmpty, list.count < DocumentLimits.details,
      !list.contains(where: { $0.utf8.elementsEqual(value.utf8) })
    else { return }
    list.append(value)
  }
}

/// Reads one story: the body, the headers, the notes or the comments of a Word document.
final class DocxStory: XMLHandler {
  private struct Run {
    var format = DocxFormat()
    var styleID: String?
    var isInProperties = false
    var text: [UInt8] = []
  }

  private struct Paragraph {
    var isInProperties = false
    var isInMarkProperties = false
    var styleID: String?
    var own = DocxFormat()
    var isMarkDeleted = false
    var isMarkHidden = false
    var text: [UInt8] = []
    var struck: [UInt8] = []
    var boxes: [[TextBlock]] = []
    var run = Run()
    /// How deep runs nest: ruby text puts one into another.
    var runDepth = 0
    var format: DocxFormat?
    var legacy = LegacyRun()

    mutating func take(_ run: [UInt8], font: String?) -> Bool {
      legacy.take(run, font: font, into: &text)
    }
  }

  private enum Capture {
    case none, text, struck
  }

  private enum Field {
    case instruction, result
  }

  private(set) var builder: BlockBuilder
  private(set) var findings: DocxFindings
  private let styles: DocxStyles
  private var numbering: DocxNumbering
  private let region: TextRegion
  private let stop: () -> Void
  private var paragraphs: [Paragraph] = []
  private var boxDepth = 0
  /// Text of a paragraph whose end a tracked change has struck out: it goes on in the next one.
  private var carried: [UInt8] = []
  private var carriedOutside: [[UInt8]] = []
  private var fields: [Field] = []
  private var capture = Capture.none
  private var compatibility = CompatibilityFilter()
  private var skipDepth: Int?
  private var depth = 0
  /// The depths of the elements that strike out what is inside them.
  private var deletions: [Int] = []
  private var isInRowProperties = false

  /// Makes a reader of one story.
  ///
  /// - Parameters:
  ///   - builder: takes the blocks; it is handed on from story to story.
  ///   - stop: ends the reading when no more text is kept.
  init(
    region: TextRegion, styles: DocxStyles, numbering: DocxNumbering, builder: BlockBuilder,
    findings: DocxFindings, stop: @escaping () -> Void
  ) {
    self.region = region
    self.styles = styles
    self.numbering = numbering
    self.builder = builder
    self.findings = findings
    self.stop = stop
  }

  // MARK: Elements

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard skipDepth == nil, compatibility.admits(element) else { return }
    guard element.space == .word else {
      if element.space == .math, element.tag == .t { capture = .text }
      return
    }
    switch element.tag {
    case .p: paragraphs.append(Paragraph())
    case .r: beginRun()
    case .t: beginText(struck: false)
    case .delText: beginText(struck: true)
    case .pPr: withParagraph { $0.isInProperties = true }
    case .rPr: beginRunProperties()
    case .tbl: builder.beginTable(region: currentRegion)
    case .tr: builder.beginRow()
    case .tc: builder.beginCell()
    case .txbxContent: beginBox()
    case .rt: skipDepth = depth
    case .footnote, .endnote: beginNote(element)
    case .comment: beginComment(element)
    case .headerReference:
      DocxFindings.add(element.value(.id, .officeRelationship) ?? "", to: &findings.headerIDs)
    case .footerReference:
      DocxFindings.add(element.value(.id, .officeRelationship) ?? "", to: &findings.footerIDs)
    case .altChunk: findings.hasImportedChunk = true
    default: startProperty(element)
    }
  }

  private func startProperty(_ element: borrowing XMLElement) {
    switch element.tag {
    case .ins, .del, .moveFrom, .moveTo: beginRevision(element)
    case .pPrChange, .rPrChange, .sectPrChange, .tblPrChange, .tblPrExChange, .trPrChange,
      .tcPrChange, .tblGridChange, .numberingChange:
      noteRevision(element)
      skipDepth = depth
    case .cellIns, .cellDel, .cellMerge: noteRevision(element)
    case .trPr: isInRowProperties = true
    case .gridBefore: builder.skipColumns(number(element) ?? 0)
    case .gridSpan: builder.setColumnSpan(number(element) ?? 1)
    case .vMerge:
      if element.val == "restart" { builder.beginMerge() } else { builder.continueMerge() }
    case .pStyle, .numId, .ilvl, .outlineLvl: readParagraphProperty(element)
    case .rStyle, .rFonts, .vanish: readRunProperty(element)
    default: startRunContent(element)
    }
  }

  private func readParagraphProperty(_ element: borrowing XMLElement) {
    guard let last = paragraphs.indices.last, paragraphs[last].isInProperties else { return }
    switch element.tag {
    case .pStyle: paragraphs[last].styleID = element.val
    case .numId: paragraphs[last].own.numberingID = element.val
    case .ilvl: paragraphs[last].own.numberingLevel = number(element)
    default: paragraphs[last].own.outlineLevel = number(element)
    }
  }

  private func readRunProperty(_ element: borrowing XMLElement) {
    guard let last = paragraphs.indices.last else { return }
    if paragraphs[last].isInMarkProperties {
      if element.tag == .vanish { paragraphs[last].isMarkHidden = element.isOn }
    } else if paragraphs[last].run.isInProperties {
      switch element.tag {
      case .rStyle: paragraphs[last].run.styleID = element.val
      case .rFonts: paragraphs[last].run.format.readFonts(element)
      default: paragraphs[last].run.format.isHidden = element.isOn
      }
    }
  }

  private func startRunContent(_ element: borrowing XMLElement) {
    guard let paragraph = paragraphs.last, paragraph.runDepth > 0, !paragraph.run.isInProperties
    else { return }
    switch element.tag {
    case .tab, .ptab: append(0x09)
    case .br, .cr: append(0x0A)
    case .noBreakHyphen: append(UInt8(ascii: "-"))
    case .sym:
      for byte in DocxSymbol.text(element).utf8 { append(byte) }
    case .fldChar:
      switch element.value(.fldCharType, .word) {
      case "begin": if fields.count < 1000 { fields.append(.instruction) }
      case "separate": if !fields.isEmpty { fields[fields.count - 1] = .result }
      case "end": if !fields.isEmpty { fields.removeLast() }
      default: break
      }
    default: break
    }
  }

  func characters(_ text: borrowing XMLText) {
    guard skipDepth == nil, !compatibility.isSkipping, let last = paragraphs.indices.last else {
      return
    }
    switch capture {
    case .none: return
    case .text:
      text.append(to: &paragraphs[last].run.text)
    case .struck:
      text.append(to: &paragraphs[last].struck)
    }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    if let skipDepth {
      if skipDepth == depth { self.skipDepth = nil }
      return
    }
    guard compatibility.leaves(depth) else { return }
    guard name.isIn == .word else {
      if name.isIn == .math, name.tag == .t { capture = .none }
      return
    }
    switch name.tag {
    case .t, .delText: capture = .none
    case .r: endRun()
    case .p: endParagraph()
    case .pPr: withParagraph { $0.isInProperties = false }
    case .rPr: endRunProperties()
    case .del, .moveFrom: if deletions.last == depth { deletions.removeLast() }
    case .tbl: builder.endTable()
    case .tr: builder.endRow()
    case .tc:
      flushCarried()
      builder.endCell()
    case .trPr: isInRowProperties = false
    case .txbxContent: endBox()
    case .body, .footnote, .endnote, .comment: endStory()
    default: break
    }
  }
}

// What the elements do to the paragraph that is being read.
extension DocxStory {
  private var currentRegion: TextRegion {
    boxDepth > 0 && region == .body ? .textBox : region
  }

  private func withParagraph(_ body: (inout Paragraph) -> Void) {
    if let last = paragraphs.indices.last { body(&paragraphs[last]) }
  }

  private func number(_ element: borrowing XMLElement) -> Int? {
    element.val.flatMap { Int($0) }
  }

  private func append(_ byte: UInt8) {
    guard let last = paragraphs.indices.last, !fields.contains(.instruction) else { return }
    if deletions.isEmpty {
      paragraphs[last].run.text.append(byte)
    } else {
      paragraphs[last].struck.append(byte)
    }
  }

  private func beginText(struck: Bool) {
    guard !fields.contains(.instruction) else { return }
    capture = struck || !deletions.isEmpty ? .struck : .text
  }

  private func beginRun() {
    withParagraph { paragraph in
      paragraph.runDepth += 1
      if paragraph.runDepth == 1 { paragraph.run = Run() }
    }
  }

  private func beginRunProperties() {
    withParagraph { paragraph in
      if paragraph.isInProperties {
        paragraph.isInMarkProperties = true
      } else if paragraph.runDepth > 0 {
        paragraph.run.isInProperties = true
      }
    }
  }

  private func endRunProperties() {
    withParagraph { paragraph in
      paragraph.isInMarkProperties = false
      paragraph.run.isInProperties = false
    }
  }

  private func endRun() {
    guard let last = paragraphs.indices.last, paragraphs[last].runDepth > 0 else { return }
    paragraphs[last].runDepth -= 1
    guard paragraphs[last].runDepth == 0 else { return }
    flushRun(last)
  }

  private func flushRun(_ last: Int) {
    let bytes = paragraphs[last].run.text
    guard !bytes.isEmpty else { return }
    paragraphs[last].run.text = []
    let format = formatOfRun(last)
    if format.isHidden == true {
      let sample = PropertyText.collapsed(String(decoding: bytes.prefix(400), as: UTF8.self))
      DocxFindings.add(sample, to: &findings.hiddenText)
      return
    }
    if paragraphs[last].take(bytes, font: format.font) {
      findings.hasLegacyText = true
    }
  }

  private func formatOfRun(_ last: Int) -> DocxFormat {
    var format = paragraphs[last].run.format
    if let style = paragraphs[last].run.styleID { format.inherit(styles.character(style)) }
    format.inherit(formatOfParagraph(last))
    return format
  }

  private func formatOfParagraph(_ last: Int) -> DocxFormat {
    if let known = paragraphs[last].format { return known }
    let format = styles.paragraph(paragraphs[last].styleID)
    paragraphs[last].format = format
    return format
  }

  private func endParagraph() {
    guard let last = paragraphs.indices.last else { return }
    flushRun(last)
    let format = formatOfParagraph(last)
    var paragraph = paragraphs.removeLast()
    if paragraph.legacy.close(into: &paragraph.text) { findings.hasLegacyText = true }
    if fields.contains(.instruction) { fields = [] }
    if paragraph.isMarkDeleted {
      carried += paragraph.text
    } else {
      let text = String(decoding: carried + paragraph.text, as: UTF8.self)
      carried = []
      let isGone = paragraph.isMarkHidden && text.isEmpty || builder.isInDeletedRow
      let level = paragraph.own.outlineLevel ?? format.outlineLevel
      builder.add(
        DossierModel.Paragraph(
          text, label: isGone ? nil : label(paragraph, format),
          headingLevel: level.flatMap { (0...8).contains($0) ? $0 + 1 : nil },
          region: currentRegion))
    }
    if !paragraph.struck.isEmpty {
      builder.add(
        DossierModel.Paragraph(
          String(decoding: paragraph.struck, as: UTF8.self), region: .deleted))
    }
    for box in paragraph.boxes { builder.putBox(box) }
    if builder.isFull { stop() }
  }

  private func label(_ paragraph: Paragraph, _ format: DocxFormat) -> String? {
    guard let id = paragraph.own.numberingID ?? format.numberingID, id != "0" else { return nil }
    var level = paragraph.own.numberingLevel
    if level == nil, paragraph.own.numberingID == nil,
      let style = styles.effectiveID(paragraph.styleID)
    {
      level = numbering.level(ofStyle: style, in: id, styles: styles) ?? format.numberingLevel
    }
    return numbering.label(id, level: level ?? 0, styles: styles)
  }

  private func flushCarried() {
    guard !carried.isEmpty else { return }
    let text = String(decoding: carried, as: UTF8.self)
    carried = []
    builder.add(DossierModel.Paragraph(text, region: currentRegion))
  }

  private func beginBox() {
    builder.beginBox()
    boxDepth += 1
    carriedOutside.append(carried)
    carried = []
  }

  private func endBox() {
    guard boxDepth > 0 else { return }
    flushCarried()
    boxDepth -= 1
    carried = carriedOutside.popLast() ?? []
    let blocks = builder.endBox()
    if let last = paragraphs.indices.last {
      paragraphs[last].boxes.append(blocks)
    } else {
      builder.putBox(blocks)
    }
  }

  private func beginRevision(_ element: borrowing XMLElement) {
    noteRevision(element)
    guard element.tag == .del || element.tag == .moveFrom else { return }
    if isInRowProperties {
      builder.markRowDeleted()
    } else if let last = paragraphs.indices.last, paragraphs[last].isInProperties {
      if paragraphs[last].isInMarkProperties { paragraphs[last].isMarkDeleted = true }
    } else {
      deletions.append(depth)
    }
  }

  private func noteRevision(_ element: borrowing XMLElement) {
    findings.revisionCount += 1
    DocxFindings.add(element.value(.author, .word) ?? "", to: &findings.revisionAuthors)
  }

  private func beginNote(_ element: borrowing XMLElement) {
    // The lines that part notes from text are notes themselves.
    if let type = element.value(.type, .word), type != "normal" { skipDepth = depth }
  }

  private func beginComment(_ element: borrowing XMLElement) {
    findings.commentCount += 1
    DocxFindings.add(element.value(.author, .word) ?? "", to: &findings.commentAuthors)
    DocxFindings.add(element.value(.date, .word) ?? "", to: &findings.commentDates)
  }

  private func endStory() {
    flushCarried()
    fields = []
  }
}

/// The characters of `w:sym` (ISO/IEC 29500-1 17.3.3.30).
enum DocxSymbol {
  static func text(_ element: borrowing XMLElement) -> String {
    guard let code = element.value(.char, .word).flatMap({ UInt32($0, radix: 16) }) else {
      return ""
    }
    let font = (element.value(.font, .word) ?? "").lowercased()
    let low = code & 0xFF
    if code >= 0xF000, code <= 0xF0FF || code < 0x100 {
      if font.hasPrefix("wingdings"), let known = wingdings[low] { return known }
      if font == "symbol", let known = symbol[low] { return known }
    }
    return Unicode.Scalar(code).map { String($0) } ?? ""
  }

  private static let wingdings: [UInt32: String] = [
    0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x78: "☒", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let symbol: [UInt32: String] = [
    0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠",
  ]
}
