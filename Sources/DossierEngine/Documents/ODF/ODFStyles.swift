import XMLPull

/// What a style of OpenDocument says that text depends on.
struct ODFFormat {
  var font: String?
  var isHidden: Bool?
  var listStyle: String?
  var outlineLevel: Int?

  /// Fills what is not said here from what is said further up.
  mutating func inherit(_ base: ODFFormat) {
    font = font ?? base.font
    isHidden = isHidden ?? base.isHidden
    listStyle = listStyle ?? base.listStyle
    outlineLevel = outlineLevel ?? base.outlineLevel
  }
}

/// The styles of a document: those of `styles.xml` and the automatic ones of its content.
///
/// It is told elements by the reader of the story they stand in.
final class ODFStyles {
  private struct Key: Hashable {
    var family: String
    var name: [UInt8]
  }

  private struct Style {
    var parent: String?
    var format = ODFFormat()
  }

  private var styles: [Key: Style] = [:]
  private var resolved: [Key: ODFFormat] = [:]
  private var fonts: [String: String] = [:]
  private(set) var listStyles: [String: ODFListStyle] = [:]
  private(set) var outline = ODFListStyle()
  private var current: (key: Key, style: Style)?
  private var list: (name: String?, style: ODFListStyle)?

  /// Takes the start of an element; those of no style are ignored.
  func start(_ element: borrowing XMLElement) {
    switch element.tag {
    case .style where element.space == .style: beginStyle(element)
    case .fontFace, .fontDecl:
      guard element.space == .style, let name = element.value(.name, .style) else { return }
      fonts[name] = element.value(.fontFamily, .vector) ?? element.value(.fontFamily, .formatting)
    case .textProperties, .properties: readText(element)
    case .tableProperties where element.space == .style:
      if let display = element.value(.display, .table) {
        current?.style.format.isHidden = display == "false"
      }
    case .listStyle where element.space == .text:
      list = (element.value(.name, .style), ODFListStyle())
    case .outlineStyle where element.space == .text: list = (nil, ODFListStyle())
    case .listLevelStyleNumber, .listLevelStyleBullet, .outlineLevelStyle:
      list?.style.readLevel(element)
    default: break
    }
  }

  /// Takes the end of an element.
  func end(_ name: XMLName) {
    switch (name.isIn, name.tag) {
    case (.style, .style):
      if let current, styles.count < 100_000 { styles[current.key] = current.style }
      current = nil
    case (.text, .listStyle):
      if let list, let name = list.name, listStyles.count < 20_000 { listStyles[name] = list.style }
      list = nil
    case (.text, .outlineStyle):
      if let list { outline = list.style }
      list = nil
    default: break
    }
  }

  private func beginStyle(_ element: borrowing XMLElement) {
    let name = element.value(.name, .style) ?? ""
    let family = element.value(.family, .style) ?? ""
    var style = Style()
    style.parent = element.value(.parentStyleName, .style)
    style.format.listStyle = element.value(.listStyleName, .style).flatMap { $0.isEmpty ? nil : $0 }
    style.format.outlineLevel = element.value(.defaultOutlineLevel, .style).flatMap { Int($0) }
    current = (Key(family: family, name: Array(name.utf8)), style)
  }

  private func readText(_ element: borrowing XMLElement) {
    guard current != nil, list == nil else { return }
    if let name = element.value(.fontName, .style) {
      current?.style.format.font = fonts[name] ?? name
    } else if let family = element.value(.fontFamily, .formatting) {
      current?.style.format.font = family
    }
    if let display = element.value(.display, .text) {
      current?.style.format.isHidden = display == "none"
    }
  }

