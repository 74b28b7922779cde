import ArchiveIO
import DossierModel

/// Reads Rich Text Format: the information group, and the text with its tables.
enum RTFReader {
  private static let maximumSize: UInt64 = 512 << 20

  /// Reads one file.
  static func read(_ source: any ByteSource, wantsText: Bool) -> DocumentReading {
    guard source.size <= maximumSize else {
      return DocumentReading(format: .rtf, problem: ReadProblem(.tooLarge))
    }
    var parser = RTFParser(source, wantsText: wantsText)
    do {
      try parser.run()
    } catch let error as ArchiveError {
      return DocumentReading(format: .rtf, problem: ReadProblem(.io, detail: error.detail))
    } catch {
      return DocumentReading(
        format: .rtf, problem: ReadProblem(.io, detail: String(describing: error)))
    }
    return parser.reading()
  }
}
