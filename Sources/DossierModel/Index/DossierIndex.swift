/// Everything that is known of one dossier: the one value that rules judge.
public struct DossierIndex: Sendable {
  /// Where a value of the dossier was taken from.
  public enum Source: String, Sendable, Hashable, Codable {
    case option
    case declaration
    /// What the packer of an archive wrote into its index.
    case packer
    case documents
  }

  /// The files, sorted by the bytes of their paths.
  public var files: [IndexedFile]
  /// The assessed year.
  public var year: Int?
  /// Where the year was taken from.
  public var yearSource: Source?
  /// The unit's name.
  public var unit: String?
  /// Where the unit was taken from.
  public var unitSource: Source?
  /// What `dossier.yaml` declares; empty where there is none.
  public var declaration: Declaration
  /// Files of equal claim by the id of an item for which none could be chosen.
  public var ambiguous: [String: [String]] = [:]

  /// Makes an index.
  public init(
    files: [IndexedFile], year: Int? = nil, yearSource: Source? = nil, unit: String? = nil,
    unitSource: Source? = nil, declaration: Declaration = Declaration()
  ) {
    self.files = files
    self.year = year
    self.yearSource = yearSource
    self.unit = unit
    self.unitSource = unitSource
    self.declaration = declaration
  }

  /// The files placed into an item, alternatives left out.
  public func files(of item: String) -> [IndexedFile] {
    files.filter { $0.placement.item == item && !$0.placement.isAlternative }
  }
}

/// What the optional `dossier.yaml` at the dossier's root declares; it wins over every guess.
public struct Declaration: Sendable, Hashable {
  /// A finding the user accepts, with the reason.
  public struct Acceptance: Sendable, Hashable {
    /// The finding's code.
    public var finding: String
    /// The path it concerns, or nothing for every path.
    public var path: String?
    /// Why it is accepted.
    public var reason: String

    /// Makes an acceptance.
    public init(finding: String, path: String?, reason: String) {
      self.finding = finding
      self.path = path
      self.reason = reason
    }
  }

  /// A file as the index in an archive has it.
  public struct PackedFile: Sendable, Hashable {
    /// The path below the payload.
    public var path: String
    /// The SHA-256 in lowercase hex; nothing where the packer could not tell.
    public var sha256: String?

    /// Makes a file.
    public init(path: String, sha256: String?) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The profile: a built-in id or the path of a YAML file.
  public var profile: String?
  /// The profile's own file where it lies in the dossier: its path there.
  public var profileFile: String?
  /// Whether the packer's profile was one of his own, whatever its name.
  public var isOwnProfile = false
  /// The assessed year.
  public var year: Int?
  /// The unit's name.
  public var unit: String?
  /// Whether it is no `dossier.yaml` but what an archive's own index says its packer decided.
  public var isPacked = false
  /// The files that the archive's own index lists; empty where there is none.
  public var packed: [PackedFile] = []
  /// Paths by item id.
  public var items: [String: [String]] = [:]
  /// Paths or globs by criterion code.
  public var evidence: [String: [String]] = [:]
  /// Globs of files to leave out.
  public var ignore: [String] = []
  /// Findings accepted with a reason.
  public var accept: [Acceptance] = []

  /// Makes an empty declaration.
  public init() {}
}
