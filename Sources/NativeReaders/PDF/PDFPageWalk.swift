/// Looks at pages: whether they show text, and the notes and actions on them.
enum PDFPageWalk {
  private static let maximumPages = 200
  private static let maximumAnnotations = 500

  /// - Parameter asksForPlainText: whether to find out if the text needs no reading to be known.
  static func addPages(
    _ handle: borrowing PDFHandle, asksForPlainText: Bool, to facts: inout PDFFacts
  ) {
    let count = facts.pageCount ?? 0
    var search = PDFTextSearch()
    var plain: PDFPlainText? = asksForPlainText && count <= maximumPages ? PDFPlainText() : nil
    var outcome = count == 0 ? PDFTextSearch.Outcome.unknown : .none
    for index in 0..<min(count, maximumPages) {
      let page = handle.page(index)
      PDFActionWalk.addTriggers(handle, of: page, to: &facts)
      addAnnotations(handle, of: page, to: &facts)
      if outcome != .text {
        switch search.text(handle, ofPage: page) {
        case .text: outcome = .text
        case .unknown: outcome = .unknown
        case .none: break
        }
      }
      plain?.look(handle, at: page)
      handle.releaseAll()
    }
    if let plain { facts.isPlainText = plain.isCertain && plain.hasText }
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
