/// Cuts a text into folded tokens in one pass.
struct FoldingScanner {
  private let text: String
  /// Knows words again, and numbers them.
  private let memory: WordMemory?
  private var tokens: [FoldedToken] = []
  /// The numbers of the tokens, where there is a memory.
  private(set) var ids: [Int32] = []
  private var word: [UInt8] = []
  private var tones: [UInt8] = []
  private var wordStart = 0
  private var letters = 0
  private var capitals = 0
  private var isCapitalized = false
  private var kind: FoldedToken.Kind = .word
  private var gap: FoldedToken.Gap = .none
  private var spaces = 0

  /// The letters, fetched once: the table is asked for every character.
  private let table = LetterTable.entries

  init(_ text: String, memory: WordMemory? = nil) {
    self.text = text
    self.memory = memory
    tokens.reserveCapacity(text.utf8.count / 4)
    if memory != nil { ids.reserveCapacity(text.utf8.count / 4) }
  }

  mutating func scan() -> [FoldedToken] {
    let text = text
    let bytes = text.utf8.span
    var offset = 0
    while offset < bytes.count {
      if let memory, let end = takeKnown(bytes, at: offset, memory) {
        offset = end
        continue
      }
      let scalar = ScalarDecoder.scalar(in: bytes, at: offset)
      let next = offset + UTF8.width(scalar)
      take(scalar, from: offset, to: next)
      offset = next
    }
    finish(at: offset)
    return tokens
  }

  /// Takes a word as the memory has it, where nothing but the word can be there.
  ///
  /// - Returns: where the word ends, or nothing where its characters must be looked at.
  private mutating func takeKnown(
    _ bytes: borrowing Span<UInt8>, at start: Int, _ memory: WordMemory
  ) -> Int? {
    guard !isInWord else { return nil }
    var key = WordMemory.Key()
    var end = start
    while end < bytes.count, Self.isWordByte(bytes[end]) {
      guard key.count < WordMemory.Key.mostBytes else { return nil }
      key.append(bytes[end])
      end += 1
    }
    // Behind what has no width the word may go on.
    guard key.count > 0, end == bytes.count || !Self.isInvisible(Unicode.Scalar(bytes[end])),
      let known = memory.word(key, in: text, at: start)
    else { return nil }
    finish(at: start)
    tokens.append(
      FoldedToken(
        kind: .word, folded: known.folded, start: start, end: end, gap: takeGap(),
        isCapitalized: known.isCapitalized, isUpper: known.isUpper))
    ids.append(known.id)
    return end
  }

  /// Whether a byte belongs to a letter of ASCII or to any character beyond.
  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  /// Characters that have no width and mean nothing between letters.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0...8, 0xE...0x1F: true
    default: false
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
    if let letter = LetterTable.entry(scalar, in: table) {
      begin(.word, at: start)
      add(letter)
    } else if (0x30...0x39).contains(scalar.value) {
      begin(.number, at: start)
      word.append(UInt8(scalar.value))
    } else if let tone = LetterTable.toneMark(scalar), isInWord {
      tones.append(tone)
    } else if let shape = LetterTable.shapeMark(scalar), isInWord {
      word.append(shape)
    } else if Self.isInvisible(scalar) || scalar.isCombining {
      return
    } else if scalar.isBlank {
      finish(at: start)
      widen(scalar)
    } else if scalar.value > 0x7F, scalar.properties.isAlphabetic {
      begin(.word, at: start)
      let lower = scalar.properties.lowercaseMapping
      noteCase(isUpper: lower.unicodeScalars.first != scalar)
      word.append(contentsOf: lower.utf8)
    } else {
      finish(at: start)
      addSign(scalar, from: start, to: end)
    }
  }

  private var isInWord: Bool { !word.isEmpty && kind == .word }

  private mutating func begin(_ newKind: FoldedToken.Kind, at start: Int) {
    if !word.isEmpty, kind == newKind { return }
    finish(at: start)
    kind = newKind
    wordStart = start
    isCapitalized = false
  }

  private mutating func add(_ letter: LetterTable.Entry) {
    noteCase(isUpper: letter.isUpper)
    word.append(letter.base)
    if letter.shape != 0 { word.append(letter.shape) }
    if letter.tone != 0 { tones.append(letter.tone) }
  }

  private mutating func noteCase(isUpper: Bool) {
    if letters == 0 { isCapitalized = isUpper }
    letters += 1
    if isUpper { capitals += 1 }
  }

  private mutating func finish(at end: Int) {
    guard !word.isEmpty else { return }
    word.append(contentsOf: tones)
    let folded = String(decoding: word, as: UTF8.self)
    if let memory { ids.append(memory.vocabulary.id(folded)) }
    tokens.append(
      FoldedToken(
        kind: kind, folded: folded, start: wordStart, end: end,
        gap: takeGap(), isCapitalized: kind == .word && isCapitalized,
        isUpper: kind == .word && letters > 0 && letters == capitals))
    word.removeAll(keepingCapacity: true)
    tones.removeAll(keepingCapacity: true)
    letters = 0
    capitals = 0
  }

  private mutating func takeGap() -> FoldedToken.Gap {
    let taken = gap
    gap = .none
    spaces = 0
    return taken
  }

  private mutating func widen(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: gap = .line
    case 0x09: gap = max(gap, .wide)
    default:
      spaces += 1
      gap = max(gap, spaces >= 3 ? .wide : .space)
    }
  }

  private mutating func addSign(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
    let sign = Self.sign(scalar)
    if let last = tokens.last, last.kind == .sign, last.end == start, gap == .none,
      Self.isBlankSign(sign), Self.isBlankSign(last.folded)
    {
      tokens[tokens.count - 1].folded = "…"
      tokens[tokens.count - 1].end = end
      if let memory { ids[ids.count - 1] = memory.id(ofSign: "…") }
      return
    }
    if let memory { ids.append(memory.id(ofSign: sign)) }
    tokens.append(
      FoldedToken(
        kind: .sign, folded: sign, start: start, end: end, gap: takeGap(), isCapitalized: false,
        isUpper: false))
  }

  /// Dots, underscores and ellipses in a row are a blank to be filled in.
  private static func isBlankSign(_ sign: String) -> Bool {
    sign == "." || sign == "…" || sign == "_"
  }

  private static func sign(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
    case 0x2044, 0x2215, 0xFF0F: "/"
    case 0xFF05: "%"
    case 0xFF1A: ":"
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2018...0x201B, 0x60, 0xB4, 0x22, 0x27: "\""
    case 0x2026: "…"
    default: String(Character(scalar))
    }
  }
}
