import XMLPull

/// The values of an XMP packet that metadata is made of (ISO 16684-1).
struct PDFPacket {
  /// A property of the packet that is read.
  enum Property: String, CaseIterable {
    case title, creator, description, subject, language
    case producer = "Producer"
    case keywords = "Keywords"
    case creatorTool = "CreatorTool"
    case created = "CreateDate"
    case modified = "ModifyDate"
    case part, conformance
  }

  /// The values in the order of the packet; alternatives in several languages give the default one
  /// first.
  private(set) var values: [Property: [String]] = [:]

  /// Reads a packet, or nothing where it is not well-formed.
  init?(_ bytes: [UInt8]) {
    let reader = XMLReader(vocabulary: PDFPacketHandler.vocabulary)
    let handler = PDFPacketHandler()
    do {
      try reader.parse(
        bytes, limits: XMLLimits(bytes: 1 << 20), handler: handler)
    } catch {
      return nil
    }
    values = handler.values
  }

  /// The values of a property as one text.
  func text(_ property: Property) -> String? {
    guard let found = values[property], !found.isEmpty else { return nil }
    switch property {
    case .title, .description: return found[0]
    default: return found.joined(separator: ", ")
    }
  }
}

/// Collects the properties of the packet as its elements stream past.
private final class PDFPacketHandler: XMLHandler {
  private enum Space: UInt16 { case rdf = 1, dublinCore, pdf, xmp, archive, xml }

  static let vocabulary = XMLVocabulary(
    namespaces: [
      ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", Space.rdf.rawValue),
      ("http://purl.org/dc/elements/1.1/", Space.dublinCore.rawValue),
      ("http://ns.adobe.com/pdf/1.3/", Space.pdf.rawValue),
      ("http://ns.adobe.com/xap/1.0/", Space.xmp.rawValue),
      ("http://www.aiim.org/pdfa/ns/id/", Space.archive.rawValue),
      ("http://www.w3.org/XML/1998/namespace", Space.xml.rawValue),
    ], names: PDFPacket.Property.allCases.map(\.rawValue) + ["li", "Description", "lang"])

  private static let item = UInt16(PDFPacket.Property.allCases.count + 1)
  private static let description = UInt16(PDFPacket.Property.allCases.count + 2)
  private static let lang = UInt16(PDFPacket.Property.allCases.count + 3)
  private static let maximumValues = 200

  private(set) var values: [PDFPacket.Property: [String]] = [:]
  private var current: PDFPacket.Property?
  private var depthOfCurrent = 0
  private var hasItems = false
  private var isDefault = false
  private var text: [UInt8] = []

  func startElement(_ element: borrowing XMLElement) {
    text = []
    if element.name.space == Space.rdf.rawValue {
      if element.name.local == Self.description, current == nil { addAttributes(of: element) }
      if element.name.local == Self.item, current != nil {
        hasItems = true
        isDefault = element.attribute(local: Self.lang, space: Space.xml.rawValue) == "x-default"
      }
      return
    }
    guard current == nil else { return }
    current = Self.property(of: element.name)
    depthOfCurrent = element.depth
    hasItems = false
  }

  func endElement(_ name: XMLName) {
    guard let property = current else { return }
    if name.space == Space.rdf.rawValue, name.local == Self.item {
      add(String(decoding: text, as: UTF8.self), to: property, isFirst: isDefault)
    } else if Self.property(of: name) == property {
      if !hasItems { add(String(decoding: text, as: UTF8.self), to: property) }
      current = nil
    }
    text = []
  }

  func characters(_ piece: borrowing XMLText) {
    if current != nil { piece.append(to: &text) }
  }

  /// Simple properties may stand as attributes of their description.
  private func addAttributes(of element: borrowing XMLElement) {
    for (index, property) in PDFPacket.Property.allCases.enumerated() {
      let space = Self.space(of: property)
      if let value = element.attribute(local: UInt16(index + 1), space: space.rawValue) {
        add(value, to: property)
      }
    }
  }

  private func add(_ value: String, to property: PDFPacket.Property, isFirst: Bool = false) {
    let trimmed = value.collapsedWhitespace
    guard !trimmed.isEmpty, values[property, default: []].count < Self.maximumValues else { return }
    values[property, default: []].insert(
      trimmed, at: isFirst ? 0 : values[property, default: []].count)
  }

  private static func property(of name: XMLName) -> PDFPacket.Property? {
    let all = PDFPacket.Property.allCases
    guard name.local >= 1, Int(name.local) <= all.count else { return nil }
    let property = all[Int(name.local) - 1]
    return space(of: property).rawValue == name.space ? property : nil
  }

  private static func space(of property: PDFPacket.Property) -> Space {
    switch property {
    case .title, .creator, .description, .subject, .language: .dublinCore
    case .producer, .keywords: .pdf
    case .creatorTool, .created, .modified: .xmp
    case .part, .conformance: .archive
    }
  }
}
