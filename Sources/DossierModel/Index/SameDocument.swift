/// Tells two files that are one document: copies, a working version and its signed scan.
struct SameDocument: Sendable {
  private let versions: [[String]]

  init(lexicon: Lexicon) {
    versions = lexicon["files-versions"].map { SlugText($0).words }.filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }

  /// Whether two files are one document.
  ///
  /// Equal bytes; equal names but for the format and words like "đã ký"; equal header blocks in two
  /// formats.
  func isSame(_ first: IndexedFile, _ second: IndexedFile) -> Bool {
    if let digest = first.sha256, digest == second.sha256 { return true }
    guard first.format != second.format else { return false }
    let isSameName = key(first.name) == key(second.name)
    return isSameName || Self.hasEqualHeaders(first, second)
  }

  /// Whether the header blocks give the same number, notation and date.
  static func hasEqualHeaders(_ first: IndexedFile, _ second: IndexedFile) -> Bool {
    let left = first.facts.header
    let right = second.facts.header
    guard let notation = left.notation, notation.number != nil, let other = right.notation else {
      return false
    }
    return notation.key == other.key && left.date?.value == right.date?.value
  }

  /// The words of a name without those that only tell versions apart.
  private func key(_ name: String) -> [String] {
    var words = SlugText(FileName.stem(name)).words
    for version in versions {
      while words.count > version.count, let start = Self.firstPlace(of: version, in: words) {
        words.removeSubrange(start..<start + version.count)
      }
    }
    return words
  }

  private static func firstPlace(of phrase: [String], in words: [String]) -> Int? {
    guard words.count >= phrase.count else { return nil }
    return (0...(words.count - phrase.count)).first {
      Array(words[$0..<$0 + phrase.count]) == phrase
    }
  }
}
