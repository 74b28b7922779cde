import DossierModel
import XMLPull

extension ODFStory {
  func withParagraph(_ body: (inout Paragraph) -> Void) {
    if let last = paragraphs.indices.last { body(&paragraphs[last]) }
  }

  /// Puts a character that counts as text: a tab, a line break, a space that is meant.
  func put(_ byte: UInt8) {
    withParagraph { paragraph in
      guard paragraph.suspensions == 0 else { return }
      paragraph.run.append(byte)
      paragraph.isAfterSpace = false
    }
  }

  func beginParagraph(_ element: borrowing XMLElement) {
    var paragraph = Paragraph()
    paragraph.styleName = element.value(.styleName, .text)
    paragraph.format = styles.format(paragraph.styleName, family: "paragraph")
    if element.tag == .h {
      let level =
        element.value(.outlineLevel, .text) ?? element.value(.level, .text)
      paragraph.headingLevel = max(1, min(level.flatMap { Int($0) } ?? 1, 10))
      paragraph.isNumbered = element.value(.isListHeader, .text) != "true"
      if element.value(.restartNumbering, .text) == "true" {
        paragraph.restartAt = NumberLabel.start(element.value(.startValue, .text)) ?? 1
      }
    }
    if paragraphs.count < 200 { paragraphs.append(paragraph) }
  }

  /// Moves the text since the last change of style into the paragraph.
  func flush(_ paragraph: inout Paragraph) {
    guard !paragraph.run.isEmpty else { return }
    let run = paragraph.run
    paragraph.run = []
    var format = paragraph.spans.last ?? ODFFormat()
    for span in paragraph.spans.dropLast().reversed() { format.inherit(span) }
    format.inherit(paragraph.format)
    if format.isHidden == true {
      let sample = PropertyText.collapsed(String(decoding: run.prefix(400), as: UTF8.self))
      DocxFindings.add(sample, to: &findings.hiddenText)
    } else if paragraph.legacy.take(run, font: format.font, into: &paragraph.text) {
      findings.hasLegacyText = true
    }
  }

  func endParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    flush(&paragraph)
    if paragraph.legacy.close(into: &paragraph.text) { findings.hasLegacyText = true }
    let computed = label(paragraph)
    let shown = DossierModel.Paragraph(
      String(decoding: paragraph.text, as: UTF8.self), label: pendingLabel ?? computed,
      headingLevel: paragraph.headingLevel, region: region, page: isPresentation ? page : nil)
    pendingLabel = nil
    if isSpreadsheet, asides.isEmpty, region == .body {
      sheet.add(shown)
    } else {
      currentBuilder { $0.add(shown) }
    }
    for box in paragraph.boxes { currentBuilder { $0.putBox(box) } }
    if builder.isSpent || margins.isSpent { requestStop() }
  }

  private func label(_ paragraph: Paragraph) -> String? {
    guard region != .deleted else { return nil }
    if lists.isInList {
      if let level = paragraph.headingLevel, paragraph.isNumbered, lists.isOutline(styles) {
        return lists.itemHeadingLabel(level, restartAt: paragraph.restartAt, styles: styles)
      }
      return lists.label(paragraphStyle: paragraph.format.listStyle, styles: styles)
    }
    guard let level = paragraph.headingLevel, paragraph.isNumbered else { return nil }
    return lists.headingLabel(level, restartAt: paragraph.restartAt, styles: styles)
  }
}
