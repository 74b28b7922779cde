import Testing

@testable import DossierEngine

/// A note's small number above the line is no digit of the number before it.
@Suite struct PDFNoteMarkTests {
  /// The text of a line of words given as text, left edge, top, width and height.
  private func text(_ words: [(String, Double, Double, Double, Double)]) -> [String] {
    let rows =
      ["4\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t###LINE###"]
      + words.map { "5\t1\t0\t0\t0\t0\t\($0.1)\t\($0.2)\t\($0.3)\t\($0.4)\t100\t\($0.0)" }
    var lines: [String] = []
    PDFPageWords.read(Array(rows.joined(separator: "\n").utf8)) {
      lines += $0.lines.map { PDFPageWords.text(of: $0) }
    }
    return lines
  }

  @Test func leavesTheMarkOfANoteOut() {
    #expect(
      text([
        ("đạt", 50, 100, 20, 18), ("30", 74, 100, 14, 18), ("1", 88, 100, 4, 10),
        ("điểm", 96, 100, 26, 18), ("12", 122, 100, 8, 10), (",", 130, 100, 3, 18),
        ("tốt", 138, 100, 16, 18), ("*", 154, 101, 4, 10),
      ]) == ["đạt 30 điểm, tốt"])
  }

  @Test func keepsRaisedNumbersThatBelongToTheText() {
    // An area.
    #expect(
      text([("120", 50, 100, 20, 18), ("m", 74, 100, 10, 18), ("2", 84, 100, 4, 10)]) == ["120 m2"])
    // A smaller number on the line, one set lower, and one that stands apart.
    #expect(
      text([("30", 50, 100, 14, 18), ("1", 64, 108, 4, 10)]) == ["301"])
    #expect(
      text([("H", 50, 100, 10, 18), ("2", 60, 112, 4, 10)]) == ["H2"])
    #expect(
      text([("30", 50, 100, 14, 18), ("1", 74, 100, 4, 10)]) == ["30 1"])
  }
}
