/// One file of a dossier: what it is, where it belongs and why.
public struct IndexedFile: Sendable, Hashable {
  /// What kind of thing stands at the path.
  public enum Kind: String, Sendable, Hashable, Codable {
    case regular
    /// A symbolic link: noted, never followed.
    case link
    /// A FIFO, socket or device: noted, never opened.
    case special
  }

  /// The path relative to the dossier's root, "/" between the parts, as the file system has it;
  /// bytes that are no UTF-8 are shown as U+FFFD.
  public var path: String
  /// The bytes of the path where they are no UTF-8, else nothing.
  public var rawPath: [UInt8]?
  /// What stands there.
  public var kind: Kind
  /// The size in bytes.
  public var size: Int64
  /// The last change by the file system, in seconds since 1970 UTC.
  public var modifiedSeconds: Int?
  /// The SHA-256 in lowercase hex; nothing where the file could not be read.
  public var sha256: String?
  /// The target of a link, as it is written in the link.
  public var linkTarget: String?
  /// What it is by content.
  public var format: FileFormat
  /// What the file says of itself, where it is a document that was read.
  public var metadata: DocumentMetadata {
    get { sharedMetadata.value }
    set { sharedMetadata.value = newValue }
  }
  /// Why its metadata could not be read.
  public var problem: ReadProblem?
  /// Why its text could not be read.
  public var textProblem: ReadProblem?
  /// Whether it has any text that was read.
  public var hasText: Bool
  /// What its text states.
  public var facts: DocumentFacts {
    get { sharedFacts.value }
    set { sharedFacts.value = newValue }
  }
  /// Where it belongs.
  public var placement: Placement

  // Rows are copied by every rule: what is large in them is shared by the copies.
  private var sharedMetadata = Self.noMetadata
  private var sharedFacts = Self.noFacts
  private static let noMetadata = Shared(DocumentMetadata())
  private static let noFacts = Shared(DocumentFacts())

  /// Makes a row for a file nothing is known of yet.
  public init(path: String, kind: Kind = .regular, size: Int64 = 0) {
    self.path = path
    self.kind = kind
    self.size = size
    self.format = .unknown
    self.hasText = false
    self.placement = Placement()
  }

  /// The last part of the path.
  public var name: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }
}

/// Where a file belongs, and on what grounds.
public struct Placement: Sendable, Hashable {
  /// On what grounds.
  public enum Reason: Sendable, Hashable {
    /// `dossier.yaml` says so.
    case declared
    /// The index in the archive says so, by which it was packed.
    case packed
    /// The folder with this name.
    case folder(String)
    /// These words of its title.
    case title(String)
    /// Its notation.
    case notation(String)
    /// These words of its file name.
    case fileName(String)
    /// The evidence code in its name or text.
    case evidenceCode(String)
    /// These words of a required document cite it.
    case citation(String)
    /// It is `dossier.yaml`, or ignored by it under this pattern.
    case ignored(String)
    /// A temporary or system file by its name.
    case temporary
    /// Nothing places it.
    case none
  }

  /// The item, by id.
  public var item: String?
  /// The criteria it supports, by code, sorted.
  public var criteria: [String] = []
  /// On what grounds.
  public var reason: Reason = .none
  /// Whether it could serve another item as well and another file was chosen or none could be.
  public var isAlternative = false

  /// Makes an empty placement.
  public init() {}
}
