/// Finds the word that was probably meant.
public enum Nearest {
  /// The nearest of some words by edits, where one is near enough to be a slip of the hand.
  public static func word(to written: String, among words: [String]) -> String? {
    let source = Array(written.lowercased().unicodeScalars.prefix(64))
    let best = words.map { ($0, distance(source, Array($0.lowercased().unicodeScalars))) }
      .min { $0.1 < $1.1 }
    guard let best, best.1 <= max(1, min(source.count, best.0.unicodeScalars.count) / 3) else {
      return nil
    }
    return best.0
  }

  /// The fewest insertions, deletions, replacements and swaps of neighbours.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var line = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column] + (scalar == other ? 0 : 1), last[column + 1] + 1)
        cost = min(cost, line[column] + 1)
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        line.append(cost)
      }
      beforeLast = last
      last = line
    }
    return last[right.count]
  }
}
