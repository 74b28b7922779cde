import ArchiveIO
import DossierModel

/// Judges one container: the declaration, the manifests, the metadata and every checksum.
struct BagCheck {
  let container: any BagContainer
  private var sink = FindingSink()
  private var index: EntryIndex
  private var outcomes: [Int: HashOutcome] = [:]

  init(_ container: any BagContainer) {
    self.container = container
    index = EntryIndex(container.entries)
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
    let matches = (files?.manifests ?? []).map { ManifestMatch($0, &index, container.entries) }
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
    var wanted: [Int: Set<DigestAlgorithm>] = [:]
    for match in matches {
      guard let algorithm = match.manifest.algorithm else { continue }
      for position in match.lines.keys { wanted[position, default: []].insert(algorithm) }
    }
    var requests: [HashRequest] = []
    for (position, entry) in container.entries.enumerated() where entry.kind == .file {
      // In an archive every entry has data of its own to check.
      guard let algorithms = wanted[position] ?? (isArchive ? [] : nil) else { continue }
      requests.append(HashRequest(entry: position, size: entry.size, algorithms: algorithms))
    }
    let total = requests.reduce(UInt64(0)) { $0.addingReportingOverflow($1.size).partialValue }
    let counter = ProgressCounter(
      .verifying, bytes: total, files: requests.count, handler: handler)
    let done = try await container.digests(requests, jobs: jobs, progress: counter)
    for (request, outcome) in zip(requests, done) {
      outcomes[request.entry] = outcome
      if case .failed(let error) = outcome { failed(request.entry, error) }
    }
    if isArchive, !container.dataChecks.isEmpty {
      result.layers.append(VerifyResult.Layer(kind: .data, algorithms: container.dataChecks))
    }
  }

  private mutating func failed(_ position: Int, _ error: ArchiveError) {
    let path = container.entries[position].path
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

  private func digests(_ position: Int) -> DigestSet? {
    guard case .digests(let set)? = outcomes[position] else { return nil }
    return set
  }

  private mutating func compare(_ files: TagFiles, _ matches: [ManifestMatch]) {
    var found: [(entry: Int, finding: Finding)] = []
    for match in matches {
      found += match.comparison(container.entries) { digests($0) }
    }
    let entries = container.entries
    let sorted = found.sorted {
      let left = entries[$0.entry].path
      let right = entries[$1.entry].path
      return left == right
        ? ($0.finding.variant ?? "", "\($0.finding.arguments["file"], default: "")")
          < ($1.finding.variant ?? "", "\($1.finding.arguments["file"], default: "")")
        : left < right
    }
    sink.add(sorted.map(\.finding))
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
    for (position, entry) in container.entries.enumerated()
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
    for (position, entry) in container.entries.enumerated()
    where entry.kind == .file && !entry.isOutside && NameRules.isSystemFile(entry.path) {
      sink.add(.bag(.entrySystemFile, path: container.entries[position].path))
    }
  }

  private mutating func judgeStructure(_ files: TagFiles) {
    let data = BagPath("data")
    let hasFolder = index[data].map { container.entries[$0].kind == .folder } ?? false
    let payload = container.entries.contains { $0.path.isPayload && !$0.isOutside }
    if !hasFolder, !payload {
      sink.add(.malformed("no-payload-folder"))
    } else if !container.entries.contains(where: {
      $0.kind == .file && $0.path.isPayload && !$0.isOutside
    }), files.payloadManifests.allSatisfy(\.entries.isEmpty) {
      sink.add(.recommendation("empty-payload"))
    }
    if !files.hasPayloadManifest { sink.add(.bag(.bagNoManifest)) }
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
      sink.add(.bag(.bagNoTagManifest))
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
    if version >= .one, payloadNames != tagNames {
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
    let order = container.entries.indices.sorted {
      container.entries[$0].path < container.entries[$1].path
    }
    for position in order {
      let entry = container.entries[position]
      guard entry.kind == .file, !entry.isOutside else { continue }
      if entry.path.isPayload {
        let absent = payload.filter { $0.lines[position] == nil }
        if absent.count == payload.count {
          if !payload.isEmpty { sink.add(.bag(.entryUnlisted, "payload", path: entry.path)) }
        } else if isStrict {
          for match in absent {
            sink.add(
              .bag(.entryUnlisted, "manifest", path: entry.path, file: match.manifest.file))
          }
        }
      } else if !tags.isEmpty, !tags.contains(where: { $0.lines[position] != nil }),
        !isTagManifest(entry.path)
      {
        sink.add(.bag(.bagTagUnlisted, path: entry.path))
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
        let counted = digests(position)?.size ?? container.entries[position].size
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