  /// What a style of a family says, with its parents.
  func format(_ name: String?, family: String) -> ODFFormat {
    guard let name else { return ODFFormat() }
    let key = Key(family: family, name: Array(name.utf8))
    if let known = resolved[key] { return known }
    var format = ODFFormat()
    var next: Key? = key
    var steps = 0
    while let step = next, let style = styles[step], steps < 64 {
      steps += 1
      format.inherit(style.format)
      next = style.parent.map { Key(family: family, name: Array($0.utf8)) }
    }
    if let font = format.font {
      format.font = font.trimmingPrefix("'").description
        .replacing("'", with: "").replacing("\"", with: "")
    }
    if current == nil { resolved[key] = format }
    return format
  }
}

/// The levels of a list style (ISO/IEC 26300-3 16.31 to 16.34).
struct ODFListStyle {
  struct Level {
    var form = NumberLabel.Form.none
    var prefix = ""
    var suffix = ""
    var displayLevels = 1
    var start = 1
    var bullet: String?
    var pattern: String?
  }

  private(set) var levels: [Int: Level] = [:]

  fileprivate mutating func readLevel(_ element: borrowing XMLElement) {
    guard let number = element.value(.level, .text).flatMap({ Int($0) }), (1...10).contains(number)
    else { return }
    var level = Level()
    level.prefix = NumberLabel.mark(element.value(.numPrefix, .style) ?? "")
    level.suffix = NumberLabel.mark(element.value(.numSuffix, .style) ?? "")
    if element.tag == .listLevelStyleBullet {
      level.bullet = NumberLabel.mark(element.value(.bulletChar, .text) ?? "•")
    } else {
      let isCounting = element.value(.numLetterSync, .style) != "true"
      level.form = ODFListStyle.form(element.value(.numFormat, .style) ?? "", isCounting)
      level.displayLevels = element.value(.displayLevels, .text).flatMap { Int($0) } ?? 1
      level.start = NumberLabel.start(element.value(.startValue, .text)) ?? 1
      level.pattern =
        (element.value(.numListFormat, .libreOffice) ?? element.value(.numListFormat, .style))
        .map { NumberLabel.mark($0) }
    }
    levels[number] = level
  }

  private static func form(_ name: String, _ isCounting: Bool) -> NumberLabel.Form {
    switch name {
    case "1": .decimal
    case "01": .decimalZero
    case "I": .upperRoman
    case "i": .lowerRoman
    case "A": isCounting ? .upperLetterCounting : .upperLetter
    case "a": isCounting ? .lowerLetterCounting : .lowerLetter
    case "": .none
    default: .decimal
    }
  }

  /// The label of an item.
  ///
  /// - Parameters:
  ///   - level: the level, from 1.
  ///   - counters: the counters of all levels, from level 1.
  func label(_ level: Int, _ counters: [Int?]) -> String? {
    guard let own = levels[level] else { return nil }
    // What stands around a number does not stand around a bullet, though OpenOffice writes it.
    if let bullet = own.bullet { return NumberLabel.bullet(bullet) }
    func number(_ level: Int) -> String {
      let place = levels[level] ?? Level()
      let counter = counters.indices.contains(level - 1) ? counters[level - 1] : nil
      return NumberLabel.text(counter ?? place.start, place.form)
    }
    var text: String
    if let pattern = own.pattern {
      text = ODFListStyle.fill(pattern, number)
    } else {
      guard own.form != .none else { return nil }
      let first = max(1, level - max(1, own.displayLevels) + 1)
      let numbers = (first...level).map(number).filter { !$0.isEmpty }
      text = own.prefix + numbers.joined(separator: ".") + own.suffix
    }
    text = PropertyText.trimmed(text)
    return text.isEmpty ? nil : text
  }

  /// Replaces "%1%" by the number of level 1, and so on.
  private static func fill(_ pattern: String, _ number: (Int) -> String) -> String {
    let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
    var result = ""
    for (index, piece) in pieces.enumerated() {
      if index % 2 == 1, let level = Int(piece), (1...10).contains(level) {
        result += number(level)
      } else {
        result += piece
      }
    }
    return result
  }
}
