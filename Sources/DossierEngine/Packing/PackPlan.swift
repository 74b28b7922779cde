import ArchiveIO
import DossierModel

/// The payload in the order in which it is written, checked for names that cannot be.
struct PackPlan {
  /// The files by the bytes of their paths in the bag.
  let files: [PackRequest.PayloadFile]

  /// Sorts the payload and checks its names.
  ///
  /// - Throws: `PackError.name`.
  init(_ request: PackRequest) throws {
    let base = request.baseFolder
    guard !base.isEmpty, !base.utf8.contains(UInt8(ascii: "/")) else {
      throw PackError(.name, path: base, detail: "not fit for a base folder")
    }
    try Self.check(base)
    var seen: Set<[UInt8]> = []
    for file in request.files {
      try Self.check("\(base)/data/\(file.target)")
      guard seen.insert(PortableNames.folded(file.target)).inserted else {
        throw PackError(.name, path: file.target, detail: "two files have this path in the bag")
      }
    }
    files = request.files.sorted { $0.target.utf8.lexicographicallyPrecedes($1.target.utf8) }
  }

  private static func check(_ path: String) throws {
    let bytes = Array(path.utf8)
    if let problem = EntryName.problems(of: bytes[...], isFolder: false).first {
      throw PackError(.name, path: path, detail: problem.reason)
    }
    if bytes.contains(0x25) { throw PackError(.name, path: path, detail: "percent sign") }
  }

  /// The checksums to compute of a file while it is packed: those of the manifests, and the one
  /// that the audit may have seen.
  ///
  /// None where the manifest only wants that one: the closing verification holds the packed bytes
  /// to it.
  static func algorithms(
    _ file: PackRequest.PayloadFile, _ request: PackRequest
  ) -> Set<DigestAlgorithm> {
    guard file.expectedSHA256 != nil else { return request.algorithms }
    return request.algorithms == [.sha256] ? [] : request.algorithms.union([.sha256])
  }

  /// The size of a file now.
  ///
  /// - Throws: `PackError.unreadable`.
  static func size(_ file: PackRequest.PayloadFile) throws -> UInt64 {
    do {
      return try FileStatus(ofFileAt: file.source).size
    } catch {
      throw PackError(.unreadable, path: file.source, detail: error.detail)
    }
  }

  /// Groups the files so that one group is read while another is written.
  ///
  /// A group holds at most about 8 MiB of packed bytes, and few enough open files.
  func windows(sizes: [UInt64], jobs: Int) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var start = 0
    var weight: UInt64 = 0
    for index in files.indices {
      let size = sizes[index]
      // What is not held in memory still occupies a worker.
      weight += size <= UInt64(ZIPPreparer.wholeLimit) ? size : (8 << 20) / UInt64(2 * jobs)
      if weight >= 8 << 20 || index + 1 - start >= 128 {
        windows.append(start..<index + 1)
        start = index + 1
        weight = 0
      }
    }
    if start < files.count { windows.append(start..<files.count) }
    return windows
  }
}

/// A file of the payload, held to what it was when it was opened.
struct WatchedFile: Sendable {
  let file: PackRequest.PayloadFile
  let source: FileSource

  /// Opens it; links and special files are refused.
  init(_ file: PackRequest.PayloadFile) throws {
    self.file = file
    do {
      source = try FileSource(path: file.source, followsLinks: false)
    } catch {
      throw PackError(.unreadable, path: file.source, detail: error.detail)
    }
  }

  /// The checksums of the file: those that were computed, or the one that the audit has seen.
  func digests(_ computed: DigestSet) -> DigestSet {
    guard computed.algorithms.isEmpty,
      let seen = file.expectedSHA256.flatMap({ HexDigits.bytes($0.utf8) })
    else { return computed }
    return DigestSet(size: computed.size, values: [.sha256: seen])
  }

  /// Checks that it is still the same file with the same bytes.
  ///
  /// - Throws: `PackError.changed`.
  func checkUnchanged(_ digests: DigestSet? = nil) throws {
    let status: FileStatus
    do { status = try source.currentStatus() } catch {
      throw PackError(.unreadable, path: file.source, detail: error.detail)
    }
    let standing = try? FileStatus(ofFileAt: file.source)
    guard status == source.status, standing == source.status else {
      throw PackError(.changed, path: file.source, detail: "it changed while it was packed")
    }
    if let digests {
      guard digests.size == source.size else {
        throw PackError(.changed, path: file.source, detail: "it changed while it was packed")
      }
      if let expected = file.expectedSHA256, let found = digests.hex(.sha256), found != expected {
        throw PackError(.changed, path: file.source, detail: "it changed since it was checked")
      }
    }
  }
}

extension PackedFile {
  /// Describes a file that was packed.
  init(_ watched: WatchedFile, _ digests: DigestSet) {
    self.init(
      path: "data/" + watched.file.target, source: watched.file.source, size: digests.size,
      digests: digests)
  }
}
