import DossierModel
import NativeReaders

/// Gets the text of a PDF from `pdftotext`, a program of its own that may be absent.
enum PDFText {
  /// What came of it.
  enum Outcome: Sendable {
    case absent
    case blocks([TextBlock])
    case problem(ReadProblem, [TextBlock])
  }

  /// A thousand pages of dense text take about as much time, a fifth of the memory: address space
  /// is more than what is used of it.
  private static let limits = BoundedProgram.Limits(
    seconds: 10, processorSeconds: 2, memoryKilobytes: 1 << 18, outputBytes: 4 << 20)

  /// Plain text says in a tenth of the bytes what words with their places say.
  private static let plainLimits = BoundedProgram.Limits(
    seconds: 10, processorSeconds: 2, memoryKilobytes: 1 << 18, outputBytes: 3 << 19)
  private static let input = "/proc/self/fd/0"

  private static let program = BoundedProgram.find("pdftotext")

  /// Reads the text of a file.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - rulings: the straight lines of its pages, which frame its tables.
  static func read(path: String, rulings: [Int: [PDFRuling]] = [:]) -> Outcome {
    guard let program else { return .absent }
    // The words with their places: the plain text drops the hyphen at a line's end, and a notation
    // ("45/QĐ-THAS") with it. "-" is the standard output; the input goes by the name of the open
    // file, since from "-" the program would read all of it into memory.
    let (words, ending) = BoundedProgram.run(
      program, ["-q", "-enc", "UTF-8", "-tsv", input, "-"], inputPath: path, limits: limits)
    // A program too old for that ends like this; a book has more words than are kept.
    guard ending != .finished(status: 99), ending != .tooMuchOutput else {
      let (text, ending) = BoundedProgram.run(
        program, ["-q", "-enc", "UTF-8", input, "-"], inputPath: path, limits: plainLimits)
      return HeavyWork.run(if: text.count > HeavyWork.floor) {
        outcome(blocks(String(decoding: text, as: UTF8.self)), ending)
      }
    }
    return HeavyWork.run(if: words.count > HeavyWork.floor) {
      outcome(PDFPageBlocks.blocks(words, rulings: rulings), ending)
    }
  }

  private static func outcome(
    _ blocks: [TextBlock], _ ending: BoundedProgram.Ending
  ) -> Outcome {
    switch ending {
    case .finished(status: 0): return .blocks(blocks)
    case .finished(let status):
      return .problem(ReadProblem(.corrupt, detail: "pdftotext ended with \(status)"), blocks)
    case .signalled: return .problem(ReadProblem(.corrupt, detail: "pdftotext died"), blocks)
    case .outOfTime:
      return .problem(ReadProblem(.tooLarge, detail: "pdftotext took too long"), blocks)
    case .aborted:
      return .problem(ReadProblem(.tooLarge, detail: "pdftotext ran out of memory"), blocks)
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
      blocks += paragraphs(lines, page: index + 1, isHead: index == 0)
    }
    return blocks
  }

  /// Makes paragraphs of lines of one page.
  ///
  /// - Parameters:
  ///   - lines: the lines; an empty one ends a stretch of text.
  ///   - page: the page, from 1.
  ///   - isHead: whether a document's head may stand in the first of them.
  static func paragraphs(_ lines: [String], page: Int, isHead: Bool) -> [TextBlock] {
    LineJoiner.paragraphs(lines, headLines: isHead ? 14 : 2).map {
      .paragraph(Paragraph($0, page: page))
    }
  }
}
