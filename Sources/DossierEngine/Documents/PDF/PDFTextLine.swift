/// Words that stand side by side on a page, from the left.
struct PDFTextLine {
  private(set) var words: [PDFWord]

  var left: Double { words.first?.left ?? 0 }
  var right: Double { words.map(\.right).max() ?? 0 }
  var middle: Double { words.first?.middle ?? 0 }
  var height: Double { words.map(\.height).max() ?? 0 }
  var center: Double { (left + right) / 2 }
  var text: String { PDFPageWords.text(of: words) }

  /// Makes a line of its words, from the left.
  init(_ words: [PDFWord]) { self.words = words }

  /// Words as lines, from the top.
  static func lines(of words: [PDFWord]) -> [PDFTextLine] {
    PDFTableReader.lines(of: words).map(PDFTextLine.init)
  }

  /// The parts of the line that a gap divides which is wider than any between two words of a text.
  ///
  /// - Parameter gap: the narrowest such gap, in points; never less than the height of seven tenths
  ///   of a letter.
  func parts(dividedBy gap: Double) -> [PDFTextLine] {
    var parts: [[PDFWord]] = []
    var end = -Double.infinity
    for word in words {
      if word.left - end >= max(gap, word.height * 0.7) {
        parts.append([word])
      } else {
        parts[parts.count - 1].append(word)
      }
      end = max(end, word.right)
    }
    return parts.map(PDFTextLine.init)
  }
}
