internal import ArchiveIO
import DossierModel

/// Looks at one file after another: digest, format, metadata, facts.
///
/// One for each worker: it owns the buffers and parsers that its files share.
struct FileExaminer {
  private let facts: FactReader?
  private let progress: ProgressCounter
  private let digester = FileDigester()
  private let documents = DocumentReader()
  private let words: WordMemory?
  private var evidence: EvidencePaths?

  /// Makes an examiner.
  ///
  /// - Parameters:
  ///   - facts: reads what a document's text states; nothing where metadata is enough.
  ///   - evidence: tells the files that can only be evidence; nothing where that is not known.
  ///   - progress: told of the bytes read.
  init(facts: FactReader?, evidence: EvidencePaths? = nil, progress: ProgressCounter) {
    self.facts = facts
    self.evidence = evidence
    self.progress = progress
    words = facts?.memory()
  }

  /// Fills in what a file's bytes say.
  ///
  /// - Parameters:
  ///   - file: the row, with path, size and kind known.
  ///   - source: its bytes.
  /// - Throws: `ArchiveError.io` where its bytes could not be read, `CancellationError`; never for
  ///   what the bytes are.
  mutating func examine(_ file: inout IndexedFile, source: any ByteSource) throws {
    let digest = try digester.digest(of: source, [.sha256]) { progress.add(bytes: $0) }
    file.sha256 = digest.hex(.sha256)
    let (reading, stated) = read(
      source, name: file.path, depth: facts == nil ? .metadata : .full)
    file.format = reading.format
    file.metadata = reading.metadata
    file.problem = reading.problem
    file.textProblem = reading.textProblem
    if let stated {
      file.hasText = true
      file.facts = stated
    }
  }

  /// Reads a document and what its text states; the text itself is not kept.
  mutating func read(
    _ source: any ByteSource, name: String, depth: DocumentReader.Depth
  ) -> (DocumentReading, DocumentFacts?) {
    var reading = documents.read(source, name: name, depth: depth)
    guard let facts, reading.hasText else { return (reading, nil) }
    let isEvidence = evidence?.holds(name) ?? false
    let isHeavy = reading.blocks.textBytes > HeavyWork.floor / 4
    let stated = HeavyWork.run(if: isHeavy) {
      let stated = facts.facts(
        from: reading.blocks, title: reading.metadata.text(.title),
        isEvidence: isEvidence, memory: words)
      reading.blocks = []
      return stated
    }
    return (reading, stated)
  }
}

extension [TextBlock] {
  /// The bytes of their text.
  fileprivate var textBytes: Int {
    reduce(0) { sum, block in block.paragraphs.reduce(sum) { $0 + $1.text.utf8.count } }
  }
}

extension DocumentReading {
  /// Whether there is any word in its text.
  fileprivate var hasText: Bool {
    blocks.contains { block in
      block.paragraphs.contains { paragraph in
        paragraph.text.unicodeScalars.contains { $0.properties.isAlphabetic }
      }
    }
  }
}
