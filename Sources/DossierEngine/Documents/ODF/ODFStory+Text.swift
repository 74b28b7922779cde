import XMLPull

// The elements of text, and of who changed or noted what.
extension ODFStory {
  func startText(_ element: borrowing XMLElement) {
    switch element.tag {
    case .p, .h: beginParagraph(element)
    case .span:
      let style = styles.format(element.value(.styleName, .text), family: "text")
      withParagraph { paragraph in
        flush(&paragraph)
        paragraph.spans.append(style)
      }
    case .tab, .tabStop: put(0x09)
    case .lineBreak: put(0x0A)
    case .s:
      let count = element.value(.c, .text).flatMap { Int($0) } ?? 1
      for _ in 0..<max(0, min(count, 10_000)) { put(0x20) }
    case .list: lists.beginList(element)
    case .listItem: lists.beginItem(element, isHeader: false)
    case .listHeader: lists.beginItem(element, isHeader: true)
    case .number: capture = .label
    case .note:
      asides.append((.note, depth))
      beginAside()
    case .noteCitation, .rubyText, .tableOfContentSource, .tableIndexSource,
      .illustrationIndexSource, .objectIndexSource, .userIndexSource, .alphabeticalIndexSource,
      .bibliographySource, .script:
      skipDepth = depth
    case .trackedChanges: isInTrackedChanges = true
    case .insertion, .formatChange: if isInTrackedChanges { findings.revisionCount += 1 }
    case .deletion:
      guard isInTrackedChanges else { return }
      findings.revisionCount += 1
      isInDeletion = true
    case .hiddenText, .hiddenParagraph:
      DocxFindings.add(element.value(.stringValue, .text) ?? "hidden", to: &findings.hiddenText)
      skipDepth = depth
    case .section:
      if element.value(.display, .text) == "none" {
        DocxFindings.add(element.value(.name, .text) ?? "section", to: &findings.hiddenText)
        skipDepth = depth
      }
    case .sectionSource: noteLink(element)
    default: break
    }
  }

  func endText(_ tag: Tag) {
    switch tag {
    case .p, .h: endParagraph()
    case .span:
      withParagraph { paragraph in
        flush(&paragraph)
        paragraph.spans.removeLast(min(1, paragraph.spans.count))
      }
    case .list: lists.endList()
    case .number:
      if capture == .label { pendingLabel = PropertyText.trimmed(takeCaptured()) }
    case .note:
      if asides.last?.depth == depth {
        asides.removeLast()
        notes += endAside()
      }
    case .trackedChanges: isInTrackedChanges = false
    case .deletion: isInDeletion = false
    default: break
    }
  }

  func startOffice(_ element: borrowing XMLElement) {
    switch element.tag {
    case .annotation:
      findings.commentCount += 1
      asides.append((.comment, depth))
      beginAside()
    case .forms, .binaryData: skipDepth = depth
    case .document: if depth > 1 { skipDepth = depth }
    case .scripts: isInScripts = true
    case .spreadsheet: isSpreadsheet = true
    case .presentation, .drawing: isPresentation = true
    default: break
    }
  }

  func endOffice(_ tag: Tag) {
    switch tag {
    case .annotation:
      if asides.last?.depth == depth {
        asides.removeLast()
        comments += endAside()
      }
    case .scripts: isInScripts = false
    default: break
    }
  }

  // Who and when of a change or a comment is no text of the paragraph around it.
  func startAuthor(_ tag: Tag) {
    let isComment = asides.last?.kind == .comment
    guard isInTrackedChanges || isComment else { return }
    if tag == .creator { capture = .creator }
    if tag == .date { skipDepth = depth }
  }

  func endCreator() {
    guard capture == .creator else { return }
    let name = PropertyText.collapsed(takeCaptured())
    if isInTrackedChanges {
      DocxFindings.add(name, to: &findings.revisionAuthors)
    } else {
      DocxFindings.add(name, to: &findings.commentAuthors)
    }
  }

  private func takeCaptured() -> String {
    capture = .none
    let text = String(decoding: captured, as: UTF8.self)
    captured = []
    return text
  }
}
