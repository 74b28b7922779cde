import ArchiveIO
import DossierModel

/// A bag in a ZIP: read in place, never extracted.
struct ZIPContainer: BagContainer {
  let kind = VerifyResult.Container.zip
  let dataChecks = ["crc32"]
  let entries: [BagEntry]
  let findings: [Finding]
  let bagProblem: Finding?
  private let source: any ByteSource
  private let directory: ZIPDirectory
  /// The entry of the directory behind each of `entries`.
  private let numbers: [Int]

  /// Reads the directory and finds the bag.
  ///
  /// - Throws: `ArchiveError` where there is no directory to be had.
  init(source: any ByteSource) throws(ArchiveError) {
    let directory = try ZIPDirectory.read(from: source)
    var layout = ArchiveLayout(directory.entries.map(\.rawName))
    var entries: [BagEntry] = []
    var numbers: [Int] = []
    var garbled = GarbledNames()
    for (number, entry) in directory.entries.enumerated() {
      guard let place = layout.place(entry.rawName, isFolder: entry.isDirectory) else { continue }
      entries.append(
        BagEntry(
          path: place.path, kind: Self.kind(of: entry), size: entry.size,
          isOutside: place.isOutside))
      numbers.append(number)
      if !place.isOutside { garbled.add(entry, place.path) }
    }
    self.source = source
    self.directory = directory
    self.entries = entries
    self.numbers = numbers
    bagProblem = layout.problem
    let unzip = [garbled.finding].compactMap { $0 }
    findings = directory.oddities.map(OddityFindings.finding) + layout.findings + unzip
  }

  private static func kind(of entry: ZIPEntry) -> BagEntry.Kind {
    if entry.isDirectory { return .folder }
    guard entry.madeBy >> 8 == 3 else { return .file }
    switch entry.externalAttributes >> 28 {
    case 0, 0o10: return .file
    case 0o12: return .link
    default: return .special
    }
  }

  func bytes(of entry: Int, limit: Int) throws -> [UInt8] {
    var reader = ZIPEntryReader()
    return try reader.bytes(of: directory.entries[numbers[entry]], in: source, limit: limit)
  }

  func data(of number: Int, limit: Int) throws -> EntryData {
    let entry = directory.entries[numbers[number]]
    let name = entries[number].path.shown
    var reader = ZIPEntryReader()
    if entry.size <= UInt64(limit) {
      return .whole(
        MemorySource(name: name, bytes: try reader.bytes(of: entry, in: source, limit: limit)))
    }
    // Read once to its end: only then it is known to be what the directory says.
    let (digests, start) = try reader.digestAndStart(
      of: entry, in: source, [.sha256], count: EntryData.startSize)
    guard let stored = try reader.storedData(of: entry, in: source) else {
      return .large(start: start, digests: digests)
    }
    return .whole(stored)
  }

  func digests(
    _ requests: [HashRequest], jobs: Int, progress: ProgressCounter
  ) async throws -> [HashOutcome?] {
    try await DigestWorker<ZIPEntryReader>.digests(
      of: requests, jobs: jobs, hasChecksum: true, progress: progress,
      makeSingle: { ZIPEntryReader() },
      open: { request, reader in
        try reader.storedData(of: directory.entries[numbers[request.entry]], in: source)
      },
      judge: { request, outcome in
        let entry = directory.entries[numbers[request.entry]]
        guard case .done(_, let size, let crc32) = outcome,
          let error = ZIPEntryReader.fault(of: entry, in: source, size: size, crc32: crc32)
        else { return HashOutcome(outcome) }
        return .failed(error)
      },
      alone: { request, reader in
        try reader.digest(
          of: directory.entries[numbers[request.entry]], in: source, request.algorithms,
          into: request.output
        ) { progress.add(bytes: $0) }
      })
  }
}
