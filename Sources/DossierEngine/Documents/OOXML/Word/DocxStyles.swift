import XMLPull

/// What a style, a run or a paragraph says that text depends on.
struct DocxFormat {
  var font: String?
  var isHidden: Bool?
  var outlineLevel: Int?
  var numberingID: String?
  var numberingLevel: Int?
  var language: String?

  /// Fills what is not said here from what is said further up.
  mutating func inherit(_ base: DocxFormat) {
    font = font ?? base.font
    isHidden = isHidden ?? base.isHidden
    outlineLevel = outlineLevel ?? base.outlineLevel
    numberingID = numberingID ?? base.numberingID
    numberingLevel = numberingLevel ?? base.numberingLevel
    language = language ?? base.language
  }

  /// Takes the fonts of `w:rFonts`: a letter above ASCII is shown in the "high ANSI" one.
  mutating func readFonts(_ element: borrowing XMLElement) {
    let isThemed =
      element.value(.hAnsiTheme, .word) != nil || element.value(.asciiTheme, .word) != nil
    if let name = element.value(.hAnsi, .word) ?? element.value(.ascii, .word) {
      font = name
    } else if isThemed {
      font = ""
    }
  }
}

/// The styles of a document (ISO/IEC 29500-1 17.7), resolved along `w:basedOn`.
final class DocxStyles: XMLHandler {
  private struct Style {
    var type = ""
    var name = ""
    var basedOn: String?
    var format = DocxFormat()
  }

  private var styles: [String: Style] = [:]
  private var resolved: [String: DocxFormat] = [:]
  private var defaults = DocxFormat()
  private var defaultParagraphStyle: String?
  private var currentID: String?
  private var current = Style()
  private var isInDefaults = false
  private var skipDepth: Int?
  private var depth = 0

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard skipDepth == nil, element.space == .word else { return }
    switch element.tag {
    case .rPrDefault: isInDefaults = true
    case .style: beginStyle(element)
    case .pPrChange, .rPrChange: skipDepth = depth
    case .name where currentID != nil: current.name = element.val ?? ""
    case .basedOn where currentID != nil: current.basedOn = element.val
    case .outlineLvl: current.format.outlineLevel = element.val.flatMap { Int($0) }
    case .numId: current.format.numberingID = element.val
    case .ilvl: current.format.numberingLevel = element.val.flatMap { Int($0) }
    case .vanish: current.format.isHidden = element.isOn
    case .lang:
      if isInDefaults {
        defaults.language = element.val
      } else {
        current.format.language = element.val
      }
    case .rFonts:
      if isInDefaults {
        defaults.readFonts(element)
      } else {
        current.format.readFonts(element)
      }
    default: break
    }
  }

  private func beginStyle(_ element: borrowing XMLElement) {
    guard styles.count < 20_000 else { return }
    current = Style()
    current.type = element.value(.type, .word) ?? "paragraph"
    currentID = element.value(.styleId, .word)
    let isDefault = element.value(.default, .word).map { $0 == "1" || $0 == "true" } ?? false
    if isDefault, current.type == "paragraph" { defaultParagraphStyle = currentID }
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    if let skipDepth {
      if skipDepth == depth { self.skipDepth = nil }
      return
    }
    switch name.tag {
    case .rPrDefault: isInDefaults = false
    case .style:
      if let currentID { styles[currentID] = current }
      currentID = nil
      current = Style()
    default: break
    }
  }

  /// What a paragraph of a style is like; without one, the document's default style counts.
  func paragraph(_ id: String?) -> DocxFormat {
    var format = resolve(id.flatMap { styles[$0] == nil ? nil : $0 } ?? defaultParagraphStyle)
    format.inherit(defaults)
    return format
  }

  /// What a character style says.
  func character(_ id: String) -> DocxFormat { resolve(id) }

  /// The identifier that counts for a paragraph: its own where it is defined.
  func effectiveID(_ id: String?) -> String? {
    id.flatMap { styles[$0] == nil ? nil : $0 } ?? defaultParagraphStyle
  }

  /// The numbering that a numbering style leads to.
  func numberingID(ofStyle id: String) -> String? { resolve(id).numberingID }

  private func resolve(_ id: String?) -> DocxFormat {
    guard let id else { return DocxFormat() }
    if let known = resolved[id] { return known }
    var format = DocxFormat()
    var next: String? = id
    var seen: Set<String> = []
    while let step = next, let style = styles[step], seen.insert(step).inserted, seen.count < 64 {
      var own = style.format
      if own.outlineLevel == nil, style.type == "paragraph" {
        own.outlineLevel = DocxStyles.headingLevel(style.name)
      }
      format.inherit(own)
      next = style.basedOn
    }
    resolved[id] = format
    return format
  }

  // The built-in headings keep their name in every language of the program.
  private static func headingLevel(_ name: String) -> Int? {
    let lowered = name.lowercased()
    guard lowered.hasPrefix("heading "), let level = Int(lowered.dropFirst(8)),
      (1...9).contains(level)
    else { return nil }
    return level - 1
  }
}
