import ArchiveIO
import DossierModel

/// Judges one container: the declaration, the manifests, the metadata and every checksum.
struct BagCheck {
  let container: any BagContainer
  private var sink = FindingSink()
  private var index: EntryIndex
  /// The container's entries, asked for once.
  private let entries: [BagEntry]
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
    result.bag = facts(files)
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
    if isArchive, !container.dataChecks.isEmpty {
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
  private func payloadCount() -> PayloadOxum {
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

extension BagCheck {
  // MARK: Rules that need names only

  private mutating func judgeBefore(_ files: TagFiles, _ matches: [ManifestMatch]) {
    sink.add(files.findings)
    judgeStructure(files)
    judgeAlgorithms(files)
    judgeTagManifests(files)
    for match in matches { sink.add(match.findings) }
    for entry in entries
    where entry.kind == .file && !entry.isOutside && NameRules.isSystemFile(entry.path) {
      sink.add(.bag(.entrySystemFile, path: entry.path))
    }
  }

  private mutating func judgeStructure(_ files: TagFiles) {
    let data = BagPath("data")
    let hasFolder = index[data].map { entries[$0].kind == .folder } ?? false
    let payload = entries.contains { $0.path.isPayload && !$0.isOutside }
    if !hasFolder, !payload {
      sink.add(.malformed("no-payload-folder"))
    } else if !entries.contains(where: {
      $0.kind == .file && $0.path.isPayload && !$0.isOutside
    }), files.payloadManifests.allSatisfy(\.entries.isEmpty) {
      sink.add(.recommendation("empty-payload"))
    }
    if !files.manifestKinds.contains(.payload) { sink.add(.bag(.bagNoManifest)) }
  }

  private mutating func judgeAlgorithms(_ files: TagFiles) {
    let payload = files.payloadManifests
    guard !payload.isEmpty else { return }
    let known = payload.compactMap(\.algorithm)
    let names = Set(payload.map(\.algorithmName)).sorted()
    if known.isEmpty {
      sink.add(.bag(.bagNoKnownAlgorithm, nil, ["algorithms": .list(names)]))
    } else if known.allSatisfy(\.isWeak) {
      sink.add(.bag(.bagWeakAlgorithm, nil, ["algorithms": .list(names)]))
    }
    for manifest in files.manifests
    where manifest.algorithm == nil && !(known.isEmpty && manifest.kind == .payload) {
      sink.add(
        .bag(
          .bagAlgorithmUnknown, file: manifest.file,
          ["algorithm": .text(manifest.algorithmName)]))
    }
  }

  private mutating func judgeTagManifests(_ files: TagFiles) {
    let tags = files.tagManifests
    let version = files.declaration.version
    guard let first = tags.first else {
      if !files.manifestKinds.contains(.tag) { sink.add(.bag(.bagNoTagManifest)) }
      return
    }
    for tag in tags {
      for payload in files.payloadManifests where tag[BagPath(payload.file)] == nil {
        sink.add(
          .strictSinceOne(
            "tag-misses-manifest", version, file: tag.file, ["manifest": .text(payload.file)]))
      }
      if Set(tag.positions.keys) != Set(first.positions.keys) {
        sink.add(.recommendation("tag-sets", file: tag.file, ["first": .text(first.file)]))
      }
    }
    let payloadNames = Set(files.payloadManifests.map(\.algorithmName)).sorted()
    let tagNames = Set(tags.map(\.algorithmName)).sorted()
    // Of payload manifests that could not be read the algorithms are not known.
    if version >= .one, !payloadNames.isEmpty, payloadNames != tagNames {
      sink.add(
        .recommendation(
          "tag-algorithms", ["manifests": .list(payloadNames), "tags": .list(tagNames)]))
    }
  }

  // MARK: Rules that need what is here, and its sizes

  private mutating func judgeAfter(_ files: TagFiles, _ matches: [ManifestMatch]) {
    judgeMissing(files, matches)
    judgeUnlisted(files, matches)
    judgeFetch(files)
    if let info = files.info {
      sink.add(
        PayloadOxum.findings(
          info.info, file: info.file, version: files.declaration.version, counted: payloadCount()))
    }
  }

  private mutating func judgeMissing(_ files: TagFiles, _ matches: [ManifestMatch]) {
    let fetched = Dictionary(
      (files.fetch?.entries ?? []).map { ($0.path, $0.url) },
      uniquingKeysWith: { first, _ in first })
    var said: Set<BagPath> = []
    for match in matches {
      for line in match.missing {
        let path = match.manifest.entries[line].path
        // One file that two manifests list is missing once.
        guard said.insert(path).inserted else { continue }
        if let url = fetched[path] {
          sink.add(
            .bag(
              .entryMissing, "to-fetch", path: path, file: match.manifest.file,
              ["url": .text(url)]))
        } else {
          sink.add(match.missing(line))
        }
      }
    }
  }

  private mutating func judgeUnlisted(_ files: TagFiles, _ matches: [ManifestMatch]) {
    let payload = matches.filter { $0.manifest.kind == .payload }
    let tags = matches.filter { $0.manifest.kind == .tag }
    let isStrict = files.declaration.version >= .one
    let unlisted = entries.indices.filter { position in
      let entry = entries[position]
      guard entry.kind == .file, !entry.isOutside else { return false }
      if entry.path.isPayload { return payload.contains { $0.lines[position] == nil } }
      return !tags.isEmpty && !tags.contains { $0.lines[position] != nil }
        && !isTagManifest(entry.path)
    }
    for position in unlisted.sorted(by: { entries[$0].path < entries[$1].path }) {
      let path = entries[position].path
      guard path.isPayload else {
        sink.add(.bag(.bagTagUnlisted, path: path))
        continue
      }
      let absent = payload.filter { $0.lines[position] == nil }
      if absent.count == payload.count {
        sink.add(.bag(.entryUnlisted, "payload", path: path))
      } else if isStrict {
        for match in absent {
          sink.add(.bag(.entryUnlisted, "manifest", path: path, file: match.manifest.file))
        }
      }
    }
  }

  private func isTagManifest(_ path: BagPath) -> Bool {
    !path.bytes.contains(UInt8(ascii: "/")) && Manifest.recognize(path.bytes)?.kind == .tag
  }

  private mutating func judgeFetch(_ files: TagFiles) {
    guard let fetch = files.fetch else { return }
    for entry in fetch.entries {
      for manifest in files.payloadManifests
      where manifest[entry.path] == nil && entry.alternative.flatMap({ manifest[$0] }) == nil {
        sink.add(
          .malformed(
            "fetch-not-listed", path: entry.path, file: FetchList.fileName, line: entry.line,
            ["manifest": .text(manifest.file)]))
      }
      if let length = entry.length, let position = index.file(entry.path) {
        let counted = digests(position)?.size ?? entries[position].size
        if counted != length {
          sink.add(
            .recommendation(
              "fetch-length", path: entry.path, file: FetchList.fileName, line: entry.line,
              ["stated": .text("\(length)"), "counted": .text("\(counted)")]))
        }
      }
    }
  }
}
