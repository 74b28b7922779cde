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
      !list.contains(where: { $0.isBytes(of: value) })
    else { return }
    list.append(value)
  }
}

/// Reads one story: the body, the headers, the notes or the comments of a Word document.
final class DocxStory: XMLHandler {
  struct Run {
    var format = DocxFormat()
    var styleID: String?
    var isInProperties = false
    var text: [UInt8] = []
  }

  struct Paragraph {
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

    /// The bytes of its text so far.
    var length: Int { text.count + run.text.count + struck.count + legacy.count }

    mutating func take(_ run: [UInt8], font: String?) -> Bool {
      legacy.take(run, font: font, into: &text)
    }
  }

  enum Capture {
    case none, text, struck
  }

  enum Field {
    case instruction, result
  }

  var builder: BlockBuilder
  var findings: DocxFindings
  let styles: DocxStyles
  var numbering: DocxNumbering
  let region: TextRegion
  let stop: () -> Void
  var paragraphs: [Paragraph] = []
  var boxDepth = 0
  /// Text of a paragraph whose end a tracked change has struck out: it goes on in the next one.
  var carried: [UInt8] = []
  var carriedOutside: [[UInt8]] = []
  var fields: [Field] = []
  var capture = Capture.none
  private var compatibility = CompatibilityFilter()
  var skipDepth: Int?
  var depth = 0
  /// The depths of the elements that strike out what is inside them.
  var deletions: [Int] = []
  var isInRowProperties = false

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
      if element.space == .math, element.tag == .t { beginText(struck: false) }
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
    case .hMerge:
      if element.val == "restart" { builder.beginJoint() } else { builder.continueJoint() }
    case .pStyle, .numId, .ilvl, .outlineLvl: readParagraphProperty(element)
    case .rStyle, .rFonts, .vanish, .lang: readRunProperty(element)
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
      switch element.tag {
      case .vanish: paragraphs[last].isMarkHidden = element.isOn
      case .lang: paragraphs[last].own.language = element.val
      default: break
      }
    } else if paragraphs[last].run.isInProperties {
      switch element.tag {
      case .rStyle: paragraphs[last].run.styleID = element.val
      case .rFonts: paragraphs[last].run.format.readFonts(element)
      case .vanish: paragraphs[last].run.format.isHidden = element.isOn
      default: break
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
    // Word's own sign for U+00AD, the letter "ư" of the ABC fonts (TCVN3).
    case .softHyphen: for byte in "\u{AD}".utf8 { append(byte) }
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
    guard skipDepth == nil, !compatibility.isSkipping, let last = paragraphs.indices.last,
      capture != .none
    else { return }
    guard paragraphs[last].length < DocumentLimits.paragraph else {
      builder.passOver(text.count)
      if builder.isSpent { stop() }
      return
    }
    if capture == .text {
      text.append(to: &paragraphs[last].run.text)
    } else {
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
