/// Comparisons of technical names byte by byte: `String`'s own work on whole characters, which part
/// names and content types do not need and which costs most of the time of small documents.
extension String {
  /// Whether the UTF-8 of the text ends with that of another.
  func endsInBytes(of other: String) -> Bool {
    let mine = utf8
    let theirs = other.utf8
    return mine.count >= theirs.count && mine.suffix(theirs.count).elementsEqual(theirs)
  }

  /// Whether the UTF-8 of the text begins with that of another.
  func beginsInBytes(of other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// Whether the UTF-8 of the text holds that of another.
  func holdsBytes(of other: String) -> Bool {
    let theirs = other.utf8
    guard let first = theirs.first else { return true }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: theirs) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// The text with its ASCII letters in lower case.
  var loweredASCII: String {
    guard utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return self }
    return String(decoding: OfficePackage.folded(self), as: UTF8.self)
  }
}
