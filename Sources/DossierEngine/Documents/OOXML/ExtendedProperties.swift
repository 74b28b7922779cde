import DossierModel
import XMLPull

/// The extended properties of one part (ISO/IEC 29500-1 22.2): the program and its statistics.
final class ExtendedProperties: XMLHandler {
  private(set) var metadata = DocumentMetadata()
  private var name = ""
  private var depth = 0
  private var text: [UInt8] = []

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard depth == 2 else { return }
    text = []
    name = element.space == .extended ? element.localName : ""
  }

  func characters(_ text: borrowing XMLText) {
    if depth == 2, !name.isEmpty { text.append(to: &self.text) }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    guard depth == 2, !self.name.isEmpty else { return }
    let raw = PropertyText.unescaped(String(decoding: text, as: UTF8.self))
    let value = PropertyText.collapsed(raw)
    guard !value.isEmpty else { return }
    add(value)
    self.name = ""
  }

  private func add(_ value: String) {
    if let field = ExtendedProperties.text(name) {
      if metadata.fields[field] == nil { metadata.fields[field] = .text(value) }
    } else if let field = ExtendedProperties.number(name) {
      if metadata.fields[field] == nil { metadata.set(field, numberIn: value) }
    } else if let key = ExtendedProperties.detail(name) {
      metadata.note(key, value)
    }
  }

  private static func text(_ name: String) -> MetadataField? {
    switch name {
    case "Template": .template
    case "Manager": .manager
    case "Company": .company
    case "Application": .application
    case "AppVersion": .appVersion
    default: nil
    }
  }

  private static func number(_ name: String) -> MetadataField? {
    switch name {
    case "TotalTime": .totalTime
    case "Pages": .pages
    case "Words": .words
    case "Characters": .characters
    case "Paragraphs": .paragraphs
    default: nil
    }
  }

  private static func detail(_ name: String) -> String? {
    switch name {
    case "Lines": "lines"
    case "CharactersWithSpaces": "charactersWithSpaces"
    case "Slides": "slides"
    case "Notes": "notes"
    case "HiddenSlides": "hiddenSlides"
    case "DocSecurity": "docSecurity"
    case "HyperlinkBase": "hyperlinkBase"
    case "PresentationFormat": "presentationFormat"
    default: nil
    }
  }

  /// The fields that extended properties hold.
  static let fields: [MetadataField] = [
    .template, .manager, .company, .application, .appVersion, .totalTime, .pages, .words,
    .characters, .paragraphs,
  ]
}
