import DossierModel

/// Which entry of the container each line of a manifest means.
struct ManifestMatch {
  let manifest: Manifest
  /// The line that names an entry, by the entry's number.
  private(set) var lines: LineTable
  /// Lines that only meet an entry that another line names: same but for case or normalization.
  private(set) var doubtful: [(line: Int, entry: Int, isCase: Bool)] = []
  /// Lines that name nothing that is here.
  private(set) var missing: [Int] = []
  private(set) var findings: [Finding] = []

  /// Looks up every line: the name as it is, its other reading, then as RFC 8493 §6.1.1.3 asks in
  /// one normalization form, then without case.
  init(_ manifest: Manifest, _ index: inout EntryIndex, _ entries: [BagEntry]) {
    self.manifest = manifest
    lines = LineTable(count: entries.count)
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
    case .file:
      // Two readings of two lines can meet in one file; both must then hold for it.
      if lines[position] == nil {
        lines[position] = line
      } else {
        doubtful.append((line, position, false))
      }
    case .folder:
      findings.append(
        .malformed("lists-folder", path: entry.path, file: manifest.file, line: entry.line))
    // What is no file was reported with the container.
    case .link, .special: break
    }
  }

  /// A line whose checksum is not that of the file, or whose name is not quite the file's.
  struct Difference {
    enum Kind: Int { case altered, missing, namedByCase }

    var entry: Int
    var line: Int
    var kind: Kind
  }

  /// Compares checksums.
  ///
  /// - Parameters:
  ///   - count: the number of entries.
  ///   - digests: the checksums of an entry, where its data could be read.
  /// - Returns: what differs; small, so that a bag in which everything does costs little.
  func comparison(_ count: Int, digests: (Int) -> DigestSet?) -> [Difference] {
    guard let algorithm = manifest.algorithm else { return [] }
    var result: [Difference] = []
    for position in 0..<count {
      guard let line = lines[position] else { continue }
      if digests(position)?.matches(algorithm, manifest.entries[line].digest) == false {
        result.append(Difference(entry: position, line: line, kind: .altered))
      }
    }
    for doubt in doubtful {
      let expected = manifest.entries[doubt.line].digest
      guard let isEqual = digests(doubt.entry)?.matches(algorithm, expected) else { continue }
      if !isEqual {
        result.append(Difference(entry: doubt.entry, line: doubt.line, kind: .missing))
      } else if doubt.isCase {
        result.append(Difference(entry: doubt.entry, line: doubt.line, kind: .namedByCase))
      }
    }
    return result
  }

  /// The finding for a difference.
  ///
  /// - Parameters:
  ///   - path: the path of the entry.
  ///   - digests: its checksums.
  func finding(_ difference: Difference, path: BagPath, digests: DigestSet?) -> Finding {
    let entry = manifest.entries[difference.line]
    switch difference.kind {
    case .missing: return missing(difference.line)
    case .namedByCase:
      return .bag(
        .entryTwin, "listed-case", path: entry.path, file: manifest.file, line: entry.line,
        ["other": .text(path.shown)])
    case .altered:
      let found = manifest.algorithm.flatMap { digests?.hex($0) } ?? ""
      return .bag(
        .entryAltered, "digest", path: path, file: manifest.file, line: entry.line,
        [
          "algorithm": .text(manifest.algorithmName),
          "expected": .text(HexDigits.text(entry.digest)), "found": .text(found),
        ])
    }
  }

  /// The finding for a line whose file is not here.
  func missing(_ line: Int) -> Finding {
    let entry = manifest.entries[line]
    return .bag(
      .entryMissing, "listed", path: entry.path, file: manifest.file, line: entry.line)
  }
}

/// A line of a manifest for each entry of a container, or none.
struct LineTable {
  private var table: [Int32]

  init(count: Int) { table = [Int32](repeating: -1, count: count) }

  subscript(entry: Int) -> Int? {
    get { table[entry] < 0 ? nil : Int(table[entry]) }
    set { table[entry] = newValue.map { Int32(clamping: $0) } ?? -1 }
  }
}
