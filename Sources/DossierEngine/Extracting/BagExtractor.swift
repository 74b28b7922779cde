import ArchiveIO
public import DossierModel

/// Extracts an archive that is intact, and lets nothing be seen before all of it is there.
public struct BagExtractor: Sendable {
  /// What came of it.
  public struct Result: Sendable {
    /// The verdict on the archive; nothing is extracted unless it is intact.
    public var verification: VerifyResult
    /// The paths in the bag that were extracted, by their bytes.
    public var files: [String]
  }

  private let severities: SeverityTable

  /// Makes an extractor.
  ///
  /// - Parameter severities: which finding is an error.
  public init(severities: SeverityTable) { self.severities = severities }

  /// Verifies an archive and extracts what is chosen of it into a fresh folder.
  ///
  /// The files are written into a hidden folder beside the target and checked once more on the way;
  /// then the folder takes its name in one step.
  ///
  /// - Parameters:
  ///   - archive: the path of the archive, or a bag's folder.
  ///   - folder: the path of the folder to come; nothing may stand there but an empty folder.
  ///   - jobs: the number of workers; nothing for the cores.
  ///   - progress: takes reports, often and from any task.
  ///   - isWanted: chooses by the path in the bag: `data/5-minh-chung/1a/…`, `index.html`.
  /// - Returns: the verdict and the files; a damaged archive is no error, and gives no file.
  /// - Throws: `PackError.exists`, `.output`, `.changed`; `CancellationError`. Nothing stays then.
  public func extract(
    _ archive: String, to folder: String, jobs: Int? = nil, progress: ProgressHandler? = nil,
    where isWanted: @Sendable (String) -> Bool = { _ in true }
  ) async throws -> Result {
    try Self.checkFree(folder)
    let verifier = BagVerifier(severities: severities)
    var options = BagVerifier.Options()
    options.jobs = jobs
    let (verification, check) = try await verifier.check(
      archive, options: options, progress: progress)
    guard verification.verdict == .intact, let check else {
      return Result(verification: verification, files: [])
    }
    let place = HiddenPlace(beside: folder)
    do {
      let files = try await write(
        check, into: place.path, jobs: jobs, progress: progress, where: isWanted)
      try Self.checkFree(folder)
      try place.reveal()
      return Result(verification: verification, files: files)
    } catch let error as ArchiveError {
      place.discard()
      throw BagPacker.packError(error, hidden: place)
    } catch {
      place.discard()
      throw error
    }
  }

  private static func checkFree(_ folder: String) throws {
    guard FileSystem.exists(folder) else { return }
    let isEmpty =
      FileStatus.isFolder(folder) && (try? FolderWalk.entries(of: folder))?.isEmpty == true
    if !isEmpty { throw PackError(.exists, path: folder, detail: "something stands there already") }
  }

  private func write(
    _ check: BagCheck, into root: String, jobs: Int?, progress: ProgressHandler?,
    where isWanted: (String) -> Bool
  ) async throws -> [String] {
    try FileSystem.makeFolder(root)
    var made: Set<[UInt8]> = []
    var requests: [HashRequest] = []
    var files: [String] = []
    let entries = check.container.entries
    for (position, entry) in entries.enumerated() where entry.kind == .file && !entry.isOutside {
      // An intact archive has no such name; this is the last gate before the disk.
      guard PathFault.of(entry.path.bytes) == nil, let path = entry.path.text else {
        throw PackError(.damaged, path: entry.path.shown, detail: "not fit for a file name")
      }
      guard isWanted(path) else { continue }
      try makeFolders(of: path, in: root, &made)
      requests.append(
        HashRequest(
          entry: position, size: entry.size,
          algorithms: check.digests(position)?.algorithms ?? [], output: root + "/" + path)
      )
      files.append(path)
    }
    let total = requests.reduce(UInt64(0)) { $0 &+ $1.size }
    let counter = ProgressCounter(
      .extracting, bytes: total, files: requests.count, handler: progress)
    let outcomes = try await check.container.digests(
      requests, jobs: jobs ?? Workers.defaultJobs, progress: counter)
    for (request, outcome) in zip(requests, outcomes) {
      // What no manifest of a folder lists was not read before: there is nothing to hold it to.
      let isUnlisted = check.container.kind == .folder && check.digests(request.entry) == nil
      guard case .digests(let found) = outcome, isUnlisted || found == check.digests(request.entry)
      else {
        throw PackError(
          .changed, path: entries[request.entry].path.shown, detail: "the archive changed meanwhile"
        )
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func makeFolders(of path: String, in root: String, _ made: inout Set<[UInt8]>) throws {
    var folder = root
    for part in path.pathParts.dropLast() {
      folder += "/" + part
      if made.insert(Array(folder.utf8)).inserted { try FileSystem.makeFolder(folder) }
    }
  }
}
