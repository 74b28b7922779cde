import XMLPull

/// Tells from the bytes of a story whether reading it could show anything besides text: tracked
/// changes, hidden text, imported chunks, an encoding from before Unicode.
///
/// Most documents have none of these. Where in doubt the answer is yes.
enum StorySkim {
  /// What leaves a trace in the flags (ISO/IEC 29500-1 17.13.5, 17.3.2.41); names that end in
  /// "Change" are those of changed properties.
  private static let marks = TagSkim(
    names: [
      "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "vanish", "altChunk",
    ], suffix: "Change", longest: 20)

  /// Whether a part must be parsed to know its flags.
  ///
  /// - Parameter bytes: the part as it stands.
  static func needsReading(_ bytes: RawSpan) -> Bool {
    guard TagSkim.isUTF8(bytes), !marks.finds(in: bytes) else { return true }
    // Letters of Latin-1 with too few beside them that only Vietnamese has: TCVN3 or VNI.
    let letters = TagSkim.letters(in: bytes)
    return letters.latin > 0 && letters.vietnamese * 4 < letters.latin
  }
}
