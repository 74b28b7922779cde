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
    if let field = ExtendedProperties.texts[name] {
      if metadata.fields[field] == nil { metadata.fields[field] = .text(value) }
    } else if let field = ExtendedProperties.numbers[name] {
      if metadata.fields[field] == nil { metadata.set(field, numberIn: value) }
    } else if let key = ExtendedProperties.details[name] {
      metadata.note(key, value)
    }
  }

  private static let texts: [String: MetadataField] = [
    "Template": .template, "Manager": .manager, "Company": .company,
    "Application": .application, "AppVersion": .appVersion,
  ]

  private static let numbers: [String: MetadataField] = [
    "TotalTime": .totalTime, "Pages": .pages, "Words": .words, "Characters": .characters,
    "Paragraphs": .paragraphs,
  ]

  private static let details: [String: String] = [
    "Lines": "lines", "CharactersWithSpaces": "charactersWithSpaces", "Slides": "slides",
    "Notes": "notes", "HiddenSlides": "hiddenSlides", "DocSecurity": "docSecurity",
    "HyperlinkBase": "hyperlinkBase", "PresentationFormat": "presentationFormat",
  ]

  /// The fields that extended properties hold.
  static let fields: [MetadataField] = Array(texts.values) + Array(numbers.values)
}
