import DossierModel

/// Which entry of the container each line of a manifest means.
struct ManifestMatch {
  let manifest: Manifest
  /// The line that names an entry, by the entry's number.
  private(set) var lines: [Int: Int] = [:]
  /// Lines that only meet an entry that another line names: same but for case or normalization.
  private(set) var doubtful: [(line: Int, entry: Int, isCase: Bool)] = []
  /// Lines that name nothing that is here.
  private(set) var missing: [Int] = []
  private(set) var findings: [Finding] = []

  /// Looks up every line: the name as it is, its other reading, then as RFC 8493 §6.1.1.3 asks in
  /// one normalization form, then without case.
  init(_ manifest: Manifest, _ index: inout EntryIndex, _ entries: [BagEntry]) {
    self.manifest = manifest
    lines.reserveCapacity(manifest.entries.count)
    var later: [Int] = []
    for (line, entry) in manifest.entries.enumerated() {
      let position = index[entry.path] ?? entry.alternative.flatMap { index[$0] }
      guard let position else {
        later.append(line)
        continue
      }
      take(line, position, entries)
    }
    for line in later {
      let entry = manifest.entries[line]
      if let position = index.composed(entry.path) {
        findings.append(
          .bag(
            .entryTwin, "listed-normalization", path: entry.path, file: manifest.file,
            line: entry.line, ["other": .text(entries[position].path.shown)]))
        if lines[position] == nil {
          lines[position] = line
        } else {
          doubtful.append((line, position, false))
        }
      } else if let position = index.folded(entry.path), lines[position] != nil {
        doubtful.append((line, position, true))
      } else {
        missing.append(line)
      }
    }
  }

  private mutating func take(_ line: Int, _ position: Int, _ entries: [BagEntry]) {
    let entry = manifest.entries[line]
    switch entries[position].kind {
    case .file: lines[position] = line
    case .folder:
      findings.append(
        .malformed("lists-folder", path: entry.path, file: manifest.file, line: entry.line))
    // What is no file was reported with the container.
    case .link, .special: break
    }
  }

  /// Compares checksums.
  ///
  /// - Parameter digests: the checksums of an entry, where its data could be read.
  /// - Returns: what differs, by the entry's number.
  func comparison(
    _ entries: [BagEntry], digests: (Int) -> DigestSet?
  ) -> [(entry: Int, finding: Finding)] {
    guard let algorithm = manifest.algorithm else { return [] }
    var result: [(entry: Int, finding: Finding)] = []
    for (position, line) in lines {
      guard let found = digests(position)?.values[algorithm] else { continue }
      let expected = manifest.entries[line].digest
      if found != expected {
        result.append(
          (position, altered(entries[position].path, expected: expected, found: found, line)))
      }
    }
    for doubt in doubtful {
      let entry = manifest.entries[doubt.line]
      guard let found = digests(doubt.entry)?.values[algorithm] else { continue }
      if found != entry.digest {
        result.append((doubt.entry, missing(doubt.line)))
      } else if doubt.isCase {
        result.append(
          (
            doubt.entry,
            .bag(
              .entryTwin, "listed-case", path: entry.path, file: manifest.file, line: entry.line,
              ["other": .text(entries[doubt.entry].path.shown)])
          ))
      }
    }
    return result
  }

  private func altered(
    _ path: BagPath, expected: [UInt8], found: [UInt8], _ line: Int
  ) -> Finding {
    .bag(
      .entryAltered, "digest", path: path, file: manifest.file,
      line: manifest.entries[line].line,
      [
        "algorithm": .text(manifest.algorithmName), "expected": .text(HexDigits.text(expected)),
        "found": .text(HexDigits.text(found)),
      ])
  }

  /// The finding for a line whose file is not here.
  func missing(_ line: Int) -> Finding {
    let entry = manifest.entries[line]
    return .bag(
      .entryMissing, "listed", path: entry.path, file: manifest.file, line: entry.line)
  }
}
