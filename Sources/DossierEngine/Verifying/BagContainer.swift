import ArchiveIO
import DossierModel

/// Something that stands in a bag's container.
struct BagEntry: Sendable {
  enum Kind: Sendable { case file, folder, link, special }

  /// The path below the bag's base folder.
  var path: BagPath
  var kind: Kind
  /// The size in bytes, as the container states it.
  var size: UInt64
  /// Whether it lies in the archive beside the bag's base folder.
  var isOutside = false
}

/// An entry whose data is to be read, and which checksums are wanted of it.
struct HashRequest: Sendable {
  /// The number of the entry in the container.
  var entry: Int
  var size: UInt64
  var algorithms: Set<DigestAlgorithm>
  /// A new file that gets the data as well.
  var output: String?
}

/// What reading an entry gave.
enum HashOutcome: Sendable {
  case digests(DigestSet)
  /// Rare, and larger than the rest: kept elsewhere.
  indirect case failed(ArchiveError)

  init(_ outcome: PairedSHA256.Outcome) {
    switch outcome {
    case .done(let value, let size, _): self = .digests(DigestSet(size: size, sha256: value))
    case .failed(let error): self = .failed(error)
    }
  }
}

/// The data of an entry that is looked into.
enum EntryData {
  /// All of it, in memory or where it lies.
  case whole(any ByteSource)
  /// More than is held in memory: how it begins, and its checksums.
  case large(start: [UInt8], digests: DigestSet)

  /// So many bytes tell what a file is.
  static let startSize = 4096
}

/// What can hold a bag: a folder or an archive.
///
/// Nothing is ever written or extracted.
protocol BagContainer: Sendable {
  var kind: VerifyResult.Container { get }
  /// Everything below the bag's base folder, in the container's order.
  var entries: [BagEntry] { get }
  /// What is wrong with the container itself.
  var findings: [Finding] { get }
  /// Why there is not exactly one bag in it, as far as the names tell.
  var bagProblem: Finding? { get }
  /// The algorithms by which the container checks its own data.
  var dataChecks: [String] { get }

  /// The whole data of an entry.
  func bytes(of entry: Int, limit: Int) throws -> [UInt8]

  /// Hands the data of entries over, one after another, where the container can only be read from
  /// front to back.
  ///
  /// - Parameters:
  ///   - entries: whose data is wanted.
  ///   - limit: the most bytes of one entry that are held in memory.
  ///   - take: gets the number of the entry and its data.
  /// - Returns: whether it is such a container; else nothing is handed over, and `data(of:limit:)`
  ///   gives each.
  func handOver(
    _ entries: [Int], limit: Int, _ take: (Int, EntryData) throws -> Void
  ) throws -> Bool

  /// The data of an entry, to be looked into.
  ///
  /// - Throws: `ArchiveError` where the data is damaged.
  func data(of entry: Int, limit: Int) throws -> EntryData

  /// Reads entries and computes checksums; outcomes in the order of the requests.
  ///
  /// - Throws: `CancellationError`; `ArchiveError.write` where data was to be copied and cannot be.
  func digests(
    _ requests: [HashRequest], jobs: Int, progress: ProgressCounter
  ) async throws -> [HashOutcome?]
}

extension BagContainer {
  func handOver(
    _ entries: [Int], limit: Int, _ take: (Int, EntryData) throws -> Void
  ) throws -> Bool { false }

  func data(of entry: Int, limit: Int) throws -> EntryData {
    let path = entries[entry].path.shown
    return .whole(MemorySource(name: path, bytes: try bytes(of: entry, limit: limit)))
  }

  /// Whether looking into the data would be unsafe or endless.
  var isBomb: Bool { findings.contains { $0.code == .archiveBomb } }
}

/// Where in an archive the bag is, judged by the names.
struct ArchiveLayout {
  /// Why there is not exactly one bag.
  let problem: Finding?
  /// What is to be said of files beside the bag's folder, and of a bag without one.
  private(set) var findings: [Finding] = []
  /// The base folder with its slash; empty where the bag lies at the top, or there is none.
  private let base: [UInt8]
  /// So many folders are named at most.
  static let mostShown = 10

  /// Finds the base folder: the only one at the top that holds a bagit.txt.
  init(_ names: [[UInt8]]) {
    let slash = UInt8(ascii: "/")
    let declaration = Array(BagDeclaration.fileName.utf8)
    var bases: Set<[UInt8]> = []
    var deeper: Set<[UInt8]> = []
    var isAtTop = false
    for name in names where name.hasSuffix(declaration) {
      let folder = name.dropLast(declaration.count)
      if folder.isEmpty { isAtTop = true }
      guard folder.last == slash, folder.count > 1 else { continue }
      if !folder.dropLast().contains(slash) {
        bases.insert(Array(folder))
      } else if deeper.count < Self.mostShown {
        deeper.insert(Array(folder))
      }
    }
    if isAtTop {
      base = []
      problem = nil
      findings = [.recommendation("no-top-folder")]
    } else if bases.count == 1, let only = bases.first {
      base = only
      problem = nil
    } else {
      base = []
      let places = bases.isEmpty ? deeper : bases
      let shown = places.map { Shown.path($0.dropLast()) }.sorted().prefix(Self.mostShown)
      let folders: [String: FindingArgument] = ["folders": .list(Array(shown))]
      problem =
        places.isEmpty
        ? .bag(.bagNotABag, "no-declaration")
        : .bag(.bagNotABag, bases.isEmpty ? "nested" : "several", folders)
    }
  }

  /// The place of an entry: its path below the base folder; nothing for the base folder itself.
  mutating func place(
    _ name: [UInt8], isFolder: Bool
  ) -> (path: BagPath, isOutside: Bool)? {
    let plain = isFolder && name.last == UInt8(ascii: "/") ? Array(name.dropLast()) : name
    guard name.starts(with: base) else {
      let path = BagPath(bytes: plain)
      if !isFolder, !NameRules.isAppleDouble(path), findings.count < FindingSink.parserLimit {
        findings.append(
          NameRules.isSystemFile(path)
            ? .bag(.entrySystemFile, path: path) : .bag(.entryUnlisted, "outside-bag", path: path))
      }
      return (path, true)
    }
    let path = BagPath(bytes: Array(plain.dropFirst(base.count)))
    if path.bytes.isEmpty { return nil }
    // It is RFC 8493 that asks for it: of an archive that is no bag nothing is said.
    if problem == nil, findings.count < FindingSink.parserLimit,
      let finding = NameRules.length(of: path)
    {
      findings.append(finding)
    }
    return (path, false)
  }
}

extension [UInt8] {
  /// Whether the last bytes are these.
  func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && self[(count - other.count)...].elementsEqual(other)
  }
}
