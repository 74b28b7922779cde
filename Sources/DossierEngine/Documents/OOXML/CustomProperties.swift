import DossierModel
import XMLPull

/// The custom properties of one part (ISO/IEC 29500-1 22.3), in file order.
final class CustomProperties: XMLHandler {
  private(set) var list: [CustomProperty] = []
  private(set) var linkTargets: [String] = []
  private var current: CustomProperty?
  private var pieces: [String] = []
  private var text: [UInt8] = []
  private var depth = 0

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    if depth == 2, element.space == .custom, element.tag == .property {
      current = CustomProperty(
        name: PropertyText.unescaped(element.value(.name) ?? ""), type: "", value: "")
      pieces = []
      if let target = element.value(.linkTarget), !target.isEmpty { linkTargets.append(target) }
    } else if depth == 3 {
      current?.type = element.localName
    }
    text = []
  }

  func characters(_ text: borrowing XMLText) {
    if current != nil, depth >= 3 { text.append(to: &self.text) }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    if depth >= 3 {
      let piece = PropertyText.trimmed(String(decoding: text, as: UTF8.self))
      if !piece.isEmpty, pieces.count < DocumentLimits.details { pieces.append(piece) }
      text = []
    } else if depth == 2, var property = current {
      property.value = pieces.joined(separator: ", ")
      if list.count < DocumentLimits.details { list.append(property) }
      current = nil
    }
  }
}
