/// Phrases to be looked for in names, folded once.
///
/// A phrase of one short word is compared with its marks where the text has any, because without
/// them it means too much ("nháp", "nhập").
struct WordSet: Sendable {
  private struct Entry: Sendable {
    let written: String
    let slug: SlugText
    let marked: Phrase
    let isSingle: Bool
  }

  private let entries: [Entry]

  init(_ phrases: [String]) {
    entries = phrases.map { phrase in
      let slug = SlugText(phrase)
      return Entry(
        written: phrase, slug: slug, marked: Phrase(phrase), isSingle: slug.wordCount <= 1)
    }
  }

  /// The longest phrase that stands in a text, as the data has it, with its number of words.
  func longestMatch(in slug: SlugText, text: String? = nil) -> (written: String, words: Int)? {
    var best: (written: String, words: Int)?
    var folded: FoldedText?
    for entry in entries where slug.contains(entry.slug) {
      let count = entry.slug.wordCount
      if let best, best.words >= count { continue }
      if entry.isSingle, let text {
        let marked = folded ?? FoldedText(text)
        folded = marked
        let hasMarks = marked.tokens.contains { $0.folded != $0.slug }
        if hasMarks, !marked.contains(entry.marked) { continue }
      }
      best = (entry.written, count)
    }
    return best
  }

  /// Whether any phrase stands in a text.
  func matches(_ slug: SlugText, text: String? = nil) -> Bool {
    longestMatch(in: slug, text: text) != nil
  }
}
