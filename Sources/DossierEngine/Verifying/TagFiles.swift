import ArchiveIO
import DossierModel

/// The tag files of a bag, read and parsed.
struct TagFiles {
  /// A tag file is read whole, so it has a bound.
  ///
  /// It grows with the bag: a small archive must not unpack to a manifest of millions of lines.
  static func sizeLimit(files: Int) -> Int { min(256 << 20, (4 << 20) + files * 4096) }

  /// A bag has a manifest or two for each algorithm that there is; each costs a table of all entries.
  static let mostManifests = 64

  var declaration: BagDeclaration
  /// Whether the declaration could be read; else it is one to go on with.
  var isDeclared = true
  var manifests: [Manifest] = []
  var info: (info: BagInfo, file: String)?
  var fetch: FetchList?
  var findings: [Finding] = []
  /// The kinds of manifest there are, be they such that cannot be read.
  var manifestKinds: Set<Manifest.Kind> = []

  var payloadManifests: [Manifest] { manifests.filter { $0.kind == .payload } }
  var tagManifests: [Manifest] { manifests.filter { $0.kind == .tag } }

  /// Reads them.
  ///
  /// - Returns: nothing where there is no bagit.txt.
  static func read(
    _ container: some BagContainer, _ index: EntryIndex
  ) throws -> TagFiles? {
    guard let position = index.file(BagPath(BagDeclaration.fileName)) else { return nil }
    var reader = Reader(container: container)
    guard let bytes = try reader.bytes(position) else {
      var files = TagFiles(
        declaration: BagDeclaration(version: .one, encoding: TagEncoding(name: "UTF-8")),
        findings: reader.findings)
      files.isDeclared = false
      files.manifestKinds = Set(
        index.topFiles.compactMap { Manifest.recognize(container.entries[$0].path.bytes)?.kind })
      return files
    }
    let (declaration, findings) = BagDeclaration.parse(bytes)
    var files = TagFiles(declaration: declaration, findings: findings)
    reader.declaration = declaration
    try files.readManifests(&reader, index)
    try files.readInfo(&reader, index)
    if let position = index.file(BagPath(FetchList.fileName)), let text = try reader.text(position)
    {
      let list = FetchList.parse(text, version: declaration.version)
      files.findings += list.findings
      files.fetch = list
    }
    files.findings += reader.findings
    if !declaration.encoding.isKnown || !declaration.encoding.isUTF8 && declaration.version >= .one
    {
      files.findings.append(
        .recommendation(
          declaration.encoding.isKnown ? "encoding" : "encoding-unknown",
          file: BagDeclaration.fileName,
          text: Shown.line(declaration.encoding.name.utf8)))
    }
    return files
  }

  private mutating func readManifests(
    _ reader: inout Reader, _ index: EntryIndex
  ) throws {
    var seen: [BagPath: BagPath] = [:]
    for position in index.topFiles {
      let path = reader.container.entries[position].path
      guard let known = Manifest.recognize(path.bytes) else { continue }
      if !known.isNormal {
        findings.append(.malformed("manifest-name", file: path.shown, text: known.algorithm))
      }
      if let other = seen.updateValue(path, forKey: path.folded) {
        findings.append(
          .recommendation(
            "manifest-twins", file: path.shown, ["files": .list([other.shown, path.shown])]))
      }
      manifestKinds.insert(known.kind)
      guard manifests.count < Self.mostManifests else {
        findings.append(.malformed("manifests-many", file: path.shown))
        break
      }
      guard let text = try reader.text(position) else { continue }
      let manifest = ManifestParser.parse(
        text, file: path.shown, kind: known.kind, algorithm: known.algorithm,
        version: declaration.version)
      findings += manifest.findings
      manifests.append(manifest)
    }
  }

  private mutating func readInfo(_ reader: inout Reader, _ index: EntryIndex) throws {
    // The other name is that of a tag file whose content is free (RFC 8493 §2.2.4).
    let file = BagInfo.name(in: declaration.version)
    guard let position = index.file(BagPath(file)), let text = try reader.text(position) else {
      return
    }
    let (parsed, problems) = BagInfo.parse(text, file: file, version: declaration.version)
    findings += problems
    findings += BagInfoRules.findings(parsed, file: file, version: declaration.version)
    info = (parsed, file)
  }

  /// Reads tag files one after another.
  private struct Reader {
    let container: any BagContainer
    var declaration = BagDeclaration(version: .one, encoding: TagEncoding(name: "UTF-8"))
    var findings: [Finding] = []

    private let limit: Int

    init(container: some BagContainer) {
      self.container = container
      limit = TagFiles.sizeLimit(files: container.entries.count)
    }

    mutating func bytes(_ position: Int) throws -> [UInt8]? {
      let path = container.entries[position].path
      do {
        return try container.bytes(of: position, limit: limit)
      } catch let error as ArchiveError {
        // What the data layer says of it, it says again when every entry is read.
        if error.code == .limit { findings.append(.malformed("tag-size", file: path.shown)) }
        return nil
      }
    }

    mutating func text(_ position: Int) throws -> TagText? {
      guard let bytes = try bytes(position) else { return nil }
      let file = container.entries[position].path.shown
      let (text, problems) = declaration.encoding.text(of: bytes, file: file)
      findings += problems
      return text
    }
  }
}

/// Finds entries of a container by their paths.
struct EntryIndex {
  private let exact: [BagPath: Int]
  private let entries: [BagEntry]
  /// The files in the base folder, by name.
  let topFiles: [Int]
  /// By composed and by folded names; only made where a name is not found as it is.
  private var composed: [BagPath: Int]?
  private var folded: [BagPath: Int]?

  init(_ entries: [BagEntry]) {
    var exact: [BagPath: Int] = [:]
    exact.reserveCapacity(entries.count)
    var top: [Int] = []
    for (position, entry) in entries.enumerated() where !entry.isOutside {
      if exact[entry.path] == nil { exact[entry.path] = position }
      if entry.kind == .file, !entry.path.bytes.contains(UInt8(ascii: "/")) { top.append(position) }
    }
    self.exact = exact
    self.entries = entries
    topFiles = top.sorted { entries[$0].path < entries[$1].path }
  }

  /// The entry of exactly this name.
  subscript(path: BagPath) -> Int? { exact[path] }

  /// The regular file of exactly this name.
  func file(_ path: BagPath) -> Int? {
    exact[path].flatMap { entries[$0].kind == .file ? $0 : nil }
  }

  /// The entry whose name is the same in normalization form C.
  mutating func composed(_ path: BagPath) -> Int? {
    let table = composed ?? table(\.composed)
    composed = table
    return table[path.composed]
  }

  /// The entry whose name is the same but for case and normalization.
  mutating func folded(_ path: BagPath) -> Int? {
    let table = folded ?? table(\.folded)
    folded = table
    return table[path.folded]
  }

  private func table(_ key: (BagPath) -> BagPath) -> [BagPath: Int] {
    var result: [BagPath: Int] = [:]
    for (position, entry) in entries.enumerated() where !entry.isOutside && entry.kind == .file {
      let name = key(entry.path)
      if result[name] == nil { result[name] = position }
    }
    return result
  }
}
