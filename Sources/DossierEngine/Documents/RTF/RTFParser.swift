import ArchiveIO
import DossierModel
import NativeReaders

/// Goes through RTF token by token, with a stack of groups and no recursion.
struct RTFParser {
  /// Deeper groups than any writer makes.
  private static let maximumDepth = 1000
  static let maximumCharacters = 1_500_000
  /// What a paragraph counts beside its characters.
  static let paragraphCost = 16
  /// What a cell, and a row, count beside their paragraphs.
  static let cellCost = 24
  private static let maximumInfoText = 65_536
  /// More fonts, or styles, than any document has.
  private static let mostDefinitions = 10_000

  private var tokens: RTFTokens
  private let wantsText: Bool
  private var stack: [RTFState] = []
  private var state = RTFState(font: -1)
  private var codePage = CodePage.western
  private var defaultFont = -1
  private var fonts: [Int: RTFFont] = [:]
  private var styles: [Int: RTFStyle] = [:]
  private var currentStyle = 0
  private var fallbackLeft = 0
  private var partial = PartialCharacter()
  private var pair = PartialPair()
  private var info = RTFInfo()
  private var story: RTFStory
  private var problem: ReadProblem?
  private var isFinished = false

  init(_ source: any ByteSource, wantsText: Bool) {
    tokens = RTFTokens(source)
    self.wantsText = wantsText
    story = RTFStory()
  }

  /// Reads to the end of the outermost group.
  mutating func run() throws {
    while !isFinished, !isSpent, let token = try tokens.next() {
      switch token {
      case .open: open()
      case .close: close()
      case .word(let word, let parameter): control(word, parameter)
      case .symbol(let byte): symbol(byte)
      case .hex(let byte), .text(let byte): text(byte)
      }
    }
    if !isFinished, !isSpent, problem == nil {
      problem = ReadProblem(stack.isEmpty ? .corrupt : .truncated, detail: "a group is not closed")
    }
    story.finish()
  }

  /// Whether nothing more is looked at: so much came, and more text than is kept was among it.
  private var isSpent: Bool { story.isFull && tokens.position > UInt64(DocumentLimits.passed) }

  /// What was read.
  func reading() -> DocumentReading {
    var reading = DocumentReading(format: .rtf, problem: problem, metadata: info.metadata)
    reading.metadata.flags.formUnion(story.flags)
    reading.blocks = wantsText ? story.blocks : []
    if story.isFull { reading.textProblem = ReadProblem(.tooLarge) }
    reading.metadata.isPartial = problem != nil && !reading.metadata.fields.isEmpty
    return reading
  }

  private mutating func open() {
    fallbackLeft = 0
    pair.drop()
    guard stack.count < Self.maximumDepth else {
      problem = ReadProblem(.tooLarge, detail: "groups nest deeper than \(Self.maximumDepth)")
      isFinished = true
      return
    }
    stack.append(state)
    state.isIgnorable = false
    state.isAtStart = true
    if state.destination == .styleSheet { currentStyle = 0 }
  }

  private mutating func close() {
    fallbackLeft = 0
    pair.drop()
    guard let outer = stack.popLast() else {
      isFinished = true
      return
    }
    switch state.destination {
    case .info, .time, .propertyName, .propertyValue, .generator, .template:
      if state.destination != outer.destination { info.close(state.destination) }
    case .body(let region):
      if outer.destination != state.destination { story.leave(region) }
    case .fontTable:
      if outer.destination != .fontTable { story.fontNames = fontNames() }
    default: break
    }
    state = outer
    if stack.isEmpty { isFinished = true }
  }

