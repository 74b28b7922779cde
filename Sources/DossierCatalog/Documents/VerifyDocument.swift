import DossierModel

/// The answer of `hoso verify --format json` (`hoso.verify/1`).
public struct VerifyDocument: Codable, Sendable {
  /// What is known of the bag.
  public struct Bag: Codable, Sendable {
    /// The BagIt version.
    public var version: String
    /// The algorithms it was checked by, in lowercase.
    public var algorithms: [String]
    /// The number of payload files.
    public var files: Int
    /// The size of the payload in bytes.
    public var bytes: Int64

    /// Makes a bag's part.
    public init(version: String, algorithms: [String], files: Int, bytes: Int64) {
      self.version = version
      self.algorithms = algorithms
      self.files = files
      self.bytes = bytes
    }
  }

  /// A finding in words.
  public struct FindingPart: Codable, Sendable {
    /// The code.
    public var code: String
    /// `error`, `warning` or `note`.
    public var severity: String
    /// The path in the bag.
    @Nullable public var path: String?
    /// The sentence.
    public var message: String

    /// Takes over a finding in words.
    public init(_ worded: WordedFinding) {
      code = worded.finding.code.rawValue
      severity = worded.severity.rawValue
      _path = Nullable(wrappedValue: worded.finding.path)
      message = worded.message
    }
  }

  /// The result for one path.
  public struct Result: Codable, Sendable {
    /// The path as it was given.
    public var path: String
    /// `intact`, `damaged` or `unreadable`.
    public var verdict: String
    /// The SHA-256 of the file, where it was asked for.
    @Nullable public var sha256: String?
    /// The layers that were checked ("file", "directory", "data", "bag").
    public var layers: [String]
    /// What is known of the bag.
    @Nullable public var bag: Bag?
    /// The findings.
    public var findings: [FindingPart]

    /// Makes a result.
    public init(
      path: String, verdict: String, sha256: String?, layers: [String], bag: Bag?,
      findings: [WordedFinding]
    ) {
      self.path = path
      self.verdict = verdict
      _sha256 = Nullable(wrappedValue: sha256)
      self.layers = layers
      _bag = Nullable(wrappedValue: bag)
      self.findings = findings.map { FindingPart($0) }
    }
  }

  /// `hoso.verify/1`.
  public var schema: String
  /// One result a path, in the order they were given.
  public var results: [Result]

  /// Makes a document.
  public init(results: [Result]) {
    schema = "hoso.verify/1"
    self.results = results
  }
}
