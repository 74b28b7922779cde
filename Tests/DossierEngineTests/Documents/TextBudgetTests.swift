import ArchiveIO
import DossierEngine
import DossierModel
import Testing

/// Whatever the file, its text takes a bounded memory; what is left out is said.
@Suite struct TextBudgetTests {
  private func read(_ text: String, _ name: String) -> DocumentReading {
    DocumentReader().read(
      MemorySource(name: name, bytes: Array(text.utf8)), name: name, depth: .full)
  }

  private func length(_ reading: DocumentReading) -> Int {
    reading.blocks.reduce(0) { sum, block in
      block.paragraphs.reduce(sum) { $0 + $1.text.utf8.count + 25 }
    }
  }

  @Test(arguments: [1, 10, 4000])
  func keepsSoMuchOfATextAndSaysSo(_ words: Int) {
    let line = String(repeating: "chữ ", count: words)
    let reading = read(
      String(repeating: line + "\n", count: 4_000_000 / (line.utf8.count + 1)), "a.txt")
    #expect(reading.textProblem?.reason == .tooLarge)
    #expect(!reading.blocks.isEmpty)
    #expect(length(reading) <= 1_600_000)
  }

  @Test func keepsSoMuchOfAPageAndSaysSo() {
    let reading = read(
      "<html><body>" + String(repeating: "<p>một đoạn văn</p>", count: 100_000), "a.html")
    #expect(reading.textProblem?.reason == .tooLarge)
    #expect(length(reading) <= 1_600_000)
  }

  @Test func keepsSoMuchOfRichTextAndReadsOnForFlags() {
    let body = String(repeating: "mot doan van dai\\par ", count: 120_000)
    let reading = read("{\\rtf1 \(body)\\v an\\v0\\par}", "a.rtf")
    #expect(reading.problem == nil)
    #expect(reading.textProblem?.reason == .tooLarge)
    #expect(reading.metadata.flags.contains(.hiddenText))
    #expect(length(reading) <= 1_600_000)
  }

  @Test func keepsEmptyParagraphsWithinBounds() {
    let reading = read("{\\rtf1 " + String(repeating: "\\par ", count: 500_000) + "}", "a.rtf")
    #expect(reading.blocks.count <= 120_000)
  }

  @Test func keepsSoMuchOfOneParagraphAndReadsOnForFlags() {
    let run = "<w:r><w:t>\(String(repeating: "chữ ", count: 5000))</w:t></w:r>"
    let body =
      "<w:p>\(String(repeating: run, count: 150))</w:p>"
      + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    let reading = ForgedPackage.docx(body).read("a.docx")
    #expect(reading.textProblem?.reason == .tooLarge)
    #expect(length(reading) <= 1_600_000)
    #expect(reading.metadata.flags.contains(.hiddenText))
    let short = ForgedPackage.docx("<w:p>\(String(repeating: run, count: 15))</w:p>").read("a.docx")
    #expect(short.textProblem == nil)
    #expect(length(short) > 400_000)
  }

  @Test(arguments: ["a b c d e f ", "&ệ&;", String(repeating: "x", count: 119) + " "])
  func wordsThatAreNoneWeighMoreThanTheirBytes(_ words: String) {
    let line = String(repeating: words, count: 120 / words.utf8.count)
    let reading = read(String(repeating: line + "\n", count: 8000), "a.txt")
    #expect(reading.textProblem?.reason == .tooLarge)
    #expect(!reading.blocks.isEmpty)
    let ordinary = String(repeating: "một từ ", count: 13)
    #expect(read(String(repeating: ordinary + "\n", count: 8000), "b.txt").textProblem == nil)
  }

  @Test func leavesAnOrdinaryTextWhole() {
    let reading = read(String(repeating: "một đoạn văn ngắn\n", count: 20_000), "a.txt")
    #expect(reading.textProblem == nil)
    #expect(reading.blocks.count == 20_000)
  }
}
