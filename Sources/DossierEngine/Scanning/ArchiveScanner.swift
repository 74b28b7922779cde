internal import ArchiveIO
import DossierModel

/// What an archive holds, looked at without extracting it.
struct ArchiveContents: Sendable {
  /// A row for each payload file, its path relative to the payload; not placed yet.
  var files: [IndexedFile]
  /// The bytes of `dossier.json`, where the archive has one.
  var index: [UInt8]?
  /// Whether the archive is a bag; else its files are those of a plain archive.
  var isBag: Bool
}

/// Looks at every payload file of an archive.
struct ArchiveScanner: Sendable {
  /// Reads what texts state; nothing where metadata is enough.
  let facts: FactReader?
  /// The most tasks at a time.
  let workers: Int
  /// Told of what is done.
  let handler: ProgressHandler?

  /// A file of more bytes is not held in memory to read its text.
  private static let documentLimit = 32 << 20
  /// An index by hoso of a large dossier takes a few MB.
  private static let indexLimit = 64 << 20

  /// Looks into an archive.
  ///
  /// - Parameter path: a ZIP or TAR, a bag or not.
  /// - Returns: its payload, in the order of the bytes of the paths.
  /// - Throws: `DossierError` where it is no archive, or cannot be read.
  func contents(of path: String) async throws -> ArchiveContents {
    let container: any BagContainer
    do {
      container = try BagVerifier.container(try FileSource(path: path))
    } catch let error as ArchiveError {
      throw DossierError(error, path: path)
    }
    if let bomb = container.findings.first(where: { $0.code == .archiveBomb }) {
      throw DossierError(.damaged, path: path, detail: bomb.code.rawValue)
    }
    let isBag = container.bagProblem == nil
    let payload = container.entries.indices.filter { number in
      let entry = container.entries[number]
      return entry.kind != .folder && (!isBag || entry.path.isPayload)
    }.sorted {
      container.entries[$0].path.bytes.lexicographicallyPrecedes(container.entries[$1].path.bytes)
    }
    let progress = ProgressCounter(
      .reading, bytes: payload.reduce(0) { $0 &+ container.entries[$1].size },
      files: payload.count, handler: handler)
    let files = try await Workers.map(
      payload, jobs: workers, weight: { container.entries[$0].size },
      makeState: { FileExaminer(facts: facts, progress: progress) }
    ) { examiner, number in
      defer { progress.addFile() }
      return try row(for: number, in: container, isBag: isBag, examiner: &examiner)
    }
    return ArchiveContents(files: files, index: try index(in: container), isBag: isBag)
  }

  private func row(
    for number: Int, in container: any BagContainer, isBag: Bool, examiner: inout FileExaminer
  ) throws -> IndexedFile {
    let entry = container.entries[number]
    let bytes = isBag ? Array(entry.path.bytes.dropFirst(5)) : entry.path.bytes
    let path = String(validating: bytes, as: UTF8.self)
    var file = IndexedFile(
      path: path ?? String(decoding: bytes, as: UTF8.self), kind: kind(of: entry),
      size: Int64(clamping: entry.size))
    if path == nil { file.rawPath = bytes }
    guard entry.kind == .file else { return file }
    do {
      let data = try container.bytes(of: number, limit: Self.documentLimit)
      try examiner.examine(&file, source: MemorySource(name: file.path, bytes: data))
    } catch let error as ArchiveError {
      let reason: UnreadableReason = error.code == .limit ? .tooLarge : .corruptEntry
      file.problem = ReadProblem(reason, detail: error.detail)
    }
    return file
  }

  private func kind(of entry: BagEntry) -> IndexedFile.Kind {
    switch entry.kind {
    case .link: .link
    case .special: .special
    case .file, .folder: .regular
    }
  }

  private func index(in container: any BagContainer) throws -> [UInt8]? {
    let name = Array("dossier.json".utf8)
    guard
      let number = container.entries.firstIndex(where: { $0.path.bytes == name && !$0.isOutside })
    else { return nil }
    do {
      return try container.bytes(of: number, limit: Self.indexLimit)
    } catch is ArchiveError {
      // A damaged index is verify's business; the payload can be judged without it.
      return nil
    }
  }
}