  private func fontNames() -> [Int: String] {
    fonts.mapValues { CodePage.decode($0.name, page: CodePage.western) ?? "" }
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case 0x2A: state.isIgnorable = true
    case 0x7E: emit(0xA0)
    // The optional hyphen is the letter "ư" where the font is one of the ABC fonts (TCVN3).
    case 0x2D: emit(0xAD)
    case 0x5F: emit(0x2011)
    case 0x5C, 0x7B, 0x7D: text(byte)
    default: break
    }
  }

  private mutating func text(_ byte: UInt8) {
    state.isAtStart = false
    if fallbackLeft > 0 {
      fallbackLeft -= 1
      return
    }
    switch state.destination {
    case .ignored, .container, .time: return
    case .fontTable:
      if byte != 0x3B, fonts.hasRoom(for: state.font, most: Self.mostDefinitions),
        (fonts[state.font]?.name.count ?? 0) < 256
      {
        fonts[state.font, default: RTFFont()].name.append(byte)
      }
    case .styleSheet:
      if byte != 0x3B, styles.hasRoom(for: currentStyle, most: Self.mostDefinitions),
        (styles[currentStyle]?.name.count ?? 0) < 256
      {
        styles[currentStyle, default: RTFStyle()].name.append(byte)
      }
    default:
      let page = state.codePage ?? codePage
      if page == CodePage.utf8, byte >= 0x80 {
        if let character = partial.take(byte) { character.utf16.forEach { emit($0) } }
      } else if CodePageConverter.knows(page) {
        paired(byte, page: page)
      } else if let scalar = CodePage.scalar(byte, page: page) {
        emit(UInt16(truncatingIfNeeded: scalar.value))
      } else {
        emit(0xFFFD)
        info.markUnknown(state.destination)
      }
    }
  }

  private mutating func paired(_ byte: UInt8, page: Int) {
    guard byte >= 0x80 || pair.isOpen else { return emit(UInt16(byte)) }
    guard let character = pair.take(byte, page: page) else { return }
    if character == "\u{FFFD}" { info.markUnknown(state.destination) }
    character.utf16.forEach { emit($0) }
  }

  private mutating func emit(_ unit: UInt16) {
    switch state.destination {
    case .body(let region):
      guard wantsText else { return }
      story.append(unit, region: region, state: state)
    case .label: if wantsText { story.appendToLabel(unit) }
    case .info, .propertyName, .propertyValue, .generator, .template:
      info.append(unit, limit: Self.maximumInfoText)
    default: break
    }
  }

  private mutating func control(_ word: String, _ parameter: Int?) {
    if fallbackLeft > 0, word != "u", word != "bin" {
      fallbackLeft -= 1
      return
    }
    let wasIgnorable = state.isIgnorable
    state.isIgnorable = false
    let isFirst = state.isAtStart
    state.isAtStart = false
    if isFirst, openDestination(word, isIgnorable: wasIgnorable) { return }
    switch word {
    case "rtf": state.destination = .body(.body)
    case "ansi": codePage = CodePage.western
    case "mac": codePage = 10_000
    case "pc": codePage = 437
    case "pca": codePage = 850
    case "ansicpg": if let parameter, parameter > 0 { codePage = parameter }
    case "deff":
      defaultFont = parameter ?? 0
      setFont(defaultFont)
    case "uc": state.fallbackLength = min(max(0, parameter ?? 1), 16)
    case "u": unicode(parameter ?? 0)
    case "bin": tokens.skip(parameter ?? 0)
    case "f": setFont(parameter ?? 0)
    case "fcharset":
      if state.destination == .fontTable,
        fonts.hasRoom(for: state.font, most: Self.mostDefinitions)
      {
        fonts[state.font, default: RTFFont()].charset = parameter ?? 0
      }
    case "plain":
      setFont(defaultFont)
      state.isHidden = false
      state.isDeleted = false
    case "v": state.isHidden = parameter != 0
    case "deleted": state.isDeleted = parameter != 0
    case "revised": if parameter != 0, isBody { story.flags.insert(.trackedChanges) }
    case "s": style(parameter ?? 0)
    case "outlinelevel": outline(parameter ?? 9)
    default:
      if word == "par", case .info = state.destination { return emit(0x0A) }
      if !character(word), !info.take(word, parameter, in: state.destination), isBody {
        story.control(word, parameter, region: region)
      }
    }
  }

  private var region: TextRegion {
    if case .body(let region) = state.destination { region } else { .body }
  }

  private var isBody: Bool {
    if case .body = state.destination { true } else { false }
  }

  /// Follows the first control word of a group where it opens a destination.
  private mutating func openDestination(_ word: String, isIgnorable: Bool) -> Bool {
    if state.destination == .ignored { return false }
    if let alternative = state.alternative {
      // Of the two halves of \upr only the one in Unicode counts.
      state.destination = word == "ud" ? alternative : .ignored
      state.alternative = nil
      return true
    }
    guard let found = RTFDestination.named(word, region: region) else {
      if isIgnorable { state.destination = .ignored }
      return isIgnorable
    }
    if word == "upr" { state.alternative = state.destination }
    if word == "object" { story.flags.insert(.embeddedObjects) }
    // The result of a field or object inside a title belongs to the title.
    if word == "fldrslt" || word == "result", case .info = state.destination { return true }
    state.destination = found
    if case .body(let region) = found {
      if region == .comment { story.flags.insert(.comments) }
      if region != .body, word != "fldrslt", word != "result" {
        story.enter(region)
      }
    }
    if found == .label { story.beginLabel() }
    return true
  }

  private mutating func setFont(_ number: Int) {
    state.font = number
    state.codePage = fonts[number]?.codePage
  }

  private mutating func unicode(_ parameter: Int) {
    emit(UInt16(truncatingIfNeeded: parameter))
    fallbackLeft = state.fallbackLength
  }

  private mutating func style(_ number: Int) {
    if state.destination == .styleSheet {
      currentStyle = number
    } else if isBody {
      story.setHeading(styles[number]?.headingLevel)
    }
  }

  private mutating func outline(_ level: Int) {
    if state.destination == .styleSheet {
      if styles.hasRoom(for: currentStyle, most: Self.mostDefinitions) {
        styles[currentStyle, default: RTFStyle()].outline = level
      }
    } else if isBody {
      story.setHeading((0...8).contains(level) ? level + 1 : nil)
    }
  }

  /// Emits the character that a control word stands for.
  private mutating func character(_ word: String) -> Bool {
    guard let unit = Self.characters[word] else { return false }
    emit(unit)
    return true
  }

  private static let characters: [String: UInt16] = [
    "tab": 0x09, "line": 0x0A, "emdash": 0x2014, "endash": 0x2013, "lquote": 0x2018,
    "rquote": 0x2019, "ldblquote": 0x201C, "rdblquote": 0x201D, "bullet": 0x2022,
    "emspace": 0x2003, "enspace": 0x2002, "qmspace": 0x2005, "zwj": 0x200D, "zwnj": 0x200C,
  ]
}
