import DossierModel
import XMLPull

/// The metadata of an OpenDocument file (ISO/IEC 26300-3 4.3): the children of `office:meta`.
///
/// `dc:creator` is the last editor, `meta:initial-creator` the first: they are kept apart.
final class ODFMeta: XMLHandler {
  private(set) var metadata = DocumentMetadata()
  private var texts: [MetadataField: [String]] = [:]
  private var keywords: [String] = []
  private var durations: [String] = []
  private var property: CustomProperty?
  private var depth = 0
  private var isInMeta = false
  private var current: XMLName?
  private var text: [UInt8] = []
  /// Ends the reading after `office:meta`, where nothing else is wanted of a flat file.
  var onEnd: (() -> Void)?

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    if depth == 2 { isInMeta = element.space == .office && element.tag == .meta }
    // OpenOffice.org 1 wraps its keywords: meta:keywords holds each meta:keyword.
    let isWrapped = depth == 4 && element.space == .meta && element.tag == .keyword
    guard isInMeta, depth == 3 || isWrapped else { return }
    text = []
    current = element.name
    switch (element.space, element.tag) {
    case (.meta, .documentStatistic): readStatistics(element)
    case (.meta, .template):
      let title = PropertyText.collapsed(element.value(.title, .link) ?? "")
      let target = PropertyText.collapsed(element.value(.href, .link) ?? "")
      metadata.set(.template, text: title.isEmpty ? target : title)
      if !target.isEmpty {
        metadata.note("template", target)
        if ExternalTarget.isRemote(target) { metadata.flags.insert(.templateRemote) }
      }
    case (.meta, .userDefined):
      property = CustomProperty(
        name: element.value(.name, .meta) ?? "", type: element.value(.valueType, .meta) ?? "string",
        value: "")
    default: break
    }
  }

  func characters(_ text: borrowing XMLText) {
    if current != nil { text.append(to: &self.text) }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    if depth == 2, isInMeta {
      isInMeta = false
      onEnd?()
    }
    let isWrapped = depth == 4 && name.matches(.meta, .keyword)
    guard depth == 3 || isWrapped, let current else { return }
    self.current = nil
    let raw = String(decoding: text, as: UTF8.self)
    if var property {
      property.value = PropertyText.trimmed(raw)
      if metadata.custom.count < DocumentLimits.details { metadata.custom.append(property) }
      self.property = nil
      return
    }
    let value = PropertyText.collapsed(raw)
    if !value.isEmpty { add(value, to: current) }
  }

  private func add(_ value: String, to name: XMLName) {
    switch (name.isIn, name.tag) {
    case (.meta, .keyword): if keywords.count < DocumentLimits.details { keywords.append(value) }
    case (.meta, .editingDuration): durations.append(value)
    case (.meta, .printedBy): metadata.note("printedBy", value)
    default:
      guard let field = ODFMeta.field(name.tag, in: name.isIn) else { return }
      texts[field, default: []].append(value)
    }
  }

  private static func field(_ tag: Tag, in space: Space?) -> MetadataField? {
    switch (space, tag) {
    case (.dublinCore, .title): .title
    case (.dublinCore, .subject): .subject
    case (.dublinCore, .description): .description
    case (.dublinCore, .language): .language
    case (.dublinCore, .creator): .lastModifiedBy
    case (.dublinCore, .date): .modified
    case (.meta, .initialCreator): .creator
    case (.meta, .creationDate): .created
    case (.meta, .printDate): .lastPrinted
    case (.meta, .editingCycles): .revision
    case (.meta, .generator): .application
    default: nil
    }
  }

  private func readStatistics(_ element: borrowing XMLElement) {
    for (tag, field) in ODFMeta.statistics {
      if let value = element.value(tag, .meta), metadata.fields[field] == nil {
        metadata.set(field, numberIn: value)
      }
    }
  }

  private static let statistics: [(Tag, MetadataField)] = [
    (.pageCount, .pages), (.wordCount, .words), (.characterCount, .characters),
    (.paragraphCount, .paragraphs),
  ]

  /// The metadata once all is read.
  func finish() -> DocumentMetadata {
    let generator = texts[.application]?.first ?? ""
    for (field, values) in texts {
      guard let first = values.first else { continue }
      switch field {
      case .created, .modified, .lastPrinted:
        metadata.set(
          field,
          date: PropertyDate.read(
            first, isZoneDoubtful: PropertyDate.writesDoubtfulZones(generator)))
      default: metadata.fields[field] = .text(first)
      }
      guard values.count > 1 else { continue }
      metadata.note("repeatedProperties", field.rawValue)
      for text in values { metadata.note("\(field.rawValue)Values", text) }
    }
    if !keywords.isEmpty { metadata.fields[.keywords] = .list(keywords) }
    if let duration = durations.first { addDuration(duration) }
    return metadata
  }

  private func addDuration(_ text: String) {
    metadata.note("editingDuration", text)
    guard let seconds = PropertyDuration.seconds(text) else {
      metadata.fields[.totalTime] = .text(text)
      metadata.note("oddNumbers", MetadataField.totalTime.rawValue)
      return
    }
    metadata.fields[.totalTimeSeconds] = .number(seconds)
    metadata.fields[.totalTime] = .number(seconds / 60)
  }

  /// The fields that OpenDocument metadata holds.
  static let fields: [MetadataField] = [
    .title, .subject, .description, .language, .lastModifiedBy, .modified, .creator, .created,
    .lastPrinted, .revision, .application, .keywords, .totalTime, .totalTimeSeconds, .pages, .words,
    .characters, .paragraphs, .template,
  ]
}
