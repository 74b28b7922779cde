import ArchiveIO
public import DossierModel
import Glibc

/// Packs files into a bag in one archive, verifies it, and only then lets it be seen.
///
/// The same request gives the same bytes, whatever the number of workers, the locale, the time zone,
/// the user and the place. The files are only read.
public struct BagPacker: Sendable {
  /// Makes further tag files, while the payload is being packed, for an archive that is to stand at
  /// a path.
  public typealias TagFileMaker = @Sendable (_ target: String) throws -> [TagFile]
  /// Makes files that stand beside the archive; their paths are what is added to its name.
  public typealias BesideMaker = (PackResult) throws -> [TagFile]

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
  ///   - beside: makes files to stand beside the archive; all are on the disk before it is seen.
  /// - Returns: what was packed; `target.sha256` stands beside it.
  /// - Throws: `PackError`; `CancellationError`; what `tagFiles` throws. Nothing half-written stays,
  ///   and a process that is killed leaves at most a hidden file, which the next run removes.
  public func pack(
    _ request: PackRequest, to target: String, progress: ProgressHandler? = nil,
    tagFiles: @escaping TagFileMaker = { _ in [] }, beside: BesideMaker = { _ in [] }
  ) async throws -> PackResult {
    let plan = try PackPlan(request)
    let place = HiddenPlace(beside: target)
    do {
      let packed = try await write(plan, request, place.path, progress) {
        try tagFiles(place.target)
      }
      // What was written is read again while the disk takes it.
      async let isOnDisk: Void = OutputFile.sync(path: place.path)
      let verification = try await verify(place.path, request, progress)
      try await isOnDisk
      guard verification.verdict == .intact, let sha256 = verification.sha256 else {
        throw refusal(verification, packed, target)
      }
      var shown = verification
      shown.path = target
      let result = PackResult(
        path: target, size: try FileSource(path: place.path).size, sha256: sha256, files: packed,
        verification: shown)
      try reveal(place, with: [checksum(of: result)] + beside(result))
      return result
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
    _ tagFiles: @escaping @Sendable () throws -> [TagFile]
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

  /// Why what was written does not verify.
  ///
  /// An altered file is one that changed since the audit saw it, whose checksum is in the manifest.
  private func refusal(
    _ verification: VerifyResult, _ packed: [PackedFile], _ target: String
  ) -> PackError {
    let first = verification.findings.first { severities[$0.code] == .error }
    if first?.code == .entryAltered, let path = first?.path,
      let file = packed.first(where: { path.utf8.elementsEqual($0.path.utf8) })
    {
      return PackError(.changed, path: file.source, detail: "it changed since it was checked")
    }
    return PackError(.verification, path: target, detail: first?.code.rawValue ?? "")
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

  /// Lets the archive be seen, with the files beside it.
  ///
  /// Those are written before: a full disk leaves what was there. Old ones go first, so that they
  /// never stand beside an archive they do not fit.
  private func reveal(_ archive: HiddenPlace, with files: [TagFile]) throws {
    var places: [HiddenPlace] = []
    do {
      for file in files {
        let place = HiddenPlace(beside: archive.target + file.path)
        places.append(place)
        try Self.write(file.content, at: place)
      }
      // What is a folder stays: it is nobody's old checksum.
      for place in places + [archive] where FileStatus.isFolder(place.target) {
        throw PackError(.output, path: place.target, detail: "is-a-folder")
      }
      for place in places { FileSystem.remove(place.target) }
      try archive.reveal()
      for place in places { try place.reveal() }
    } catch {
      for place in places { place.discard() }
      throw error
    }
  }

  private static func write(_ content: any ByteSource, at place: HiddenPlace) throws {
    do {
      _ = try FileDigester().digest(of: content, [], into: place.path)
      try OutputFile.sync(path: place.path)
    } catch let error as ArchiveError {
      throw packError(error, hidden: place)
    }
  }

  /// `FILE.sha256` as coreutils check it.
  private func checksum(of result: PackResult) -> TagFile {
    let target = result.path
    var name = target.pathParts.last ?? target
    var mark = ""
    if name.contains("\\") || name.contains("\n") || name.contains("\r") {
      mark = "\\"
      name = name.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        .replacing("\r", with: "\\r")
    }
    return TagFile(path: ".sha256", bytes: Array("\(mark)\(result.sha256)  \(name)\n".utf8))
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
