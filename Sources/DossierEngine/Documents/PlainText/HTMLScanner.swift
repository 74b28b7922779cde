import DossierModel

/// Takes the text out of HTML: a scanner that minds no errors, not a parser of a document tree.
struct HTMLScanner {
  private static let blockTags: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "body", "section", "article",
    "header", "footer", "blockquote", "pre", "dt", "dd", "form", "hr", "title", "head", "html",
  ]
  private static let silentTags: Set<String> = ["script", "style", "noscript", "template"]
  private static let maximumBlocks = 200_000

  private(set) var blocks: [TextBlock] = []
  private(set) var title: String?
  private(set) var metas: [String: String] = [:]
  private let bytes: [UInt8]
  private var place = 0
  private var text: [UInt8] = []
  private var heading: Int?
  private var isInTitle = false
  private var table: HTMLTable?
  private var tableDepth = 0
  private var raised = HTMLRaised()
  private var lists = HTMLLists()

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Scans the whole text.
  mutating func run() {
    while place < bytes.count, blocks.count < Self.maximumBlocks {
      let byte = bytes[place]
      if byte == 0x3C, let next = place + 1 < bytes.count ? bytes[place + 1] : nil,
        next == 0x21 || next == 0x2F || next == 0x3F
          || (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A
      {
        markup()
      } else if byte == 0x26 {
        text += HTMLReferences.read(bytes, at: &place)
      } else {
        text.append(byte == 0x0A || byte == 0x0D || byte == 0x09 ? 0x20 : byte)
        place += 1
      }
    }
    endParagraph()
    closeTable()
  }

  private mutating func markup() {
    if bytes[place...].starts(with: "<!--".utf8) {
      place = end(of: "-->", from: place + 4)
      return
    }
    let close = endOfTag(from: place + 1)
    let tag = bytes[min(place + 1, close)..<close]
    place = min(close + 1, bytes.count)
    let isEnd = tag.first == 0x2F
    let nameBytes = tag.drop { $0 == 0x2F }.prefix {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
    }
    let name = String(decoding: nameBytes, as: UTF8.self).lowercased()
    let attributes = tag.dropFirst(nameBytes.endIndex - tag.startIndex)
    if Self.silentTags.contains(name), !isEnd {
      place = end(of: "</\(name)", from: place)
      place = min(endOfTag(from: place) + 1, bytes.count)
      return
    }
    take(name, isEnd: isEnd, attributes: attributes)
  }

  private mutating func take(_ name: String, isEnd: Bool, attributes: ArraySlice<UInt8>) {
    switch name {
    case "br": text.append(0x0A)
    case "meta": addMeta(attributes)
    case "sup" where !isEnd: raised.begin(at: text.count)
    case "sup": raised.end(&text)
    case "a" where !isEnd:
      if HTMLAttributes.value(attributes, "href")?.hasPrefix("#") == true { raised.isLink = true }
    case "table":
      endParagraph()
      tableDepth = max(0, tableDepth + (isEnd ? -1 : 1))
      if !isEnd, tableDepth == 1 { table = HTMLTable() }
      if isEnd, tableDepth == 0 { closeTable() }
    case "tr" where tableDepth == 1:
      endParagraph()
      table?.endCell()
      if !isEnd { table?.beginRow() }
    case "td" where tableDepth == 1, "th" where tableDepth == 1:
      endParagraph()
      table?.endCell()
      if !isEnd {
        table?.beginCell(
          columnSpan: HTMLAttributes.number(attributes, "colspan"),
          rowSpan: HTMLAttributes.number(attributes, "rowspan"))
      }
    default:
      guard Self.blockTags.contains(name) || name == "tr" || name == "td" || name == "th" else {
        return
      }
      endParagraph()
      takeList(name, isEnd: isEnd, attributes)
      if name == "title" { isInTitle = !isEnd }
      let scalars = Array(name.utf8)
      let isHeading = scalars.count == 2 && scalars[0] == 0x68 && (0x31...0x36).contains(scalars[1])
      if isHeading { heading = isEnd ? nil : Int(scalars[1]) - 0x30 }
    }
  }

  private mutating func takeList(_ name: String, isEnd: Bool, _ attributes: ArraySlice<UInt8>) {
    switch name {
    case "ol", "ul": if isEnd { lists.end() } else { lists.begin(name, attributes) }
    case "li" where !isEnd: lists.beginItem(attributes)
    default: break
    }
  }

  private mutating func addMeta(_ attributes: ArraySlice<UInt8>) {
    guard let name = HTMLAttributes.value(attributes, "name")?.lowercased(),
      let content = HTMLAttributes.value(attributes, "content")?.trimmedOfWhitespace,
      !content.isEmpty, metas.count < 100, metas[name] == nil
    else { return }
    metas[name] = content
  }

  private mutating func endParagraph() {
    let content = Self.collapsed(text)
    text = []
    raised = HTMLRaised()
    guard !content.isEmpty else { return }
    if isInTitle {
      title = title ?? content
      return
    }
    let paragraph = Paragraph(content, label: lists.takeLabel(), headingLevel: heading)
    if tableDepth > 0, table?.add(paragraph) == true { return }
    blocks.append(.paragraph(paragraph))
  }

  private mutating func closeTable() {
    if let made = table?.finish() { blocks.append(.table(made)) }
    table = nil
  }

  /// Runs of spaces become one; a line break of the text's own stays.
  private static func collapsed(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if byte == 0x20, result.last == 0x20 || result.last == 0x0A || result.isEmpty { continue }
      if byte == 0x0A, result.last == 0x20 { result.removeLast() }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self).trimmedOfWhitespace
  }

  /// The place of the ">" that ends a tag; one inside quotes does not.
  private func endOfTag(from start: Int) -> Int {
    var index = start
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x3E {
        return index
      } else if byte == 0x22 || byte == 0x27, index > start, bytes[index - 1] == 0x3D {
        quote = byte
      }
      index += 1
    }
    return bytes.count
  }

  /// The place behind a text, whatever the case of its letters, or the end.
  private func end(of mark: String, from start: Int) -> Int {
    let wanted = Array(mark.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      var matched = 0
      while matched < wanted.count, bytes[index + matched] | 0x20 == wanted[matched] | 0x20 {
        matched += 1
      }
      if matched == wanted.count { return index + wanted.count }
      index += 1
    }
    return bytes.count
  }
}
