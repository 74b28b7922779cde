import DossierModel
import XMLPull

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

    /// The bytes of its text so far.
    var length: Int { text.count + run.count + legacy.count }

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

  enum Capture {
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
  var outerLists: [ODFLists] = []
  var asides: [(kind: Aside, depth: Int)] = []
  /// The depths of drawings that stand inside a paragraph.
  var suspensions: [Int] = []
  var drawDepth = 0
  var skipDepth: Int?
  var depth = 0
  private var marginRegion: TextRegion?
  var isInDeletion = false
  var isInTrackedChanges = false
  var capture = Capture.none
  var captured: [UInt8] = []
  var pendingLabel: String?
  var isInScripts = false
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
      guard paragraphs[last].length < DocumentLimits.paragraph else {
        builder.passOver(text.count)
        if builder.isSpent { requestStop() }
        return
      }
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
}
