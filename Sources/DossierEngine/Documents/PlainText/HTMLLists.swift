/// The numbers that the lists of a page give their items (HTML 4.4.5 to 4.4.8).
struct HTMLLists {
  private struct List {
    /// How its numbers are written; nothing for a list without numbers.
    var form: NumberLabel.Form?
    var next: Int
  }

  private static let deepest = 64

  private var open: [List] = []
  /// The label of the item that was begun, until a paragraph takes it.
  private var label: String?

  mutating func begin(_ name: String, _ attributes: ArraySlice<UInt8>) {
    label = nil
    guard open.count < Self.deepest else { return }
    let start = HTMLAttributes.value(attributes, "start").flatMap { Int($0.trimmedOfWhitespace) }
    open.append(
      List(form: name == "ol" ? form(attributes) : nil, next: min(max(start ?? 1, 0), 1_000_000)))
  }

  mutating func end() {
    label = nil
    open = open.dropLast()
  }

  mutating func beginItem(_ attributes: ArraySlice<UInt8>) {
    label = nil
    guard let list = open.indices.last else { return }
    guard let form = open[list].form else {
      label = "•"
      return
    }
    if let value = HTMLAttributes.value(attributes, "value").flatMap({ Int($0) }) {
      open[list].next = min(max(value, 0), 1_000_000)
    }
    label = NumberLabel.text(open[list].next, form) + "."
    open[list].next += 1
  }

  /// The label for a paragraph, which only the first of an item bears.
  mutating func takeLabel() -> String? {
    defer { label = nil }
    return label
  }

  private func form(_ attributes: ArraySlice<UInt8>) -> NumberLabel.Form {
    switch HTMLAttributes.value(attributes, "type") {
    case "a": .lowerLetterCounting
    case "A": .upperLetterCounting
    case "i": .lowerRoman
    case "I": .upperRoman
    default: .decimal
    }
  }
}
