import DossierModel
import XMLPull

/// The properties that Word and Excel write as `o:DocumentProperties`, as they stream past.
struct OfficeXMLProperties {
  typealias Name = OfficeXMLNames.Name

  private(set) var metadata = DocumentMetadata()
  private var depth: Int?
  private var current: Name?
  private var text: [UInt8] = []

  /// Whether the reading stands among them.
  var isOpen: Bool { depth != nil }

  mutating func start(_ name: Name?, at place: Int) {
    if depth == nil {
      if name == .properties { depth = place }
    } else if let depth, place == depth + 1 {
      current = name
      text = []
    }
  }

  mutating func add(_ piece: borrowing XMLText) {
    if current != nil, text.count < DocumentLimits.propertyText { piece.append(to: &text) }
  }

  /// - Returns: whether the last of the properties was read.
  mutating func end(at place: Int) -> Bool {
    guard let depth else { return false }
    if place == depth {
      self.depth = nil
      return true
    }
    if place == depth + 1, let current {
      take(PropertyText.collapsed(String(decoding: text, as: UTF8.self)), as: current)
      self.current = nil
    }
    return false
  }

  private mutating func take(_ value: String, as name: Name) {
    guard !value.isEmpty else { return }
    switch name {
    case .created: metadata.set(.created, date: PropertyDate.read(value))
    case .lastSaved: metadata.set(.modified, date: PropertyDate.read(value))
    case .lastPrinted: metadata.set(.lastPrinted, date: PropertyDate.read(value))
    case .totalTime: metadata.set(.totalTime, numberIn: value)
    case .pages: metadata.set(.pages, numberIn: value)
    case .words: metadata.set(.words, numberIn: value)
    case .characters: metadata.set(.characters, numberIn: value)
    case .paragraphs: metadata.set(.paragraphs, numberIn: value)
    default: if let field = Self.fields[name] { metadata.fields[field] = .text(value) }
    }
  }

  private static let fields: [Name: MetadataField] = [
    .title: .title, .subject: .subject, .author: .creator, .keywords: .keywords,
    .description: .description, .lastAuthor: .lastModifiedBy, .revision: .revision,
    .category: .category, .manager: .manager, .company: .company, .template: .template,
    .version: .appVersion,
  ]
}

/// The properties in a web page that Word or Excel saved: XML inside a comment of its head.
enum WebPageProperties {
  /// They stand before the styles.
  private static let furthest = 1 << 18

  static func read(_ page: String) -> DocumentMetadata? {
    let bytes = Array(page.utf8.prefix(furthest))
    guard let start = place(of: "<o:DocumentProperties>", in: bytes, from: 0),
      let end = place(of: "</o:DocumentProperties>", in: bytes, from: start)
    else { return nil }
    let root = "<x xmlns:o='urn:schemas-microsoft-com:office:office'>"
    let xml = Array(root.utf8) + bytes[start..<end] + Array("</o:DocumentProperties></x>".utf8)
    let handler = OfficeXMLHandler(wantsText: false)
    do {
      try XMLReader(vocabulary: OfficeXMLNames.vocabulary).parse(
        xml, limits: XMLLimits(bytes: 1 << 20), handler: handler)
      return handler.metadata
    } catch {
      return nil
    }
  }

  private static func place(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard bytes.count - start >= mark.count else { return nil }
    return (start...bytes.count - mark.count).first {
      bytes[$0] == mark[0] && bytes[$0...].starts(with: mark)
    }
  }
}
