/// A pattern of paths: `*`, `**`, `?` and `[…]`, compared letter by letter in canonical equivalence.
///
/// `*` and `?` stay inside one folder, `**` crosses folders, `**/` may stand for no folder at all,
/// `[a-z]` and `[!a-z]` name letters, a backslash takes the next letter as it is. A pattern that
/// names a folder takes in all that lies below it. A name that holds brackets, as codes of evidence
/// do, matches itself as well ("[H1-1.1-01] QĐ.pdf").
public struct GlobPattern: Sendable, Hashable {
  private enum Token: Hashable, Sendable {
    case letter(Character)
    case anyLetter
    case anyInFolder
    case anyAcrossFolders
    /// `**/`: any folders, or none.
    case anyFolders
    case set([ClosedRange<Character>], isNegated: Bool)

    var isSet: Bool { if case .set = self { true } else { false } }
  }

  /// The pattern as written.
  public let text: String
  private let tokens: [Token]
  private let hasSlash: Bool
  /// The path as it is written, where the pattern holds a set.
  private let bracketed: String?
  /// The letters of ASCII that a match must begin with.
  let head: [UInt8]
  /// The letters of ASCII that a match must end with, the last first.
  let tail: [UInt8]

  /// Compiles a pattern; every text is one, an unclosed "[" means itself.
  ///
  /// - Parameter text: the pattern; "./" before and "/" behind are left out.
  public init(_ text: String) {
    self.text = text
    var letters = Array(text)
    while letters.starts(with: ["."]), letters.dropFirst().first == "/" { letters.removeFirst(2) }
    while letters.last == "/" { letters.removeLast() }
    while letters.first == "/" { letters.removeFirst() }
    hasSlash = letters.contains("/")
    tokens = Self.compile(letters)
    bracketed = tokens.contains(where: \.isSet) ? String(letters) : nil
    head = Self.letters(tokens)
    tail = Self.letters(tokens.reversed())
  }

  /// Whether the pattern names nothing.
  public var isEmpty: Bool { tokens.isEmpty }

  /// The path that the pattern is, where it has no sign of one.
  var plainPath: String? {
    var path = ""
    for token in tokens {
      guard case .letter(let letter) = token else { return nil }
      path.append(letter)
    }
    return path
  }

  /// Whether it matches a path, or a folder above it.
  ///
  /// The time is bounded by the length of the pattern times the length of the path.
  ///
  /// - Parameters:
  ///   - path: a path relative to the dossier's root, "/" between its parts.
  ///   - anywhere: whether a pattern without "/" may match one part of the path at any depth.
  public func matches(_ path: String, anywhere: Bool = false) -> Bool {
    if let bracketed, path.hasPrefix(bracketed),
      path == bracketed || path.hasPrefix(bracketed + "/")
    {
      return true
    }
    guard !tokens.isEmpty, anywhere || !isRuledOut(path) else { return false }
    let letters = Array(path)
    if matchesPrefix(of: letters[...]) { return true }
    guard anywhere, !hasSlash else { return false }
    return letters.indices.contains { index in
      letters[index] == "/" && matchesPrefix(of: letters[(index + 1)...])
    }
  }

  /// Whether the first or the last letters already tell that a path cannot match.
  private func isRuledOut(_ path: String) -> Bool {
    let bytes = path.utf8.span
    if Self.differs(bytes, head, fromEnd: false) { return true }
    // Below a folder that matches, a path may end in anything.
    return Self.differs(bytes, tail, fromEnd: true) && !path.utf8.contains(UInt8(ascii: "/"))
  }

  /// Whether bytes of ASCII differ from the wanted; beyond ASCII letters have several spellings.
  private static func differs(
    _ bytes: borrowing Span<UInt8>, _ wanted: [UInt8], fromEnd: Bool
  ) -> Bool {
    for offset in 0..<min(bytes.count, wanted.count) {
      let byte = bytes[fromEnd ? bytes.count - 1 - offset : offset]
      if byte >= 0x80 { return false }
      if byte != wanted[offset] { return true }
    }
    return false
  }

  /// The letters of ASCII with which tokens begin.
  private static func letters(_ tokens: some Sequence<Token>) -> [UInt8] {
    var letters: [UInt8] = []
    for token in tokens {
      guard case .letter(let letter) = token, letter.utf8.count == 1, let byte = letter.asciiValue
      else { break }
      letters.append(byte)
    }
    return letters
  }

  /// Whether the tokens take in the whole of the letters, or end where a "/" follows.
  private func matchesPrefix(of letters: ArraySlice<Character>) -> Bool {
    var live = [Bool](repeating: false, count: tokens.count + 1)
    live[0] = true
    spread(&live, atStartOfPart: true)
    for letter in letters {
      if letter == "/", live[tokens.count] { return true }
      var next = [Bool](repeating: false, count: tokens.count + 1)
      var isAlive = false
      for (index, token) in tokens.enumerated() where live[index] {
        guard let step = Self.step(token, letter) else { continue }
        next[index + step] = true
        isAlive = true
      }
      guard isAlive else { return false }
      live = next
      spread(&live, atStartOfPart: letter == "/")
    }
    return live[tokens.count]
  }

  /// How far a token moves on a letter: 0 stays, 1 goes on, nothing does not take it.
  private static func step(_ token: Token, _ letter: Character) -> Int? {
    switch token {
    case .letter(let wanted): wanted == letter ? 1 : nil
    case .anyLetter: letter == "/" ? nil : 1
    case .anyInFolder: letter == "/" ? nil : 0
    case .anyAcrossFolders, .anyFolders: 0
    case .set(let ranges, let isNegated):
      letter != "/" && ranges.contains { $0.contains(letter) } != isNegated ? 1 : nil
    }
  }

  /// Goes past every token that may stand for nothing.
  private func spread(_ live: inout [Bool], atStartOfPart: Bool) {
    for (index, token) in tokens.enumerated() where live[index] {
      switch token {
      case .anyInFolder, .anyAcrossFolders: live[index + 1] = true
      case .anyFolders: live[index + 1] = live[index + 1] || atStartOfPart
      case .letter, .anyLetter, .set: continue
      }
    }
  }

  private static func compile(_ letters: [Character]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < letters.count {
      switch letters[index] {
      case "*" where letters[index...].starts(with: ["*", "*", "/"]):
        tokens.append(.anyFolders)
        index += 2
      case "*" where letters[index...].starts(with: ["*", "*"]):
        tokens.append(.anyAcrossFolders)
        index += 1
      case "*": tokens.append(.anyInFolder)
      case "?": tokens.append(.anyLetter)
      case "[":
        if let (set, end) = set(letters, from: index) {
          tokens.append(set)
          index = end
        } else {
          tokens.append(.letter("["))
        }
      case "\\" where index + 1 < letters.count:
        index += 1
        tokens.append(.letter(letters[index]))
      default: tokens.append(.letter(letters[index]))
      }
      index += 1
    }
    return tokens
  }

  /// The set that begins at "[", with the position of its "]".
  private static func set(_ letters: [Character], from start: Int) -> (Token, Int)? {
    var index = start + 1
    var isNegated = false
    if index < letters.count, letters[index] == "!" || letters[index] == "^" {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<Character>] = []
    while index < letters.count, letters[index] != "]" || ranges.isEmpty {
      let low = letters[index]
      if index + 2 < letters.count, letters[index + 1] == "-", letters[index + 2] != "]" {
        let high = letters[index + 2]
        ranges.append(low <= high ? low...high : high...low)
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    guard index < letters.count else { return nil }
    return (.set(ranges, isNegated: isNegated), index)
  }
}
