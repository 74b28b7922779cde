public import ArchiveIO
public import DossierModel

/// What is to be packed, and how.
public struct PackRequest: Sendable {
  /// The form of the archive.
  public enum Format: String, Sendable, CaseIterable {
    case zip
    case tarGzip = "tar.gz"
    case tarZstandard = "tar.zst"
  }

  /// A file of the payload.
  public struct PayloadFile: Sendable {
    /// The path on the disk.
    public var source: String
    /// The path below `data/`, "/" between the parts; already portable (`PortableNames`).
    public var target: String
    /// What packing its bytes gains.
    public var compressibility: FileFormat.Compressibility
    /// The SHA-256 in lowercase hex that the audit saw; another one is a file that changed.
    public var expectedSHA256: String?

    /// Describes a file.
    public init(
      source: String, target: String, compressibility: FileFormat.Compressibility,
      expectedSHA256: String? = nil
    ) {
      self.source = source
      self.target = target
      self.compressibility = compressibility
      self.expectedSHA256 = expectedSHA256
    }
  }

  /// The name of the bag's base folder.
  public var baseFolder: String
  /// The payload.
  public var files: [PayloadFile]
  /// The metadata besides Bagging-Date, Payload-Oxum and Bag-Software-Agent, which are added.
  public var info: [BagInfo.Element] = []
  /// The algorithms of the manifests.
  public var algorithms: Set<DigestAlgorithm> = [.sha256]
  /// The date of the bag and of every entry, at midnight UTC.
  public var date: CalendarDate
  /// The form of the archive.
  public var format: Format = .zip
  /// What made the bag: "hoso/0.1.0".
  public var softwareAgent: String
  /// The number of workers; nothing for the cores.
  ///
  /// The bytes do not depend on it.
  public var jobs: Int?

  /// Describes what is to be packed.
  public init(
    baseFolder: String, files: [PayloadFile], date: CalendarDate, softwareAgent: String
  ) {
    self.baseFolder = baseFolder
    self.files = files
    self.date = date
    self.softwareAgent = softwareAgent
  }
}

/// A payload file as it was packed.
public struct PackedFile: Sendable, Hashable {
  /// The path in the bag: `data/…`.
  public var path: String
  /// The path on the disk.
  public var source: String
  /// The size in bytes.
  public var size: UInt64
  /// The checksums.
  public var digests: DigestSet
}

/// A tag file besides those that RFC 8493 names: `index.html`, `dossier.json`.
public struct TagFile: Sendable {
  /// The path in the bag's base folder.
  public var path: String
  /// The bytes.
  public var content: any ByteSource

  /// Describes a tag file whose bytes may be many.
  public init(path: String, content: any ByteSource) {
    self.path = path
    self.content = content
  }

  /// Describes a tag file.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, content: MemorySource(name: path, bytes: bytes))
  }
}

/// What was packed.
public struct PackResult: Sendable {
  /// The path of the archive.
  public var path: String
  /// Its size in bytes.
  public var size: UInt64
  /// Its SHA-256 in lowercase hex; `path.sha256` holds it as well.
  public var sha256: String
  /// The payload, by the bytes of the paths.
  public var files: [PackedFile]
  /// The verdict on what was written.
  public var verification: VerifyResult
}

/// Why nothing was packed, or nothing extracted.
public struct PackError: Error, Sendable, CustomStringConvertible {
  /// What kind of error it is.
  public enum Code: String, Sendable, CaseIterable {
    /// A file changed while it was packed, or since it was checked.
    case changed
    /// A file cannot be read.
    case unreadable
    /// A target cannot be written: no rights, no such folder.
    case output
    /// The disk is full, or a quota used up.
    case full
    /// Two files have one path in the bag, or a path is not fit for it.
    case name
    /// What was written does not verify.
    case verification
    /// Something stands where the files are to go.
    case exists
    /// The archive is not intact, so nothing of it is extracted.
    case damaged
  }

  /// What kind of error it is.
  public var code: Code
  /// The file.
  public var path: String
  /// What the system, or the layer below, said.
  public var detail: String

  /// Makes an error.
  public init(_ code: Code, path: String, detail: String) {
    self.code = code
    self.path = path
    self.detail = detail
  }

  /// The error in one line, in English, for a log: people get the catalogue's words.
  public var description: String { "\(path): \(code.rawValue): \(detail)" }
}
