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
    var result = VerifyResult(path: path)
    do {
      if FileStatus.isFolder(path) {
        if let expected = options.expectedSHA256 {
          result.findings.append(
            .bag(.archiveExpectedDigest, "folder", ["expected": .text(expected)]))
        }
        var check = BagCheck(try FolderContainer(path: path))
        try await check.run(
          into: &result, jobs: options.jobs ?? Workers.defaultJobs, handler: progress)
      } else {
        try await verify(
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
    return result
  }

  private func verify(
    file: FileSource, options: Options, progress: ProgressHandler?, into result: inout VerifyResult
  ) async throws {
    if options.computesDigest || options.expectedSHA256 != nil {
      let found = try FileDigester().digest(of: file, [.sha256]).hex(.sha256)
      result.sha256 = found
      if let expected = options.expectedSHA256 {
        result.layers.append(VerifyResult.Layer(kind: .file, algorithms: ["sha256"]))
        if found != expected.lowercased() {
          result.findings.append(
            .bag(
              .archiveExpectedDigest, nil,
              ["expected": .text(expected.lowercased()), "found": .text(found ?? "")]))
        }
      }
    }
    if file.size == 0 {
      result.findings.append(.bag(.bagNotABag, "empty"))
      return
    }
    let container = try Self.container(file)
    var check = BagCheck(container)
    try await check.run(
      into: &result, jobs: options.jobs ?? Workers.defaultJobs, handler: progress)
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
  private func verdict(_ result: VerifyResult) -> VerifyResult.Verdict {
    if result.failure != nil { return .unreadable }
    let errors = result.findings.filter { severities[$0.code] == .error }.map(\.code)
    let isBlind: (FindingCode) -> Bool = { $0 == .entryUnreadable || $0 == .bagNoKnownAlgorithm }
    if errors.contains(where: { !isBlind($0) }) { return .damaged }
    return errors.isEmpty ? .intact : .unreadable
  }
}
