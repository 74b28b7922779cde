import DossierModel
import Testing

@testable import DossierEngine

/// A page's number is no text of the page.
@Suite struct PDFPageNumberTests {
  /// The texts that are not of a footer, of pages of lines.
  private func body(_ pages: [[[(String, Double, Double)]]]) -> [String] {
    PDFPageForge.blocks(pages.enumerated().map { PDFPageForge.page($0.offset + 1, $0.element) })
      .flatMap(\.paragraphs).filter { $0.region == .body }.map(\.text)
  }

  @Test(arguments: ["2", "- 2 -", "Trang 2/3", "2|Trang"])
  func takesAPagesNumberOffItsTopOrBottom(_ number: String) {
    let text = [("Tổng điểm:", 50.0, 100.0)]
    #expect(body([[text], [[(number, 300, 20)], text]]) == ["Tổng điểm:", "Tổng điểm:"])
    #expect(body([[text], [text, [(number, 300, 780)]]]) == ["Tổng điểm:", "Tổng điểm:"])
  }

  @Test(arguments: ["3", "Tổng 2 điểm đạt", "95"])
  func keepsANumberThatIsNotThePages(_ number: String) {
    let text = [("Tổng điểm:", 50.0, 100.0)]
    #expect(body([[text], [text, [(number, 50, 780)]]]).last == number)
  }

  @Test func keepsANumberWithOthersBesideIt() {
    let text = [("Tổng điểm:", 50.0, 100.0)]
    let row = [[("Lớp", 50.0, 780.0)], [("2", 300.0, 780.0)]]
    #expect(body([[text], [text] + row]).contains { $0.contains("2") })
  }
}
