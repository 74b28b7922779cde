import ArchiveIO
import DossierModel

/// A bag that lies in a folder.
///
/// Links and special files are noted and never opened.
struct FolderContainer: BagContainer {
  let kind = VerifyResult.Container.folder
  let dataChecks: [String] = []
  let entries: [BagEntry]
  let findings: [Finding]
  let bagProblem: Finding?
  private let root: [UInt8]

  /// Lists the folder.
  init(path: String) throws {
    let listed = try FolderWalk.entries(of: path)
    root = Array(path.utf8) + [UInt8(ascii: "/")]
    var entries: [BagEntry] = []
    var findings: [Finding] = []
    entries.reserveCapacity(listed.count)
    for item in listed {
      let path = BagPath(bytes: item.path)
      switch item.kind {
      case .regular: entries.append(BagEntry(path: path, kind: .file, size: item.size))
      case .folder:
        entries.append(BagEntry(path: path, kind: .folder, size: 0))
        if let problem = item.problem {
          findings.append(.bag(.entryUnreadable, path: path, ["detail": .text(problem)]))
        }
      case .link:
        entries.append(BagEntry(path: path, kind: .link, size: 0))
        let target = Shown.path(item.linkTarget ?? [])
        findings.append(.bag(.entryLink, "link", path: path, ["target": .text(target)]))
      case .special:
        entries.append(BagEntry(path: path, kind: .special, size: 0))
        findings.append(.bag(.entryLink, "special", path: path))
      }
    }
    self.entries = entries
    bagProblem = Self.bagProblem(entries)
    self.findings = findings + NameRules.findings(entries.map(\.path))
  }

  /// Where the folder is no bag and one lies in it: what an unpacker makes that gives every archive a
  /// folder of its own.
  private static func bagProblem(_ entries: [BagEntry]) -> Finding? {
    let name = Array("/\(BagDeclaration.fileName)".utf8)
    let root = BagPath(BagDeclaration.fileName)
    guard !entries.contains(where: { $0.path == root }) else { return nil }
    let folders = entries.filter { $0.kind == .file && $0.path.bytes.hasSuffix(name) }
      .map { Shown.path($0.path.bytes.dropLast(name.count)) }.sorted()
    guard !folders.isEmpty else { return nil }
    let shown = Array(folders.prefix(ArchiveLayout.mostShown))
    return .bag(.bagNotABag, "inside", ["folders": .list(shown)])
  }

  func bytes(of entry: Int, limit: Int) throws -> [UInt8] {
    let source = try open(entry)
    guard source.size <= UInt64(limit) else {
      throw ArchiveError(.limit, path: source.name, detail: "entry-size")
    }
    return try source.bytes(at: 0, count: limit)
  }

  func digests(
    _ requests: [HashRequest], jobs: Int, progress: ProgressCounter
  ) async throws -> [HashOutcome?] {
    try await DigestWorker<FileDigester>.digests(of: requests, jobs: jobs, progress: progress) {
      try open($0)
    }
  }

  private func open(_ entry: Int) throws(ArchiveError) -> FileSource {
    try FileSource(rawPath: root + entries[entry].path.bytes, followsLinks: false)
  }
}
