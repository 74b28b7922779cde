/// Looks at pages: whether they show text, and the notes and actions on them.
enum PDFPageWalk {
  private static let maximumPages = 200
  private static let maximumAnnotations = 500
  private static let maximumForms = 32
  private static let rawLimit = 8 << 20
  private static let contentLimit = 1 << 20

  /// What was found out about the text of a page.
  private enum Outcome { case text, none, unknown }

  static func addPages(_ handle: borrowing PDFHandle, to facts: inout PDFFacts) {
    let count = facts.pageCount ?? 0
    var outcome = count == 0 ? Outcome.unknown : .none
    for index in 0..<min(count, maximumPages) {
      let page = handle.page(index)
      PDFActionWalk.addTriggers(handle, of: page, to: &facts)
      addAnnotations(handle, of: page, to: &facts)
      if outcome != .text {
        switch text(handle, ofPage: page) {
        case .text: outcome = .text
        case .unknown: outcome = .unknown
        case .none: break
        }
      }
      handle.releaseAll()
    }
    switch outcome {
    case .text: facts.hasTextLayer = true
    case .none: facts.hasTextLayer = false
    case .unknown: facts.hasTextLayer = nil
    }
  }

  private static func addAnnotations(
    _ handle: borrowing PDFHandle, of page: PDFHandle.Object, to facts: inout PDFFacts
  ) {
    guard let annotations = handle.value(page, "/Annots") else { return }
    for annotation in handle.items(annotations, limit: maximumAnnotations) {
      PDFActionWalk.addTriggers(handle, of: annotation, to: &facts)
      if let action = handle.value(annotation, "/A") {
        PDFActionWalk.add(handle, action, to: &facts)
      }
      switch handle.value(annotation, "/Subtype").flatMap({ handle.name($0) }) {
      case "/Text", "/FreeText", "/Highlight", "/StrikeOut", "/Underline", "/Ink":
        facts.noteCount += 1
      case "/FileAttachment":
        let file = handle.value(annotation, "/FS")
        let name = file.flatMap { handle.value($0, "/UF") ?? handle.value($0, "/F") }
        facts.embeddedFiles.append(name.flatMap { handle.text($0, limit: 1024) } ?? "")
      default: break
      }
    }
  }

  private static func text(
    _ handle: borrowing PDFHandle, ofPage page: PDFHandle.Object
  ) -> Outcome {
    var result = Outcome.none
    if let contents = handle.value(page, "/Contents") {
      let streams = handle.isArray(contents) ? handle.items(contents, limit: 256) : [contents]
      for stream in streams {
        switch text(handle, inStream: stream) {
        case .text: return .text
        case .unknown: result = .unknown
        case .none: break
        }
      }
    }
    switch text(handle, inForms: inherited(handle, "/Resources", of: page)) {
    case .text: return .text
    case .unknown: return .unknown
    case .none: return result
    }
  }

  /// A page takes its resources from the nodes above it where it has none.
  static func inherited(
    _ handle: borrowing PDFHandle, _ key: String, of page: PDFHandle.Object
  ) -> PDFHandle.Object? {
    var node = page
    for _ in 0..<32 {
      if let value = handle.value(node, key) { return value }
      guard let parent = handle.value(node, "/Parent") else { return nil }
      node = parent
    }
    return nil
  }

  private static func text(
    _ handle: borrowing PDFHandle, inForms resources: PDFHandle.Object?
  ) -> Outcome {
    var waiting = resources.map { [$0] } ?? []
    var visited = Set<Int>()
    var count = 0
    var result = Outcome.none
    while let next = waiting.popLast() {
      guard let objects = handle.value(next, "/XObject") else { continue }
      for key in handle.keys(objects, limit: 256) {
        guard let object = handle.value(objects, key), handle.isStream(object),
          handle.value(object, "/Subtype").flatMap({ handle.name($0) }) == "/Form",
          visited.insert(handle.identity(object)).inserted
        else { continue }
        count += 1
        guard count <= maximumForms else { return .unknown }
        switch text(handle, inStream: object) {
        case .text: return .text
        case .unknown: result = .unknown
        case .none: break
        }
        if let inner = handle.value(object, "/Resources") { waiting.append(inner) }
      }
    }
    return result
  }

  private static func text(
    _ handle: borrowing PDFHandle, inStream stream: PDFHandle.Object
  ) -> Outcome {
    guard handle.isStream(stream) else { return .none }
    guard let content = bytes(handle, stream, rawLimit: rawLimit, limit: contentLimit) else {
      return .unknown
    }
    if showsText(content) { return .text }
    return content.count >= contentLimit ? .unknown : .none
  }

  /// Whether a content stream has an operator that shows text: `Tj`, `TJ`, `'` or `"` behind a
  /// string or an array (ISO 32000-1 9.4.3).
  static func showsText(_ content: [UInt8]) -> Bool {
    var isBehindOperand = false
    for (index, byte) in content.enumerated() {
      switch byte {
      case 0x29, 0x3E, 0x5D: isBehindOperand = true
      case 0x20, 0x09, 0x0A, 0x0D, 0x0C, 0x00: break
      case 0x27, 0x22: if isBehindOperand { return true }
      case 0x54:
        let next = index + 1 < content.count ? content[index + 1] : 0
        if isBehindOperand, next == 0x6A || next == 0x4A { return true }
        isBehindOperand = false
      default: isBehindOperand = false
      }
    }
    return false
  }

  /// The bytes of a stream, unpacked where it is deflated or written as text (ISO 32000-1 7.4).
  ///
  /// - Returns: nothing where the stream is too long or packed in another way.
  static func bytes(
    _ handle: borrowing PDFHandle, _ stream: PDFHandle.Object, rawLimit: Int, limit: Int
  ) -> [UInt8]? {
    guard let raw = handle.rawBytes(stream, limit: rawLimit) else { return nil }
    guard let filter = handle.value(stream, "/Filter") else { return raw }
    var names = [handle.name(filter)]
    if handle.isArray(filter) {
      names = []
      for item in handle.items(filter, limit: 8) { names.append(handle.name(item)) }
    }
    if names.isEmpty { return raw }
    guard names.count <= 2 else { return nil }
    var bytes = raw
    for name in names {
      switch name {
      case "/FlateDecode", "/Fl": bytes = PDFStreamBytes.inflate(bytes, limit: limit)
      case "/ASCII85Decode", "/A85": bytes = PDFStreamBytes.fromASCII85(bytes, limit: limit)
      default: return nil
      }
    }
    return bytes
  }
}
