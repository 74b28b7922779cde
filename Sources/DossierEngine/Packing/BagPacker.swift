import ArchiveIO
public import DossierModel
import Glibc

/// Packs files into a bag in one archive, verifies it, and only then lets it be seen.
///
/// The same request gives the same bytes, whatever the number of workers, the locale, the time zone,
/// the user and the place. The files are only read.
public struct BagPacker: Sendable {
  /// Makes further tag files, while the payload is being packed.
  public typealias TagFileMaker = @Sendable () throws -> [TagFile]

  private let severities: SeverityTable

  /// Makes a packer.
  ///
  /// - Parameter severities: which finding of the closing verification is an error.
  public init(severities: SeverityTable) { self.severities = severities }

  /// Packs.
  ///
  /// - Parameters:
  ///   - request: what and how.
  ///   - target: the path of the archive; a file there is replaced in one step, or kept.
  ///   - progress: takes reports, often and from any task.
  ///   - tagFiles: makes further tag files; it runs beside the packing of the payload.
  /// - Returns: what was packed; `target.sha256` stands beside it.
  /// - Throws: `PackError`; `CancellationError`; what `tagFiles` throws. Nothing half-written stays,
  ///   and a process that is killed leaves at most a hidden file, which the next run removes.
  public func pack(
    _ request: PackRequest, to target: String, progress: ProgressHandler? = nil,
    tagFiles: @escaping TagFileMaker = { [] }
  ) async throws -> PackResult {
    let plan = try PackPlan(request)
    let place = HiddenPlace(beside: target)
    do {
      let packed = try await write(plan, request, place.path, progress, tagFiles)
      let verification = try await verify(place.path, request, progress)
      guard verification.verdict == .intact, let sha256 = verification.sha256 else {
        let first = verification.findings.first { severities[$0.code] == .error }
        throw PackError(
          .verification, path: target,
          detail: first.map { "\($0.code.rawValue) \($0.path ?? "")" } ?? "not intact")
      }
      // Written before the archive is seen: a full disk leaves the old one. The old checksum goes
      // first, so that it never stands beside an archive it does not fit.
      let checksum = try writeChecksum(sha256, of: target)
      FileSystem.remove(checksum.target)
      do {
        try place.reveal()
        try checksum.reveal()
      } catch {
        checksum.discard()
        throw error
      }
      let size = (try? FileSource(path: target).size) ?? 0
      var shown = verification
      shown.path = target
      return PackResult(
        path: target, size: size, sha256: sha256, files: packed, verification: shown)
    } catch let error as ArchiveError {
      place.discard()
      throw Self.packError(error, hidden: place)
    } catch {
      place.discard()
      throw error
    }
  }

  private func write(
    _ plan: PackPlan, _ request: PackRequest, _ path: String, _ progress: ProgressHandler?,
    _ tagFiles: @escaping TagFileMaker
  ) async throws -> [PackedFile] {
    switch request.format {
    case .zip:
      try await ZIPPacking(plan: plan, request: request).run(path, progress, tagFiles)
    case .tarGzip:
      try TARPacking(plan: plan, request: request, packing: .gzip).run(path, progress, tagFiles)
    case .tarZstandard:
      try TARPacking(plan: plan, request: request, packing: .zstd).run(path, progress, tagFiles)
    }
  }

  private func verify(
    _ path: String, _ request: PackRequest, _ progress: ProgressHandler?
  ) async throws -> VerifyResult {
    var options = BagVerifier.Options()
    options.computesDigest = true
    options.jobs = request.jobs
    return try await BagVerifier(severities: severities)
      .verify(path, options: options, progress: progress)
  }

  /// Writes `FILE.sha256` as coreutils check it, not to be seen yet.
  private func writeChecksum(_ sha256: String, of target: String) throws -> HiddenPlace {
    var name = target.split(separator: "/").last.map(String.init) ?? target
    var mark = ""
    if name.contains("\\") || name.contains("\n") || name.contains("\r") {
      mark = "\\"
      name = name.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        .replacing("\r", with: "\\r")
    }
    let place = HiddenPlace(beside: target + ".sha256")
    do {
      var file = try OutputFile(creating: place.path)
      try file.write(Array("\(mark)\(sha256)  \(name)\n".utf8))
      try file.sync()
      return place
    } catch {
      place.discard()
      throw Self.packError(error, hidden: place)
    }
  }

  /// What the layer below says, in the terms of packing; the hidden name is shown as the target.
  static func packError(_ error: ArchiveError, hidden: HiddenPlace) -> PackError {
    var path = error.path
    if path == hidden.path || path.hasPrefix(hidden.path + "/") {
      path = hidden.target + path.dropFirst(hidden.path.count)
    }
    switch error.code {
    case .write where error.errno == ENOSPC || error.errno == EDQUOT:
      return PackError(.full, path: path, detail: error.detail)
    case .write: return PackError(.output, path: path, detail: error.detail)
    case .io where error.errno == nil: return PackError(.changed, path: path, detail: error.detail)
    default: return PackError(.unreadable, path: path, detail: error.detail)
    }
  }
}
