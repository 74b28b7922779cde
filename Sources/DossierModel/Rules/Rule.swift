/// One rule of the audit: a pure function from an index and a profile to findings.
///
/// A rule never opens a file and knows no clock. It says nothing where the index does not show
/// enough to judge: what it cannot see it does not assert.
public protocol Rule: Sendable {
  /// The codes it may give.
  var codes: [FindingCode] { get }

  /// Judges a dossier.
  ///
  /// - Parameter subject: the dossier with its profile and the score read from it.
  /// - Returns: what it found, in a stable order; empty where all is well.
  func findings(in subject: AuditSubject) -> [Finding]
}

/// What a rule judges.
public struct AuditSubject: Sendable {
  /// The dossier.
  public let index: DossierIndex
  /// The regime it is judged by.
  public let profile: Profile
  /// The score as read from the dossier's documents.
  public let score: ScoreSummary
  /// The words of documents, files and units.
  public let lexicon: Lexicon
  /// The files a person put into the dossier: nothing temporary, ignored, linked or special.
  let ownFiles: [IndexedFile]
  /// The codes at which any file is placed, be it empty or set aside.
  let codesWithFiles: Set<String>

  /// Makes a subject.
  public init(
    index: DossierIndex, profile: Profile, score: ScoreSummary, lexicon: Lexicon = Lexicon()
  ) {
    self.index = index
    self.profile = profile
    self.score = score
    self.lexicon = lexicon
    codesWithFiles = index.files.reduce(into: []) { $0.formUnion($1.placement.criteria) }
    ownFiles = index.files.filter { $0.kind == .regular && !$0.isSetAside }
  }
}
