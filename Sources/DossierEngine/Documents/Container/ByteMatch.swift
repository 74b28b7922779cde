/// Comparisons of technical names byte by byte: `String`'s own work on whole characters, which part
/// names and content types do not need and which costs most of the time of small documents.
extension String {
  /// Whether the UTF-8 of the text ends with that of another.
  func endsInBytes(of other: String) -> Bool {
    let mine = utf8.span
    let theirs = other.utf8.span
    return mine.holds(theirs, at: mine.count - theirs.count)
  }

  /// Whether the UTF-8 of the text begins with that of another.
  func beginsInBytes(of other: String) -> Bool { utf8.span.holds(other.utf8.span, at: 0) }

  /// Whether the UTF-8 of the text holds that of another.
  func holdsBytes(of other: String) -> Bool {
    let mine = utf8.span
    let theirs = other.utf8.span
    var index = 0
    while index + theirs.count <= mine.count {
      if mine.holds(theirs, at: index) { return true }
      index += 1
    }
    return false
  }

  /// Whether the UTF-8 of the text is that of another; unlike `==`, which takes texts for equal that
  /// only look the same.
  func isBytes(of other: String) -> Bool {
    // Unequal texts are told apart quickly; equal ones may still be written otherwise.
    utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
  }

  /// Whether the text is another but for the case of its ASCII letters.
  func isBytesWithoutCase(of other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let mine = utf8.span
    let theirs = other.utf8.span
    for index in mine.indices where mine[index].loweredASCII != theirs[index].loweredASCII {
      return false
    }
    return true
  }

  /// The text with its ASCII letters in lower case.
  var loweredASCII: String {
    let bytes = utf8.span
    // No branch, so that many bytes are looked at in one step.
    var changes: UInt8 = 0
    for index in bytes.indices { changes |= bytes[index] ^ bytes[index].loweredASCII }
    guard changes != 0 else { return self }
    var lowered: [UInt8] = []
    lowered.reserveCapacity(bytes.count)
    for index in bytes.indices { lowered.append(bytes[index].loweredASCII) }
    return String(decoding: lowered, as: UTF8.self)
  }
}

extension UInt8 {
  /// The byte; an ASCII letter in lower case.
  var loweredASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension Span<UInt8> {
  /// Whether other bytes stand at an index.
  fileprivate func holds(_ other: borrowing Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + other.count <= count else { return false }
    for index in other.indices where self[start + index] != other[index] { return false }
    return true
  }
}
