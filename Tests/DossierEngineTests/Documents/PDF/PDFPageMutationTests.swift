import DossierModel
import NativeReaders
import TestSupport
import Testing

@testable import DossierEngine

/// Pages thrown together: whatever stands where, each word comes out once.
@Suite struct PDFPageMutationTests {
  private static let texts = [
    "1", "10", "I", "a", "1.1", "Có", "kế", "hoạch", "Số:", "12/KH-", "THAS", "-01", "MC.1", "BÁO",
    "năm", "2024", "5",
  ]

  private static func page(
    _ number: Int, oddHeights: Bool, _ random: inout SeededRandom
  ) -> String {
    var rows = ["1\t\(number)\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t###PAGE###"]
    let columns = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      Double(Int.random(in: 0...560, using: &random))
    }
    let pitch = Double(Int.random(in: 0...24, using: &random))
    for line in 0..<Int.random(in: 0...40, using: &random) {
      rows.append("4\t\(number)\t\(line)\t0\t0\t0\t0\t0\t0\t0\t-1\t###LINE###")
      for column in columns where Int.random(in: 0...3, using: &random) > 0 {
        var left =
          column
          + (Int.random(in: 0...9, using: &random) == 0
            ? Double(Int.random(in: -40...40, using: &random)) : 0)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let text = texts[Int.random(in: 0...texts.count - 1, using: &random)]
          let width = Double(text.count * Int.random(in: 0...6, using: &random))
          let isOdd = oddHeights && Int.random(in: 0...9, using: &random) == 0
          let height = isOdd ? Double(Int.random(in: -3...60, using: &random)) : 10
          let top =
            Double(line) * pitch + Double(Int.random(in: 0...19, using: &random) == 0 ? 7 : 0)
          rows.append(
            "5\t\(number)\t\(line)\t0\t0\t0\t\(left)\t\(top)\t\(width)\t\(height)\t100\t\(text)")
          left += width + Double(Int.random(in: 0...12, using: &random))
        }
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private static func rulings(_ random: inout SeededRandom) -> [PDFRuling] {
    (0..<Int.random(in: 0...12, using: &random)).map { index in
      let start = Double(Int.random(in: 0...300, using: &random))
      return PDFRuling(
        isHorizontal: index % 2 == 0, position: Double(Int.random(in: 0...600, using: &random)),
        start: start,
        end: start + Double(Int.random(in: 0...500, using: &random)))
    }
  }

  private static func signs(_ texts: some Sequence<String>) -> [Character] {
    texts.joined().filter { !$0.isWhitespace }.sorted()
  }

  @Test(arguments: 0..<16) func eachWordComesOutOnce(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<25 {
      let pages = (1...Int.random(in: 1...3, using: &random)).map {
        Self.page($0, oddHeights: false, &random)
      }
      let rulings = Int.random(in: 0...1, using: &random) == 0 ? [:] : [1: Self.rulings(&random)]
      let blocks = PDFPageBlocks.blocks(Array(pages.joined().utf8), rulings: rulings)
      let given = pages.joined().split(separator: "\n").filter { $0.hasPrefix("5\t") }.map {
        String($0.split(separator: "\t", omittingEmptySubsequences: false).last ?? "")
      }
      let written = blocks.flatMap(\.paragraphs).map(\.text)
      #expect(Self.signs(written) == Self.signs(given))
    }
  }

  /// A small number raised beside a word is a note's and left out: only the count of pages stays.
  @Test(arguments: 0..<8) func wordsOfAnyHeightDoNoHarm(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<25 {
      let page = Self.page(1, oddHeights: true, &random)
      let rulings = [1: Self.rulings(&random)]
      let blocks = PDFPageBlocks.blocks(Array(page.utf8), rulings: rulings)
      #expect(blocks.flatMap(\.paragraphs).allSatisfy { $0.page == 1 })
    }
  }
}
