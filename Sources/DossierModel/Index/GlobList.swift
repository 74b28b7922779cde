/// Patterns of names that are asked for together.
struct GlobList: Sendable {
  private let patterns: [GlobPattern]
  /// Whether a name that begins, or ends, with this letter of ASCII may match.
  private let beginnings: [Bool]
  private let endings: [Bool]

  init(_ patterns: [GlobPattern]) {
    self.patterns = patterns
    var beginnings = [Bool](repeating: false, count: 0x80)
    var endings = beginnings
    for pattern in patterns {
      if let first = pattern.head.first {
        beginnings[Int(first)] = true
      } else if let last = pattern.tail.first {
        endings[Int(last)] = true
      } else {
        beginnings = [Bool](repeating: true, count: 0x80)
      }
    }
    self.beginnings = beginnings
    self.endings = endings
  }

  /// Whether one of the patterns matches a name, which holds no "/".
  func matches(_ name: Substring) -> Bool {
    // Most names are told by two letters; beyond ASCII a letter has several spellings.
    if let first = name.utf8.first, let last = name.utf8.last, first < 0x80, last < 0x80,
      !beginnings[Int(first)], !endings[Int(last)]
    {
      return false
    }
    let name = String(name)
    return patterns.contains { $0.matches(name) }
  }
}
