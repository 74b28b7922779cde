internal import ArchiveIO
import DossierCatalog
public import DossierModel

/// Reads the metadata of single files, whatever dossier they belong to.
public struct MetadataReader: Sendable {
  /// What was read of one file.
  public struct Row: Sendable {
    /// The path as it was given.
    public var path: String
    /// All that reading gave; the text blocks are not kept.
    public var reading: DocumentReading
    /// What its text states; nothing where it has no text, or none was read.
    public var facts: DocumentFacts?
    /// Why the file could not be opened.
    public var failure: DossierError?
  }

  /// So many files are read before their rows are given out: enough to keep every core busy, few
  /// enough that memory does not grow with their number.
  private static let window = 256

  private let depth: DocumentReader.Depth
  private let workers: Int
  private let facts: FactReader?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - depth: how much to read of a document.
  ///   - workers: the most tasks at a time.
  /// - Throws: where the built-in lexicon or profile cannot be read, which a test rules out.
  public init(depth: DocumentReader.Depth, workers: Int) throws {
    self.depth = depth
    self.workers = workers
    facts =
      depth == .full
      ? FactReader(
        lexicon: try LexiconLoader.builtIn(),
        profile: try ProfileFinder.profile(named: nil, declared: nil, in: nil))
      : nil
  }

  /// Reads files in their order.
  ///
  /// - Parameters:
  ///   - paths: the files.
  ///   - take: takes each row, in the order of the paths.
  /// - Throws: what `take` throws, and `CancellationError`; a file that cannot be opened is a row.
  public func read(_ paths: [String], take: (Row) throws -> Void) async throws {
    let quiet = ProgressCounter(.reading, bytes: 0, files: 0, handler: nil)
    var start = 0
    while start < paths.count {
      let part = Array(paths[start..<min(start + Self.window, paths.count)])
      let rows = try await Workers.map(
        part, jobs: workers, weight: { _ in 65_536 },
        makeState: { FileExaminer(facts: facts, progress: quiet) }
      ) { examiner, path in row(for: path, examiner: &examiner) }
      for row in rows { try take(row) }
      start += Self.window
    }
  }

  private func row(for path: String, examiner: inout FileExaminer) -> Row {
    do {
      let source = try FileSource(path: path)
      let (reading, stated) = examiner.read(source, name: path, depth: depth)
      return Row(path: path, reading: reading, facts: stated)
    } catch {
      let reading = DocumentReading(
        format: .unknown, problem: ReadProblem(.io, detail: error.detail))
      return Row(path: path, reading: reading, failure: DossierError(error, path: path))
    }
  }
}
