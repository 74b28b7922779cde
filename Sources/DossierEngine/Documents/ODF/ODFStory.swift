import DossierModel
import XMLPull

/// What reading the text of an OpenDocument file found besides it.
struct ODFFindings {
  var revisionCount = 0
  var revisionAuthors: [String] = []
  var commentCount = 0
  var commentAuthors: [String] = []
  var commentDates: [String] = []
  var hiddenText: [String] = []
  var externalTargets: [String] = []
  var hasFetchedLinks = false
  var hasMacros = false
  var hasEmbeddedObjects = false
  var hasLegacyText = false
}

/// Reads the text of an OpenDocument file: its content, its styles with headers and footers, or
/// both in one where the file is flat.
final class ODFStory: XMLHandler {
  struct Paragraph {
    var styleName: String?
    var headingLevel: Int?
    var isNumbered = true
    var restartAt: Int?
    var format = ODFFormat()
    var spans: [ODFFormat] = []
    var text: [UInt8] = []
    var run: [UInt8] = []
    var isAfterSpace = true
    var suspensions = 0
    var boxes: [[TextBlock]] = []
    var legacy = LegacyRun()

    /// Takes text with its white space collapsed (ISO/IEC 26300-3 6.1.2).
    mutating func take(_ text: borrowing XMLText) {
      text.forEachByte { byte in
        if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
          if !isAfterSpace { run.append(0x20) }
          isAfterSpace = true
        } else {
          run.append(byte)
          isAfterSpace = false
        }
      }
    }
  }

  private enum Capture {
    case none, creator, label
  }

  /// A place that takes paragraphs out of the main flow.
  enum Aside {
    case note, comment
  }

  var builder: BlockBuilder
  var findings = ODFFindings()
  let styles: ODFStyles
  private let stop: () -> Void
  var margins = BlockBuilder()
  var notes: [TextBlock] = []
  var comments: [TextBlock] = []
  var paragraphs: [Paragraph] = []
  var lists = ODFLists()
  private var outerLists: [ODFLists] = []
  var asides: [(kind: Aside, depth: Int)] = []
  /// The depths of drawings that stand inside a paragraph.
  private var suspensions: [Int] = []
  private var drawDepth = 0
  var skipDepth: Int?
  var depth = 0
  private var marginRegion: TextRegion?
  private var isInDeletion = false
  var isInTrackedChanges = false
  private var capture = Capture.none
  private var captured: [UInt8] = []
  var pendingLabel: String?
  private var isInScripts = false
  var isSpreadsheet = false
  var isPresentation = false
  var page = 0
  var sheet = ODFSheet()

  init(styles: ODFStyles, builder: BlockBuilder, stop: @escaping () -> Void) {
    self.styles = styles
    self.builder = builder
    self.stop = stop
  }

  /// The region of what is read now.
  var region: TextRegion {
    if isInDeletion { return .deleted }
    if let aside = asides.last { return aside.kind == .note ? .footnote : .comment }
    if let marginRegion { return marginRegion }
    return drawDepth > 0 && !isPresentation ? .textBox : .body
  }

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard skipDepth == nil else { return }
    styles.start(element)
    switch element.space {
    case .text: startText(element)
    case .table: startTable(element)
    case .office: startOffice(element)
    case .draw: startDrawing(element)
    case .style: startStyle(element)
    case .presentationODF:
      if element.tag == .notes { asides.append((.note, depth)) }
    case .dublinCore:
      startAuthor(element.tag)
    case .vector: if element.tag == .title || element.localName == "desc" { skipDepth = depth }
    default:
      if isInScripts, element.localName == "module" || element.localName == "source-code" {
        findings.hasMacros = true
      }
    }
  }

  // Who and when of a change or a comment is no text of the paragraph around it.
  private func startAuthor(_ tag: Tag) {
    let isComment = asides.last?.kind == .comment
    guard isInTrackedChanges || isComment else { return }
    if tag == .creator { capture = .creator }
    if tag == .date { skipDepth = depth }
  }

  private func startText(_ element: borrowing XMLElement) {
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

  private func startOffice(_ element: borrowing XMLElement) {
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

  private func startDrawing(_ element: borrowing XMLElement) {
    if element.tag == .page, paragraphs.isEmpty {
      page += 1
      return
    }
    drawDepth += 1
    switch element.tag {
    case .image, .plugin, .floatingFrame: noteLink(element)
    case .object, .objectOle:
      findings.hasEmbeddedObjects = true
      noteLink(element)
    default: break
    }
    guard let last = paragraphs.indices.last, paragraphs[last].suspensions == 0 else { return }
    suspensions.append(depth)
    beginAside()
  }

  /// Sets the flow aside: what follows is a box or a note of the paragraph being read.
  private func beginAside() {
    currentBuilder { $0.beginBox() }
    withParagraph { $0.suspensions += 1 }
    outerLists.append(lists)
    lists = ODFLists()
  }

  private func endAside() -> [TextBlock] {
    lists = outerLists.popLast() ?? ODFLists()
    withParagraph { $0.suspensions = max(0, $0.suspensions - 1) }
    var blocks: [TextBlock] = []
    currentBuilder { blocks = $0.endBox() }
    return blocks
  }

  private func startStyle(_ element: borrowing XMLElement) {
    switch element.tag {
    case .header, .headerFirst, .headerLeft: marginRegion = .header
    case .footer, .footerFirst, .footerLeft: marginRegion = .footer
    default: break
    }
  }

  func requestStop() { stop() }

  func currentBuilder(_ body: (inout BlockBuilder) -> Void) {
    if marginRegion == nil { body(&builder) } else { body(&margins) }
  }

  func characters(_ text: borrowing XMLText) {
    guard skipDepth == nil else { return }
    if capture != .none {
      if captured.count < 10_000 { text.append(to: &captured) }
    } else if let last = paragraphs.indices.last, paragraphs[last].suspensions == 0 {
      paragraphs[last].take(text)
    }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    if let skipDepth {
      if skipDepth == depth { self.skipDepth = nil }
      return
    }
    styles.end(name)
    switch name.isIn {
    case .text: endText(name.tag)
    case .table: endTable(name.tag)
    case .office: endOffice(name.tag)
    case .draw: endDrawing(name.tag)
    case .style:
      switch name.tag {
      case .header, .headerFirst, .headerLeft, .footer, .footerFirst, .footerLeft:
        marginRegion = nil
      default: break
      }
    case .presentationODF: if name.tag == .notes { asides.removeLast(min(1, asides.count)) }
    case .dublinCore: if name.tag == .creator { endCreator() }
    default: break
    }
  }

  private func endText(_ tag: Tag) {
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

  private func endOffice(_ tag: Tag) {
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

  private func endDrawing(_ tag: Tag) {
    if tag == .page, paragraphs.isEmpty { return }
    drawDepth = max(0, drawDepth - 1)
    guard suspensions.last == depth else { return }
    suspensions.removeLast()
    let blocks = endAside()
    withParagraph { $0.boxes.append(blocks) }
  }

  private func endCreator() {
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

  func noteLink(_ element: borrowing XMLElement) {
    guard let target = element.value(.href, .link), !target.isEmpty, !target.hasPrefix("#"),
      !target.hasPrefix("./")
    else { return }
    let isOutside =
      target.hasPrefix("/") || target.hasPrefix("..") || target.contains(":")
      || target.hasPrefix("\\")
    guard isOutside else { return }
    findings.hasFetchedLinks = true
    DocxFindings.add("\(element.localName) \(target)", to: &findings.externalTargets)
  }
}
