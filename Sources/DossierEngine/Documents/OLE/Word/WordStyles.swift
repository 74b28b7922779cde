/// The style sheet of a Word document ([MS-DOC] 2.9.271): what its styles say of paragraphs.
///
/// Headings are numbered by their style more often than by themselves.
struct WordStyles {
  private struct Definition {
    /// The style it is based on.
    var base: Int
    var modifiers: ArraySlice<UInt8>
  }

  private static let none = 0xFFF
  /// Styles are based on one another no deeper than this.
  private static let deepest = 64

  private var resolved: [WordParagraphProperties?] = []

  /// Says nothing.
  init() {}

  /// Reads a style sheet; a style that cannot be read, or is none of paragraphs, says nothing.
  init(_ sheet: [UInt8]) {
    let definitions = Self.definitions(LittleEndianBytes(sheet))
    resolved = Array(repeating: nil, count: definitions.count)
    for index in definitions.indices { resolve(index, definitions) }
  }

  /// What a style says of the outline level and the list of its paragraphs.
  func properties(of style: Int) -> WordParagraphProperties {
    guard resolved.indices.contains(style), let found = resolved[style] else {
      return WordParagraphProperties()
    }
    return found
  }

  private mutating func resolve(_ style: Int, _ definitions: [Definition?]) {
    var chain: [Int] = []
    var next = style
    while definitions.indices.contains(next), resolved[next] == nil, definitions[next] != nil,
      !chain.contains(next), chain.count < Self.deepest
    {
      chain.append(next)
      next = definitions[next]?.base ?? Self.none
    }
    var inherited = properties(of: next)
    for index in chain.reversed() {
      guard let definition = definitions[index] else { continue }
      var own = inherited
      own.apply(definition.modifiers)
      var kept = WordParagraphProperties()
      kept.headingLevel = own.headingLevel
      kept.list = own.list
      kept.listLevel = own.listLevel
      resolved[index] = kept
      inherited = kept
    }
  }

  private static func definitions(_ data: LittleEndianBytes) -> [Definition?] {
    guard let head = data.uint16(at: 0), let count = data.uint16(at: 2),
      let baseSize = data.uint16(at: 4)
    else { return [] }
    var found: [Definition?] = []
    var place = 2 + Int(head)
    for _ in 0..<min(Int(count), none) {
      guard let size = data.uint16(at: place).map(Int.init) else { break }
      found.append(definition(data, at: place + 2, size: size, baseSize: Int(baseSize)))
      place += 2 + size + size % 2
    }
    return found
  }

  /// A style: its fixed part, its name with a zero behind, then its formatting, that of paragraphs
  /// first, which begins with the style's own number.
  private static func definition(
    _ data: LittleEndianBytes, at place: Int, size: Int, baseSize: Int
  ) -> Definition? {
    guard size > baseSize, let kind = data.uint16(at: place + 2), kind & 0xF == 1,
      let nameLength = data.uint16(at: place + baseSize)
    else { return nil }
    let start = place + baseSize + 2 + Int(nameLength) * 2 + 2
    guard let length = data.uint16(at: start).map(Int.init), length >= 2,
      start + 2 + length <= place + size,
      let modifiers = data.slice(at: start + 4, count: length - 2)
    else { return Definition(base: Int(kind >> 4), modifiers: []) }
    return Definition(base: Int(kind >> 4), modifiers: Array(modifiers)[...])
  }
}
