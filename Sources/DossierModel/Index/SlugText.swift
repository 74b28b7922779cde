/// A text without marks, its words one space apart with a space at each end, for whole-word search.
struct SlugText: Sendable, Hashable {
  /// The bytes, ASCII but for letters of other scripts.
  let bytes: [UInt8]

  /// Folds a text as `Slug.fold` does.
  init(_ text: String) {
    var bytes: [UInt8] = [0x20]
    bytes.reserveCapacity(text.utf8.count + 2)
    for token in FoldedText(text).tokens where token.kind != .sign {
      let isWord = token.kind == .word
      for byte in token.folded.utf8 where !isWord || !(0x30...0x39).contains(byte) {
        bytes.append(byte)
      }
      bytes.append(0x20)
    }
    if bytes.count == 1 { bytes.append(0x20) }
    self.bytes = bytes
  }

  /// Whether there is no word at all.
  var isEmpty: Bool { bytes.count <= 2 }

  /// The words.
  var words: [String] {
    bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of words.
  var wordCount: Int { isEmpty ? 0 : bytes.count { $0 == 0x20 } - 1 }

  /// Whether another text's words stand in it, one after the other.
  func contains(_ other: SlugText) -> Bool { firstOffset(of: other) != nil }

  /// Where another text's words begin in it.
  func firstOffset(of other: SlugText) -> Int? {
    let wanted = other.bytes
    guard !other.isEmpty, wanted.count <= bytes.count else { return nil }
    let second = wanted[1]
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == 0x20 && bytes[start + 1] == second {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return start }
    }
    return nil
  }
}
