/// "I could not look", or "I could not write": what stops a job, with the file and the system's words.
public struct DossierError: Error, Sendable, CustomStringConvertible {
  /// What stopped the job; the raw value names the catalogue's sentence (`stop.` and the value).
  public enum Code: String, Sendable, CaseIterable {
    /// A name whose bytes are no UTF-8 cannot be packed.
    case badName = "bad-name"
    case noSuchFile = "no-such-file"
    case notAFolder = "not-a-folder"
    case notAFile = "not-a-file"
    case noRights = "no-rights"
    case noSpace = "no-space"
    /// No file of that name, or none beside it, could be made.
    case nameTooLong = "name-too-long"
    case unreadable
    case unwritable
    /// Something stands where the result should go.
    case exists
    /// A file changed while it was read.
    case changed
    case badProfile = "bad-profile"
    case unknownProfile = "unknown-profile"
    case unknownDeclaredProfile = "unknown-declared-profile"
    /// An archive was packed by a regime that is none of the built-in ones.
    case profileNotHere = "profile-not-here"
    case badDeclaration = "bad-declaration"
    case noYear = "no-year"
    case notAnArchive = "not-an-archive"
    /// One office document, where a dossier is meant.
    case aDocument = "a-document"
    /// The bag holds no index by hoso.
    case noIndex = "no-index"
    /// A folder that is no bag.
    case notPacked = "not-packed"
    /// An archive that is no bag.
    case plainArchive = "plain-archive"
    /// The bag lies in a folder of what was named.
    case nestedBag = "nested-bag"
    /// The archive or bag is damaged, so that nothing of it is handed out.
    case damaged
    /// Something in the archive can only be read with a password.
    case encryptedArchive = "encrypted-archive"
    /// What was to be taken out of is no bag at all.
    case notABag = "not-a-bag"
    /// What was written is not what was meant when it is read again.
    case unverified
    /// The result could not be written to stdout.
    case output
    /// The dossier holds no file that could be packed.
    case nothingToPack = "nothing-to-pack"
    /// The dossier is incomplete, so that it is not packed.
    case incomplete
    case unknownItem = "unknown-item"
    case unknownCriterion = "unknown-criterion"
    case unknownFinding = "unknown-finding"
    /// The target lies inside the folder that is packed.
    case targetInside = "target-inside"
    /// A result is to be written into the dossier it is about.
    case resultInside = "result-inside"
    /// A folder stands where a file is to be written.
    case folderThere = "folder-there"
    case nothingToExtract = "nothing-to-extract"
  }

  /// What stopped the job.
  public var code: Code
  /// The file or value it concerns.
  public var path: String
  /// A word of the catalogue, the code of a finding, or what the system or a library said.
  public var detail: String

  /// Makes an error.
  public init(_ code: Code, path: String, detail: String = "") {
    self.code = code
    self.path = path
    self.detail = detail
  }

  /// The error in one line, for a log: people get the catalogue's words.
  public var description: String { "\(path): \(code.rawValue): \(detail)" }
}
