internal import ArchiveIO
import DossierModel

/// Looks at every payload file of an archive, without extracting any.
///
/// Opened first: the archive's own index names the profile by which its texts are read.
struct ArchiveScanner: Sendable {
  /// The bytes of `dossier.json`, where the archive has one.
  let index: [UInt8]?
  private let container: any BagContainer
  /// The folder of the bag with its slash; nothing for a plain archive.
  private let base: [UInt8]?

  /// A file of more bytes is not held in memory to read its text.
  private static let documentLimit = 32 << 20

  /// Opens an archive.
  ///
  /// - Parameter path: a ZIP or TAR, a bag or not.
  /// - Throws: `DossierError` where it is no archive, or cannot be read.
  init(path: String) throws {
    do {
      container = try BagVerifier.container(try FileSource(path: path))
    } catch let error as ArchiveError {
      throw DossierError(error, path: path)
    }
    if let bomb = container.findings.first(where: { $0.code == .archiveBomb }) {
      throw DossierError(.damaged, path: path, detail: bomb.code.rawValue)
    }
    if container.findings.contains(where: { $0.code == .entryEncrypted }) {
      throw DossierError(.encryptedArchive, path: path)
    }
    base = Self.base(of: container)
    if base == nil, Self.isDocument(container) { throw DossierError(.aDocument, path: path) }
    index = try Self.index(in: container, base: base ?? [])
  }

  /// Whether the archive is a bag; else its files are those of a plain archive.
  var isBag: Bool { base != nil }

  /// A row for each payload file, its path relative to the payload, in the order of the bytes of the
  /// paths; not placed yet.
  ///
  /// - Parameters:
  ///   - facts: reads what texts state.
  ///   - evidence: tells the files that can only be evidence.
  ///   - workers: the most tasks at a time.
  ///   - handler: told of what is done.
  /// - Throws: `DossierError` where it cannot be read.
  func files(
    facts: FactReader, evidence: EvidencePaths, workers: Int, handler: ProgressHandler?
  ) async throws -> [IndexedFile] {
    let data = base.map { $0 + Array("data/".utf8) } ?? []
    let payload = container.entries.indices.filter { number in
      let entry = container.entries[number]
      return entry.kind != .folder && entry.path.bytes.starts(with: data)
    }.sorted {
      container.entries[$0].path.bytes.lexicographicallyPrecedes(container.entries[$1].path.bytes)
    }
    let progress = ProgressCounter(
      .reading, bytes: payload.reduce(0) { $0 &+ container.entries[$1].size },
      files: payload.count, handler: handler)
    let makeExaminer = { @Sendable in
      FileExaminer(facts: facts, evidence: evidence, progress: progress)
    }
    if let files = try streamed(payload, below: data, makeExaminer(), progress) { return files }
    return try await Workers.map(
      payload, jobs: workers, weight: { container.entries[$0].size }, makeState: makeExaminer
    ) { examiner, number in
      defer { progress.addFile() }
      return try row(for: number, below: data, examiner: &examiner)
    }
  }

  /// The folder of the bag with its slash, empty where the container puts it at the top; nothing where
  /// it is no bag.
  ///
  /// Whoever packs a folder that holds the bag puts it deeper than one may: that breaks the rule for
  /// archives, which `verify` tells, and no document.
  private static func base(of container: any BagContainer) -> [UInt8]? {
    guard let problem = container.bagProblem else { return [] }
    let name = Array("/\(BagDeclaration.fileName)".utf8)
    let declarations = container.entries.filter {
      $0.kind == .file && $0.path.bytes.hasSuffix(name)
    }
    guard problem.variant == "nested", declarations.count == 1 else { return nil }
    return Array(declarations[0].path.bytes.dropLast(BagDeclaration.fileName.utf8.count))
  }

  /// Whether the entries are the parts of one office document.
  static func isDocument(_ container: any BagContainer) -> Bool {
    let parts = ["[Content_Types].xml", "META-INF/manifest.xml"].map { Array($0.utf8) }
    return container.entries.contains { parts.contains($0.path.bytes) }
  }

  /// The rows of a container that can only be read from front to back, else nothing.
  private func streamed(
    _ payload: [Int], below data: [UInt8], _ examiner: FileExaminer, _ progress: ProgressCounter
  ) throws -> [IndexedFile]? {
    var examiner = examiner
    var rows: [Int: IndexedFile] = [:]
    for number in payload {
      var file = blankRow(for: container.entries[number], below: data)
      // It stays so where the archive ends before the data does.
      if file.kind == .regular { file.problem = ReadProblem(.corruptEntry) }
      rows[number] = file
    }
    let wanted = payload.filter { container.entries[$0].kind == .file }
    let isStream = try container.handOver(wanted, limit: Self.documentLimit) { number, data in
      defer { progress.addFile() }
      try rows[number].map { row in
        var file = row
        file.problem = nil
        try fill(&file, with: data, by: &examiner)
        rows[number] = file
      }
    }
    return isStream ? payload.compactMap { rows[$0] } : nil
  }

  private func row(
    for number: Int, below data: [UInt8], examiner: inout FileExaminer
  ) throws -> IndexedFile {
    let entry = container.entries[number]
    var file = blankRow(for: entry, below: data)
    guard entry.kind == .file else { return file }
    do {
      try fill(
        &file, with: try container.data(of: number, limit: Self.documentLimit), by: &examiner)
    } catch let error as ArchiveError {
      let reason: UnreadableReason = error.code == .limit ? .tooLarge : .corruptEntry
      file.problem = ReadProblem(reason, detail: error.detail)
    }
    return file
  }

  /// - Parameter data: the folder of the payload with its slash; empty where it is no bag.
  private func blankRow(for entry: BagEntry, below data: [UInt8]) -> IndexedFile {
    let bytes = Array(entry.path.bytes.dropFirst(data.count))
    let path = String(validating: bytes, as: UTF8.self)
    var file = IndexedFile(
      path: path ?? String(decoding: bytes, as: UTF8.self), kind: kind(of: entry),
      size: Int64(clamping: entry.size))
    if path == nil { file.rawPath = bytes }
    return file
  }

  private func fill(
    _ file: inout IndexedFile, with data: EntryData, by examiner: inout FileExaminer
  ) throws {
    switch data {
    case .whole(let source): try examiner.examine(&file, source: source)
    case .large(let start, let digests):
      file.sha256 = digests.hex(.sha256)
      file.format = ContentSniffer.format(ofPrefix: start, size: UInt64(max(0, file.size)))
      file.problem = ReadProblem(.tooLarge)
    }
  }

  private func kind(of entry: BagEntry) -> IndexedFile.Kind {
    switch entry.kind {
    case .link: .link
    case .special: .special
    case .file, .folder: .regular
    }
  }

  private static func index(
    in container: any BagContainer, base: [UInt8]
  ) throws -> [UInt8]? {
    let name = base + Array("dossier.json".utf8)
    guard
      let number = container.entries.firstIndex(where: { $0.path.bytes == name && !$0.isOutside })
    else { return nil }
    do {
      return try container.bytes(of: number, limit: PackedIndex.limit(of: container))
    } catch is ArchiveError {
      // A damaged index is verify's business; the payload can be judged without it.
      return nil
    }
  }
}
