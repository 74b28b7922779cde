/// Looks for text on pages: in their content and in the forms that they show.
///
/// Pages may share one stream, and streams may unpack to a thousand times their size: each stream is
/// looked through once, and all of them within a bound.
struct PDFTextSearch {
  /// What was found out about the text of a page.
  enum Outcome { case text, none, unknown }

  private static let maximumForms = 32
  private static let rawLimit = 8 << 20
  private static let contentLimit = 1 << 20
  private static let wholeContentLimit = 32 << 20

  private var known: [Int: Outcome] = [:]
  private var contentLeft = PDFTextSearch.wholeContentLimit

  /// Whether a page shows text.
  mutating func text(
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
    switch text(handle, inForms: PDFPageWalk.inherited(handle, "/Resources", of: page)) {
    case .text: return .text
    case .unknown: return .unknown
    case .none: return result
    }
  }

  private mutating func text(
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
        guard count <= Self.maximumForms else { return .unknown }
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

  private mutating func text(
    _ handle: borrowing PDFHandle, inStream stream: PDFHandle.Object
  ) -> Outcome {
    guard handle.isStream(stream) else { return .none }
    let identity = handle.identity(stream)
    if let found = known[identity] { return found }
    guard contentLeft > 0 else { return .unknown }
    let content = PDFPageWalk.bytes(
      handle, stream, rawLimit: Self.rawLimit, limit: Self.contentLimit)
    let found: Outcome
    if let content {
      contentLeft -= content.count
      found =
        Self.showsText(content) ? .text : content.count >= Self.contentLimit ? .unknown : .none
    } else {
      found = .unknown
    }
    known[identity] = found
    return found
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
}
