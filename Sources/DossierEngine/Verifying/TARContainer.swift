import ArchiveIO
import DossierModel

/// A bag in a TAR, plain or packed: read from front to back, never extracted.
///
/// A first pass lists the entries and keeps the tag files; the data is read in place where the TAR
/// is plain, and in a second pass where it is packed.
struct TARContainer: BagContainer {
  let kind: VerifyResult.Container
  let dataChecks: [String]
  let entries: [BagEntry]
  let findings: [Finding]
  let bagProblem: Finding?
  private let source: any ByteSource
  private let archived: [TarEntry]
  /// The entry of the archive behind each of `entries`.
  private let numbers: [Int]
  private let complete: Set<Int>
  private let kept: [Int: [UInt8]]

  /// The most bytes of tag files that are kept in all.
  static let keepLimit = 64 << 20

  /// Lists the archive and finds the bag.
  ///
  /// - Throws: `ArchiveError` where no TAR begins here; `CancellationError`.
  init(source: any ByteSource) throws {
    var visitor = TarDigestVisitor(keepLimit: Self.keepLimit) { entry, _ in
      entry.kind == .file && Self.isTagFile(entry.rawName) ? .keep : .nothing
    }
    let inspection = try TarReader.read(from: source, visitor: &visitor)
    switch inspection.kind {
    case .tarGzip: kind = .tarGzip
    case .tarXz: kind = .tarXZ
    case .tarZstd: kind = .tarZstandard
    case .tar, .zip: kind = .tar
    }
    let names = visitor.entries.map { Self.plain($0.rawName) }
    var layout = ArchiveLayout(names)
    var entries: [BagEntry] = []
    var numbers: [Int] = []
    for (number, entry) in visitor.entries.enumerated() {
      guard !names[number].isEmpty,
        let place = layout.place(names[number], isFolder: entry.kind == .folder)
      else { continue }
      entries.append(
        BagEntry(
          path: place.path, kind: Self.kind(of: entry), size: entry.size,
          isOutside: place.isOutside))
      numbers.append(number)
    }
    self.source = source
    self.entries = entries
    self.numbers = numbers
    archived = visitor.entries
    complete = visitor.complete
    kept = visitor.kept
    dataChecks = kind == .tarGzip ? ["crc32"] : []
    bagProblem = layout.problem
    findings = inspection.oddities.map(OddityFindings.finding) + layout.findings
  }

  /// The name without "./" before it and "/" after it.
  private static func plain(_ name: [UInt8]) -> [UInt8] {
    var rest = name[...]
    while rest.starts(with: [0x2E, 0x2F]) { rest = rest.dropFirst(2) }
    while rest.last == UInt8(ascii: "/") { rest.removeLast() }
    return rest.elementsEqual([0x2E]) ? [] : Array(rest)
  }

  /// Whether an entry could be a tag file that is read: at the top, or in a folder at the top.
  private static func isTagFile(_ name: [UInt8]) -> Bool {
    let path = plain(name)
    guard path.filter({ $0 == UInt8(ascii: "/") }).count <= 1 else { return false }
    let last = Array(BagPath(bytes: path).lastPart)
    if Manifest.recognize(last) != nil { return true }
    let others = [BagDeclaration.fileName, "bag-info.txt", "package-info.txt", FetchList.fileName]
    return others.contains { last == Array($0.utf8) }
  }

  private static func kind(of entry: TarEntry) -> BagEntry.Kind {
    switch entry.kind {
    case .file: .file
    case .folder: .folder
    case .symbolicLink, .hardLink: .link
    case .other: .special
    }
  }

  func bytes(of entry: Int, limit: Int) throws -> [UInt8] {
    if let bytes = kept[numbers[entry]], bytes.count <= limit { return bytes }
    guard complete.contains(numbers[entry]) else { throw cutOff(entry) }
    guard entries[entry].size <= UInt64(limit) else {
      throw ArchiveError(
        .limit, path: source.name, entry: entries[entry].path.shown,
        detail: "entry-size")
    }
    if kind == .tar { return try data(of: entry).bytes(at: 0, count: limit) }
    var found: [UInt8] = []
    _ = try handOver([entry], limit: limit) { _, data in
      if case .whole(let source) = data { found = try source.bytes(at: 0, count: limit) }
    }
    return found
  }

  func data(of entry: Int, limit: Int) throws -> EntryData { .whole(try data(of: entry)) }

  func handOver(
    _ entries: [Int], limit: Int, _ take: (Int, EntryData) throws -> Void
  ) throws -> Bool {
    guard kind != .tar else { return false }
    let byNumber = Dictionary(
      entries.map { (numbers[$0], $0) }, uniquingKeysWith: { first, _ in first })
    try withoutActuallyEscaping(take) { take in
      var visitor = TarDocumentVisitor(wanted: Set(byNumber.keys), limit: limit) { number, data in
        if let entry = byNumber[number] { try take(entry, data) }
      }
      _ = try TarReader.read(from: source, visitor: &visitor)
    }
    return true
  }

  func digests(
    _ requests: [HashRequest], jobs: Int, progress: ProgressCounter
  ) async throws -> [HashOutcome?] {
    if kind == .tar { return try await inPlace(requests, jobs: jobs, progress: progress) }
    var wanted: [Int: HashRequest] = [:]
    for request in requests { wanted[numbers[request.entry]] = request }
    let choices = wanted
    var visitor = TarDigestVisitor(keepLimit: 0, progress: { progress.add(bytes: $0) }) {
      choices[$1].map { .digest($0.algorithms, into: $0.output) } ?? .nothing
    }
    _ = try TarReader.read(from: source, visitor: &visitor)
    return requests.map { request in
      progress.addFile()
      guard let digests = visitor.digests[numbers[request.entry]] else {
        return .failed(cutOff(request.entry))
      }
      return .digests(digests)
    }
  }

  private func inPlace(
    _ requests: [HashRequest], jobs: Int, progress: ProgressCounter
  ) async throws -> [HashOutcome?] {
    try await DigestWorker<FileDigester>.digests(of: requests, jobs: jobs, progress: progress) {
      try data(of: $0)
    }
  }

  /// Where the data of an entry lies in a plain TAR.
  private func data(of entry: Int) throws(ArchiveError) -> SubrangeSource {
    let number = numbers[entry]
    guard complete.contains(number) else { throw cutOff(entry) }
    return SubrangeSource(
      of: source, name: source.name, offset: archived[number].dataOffset,
      size: archived[number].size)
  }

  private func cutOff(_ entry: Int) -> ArchiveError {
    ArchiveError(
      .corruptEntry, path: source.name, entry: entries[entry].path.shown,
      detail: "data-past-end")
  }
}
