import ArchiveIO
public import DossierModel

/// Judges bags, whoever made them: folders, ZIP and TAR archives; reads, never extracts.
public struct BagVerifier: Sendable {
  /// How it is done.
  public struct Options: Sendable {
    /// The SHA-256 that the file must have, in hex.
    public var expectedSHA256: String?
    /// Whether to compute the file's SHA-256 even so.
    public var computesDigest = false
    /// The number of workers; nothing for the cores.
    public var jobs: Int?

    /// Makes the usual options.
    public init() {}
  }

  private let severities: SeverityTable

  /// Makes a verifier.
  ///
  /// - Parameter severities: which finding is an error; the verdict rests on it.
  public init(severities: SeverityTable) { self.severities = severities }

  /// Judges one path.
  ///
  /// - Parameters:
  ///   - path: a bag's folder, or an archive with one bag.
  ///   - options: how it is done.
  ///   - progress: takes reports, often and from any task.
  /// - Returns: the result; a damaged bag, a file that is none, and a path that cannot be looked at
  ///   are results, not errors.
  /// - Throws: `CancellationError` only.
  public func verify(
    _ path: String, options: Options = Options(), progress: ProgressHandler? = nil
  ) async throws -> VerifyResult {
    try await check(path, options: options, progress: progress).result
  }

  /// Judges one path, and keeps what was opened for it.
  func check(
    _ path: String, options: Options, progress: ProgressHandler?
  ) async throws -> (result: VerifyResult, check: BagCheck?) {
    var result = VerifyResult(path: path)
    var kept: BagCheck?
    do {
      if FileStatus.isFolder(path) {
        if let expected = options.expectedSHA256 {
          result.findings.append(
            .bag(.archiveExpectedDigest, "folder", ["expected": .text(expected)]))
        }
        var check = BagCheck(try FolderContainer(path: path))
        try await check.run(
          into: &result, jobs: options.jobs ?? Workers.defaultJobs, handler: progress)
        kept = check
      } else {
        kept = try await verify(
          file: FileSource(path: path), options: options, progress: progress, into: &result)
      }
    } catch let error as ArchiveError {
      if let finding = OddityFindings.finding(error) {
        result.findings.append(finding)
      } else {
        result.failure = error
      }
    }
    result.verdict = verdict(result)
    return (result, kept)
  }

  private func verify(
    file: FileSource, options: Options, progress: ProgressHandler?, into result: inout VerifyResult
  ) async throws -> BagCheck? {
    guard options.computesDigest || options.expectedSHA256 != nil else {
      return try await verify(
        contentOf: file, options: options, progress: progress, into: &result)
    }
    // The file as a whole is one stream, and keeps one core busy; the others look into it.
    async let digest = Self.sha256(of: file)
    let content: Result<BagCheck?, any Error>
    do {
      content = .success(
        try await verify(contentOf: file, options: options, progress: progress, into: &result))
    } catch {
      content = .failure(error)
    }
    let found = try await digest
    result.sha256 = found
    if let expected = options.expectedSHA256?.lowercased() {
      result.layers.insert(VerifyResult.Layer(kind: .file, algorithms: ["sha256"]), at: 0)
      if found != expected {
        result.findings.insert(
          .bag(
            .archiveExpectedDigest, nil,
            ["expected": .text(expected), "found": .text(found ?? "")]), at: 0)
      }
    }
    return try content.get()
  }

  private static func sha256(of file: FileSource) throws -> String? {
    try FileDigester().digest(of: file, [.sha256]).hex(.sha256)
  }

  private func verify(
    contentOf file: FileSource, options: Options, progress: ProgressHandler?,
    into result: inout VerifyResult
  ) async throws -> BagCheck? {
    if file.size == 0 {
      result.findings.append(.bag(.bagNotABag, "empty"))
      return nil
    }
    let container = try Self.container(file)
    var check = BagCheck(container)
    try await check.run(
      into: &result, jobs: options.jobs ?? Workers.defaultJobs, handler: progress)
    return check
  }

  /// Opens an archive by what its bytes are.
  static func container(_ file: any ByteSource) throws -> any BagContainer {
    switch try ArchiveKind.detect(file) {
    case .tar, .tarGzip, .tarXz, .tarZstd: try TARContainer(source: file)
    // What begins like no archive may still be a ZIP with bytes before it.
    case .zip, nil: try ZIPContainer(source: file)
    }
  }

  /// Damaged where a finding is an error; unreadable where nobody could look, or only at a part.
  func verdict(_ result: VerifyResult) -> VerifyResult.Verdict {
    if result.failure != nil { return .unreadable }
    let errors = result.findings.filter { severities[$0.code] == .error }.map(\.code)
    let isBlind: (FindingCode) -> Bool = { $0 == .entryUnreadable || $0 == .bagNoKnownAlgorithm }
    if errors.contains(where: { !isBlind($0) }) { return .damaged }
    return errors.isEmpty ? .intact : .unreadable
  }
}
