internal import ArchiveIO
import DossierModel

/// Looks at every file of a dossier's folder.
struct FolderScanner: Sendable {
  /// Reads what texts state; nothing where metadata is enough.
  let facts: FactReader?
  /// Tells the files that can only be evidence.
  let evidence: EvidencePaths
  /// The most tasks at a time.
  let workers: Int
  /// Told of what is done.
  let handler: ProgressHandler?

  /// Lists what is to be looked at below a folder.
  ///
  /// - Throws: `DossierError` where the folder itself cannot be read.
  static func entries(in folder: String) throws -> [FolderEntry] {
    do {
      return try FolderWalk.entries(of: folder).filter { $0.kind != .folder || $0.problem != nil }
    } catch {
      throw DossierError(error, path: folder)
    }
  }

  /// Looks at every file below a folder.
  ///
  /// - Parameters:
  ///   - entries: what `entries(in:)` gave.
  ///   - folder: the dossier's folder.
  /// - Returns: a row for each file, link and special file, in the order of the bytes of their
  ///   paths, not placed yet. A file that cannot be read is a row with a reason.
  /// - Throws: `CancellationError` where the work is given up.
  func files(_ entries: [FolderEntry], in folder: String) async throws -> [IndexedFile] {
    let progress = ProgressCounter(
      .reading, bytes: entries.reduce(0) { $0 + weight(of: $1) }, files: entries.count,
      handler: handler)
    let root = Array(folder.utf8) + [UInt8(ascii: "/")]
    return try await Workers.map(
      entries, jobs: workers, weight: { weight(of: $0) },
      makeState: { FileExaminer(facts: facts, evidence: evidence, progress: progress) }
    ) { examiner, entry in
      defer { progress.addFile() }
      return try row(for: entry, below: root, examiner: &examiner)
    }
  }

  private func weight(of entry: FolderEntry) -> UInt64 {
    entry.kind == .regular ? entry.size : 0
  }

  private func row(
    for entry: FolderEntry, below root: [UInt8], examiner: inout FileExaminer
  ) throws -> IndexedFile {
    let path = String(validating: entry.path, as: UTF8.self)
    var file = IndexedFile(
      path: path ?? String(decoding: entry.path, as: UTF8.self), kind: kind(of: entry),
      size: entry.kind == .regular ? Int64(clamping: entry.size) : 0)
    if path == nil { file.rawPath = entry.path }
    file.modifiedSeconds = entry.modifiedSeconds
    file.linkTarget = entry.linkTarget.map { String(decoding: $0, as: UTF8.self) }
    if let problem = entry.problem {
      file.problem = ReadProblem(.io, detail: problem)
      return file
    }
    guard entry.kind == .regular else { return file }
    do {
      let source = try FileSource(rawPath: root + entry.path, followsLinks: false)
      try examiner.examine(&file, source: source)
    } catch let error as ArchiveError {
      file.problem = ReadProblem(.io, detail: error.detail)
    }
    return file
  }

  private func kind(of entry: FolderEntry) -> IndexedFile.Kind {
    switch entry.kind {
    case .link: .link
    case .special: .special
    default: .regular
    }
  }
}
