import DossierModel
import XMLPull

// What the elements do to the paragraph that is being read.
extension DocxStory {
  var currentRegion: TextRegion {
    boxDepth > 0 && region == .body ? .textBox : region
  }

  func withParagraph(_ body: (inout Paragraph) -> Void) {
    if let last = paragraphs.indices.last { body(&paragraphs[last]) }
  }

  func number(_ element: borrowing XMLElement) -> Int? {
    element.val.flatMap { Int($0) }
  }

  func append(_ byte: UInt8) {
    guard let last = paragraphs.indices.last, !fields.contains(.instruction) else { return }
    if deletions.isEmpty {
      paragraphs[last].run.text.append(byte)
    } else {
      paragraphs[last].struck.append(byte)
    }
  }

  func beginText(struck: Bool) {
    guard !fields.contains(.instruction) else { return }
    // A formula's text stands in no run of Word's: what the last run was like does not hold for it.
    withParagraph { paragraph in
      if paragraph.runDepth == 0, paragraph.run.text.isEmpty { paragraph.run = Run() }
    }
    capture = struck || !deletions.isEmpty ? .struck : .text
  }

  func beginRun() {
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last].runDepth += 1
    guard paragraphs[last].runDepth == 1 else { return }
    flushRun(last)
    paragraphs[last].run = Run()
  }

  func beginRunProperties() {
    withParagraph { paragraph in
      if paragraph.isInProperties {
        paragraph.isInMarkProperties = true
      } else if paragraph.runDepth > 0 {
        paragraph.run.isInProperties = true
      }
    }
  }

  func endRunProperties() {
    withParagraph { paragraph in
      paragraph.isInMarkProperties = false
      paragraph.run.isInProperties = false
    }
  }

  func endRun() {
    guard let last = paragraphs.indices.last, paragraphs[last].runDepth > 0 else { return }
    paragraphs[last].runDepth -= 1
    guard paragraphs[last].runDepth == 0 else { return }
    flushRun(last)
  }

  func flushRun(_ last: Int) {
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

  func formatOfRun(_ last: Int) -> DocxFormat {
    var format = paragraphs[last].run.format
    if let style = paragraphs[last].run.styleID { format.inherit(styles.character(style)) }
    format.inherit(formatOfParagraph(last))
    return format
  }

  func formatOfParagraph(_ last: Int) -> DocxFormat {
    if let known = paragraphs[last].format { return known }
    let format = styles.paragraph(paragraphs[last].styleID)
    paragraphs[last].format = format
    return format
  }

  func endParagraph() {
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
    if builder.isSpent { stop() }
  }

  func label(_ paragraph: Paragraph, _ format: DocxFormat) -> String? {
    guard let id = paragraph.own.numberingID ?? format.numberingID, id != "0" else { return nil }
    var level = paragraph.own.numberingLevel
    if level == nil, paragraph.own.numberingID == nil,
      let style = styles.effectiveID(paragraph.styleID)
    {
      level = numbering.level(ofStyle: style, in: id, styles: styles) ?? format.numberingLevel
    }
    return numbering.label(
      id, level: level ?? 0, styles: styles, language: paragraph.own.language ?? format.language)
  }

  func flushCarried() {
    guard !carried.isEmpty else { return }
    let text = String(decoding: carried, as: UTF8.self)
    carried = []
    builder.add(DossierModel.Paragraph(text, region: currentRegion))
  }

  func beginBox() {
    builder.beginBox()
    boxDepth += 1
    carriedOutside.append(carried)
    carried = []
  }

  func endBox() {
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

  func beginRevision(_ element: borrowing XMLElement) {
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

  func noteRevision(_ element: borrowing XMLElement) {
    findings.revisionCount += 1
    DocxFindings.add(element.value(.author, .word) ?? "", to: &findings.revisionAuthors)
  }

  func beginNote(_ element: borrowing XMLElement) {
    // The lines that part notes from text are notes themselves.
    if let type = element.value(.type, .word), type != "normal" { skipDepth = depth }
  }

  func beginComment(_ element: borrowing XMLElement) {
    findings.commentCount += 1
    DocxFindings.add(element.value(.author, .word) ?? "", to: &findings.commentAuthors)
    DocxFindings.add(element.value(.date, .word) ?? "", to: &findings.commentDates)
  }

  func endStory() {
    flushCarried()
    fields = []
  }
}
