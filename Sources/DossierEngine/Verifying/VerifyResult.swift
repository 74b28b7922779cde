public import ArchiveIO
public import DossierModel

/// What `hoso verify` says of one path, without words.
public struct VerifyResult: Sendable {
  /// Whether the bag is what it says.
  public enum Verdict: String, Sendable, Codable {
    case intact
    case damaged
    /// It could not be looked at.
    case unreadable
  }

  /// What kind of thing it is.
  public enum Container: String, Sendable, Codable {
    case folder
    case zip
    case tar
    case tarGzip = "tar.gz"
    case tarXZ = "tar.xz"
    case tarZstandard = "tar.zst"
  }

  /// What the bag says of itself and holds.
  public struct BagFacts: Sendable, Hashable {
    /// The version, as bagit.txt states it.
    public var version: String
    /// The algorithms of the payload manifests, by the names of RFC 8493 §2.4, sorted.
    public var algorithms: [String]
    /// The number of payload files.
    public var files: Int
    /// The bytes of all payload files.
    public var bytes: UInt64
  }

  /// A layer that was checked, and by which algorithms.
  public struct Layer: Sendable, Hashable {
    /// Which layer.
    public enum Kind: String, Sendable, Codable {
      /// The file as a whole, against a checksum that was given.
      case file
      /// Names, kinds and structures: the folder, or the archive's directories and headers.
      case directory
      /// The data of every entry, against the archive's own checks.
      case data
      /// Declaration, manifests, metadata, and every checksum of every manifest.
      case bag
    }

    /// Which layer.
    public var kind: Kind
    /// By which algorithms, sorted.
    public var algorithms: [String]
  }

  /// The path as it was given.
  public var path: String
  /// The verdict.
  public var verdict: Verdict = .unreadable
  /// What kind of thing it is, where that is known.
  public var container: Container?
  /// The SHA-256 of the file in lowercase hex, where it was asked for.
  public var sha256: String?
  /// What the bag holds, where there is one.
  public var bag: BagFacts?
  /// The findings: container first, then the bag, then its files by path.
  public var findings: [Finding] = []
  /// How many findings of a code were left out because there were too many.
  public var omitted: [FindingCode: Int] = [:]
  /// The layers that were checked.
  public var layers: [Layer] = []
  /// Why it could not be looked at, for one line on stderr.
  public var failure: ArchiveError?

  /// Makes a result of which nothing is known yet.
  public init(path: String) { self.path = path }
}

/// Gathers findings, bounded in number for each code, so that a hostile bag costs no memory.
struct FindingSink {
  private(set) var findings: [Finding] = []
  private(set) var omitted: [FindingCode: Int] = [:]
  private var counts: [FindingCode: Int] = [:]
  private let limit: Int

  /// The most findings that one tag file, or the layout of an archive, gives.
  static let parserLimit = 2000

  init(limit: Int = 1000) { self.limit = limit }

  mutating func add(_ finding: Finding) {
    let count = counts[finding.code, default: 0]
    counts[finding.code] = count + 1
    if count < limit {
      findings.append(finding)
    } else {
      omitted[finding.code, default: 0] += 1
    }
  }

  mutating func add(_ more: some Sequence<Finding>) {
    for finding in more { add(finding) }
  }
}
