import DossierModel
import XMLPull

/// The core properties of one part (ISO/IEC 29500-2 clause 8): who, when, and what it is called.
final class CoreProperties: XMLHandler {
  /// The texts of each field in file order; more than one breaks the standard and is told.
  private(set) var values: [MetadataField: [String]] = [:]
  /// Further properties by name.
  private(set) var details: [String: [String]] = [:]
  private var field: MetadataField?
  private var detail: String?
  private var depth = 0
  private var text: [UInt8] = []

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard depth == 2 else { return }
    text = []
    field = CoreProperties.field(element.tag, in: element.space)
    detail = field == nil ? CoreProperties.detail(element.tag) : nil
  }

  func characters(_ text: borrowing XMLText) {
    if field != nil || detail != nil { text.append(to: &self.text) }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    guard depth == 2 else { return }
    let raw = PropertyText.unescaped(String(decoding: text, as: UTF8.self))
    let value = PropertyText.collapsed(raw)
    if let field, !value.isEmpty { values[field, default: []].append(value) }
    if let detail, !value.isEmpty { details[detail, default: []].append(value) }
    field = nil
    detail = nil
  }

  private static func field(_ tag: Tag, in space: Space?) -> MetadataField? {
    switch (space, tag) {
    case (.dublinCore, .title): .title
    case (.dublinCore, .subject): .subject
    case (.dublinCore, .creator): .creator
    case (.dublinCore, .description): .description
    case (.dublinCore, .language): .language
    case (.dublinTerms, .created): .created
    case (.dublinTerms, .modified): .modified
    case (.core, .keywords): .keywords
    case (.core, .lastModifiedBy): .lastModifiedBy
    case (.core, .revision): .revision
    case (.core, .lastPrinted): .lastPrinted
    case (.core, .category): .category
    case (.core, .contentStatus): .contentStatus
    default: nil
    }
  }

  private static func detail(_ tag: Tag) -> String? {
    switch tag {
    case .version: "version"
    case .identifier: "identifier"
    case .contentType: "contentType"
    default: nil
    }
  }

  /// Puts the properties into metadata.
  ///
  /// Where an element stands twice the first counts, and all are told.
  ///
  /// - Parameter only: the one field to add; nothing for all of them.
  func add(
    to metadata: inout DocumentMetadata, isZoneDoubtful: Bool, only: MetadataField? = nil
  ) {
    for (field, texts) in values where only == nil || only == field {
      guard let first = texts.first else { continue }
      switch field {
      case .created, .modified, .lastPrinted:
        metadata.set(field, date: PropertyDate.read(first, isZoneDoubtful: isZoneDoubtful))
      default:
        metadata.fields[field] = .text(first)
      }
      guard texts.count > 1 else { continue }
      metadata.note("repeatedProperties", field.rawValue)
      for text in texts { metadata.note("\(field.rawValue)Values", text) }
    }
    for (key, texts) in details {
      for text in texts { metadata.note(key, text) }
    }
  }

  /// The fields that core properties hold.
  static let fields: [MetadataField] = [
    .title, .subject, .creator, .keywords, .description, .lastModifiedBy, .revision, .created,
    .modified, .lastPrinted, .category, .contentStatus, .language,
  ]
}
