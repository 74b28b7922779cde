import ArchiveIO
import DossierModel

/// Judges one container: the declaration, the manifests, the metadata and every checksum.
struct BagCheck {
  let container: any BagContainer
  /// Takes what is found.
  var sink = FindingSink()
  var index: EntryIndex
  /// The container's entries, asked for once.
  let entries: [BagEntry]
  private var outcomes: [HashOutcome?]

  init(_ container: any BagContainer) {
    self.container = container
    entries = container.entries
    index = EntryIndex(entries)
    outcomes = [HashOutcome?](repeating: nil, count: entries.count)
  }

  /// Runs all layers.
  ///
  /// - Parameters:
  ///   - result: gets the findings, the facts and the layers.
  ///   - jobs: the number of workers.
  ///   - handler: takes reports of progress.
  /// - Throws: `CancellationError`, and errors that are no statement about the bag.
  mutating func run(
    into result: inout VerifyResult, jobs: Int, handler: ProgressHandler?
  ) async throws {
    result.container = container.kind
    result.layers.append(VerifyResult.Layer(kind: .directory, algorithms: []))
    sink.add(container.findings)
    defer {
      result.findings += sink.findings
      result.omitted = sink.omitted
    }
    if let problem = container.bagProblem { sink.add(problem) }
    // A bomb is not looked into: that is what it wants.
    if container.isBomb { return }
    var files: TagFiles?
    if container.bagProblem == nil {
      files = try TagFiles.read(container, index)
      if files == nil { sink.add(.bag(.bagNotABag, "no-declaration")) }
    }
    let matches = (files?.manifests ?? []).map { ManifestMatch($0, &index, entries) }
    if let files { judgeBefore(files, matches) }
    try await readAll(matches, result: &result, jobs: jobs, handler: handler)
    guard let files else { return }
    compare(files, matches)
    judgeAfter(files, matches)
    if files.isDeclared { result.bag = facts(files) }
    // Where no manifest could be read, nothing was compared.
    guard !files.manifests.isEmpty else { return }
    let algorithms = Set(files.manifests.compactMap(\.algorithm)).sorted().map(\.rawValue)
    result.layers.append(VerifyResult.Layer(kind: .bag, algorithms: algorithms))
  }

  // MARK: Data

  /// Reads every file once, with the checksums that any manifest gives for it.
  private mutating func readAll(
    _ matches: [ManifestMatch], result: inout VerifyResult, jobs: Int, handler: ProgressHandler?
  ) async throws {
    let isArchive = container.kind != .folder
    // Which manifests list an entry, as bits: a set for each entry would cost more than its file.
    let known = matches.filter { $0.manifest.algorithm != nil }
    var sets: [[Bool]: Set<DigestAlgorithm>] = [:]
    var requests: [HashRequest] = []
    requests.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated() where entry.kind == .file {
      let listing = known.map { $0.lines[position] != nil }
      // In an archive every entry has data of its own to check.
      guard isArchive || listing.contains(true) else { continue }
      let algorithms =
        sets[listing]
        ?? Set(zip(known, listing).compactMap { $1 ? $0.manifest.algorithm : nil })
      sets[listing] = algorithms
      requests.append(HashRequest(entry: position, size: entry.size, algorithms: algorithms))
    }
    let total = requests.reduce(UInt64(0)) { $0.addingReportingOverflow($1.size).partialValue }
    let counter = ProgressCounter(
      .verifying, bytes: total, files: requests.count, handler: handler)
    let done = try await container.digests(requests, jobs: jobs, progress: counter)
    for (request, outcome) in zip(requests, done) {
      guard let outcome else { continue }
      outcomes[request.entry] = outcome
      if case .failed(let error) = outcome { failed(request.entry, error) }
    }
    let isAnyRead = outcomes.contains { if case .digests = $0 { true } else { false } }
    if isArchive, isAnyRead || requests.isEmpty, !container.dataChecks.isEmpty {
      result.layers.append(VerifyResult.Layer(kind: .data, algorithms: container.dataChecks))
    }
  }

  private mutating func failed(_ position: Int, _ error: ArchiveError) {
    let path = entries[position].path
    let detail: [String: FindingArgument] = [
      "detail": .text(error.detail), "reason": .text(error.detail),
    ]
    switch error.code {
    case .io, .write: sink.add(.bag(.entryUnreadable, path: path, detail))
    case .unsupported:
      // Said with the directory already: encrypted, or a rare method.
      let isKnown = container.findings.contains {
        $0.code == .entryEncrypted || $0.code == .archiveUnsupported
      }
      if !isKnown { sink.add(.bag(.archiveUnsupported, path: path, detail)) }
    case .limit: sink.add(.bag(.archiveBomb, path: path, detail))
    default: sink.add(.bag(.entryAltered, "data", path: path, detail))
    }
  }

  /// The checksums that were computed of an entry.
  func digests(_ position: Int) -> DigestSet? {
    guard case .digests(let set)? = outcomes[position] else { return nil }
    return set
  }

  private mutating func compare(_ files: TagFiles, _ matches: [ManifestMatch]) {
    var found: [(match: Int, difference: ManifestMatch.Difference)] = []
    for (number, match) in matches.enumerated() {
      found += match.comparison(entries.count) { digests($0) }.map { (number, $0) }
    }
    found.sort {
      let left = entries[$0.difference.entry].path
      let right = entries[$1.difference.entry].path
      return left == right
        ? ($0.match, $0.difference.line) < ($1.match, $1.difference.line) : left < right
    }
    for (number, difference) in found {
      let entry = difference.entry
      sink.add(
        matches[number].finding(
          difference, path: entries[entry].path, digests: digests(entry)))
    }
  }

  private func facts(_ files: TagFiles) -> VerifyResult.BagFacts {
    let payload = payloadCount()
    return VerifyResult.BagFacts(
      version: "\(files.declaration.version)",
      algorithms: Set(files.payloadManifests.map(\.algorithmName)).sorted(),
      files: Int(clamping: payload.files), bytes: payload.bytes)
  }

  /// The payload by what was read; by what the container states where nothing was.
  func payloadCount() -> PayloadOxum {
    var bytes: UInt64 = 0
    var files = 0
    for (position, entry) in entries.enumerated()
    where entry.kind == .file && entry.path.isPayload && !entry.isOutside {
      bytes = bytes &+ (digests(position)?.size ?? entry.size)
      files += 1
    }
    return PayloadOxum(bytes: bytes, files: files)
  }
}
