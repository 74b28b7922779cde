import DossierModel
import NativeReaders

/// Gets the text of a PDF from `pdftotext`, a program of its own that may be absent.
enum PDFText {
  /// What came of it.
  enum Outcome {
    case absent
    case blocks([TextBlock])
    case problem(ReadProblem, [TextBlock])
  }

  private static let limits = BoundedProgram.Limits(
    seconds: 20, memoryKilobytes: 1 << 20, outputBytes: 16 << 20)

  private static let program = BoundedProgram.find("pdftotext")

  /// Reads the text of a file.
  static func read(path: String) -> Outcome {
    guard let program else { return .absent }
    // Reading order, not layout; "-" is the standard input and the standard output.
    let (output, ending) = BoundedProgram.run(
      program, ["-q", "-enc", "UTF-8", "-", "-"], inputPath: path, limits: limits)
    let blocks = blocks(String(decoding: output, as: UTF8.self))
    switch ending {
    case .finished(status: 0): return .blocks(blocks)
    case .finished(let status):
      return .problem(ReadProblem(.corrupt, detail: "pdftotext ended with \(status)"), blocks)
    case .signalled: return .problem(ReadProblem(.corrupt, detail: "pdftotext died"), blocks)
    case .outOfTime:
      return .problem(ReadProblem(.tooLarge, detail: "pdftotext took too long"), blocks)
    case .tooMuchOutput: return .problem(ReadProblem(.tooLarge, detail: "too much text"), blocks)
    case .notStarted: return .absent
    }
  }

  /// Makes paragraphs of the lines of pages that form feeds divide.
  static func blocks(_ text: String) -> [TextBlock] {
    var blocks: [TextBlock] = []
    for (index, page) in text.split(separator: "\u{C}", omittingEmptySubsequences: false)
      .enumerated()
    {
      let lines = page.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
      for line in LineJoiner.paragraphs(lines, headLines: index == 0 ? 14 : 2) {
        blocks.append(.paragraph(Paragraph(line, page: index + 1)))
      }
    }
    return blocks
  }
}
