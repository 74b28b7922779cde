/// The number that the name of a file gives the document it holds: "QD 45", "quyet dinh so 45".
enum NumberInName {
  /// Where a phrase stands among words.
  static func place(of phrase: [String], in words: [String]) -> Int? {
    guard !phrase.isEmpty, words.count >= phrase.count else { return nil }
    return (0...(words.count - phrase.count)).first {
      words[$0..<$0 + phrase.count].elementsEqual(phrase)
    }
  }

  /// The number behind the type in a name; a year is none.
  static func number(in words: [String], behind place: Int) -> Int? {
    let rest = words.dropFirst(place)
    let next = rest.first == "so" ? rest.dropFirst().first : rest.first
    guard let next, next.utf8.count < 4 || rest.first == "so" else { return nil }
    return Int(next)
  }
}
