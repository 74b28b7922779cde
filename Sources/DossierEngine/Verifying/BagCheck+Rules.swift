import DossierModel

/// What is judged of a bag by its names and its tag files.
extension BagCheck {
  // MARK: Rules that need names only

  mutating func judgeBefore(_ files: TagFiles, _ matches: [ManifestMatch]) {
    sink.add(files.findings)
    judgeStructure(files)
    judgeAlgorithms(files)
    judgeTagManifests(files)
    for match in matches { sink.add(match.findings) }
    let payload = matches.filter { $0.manifest.kind == .payload }
    for (position, entry) in entries.enumerated()
    where entry.kind == .file && !entry.isOutside && NameRules.isSystemFile(entry.path) {
      // One that no manifest lists breaks the bag, and is said once, with that.
      if entry.path.isPayload, Self.isUnlisted(position, payload) { continue }
      sink.add(.bag(.entrySystemFile, path: entry.path))
    }
  }

  private static func isUnlisted(_ position: Int, _ payload: [ManifestMatch]) -> Bool {
    !payload.isEmpty && payload.allSatisfy { $0.lines[position] == nil }
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

  mutating func judgeAfter(_ files: TagFiles, _ matches: [ManifestMatch]) {
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
        sink.add(
          .bag(
            .entryUnlisted, NameRules.isSystemFile(path) ? "system" : "payload", path: path))
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
